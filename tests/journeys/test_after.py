"""After the decision, in files: a bid lost, a bid won, and what both leave behind."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.refs import ref
from bidkit.session.afterwards.dates import dates_file
from bidkit.session.afterwards.letter import thanks_letter
from bidkit.session.afterwards.marks import (
    add_rows,
    lessons_from_marks,
    weighed_marks,
)
from bidkit.session.afterwards.next_bid import start_next_bid
from bidkit.session.afterwards.promises import keep_promises, promises_in, take_on
from bidkit.session.afterwards.record import read_results
from bidkit.session.afterwards.standstill import last_day_of, standstill_words
from bidkit.session.examples import load_example
from bidkit.session.exports import letter_pdf, promises_pdf
from bidkit.session.files import create_bid
from bidkit.session.library.shelf import OurLibrary
from bidkit.session.opening import FrontDoor
from bidkit.session.ports import Ports
from bidkit.session.session import Session

NOW = datetime(2027, 2, 1, 9, tzinfo=UTC)
TODAY = date(2027, 2, 1)
PORTS = Ports("Ann", clock=lambda: NOW)
AFTER = ref(Bid, lambda b: b.after)


def decided(folder: Path, name: str, **known: object) -> Session:
    """The example in a file, decided as told, with nothing noted afterwards yet."""
    bid = load_example("harbour", date(2026, 11, 21))
    told = {"told_on": date(2027, 1, 26), "standstill_kind": "voluntary", "standstill_days": 8}
    after = EMPTY.after.model_copy(update=told | known)
    bid = bid.model_copy(update={"after": after, "lessons": ()})
    return create_bid(folder / f"{name}.bidkit", bid, PORTS)


def said(session: Session) -> set[str]:
    return {one.rule for one in session.check_now() if one.rule.startswith("after.")}


@pytest.mark.requirement(16)
def test_a_bid_that_was_lost_teaches_something(tmp_path: Path) -> None:
    session = decided(tmp_path, "lost", outcome="lost", award_notice_on=date(2027, 1, 26))
    document = session.document
    assert {"after.feedback_not_asked", "after.summary_missing", "after.no_lessons"} <= said(
        session
    )
    assert last_day_of(document.bid) == date(2027, 2, 4)
    assert "3 days are left." in standstill_words(document.bid, TODAY)
    assert b"Standstill ends" in dates_file(document.bid, NOW, session.bid_id)

    add_rows(document)
    marks = {"most": Decimal(5), "ours": Decimal(3), "winner": Decimal(4)}
    rows = tuple(one.model_copy(update=marks) for one in document.bid.marks_received)
    document.edit("Marks", lambda bid: bid.model_copy(update={"marks_received": rows}))
    weighed = weighed_marks(document.bid)
    assert weighed is not None
    assert weighed.received < (weighed.winner or 0)
    assert lessons_from_marks(document) == len(rows)

    letter = thanks_letter(document.bid, TODAY)
    assert "where the chosen bid was stronger" in letter
    update = {"thanks_letter": letter, "feedback_asked_on": TODAY, "main_reason": "evidence"}
    document.edit("Ask", lambda bid: AFTER.set(bid, bid.after.model_copy(update=update)))
    assert letter_pdf(session).startswith(b"%PDF-")
    assert not {"after.feedback_not_asked", "after.summary_missing", "after.no_lessons"} & said(
        session
    )
    session.close()


@pytest.mark.requirement(8, 88, 217)
def test_a_bid_that_was_won_is_kept_and_begun_again(tmp_path: Path) -> None:
    session = decided(tmp_path, "won", outcome="won")
    document = session.document
    found = promises_in(document.bid)
    assert {"after.no_working_group", "after.no_alarm"} <= said(session)
    assert found
    keep_promises(document, {one.key for one in found})
    assert take_on(document) == 4
    assert "after.promise_without_keeper" in said(session)
    kept = tuple(
        one.model_copy(update={"owner": "Ann", "due_on": one.due_on or date(2028, 3, 31)})
        for one in document.bid.commitments
    )
    document.edit("Keepers", lambda bid: bid.model_copy(update={"commitments": kept}))
    assert "after.promise_without_keeper" not in said(session)
    assert promises_pdf(session).startswith(b"%PDF-")
    assert dates_file(document.bid, NOW, session.bid_id).count(b"SUMMARY:Promise due") == len(kept)

    assert start_next_bid(document, TODAY) == 5
    assert document.bid.after.rebid_on == date(2029, 4, 1)
    group = {"working_group": "Ann, Bo and one member of the forum"}
    document.edit("Group", lambda bid: AFTER.set(bid, bid.after.model_copy(update=group)))
    assert not {"after.no_working_group", "after.no_alarm"} & said(session)
    session.close()


@pytest.mark.requirement(180)
def test_both_are_counted_in_the_folder_and_remembered_by_the_library(tmp_path: Path) -> None:
    door = FrontDoor(PORTS, folder=tmp_path)
    for name in ("won", "lost"):
        made = decided(tmp_path, name, outcome=name, hours_spent=Decimal(60))
        made.close()
        door.close(door.open(made.path))
    past = OurLibrary(PORTS).entries(kinds=("bid",))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    now = create_bid(elsewhere / "now.bidkit", load_example("harbour", TODAY), PORTS)
    track = read_results(elsewhere, now.path, now.document.bid, own_id=now.bid_id, past=past)
    assert (track.won, track.lost, track.rate) == (1, 1, Decimal(50))
    assert track.hours_a_win == Decimal(120)
    now.close()


@pytest.mark.requirement(8, 88)
def test_the_first_page_says_when_it_is_time_for_the_next_bid(tmp_path: Path) -> None:
    assert FrontDoor(PORTS, folder=tmp_path).to_begin_again() == ()
    made = decided(tmp_path, "won", outcome="won", rebid_on=date(2029, 4, 1))
    lost = decided(tmp_path, "lost", outcome="lost", rebid_on=date(2029, 4, 1))
    for one in (made, lost):
        FrontDoor(PORTS, folder=tmp_path).close(one)
    day_before = Ports("Ann", clock=lambda: datetime(2029, 3, 31, 9, tzinfo=UTC))
    assert list(FrontDoor(day_before, folder=tmp_path).to_begin_again()) == []
    on_the_day = Ports("Ann", clock=lambda: datetime(2029, 4, 1, 9, tzinfo=UTC))
    (due,) = FrontDoor(on_the_day, folder=tmp_path).to_begin_again()
    assert (due.path, due.deadline) == (made.path, "Since Sun 1 Apr 2029")
    made.path.unlink()
    assert list(FrontDoor(on_the_day, folder=tmp_path).to_begin_again()) == []
