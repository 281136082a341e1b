"""The presentation: an outline from the bid, minutes that add up, questions, papers, rehearsal."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.rounds import Slide
from bidkit.session.document import Document
from bidkit.session.examples import load_example
from bidkit.session.presenting.likely import add_likely, likely_questions, weakest
from bidkit.session.presenting.outline import (
    draft_outline,
    minutes_words,
    outline,
    runs_over,
    shared_minutes,
)
from bidkit.session.presenting.papers import cards_pdf, handout_pdf
from bidkit.session.presenting.rehearsal import Rehearsal, place_words, result_words

TODAY = date(2026, 11, 21)


def harbour() -> Bid:
    return load_example("harbour", TODAY)


@given(some.integers(1, 600), some.lists(some.integers(1, 9), min_size=1, max_size=12))
@settings(max_examples=200, deadline=None)
def test_minutes_are_shared_to_the_half_and_none_is_lost(minutes: int, worths: list[int]) -> None:
    shared = shared_minutes(minutes, worths)
    told = [one for one in shared if one is not None]
    assert len(told) == len(worths)
    assert sum(told) == minutes
    assert all(one >= 0 and (one * 2) % 1 == 0 for one in told)


def test_without_a_length_no_minutes_are_made_up() -> None:
    assert shared_minutes(None, [1, 2]) == (None, None)


@pytest.mark.requirement(121)
def test_our_strengths_say_why_us_where_no_theme_is_written() -> None:
    strengths: Bid = with_fields(EMPTY, {"decision.strengths": "We know every stairwell."})
    (why,) = (one for one in outline(strengths) if one.title == "Why us")
    assert why.points == "We know every stairwell."
    themed: Bid = with_fields(strengths, {"about.win_theme": "Open when others are shut."})
    (why,) = (one for one in outline(themed) if one.title == "Why us")
    assert why.points == "Open when others are shut."


@pytest.mark.requirement(32)
def test_the_outline_says_what_the_bid_says() -> None:
    made = outline(harbour())
    titles = [one.title for one in made]
    assert "What changes for people" in titles
    assert "Who does it" in titles
    assert all(one.points for one in made)
    assert sum(one.minutes or 0 for one in made) == 15
    assert outline(EMPTY) == ()


def test_own_parts_are_kept_and_the_draft_is_one_step() -> None:
    document = Document(harbour())
    before = document.bid
    count = draft_outline(document)
    assert document.bid.slides[:2] == before.slides
    assert len(document.bid.slides) == 2 + count
    document.undo()
    assert document.bid == before
    draft_outline(document, "replace")
    assert len(document.bid.slides) == count


def test_minutes_are_told_in_words() -> None:
    bid = harbour()
    assert minutes_words(bid) == "The parts take 10 of 15 minutes: 5 left."
    longer = (*bid.slides, Slide(id="s", title="More", minutes=Decimal(8)))
    over = bid.model_copy(update={"slides": longer})
    assert minutes_words(over).endswith("3 too many.")
    assert runs_over(over)
    without = bid.model_copy(update={"slides": (Slide(id="s", title="More"),)})
    assert minutes_words(without).endswith("One part has no minutes yet.")


def test_the_weakest_marks_are_asked_about_first() -> None:
    bid = harbour()
    first = weakest(bid)[0]
    named = {one.id: one.title for one in bid.criteria}
    assert named[first] == "Outcomes and impact"
    made = likely_questions(bid)
    assert made[0].from_criterion == first
    assert "Outcomes and impact" in made[0].question
    known = {one.from_criterion for one in bid.panel_questions}
    assert not known & {one.from_criterion for one in made}


def test_likely_questions_are_added_once() -> None:
    document = Document(harbour())
    assert add_likely(document) > 0
    assert add_likely(document) == 0


def words_of(data: bytes) -> tuple[int, str]:
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    try:
        pages = [document[at].get_textpage().get_text_range() for at in range(len(document))]
        return len(pages), " ".join(" ".join(pages).split())
    finally:
        document.close()


def test_each_speaker_gets_a_card_and_the_panel_one_page_without_names() -> None:
    bid = harbour()
    pages, cards = words_of(cards_pdf(bid, TODAY))
    assert pages >= 2
    assert "Ruth Penhale" in cards
    assert "Tom Okafor" in cards
    assert "5 minutes" in cards
    drafted = Document(bid)
    draft_outline(drafted, "replace")
    count, left = words_of(handout_pdf(drafted.bid, TODAY))
    assert count == 1
    assert "What changes for people" in left
    assert "minutes" not in left


def test_a_rehearsal_is_told_part_by_part() -> None:
    bid = harbour()
    start = datetime(2026, 11, 21, 10, tzinfo=UTC)
    going = Rehearsal().begun(start)
    assert place_words(bid, going).startswith("Part 1 of 2: The door (5 min 00 s")
    going = going.turned(start + timedelta(minutes=6)).ended(
        start + timedelta(minutes=12, seconds=5)
    )
    assert result_words(bid, going) == (
        "You took 12 min 05 s. That leaves 2 min 55 s.",
        "The door: 6 min 00 s, 5 min 00 s planned",
        "What changes: 6 min 05 s, 5 min 00 s planned",
    )


def test_the_criteria_the_panel_marks_come_first() -> None:
    bid = harbour()
    bare = bid.model_copy(
        update={"presentation": bid.presentation.model_copy(update={"criteria": ()})}
    )
    usual = weakest(bare)
    last = usual[-1]
    chosen = bid.presentation.model_copy(update={"criteria": (last,)})
    assert weakest(bid.model_copy(update={"presentation": chosen})) == (last, *usual[:-1])


@pytest.mark.requirement(32, 37)
def test_the_buyers_worries_are_asked_with_our_reply_ready() -> None:
    made = likely_questions(harbour())
    worry = next(one for one in made if "Village services have closed early before" in one.question)
    assert worry.our_reply
    assert made.index(worry) > 0


def test_the_first_part_carries_what_the_panel_asked_for() -> None:
    first = outline(harbour())[0]
    assert first.notes.startswith("They asked: How will the hubs feel")
    bare = harbour().model_copy(update={"presentation": EMPTY.presentation})
    assert outline(bare)[0].notes == ""
