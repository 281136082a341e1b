"""After the decision: promises, marks beside our own, the next bid, how bids go."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bidkit.domain.answers import Answer
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.refs import ref
from bidkit.domain.rounds import MarkReceived, Round
from bidkit.export.compose.options import Options
from bidkit.export.compose.promises import promises
from bidkit.export.pdf import write_pdf
from bidkit.rules.reading import reading_of
from bidkit.session.afterwards.marks import (
    add_rows,
    compared_marks,
    difference_words,
    lessons_from_marks,
    marks_chart,
    weighed_marks,
    weighed_words,
)
from bidkit.session.afterwards.next_bid import rebid_day, start_next_bid
from bidkit.session.afterwards.promised_days import day_from_start
from bidkit.session.afterwards.promises import (
    answer_names,
    keep_promises,
    promises_in,
    promises_of_text,
    take_on,
)
from bidkit.session.afterwards.record import (
    BidResult,
    TrackOfBids,
    read_results,
    result_of,
    track_of,
    track_words,
)
from bidkit.session.document import Document
from bidkit.session.examples import load_example
from bidkit.session.files import create_bid
from bidkit.session.library.keeping import bid_entry
from bidkit.session.ports import Ports
from bidkit.storage.library import LibraryEntry

TODAY = date(2026, 11, 21)
RESULT = ref(Bid, lambda b: b.after.outcome)


def harbour() -> Bid:
    return load_example("harbour", TODAY)


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("We will see 400 people a year.", True),
        ("Our team will gladly visit within two days.", True),
        ("The hub will open on 1 April 2027.", True),
        ("Every person will have a plan.", True),
        ("In 2025 we saw 400 people.", False),
        ("The council will decide.", False),
        ("“We will come back,” said a carer.", False),
        ("We are committed to paying the real living wage.", True),
    ],
)
def test_a_promise_is_told_from_a_fact(text: str, promised: bool) -> None:
    assert bool(promises_of_text(text)) is promised


def test_how_much_and_by_when_are_taken_from_the_sentence() -> None:
    text = "We will see 1,200 people by 31 March 2028. We will spend £5,000. We will reach 80%."
    bid = EMPTY.model_copy(update={"answers": (Answer(id="a", parent="q", text=text),)})
    people, money, share = promises_in(bid)
    told = (people.quantity, people.unit, people.due_on)
    assert told == (
        Decimal(1200),
        "people",
        date(2028, 3, 31),
    )
    assert (money.quantity, money.unit) == (Decimal(5000), "pounds")
    assert (share.quantity, share.unit) == (Decimal(80), "%")


@given(some.lists(some.sampled_from(["We will visit.", "We met 3.", "All will be safe.", "Yes."])))
@settings(max_examples=100, deadline=None)
def test_every_promise_stands_in_its_answer(sentences: list[str]) -> None:
    text = " ".join(sentences)
    words = " ".join(reading_of(text).text.split())
    assert all(one in words for one in promises_of_text(text))


def test_promises_are_kept_once_with_the_answer_they_come_from() -> None:
    document = Document(RESULT.set(harbour(), "won"))
    found = promises_in(document.bid)
    assert found
    before = document.bid
    keep_promises(document, {found[0].key})
    kept = document.bid.commitments[-1]
    assert (kept.from_answer, kept.status) == (found[0].answer, "promised")
    assert found[0].key not in {one.key for one in promises_in(document.bid)}
    document.undo()
    assert document.bid == before


def test_marks_received_stand_beside_our_own() -> None:
    document = Document(harbour())
    assert add_rows(document) > 3
    assert add_rows(document) == 0
    row = document.bid.marks_received[0]
    given_mark = row.model_copy(
        update={"most": Decimal(10), "ours": Decimal(6), "winner": Decimal(9)}
    )
    rest = document.bid.marks_received[1:]
    marked = document.bid.model_copy(update={"marks_received": (given_mark, *rest)})
    one = compared_marks(marked)[0]
    assert (one.expected, one.received, one.apart) == (Decimal(8), Decimal(6), Decimal(-2))
    assert difference_words(marked) == ("▼ 1.1 Service model: 2 fewer than we expected",)
    chart = marks_chart(marked)
    assert chart is not None
    assert chart.groups[0].values == (Decimal(8), Decimal(6), Decimal(9))
    assert marks_chart(harbour()) is None


@pytest.mark.requirement(8)
@pytest.mark.requirement(88)
def test_the_next_bid_starts_a_year_before_the_end_as_one_step() -> None:
    document = Document(harbour().model_copy(update={"after": EMPTY.after}))
    before = document.bid
    assert rebid_day(before) == date(2029, 4, 1)
    count = start_next_bid(document, TODAY)
    bid = document.bid
    assert count == 5
    assert bid.after.rebid_on == date(2029, 4, 1)
    assert bid.after.working_group_meets_on == date(2026, 12, 5)
    assert all(one.due_on and one.due_on >= TODAY for one in bid.tasks[-5:])
    assert start_next_bid(document, TODAY) == 0
    document.undo()
    assert document.bid == before


def marked(*given: tuple[str, str, str]) -> Bid:
    """The example with marks received: criterion, ours and the winner's, out of five."""
    rows = tuple(
        MarkReceived(
            id=f"r-{one}",
            criterion=one,
            title=one,
            most=Decimal(5),
            ours=Decimal(ours),
            winner=Decimal(winner),
            reason=f"Why {one}",
        )
        for one, ours, winner in given
    )
    return harbour().model_copy(update={"marks_received": rows, "lessons": ()})


def test_marks_received_are_weighed_as_the_buyer_weighs_them() -> None:
    bid = marked(("hm-c11", "3", "5"), ("hm-c15", "4", "5"))
    found = weighed_marks(bid)
    assert found is not None
    assert (found.possible, found.received, found.expected, found.winner) == (
        Decimal(20),
        Decimal("13.0"),
        Decimal("16.0"),
        Decimal("20.0"),
    )
    (words,) = weighed_words(bid)
    assert "With their weights: 13 of 20 points." in words
    assert "Most was lost at hm-c11: 6 points." in words
    assert weighed_marks(EMPTY) is None
    assert weighed_words(EMPTY) == ()


def test_each_gap_to_the_winner_becomes_a_lesson_once() -> None:
    document = Document(marked(("hm-c11", "3", "5"), ("hm-c15", "5", "4")))
    before = document.bid
    assert lessons_from_marks(document) == 1
    (lesson,) = document.bid.lessons
    assert lesson.text == "hm-c11: we had 3, the winner 5.\nWhy hm-c11"
    assert lesson.kind == "change"
    assert lessons_from_marks(document) == 0
    document.undo()
    assert document.bid == before


def test_what_was_offered_is_promised_once_it_is_won() -> None:
    document = Document(harbour())
    offered = [one.id for one in document.bid.commitments if one.status == "offered"]
    assert offered
    assert take_on(document) == 0
    document.set(RESULT, "won")
    assert take_on(document) == len(offered)
    states = {one.id: one.status for one in document.bid.commitments}
    assert all(states[one] == "promised" for one in offered)
    document.undo()
    assert any(one.status == "offered" for one in document.bid.commitments)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("We will open within six weeks of the start.", date(2027, 5, 13)),
        ("We will open within 10 days of the contract’s start.", date(2027, 4, 11)),
        ("We will see 40 people in the first three months.", date(2027, 6, 30)),
        ("We will see 40 people by the end of year 2.", date(2029, 3, 31)),
        ("We will see 40 people by month 6.", date(2027, 9, 30)),
        ("We will train everyone in the first year.", date(2028, 3, 31)),
        ("We will answer within two days of a call.", None),
        ("We will see 40 people.", None),
        ("We will do it within 999 years of the start.", date(3026, 3, 31)),
    ],
)
def test_a_day_counted_from_the_start_is_worked_out(sentence: str, day: date | None) -> None:
    assert day_from_start(sentence, date(2027, 4, 1)) == day
    assert day_from_start(sentence, None) is None


def test_the_register_prints_every_promise_with_keeper_and_day() -> None:
    bid = harbour()
    document = promises(bid, Options(today=TODAY), answer_names(bid))
    printed = repr(document)
    for one in bid.commitments:
        assert one.measure in printed
        assert one.owner in printed
    assert document.reader == "us"
    assert write_pdf(document).startswith(b"%PDF-")
    assert "No promise is listed yet." in repr(promises(EMPTY, Options(today=TODAY), {}))


def test_an_end_that_is_not_known_makes_no_plan() -> None:
    document = Document(EMPTY)
    assert start_next_bid(document, TODAY) == 0
    assert document.bid == EMPTY


@given(some.lists(some.sampled_from(["won", "lost", "waiting", "dropped", "open"])))
@settings(max_examples=100, deadline=None)
def test_every_bid_is_counted_once(results: list[str]) -> None:
    track = track_of(BidResult("", one) for one in results)
    counted = track.won + track.lost + track.waiting + track.dropped
    assert counted == len(results) - results.count("open")
    assert track.rate is None or 0 <= track.rate <= 100
    assert (track.rate is None) == (track.won + track.lost == 0)


@pytest.mark.requirement(180)
def test_the_folder_is_read_and_not_touched(tmp_path: Path) -> None:
    for name, outcome in (("a", "won"), ("b", "lost"), ("c", "won")):
        update = {"outcome": outcome, "hours_spent": Decimal(30)}
        after = EMPTY.after.model_copy(update=update)
        session = create_bid(
            tmp_path / f"{name}.bidkit", EMPTY.model_copy(update={"after": after}), Ports("Ann")
        )
        session.close()
    (tmp_path / "broken.bidkit").write_bytes(b"nothing")
    kept = {one.name: one.read_bytes() for one in tmp_path.glob("*.bidkit")}
    sent = Round(id="r", sent_at=datetime(2026, 11, 1, tzinfo=UTC))
    own = EMPTY.model_copy(update={"rounds": (sent,)})
    track = read_results(tmp_path, tmp_path / "mine.bidkit", own)
    assert track == TrackOfBids(2, 1, 1, 0, 1, Decimal(45))
    assert track.rate == 67
    assert track_words(track)[0] == "2 won, 1 not won, 1 waiting."
    assert {one.name: one.read_bytes() for one in tmp_path.glob("*.bidkit")} == kept


def test_a_bid_and_its_copies_and_its_memory_count_once(tmp_path: Path) -> None:
    lost = {"outcome": "lost", "main_reason": "price", "hours_spent": Decimal(20)}
    scores = {"our_score": Decimal(70), "winner_score": Decimal(82)}
    offered = EMPTY.opportunity.model_copy(update={"value": Decimal(50_000)})
    bid = EMPTY.model_copy(
        update={
            "after": EMPTY.after.model_copy(update=lost | scores),
            "opportunity": offered,
        }
    )
    session = create_bid(tmp_path / "lost.bidkit", bid, Ports("Ann"))
    (tmp_path / "lost (copy).bidkit").write_bytes(session.path.read_bytes())
    past = (
        bid_entry(bid, session.bid_id),
        LibraryEntry("bid", "Old", data={"outcome": "won", "amount": "150000"}, id="old"),
        LibraryEntry("bid", "Odd", data={"outcome": "won", "amount": "NaN", "hours": "x"}, id="x"),
        LibraryEntry("bid", "Mine", data={"outcome": "lost"}, id="mine"),
    )
    session.close()
    won = EMPTY.model_copy(update={"after": EMPTY.after.model_copy(update={"outcome": "won"})})
    track = read_results(tmp_path, tmp_path / "mine.bidkit", won, own_id="mine", past=past)
    assert (track.won, track.lost) == (3, 1)
    assert (track.value_won, track.value_rate) == (Decimal(150_000), Decimal(75))
    assert (track.reasons, track.gap) == ((("price", 1),), Decimal(12))
    words = " ".join(track_words(track))
    assert "£150,000 won, 75% of what was bid for" in words
    assert "Lost because of: price (1)." in words
    assert "12 marks behind" in words


def test_a_bid_still_being_written_is_not_counted() -> None:
    assert result_of(EMPTY).result == "open"
