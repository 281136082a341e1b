"""Case studies: three lengths from their parts, and into an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.domain.answers import Answer
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.organisation import CaseStudy
from bidkit.domain.refs import ref
from bidkit.figures.counting import CountRule, count
from bidkit.session.document import Document
from bidkit.session.library.stories import (
    draft_lengths,
    drafted,
    tellings_in,
    tellings_of,
    use_telling,
)

ANSWERS = ref(Bid, lambda b: b.answers)
STORY = CaseStudy(
    id="s",
    title="From the quay",
    situation="He had not left home for months. " * 10,
    what_we_did="A peer knocked and walked with him.",
    result="Back at work after seven months.",
    quotation="They asked if I wanted a brew.",
)


def test_the_end_of_a_story_is_kept_whatever_the_length() -> None:
    short = drafted(STORY, 30)
    assert short.endswith("Back at work after seven months.")
    assert count(short, CountRule.WORDS) <= 30
    assert short.startswith("He had not left home for months.")
    whole = drafted(STORY, 500)
    assert whole.endswith("“They asked if I wanted a brew.”")
    assert whole.index("A peer knocked") < whole.index("Back at work")


def test_what_is_written_stays_and_the_rest_is_drafted_as_one_step() -> None:
    mine = STORY.model_copy(update={"words_100": "My own words."})
    document = Document(with_fields(EMPTY, {"case_studies": (mine,)}))
    assert draft_lengths(document, "s") == 2
    (after,) = document.bid.case_studies
    assert after.words_100 == "My own words."
    assert [bool(one.text) for one in tellings_of(after)] == [True, True, True]
    assert draft_lengths(document, "s") == 0
    document.undo()
    assert document.bid.case_studies == (mine,)


def test_a_story_with_no_parts_has_nothing_to_draft() -> None:
    document = Document(with_fields(EMPTY, {"case_studies": (CaseStudy(id="s"),)}))
    assert draft_lengths(document, "s") == 0
    assert draft_lengths(document, "gone") == 0
    assert tellings_in(document.bid) == ()


@given(st.text(max_size=400), st.text(max_size=200), st.integers(1, 60))
def test_a_draft_never_has_more_words_than_allowed(one: str, other: str, most: int) -> None:
    case = CaseStudy(id="s", situation=one, result=other)
    assert count(drafted(case, most), CountRule.WORDS) <= most


@pytest.mark.requirement(11, 176)
def test_a_story_goes_into_an_answer_below_what_stands_there() -> None:
    bid: Bid = with_fields(
        EMPTY,
        {
            "case_studies": (STORY.model_copy(update={"words_100": "A *plain* story."}),),
        },
    )
    document = Document(bid)
    place = document.promise(ANSWERS, Answer(id="a", parent="q"))
    (telling,) = tellings_in(bid)
    assert (telling.field, telling.words) == ("words_100", 3)
    use_telling(document, place, telling)
    (answer,) = document.bid.answers
    assert answer.text == "A \\*plain\\* story."
    use_telling(document, place, telling)
    assert document.bid.answers[0].text.count("plain") == 2
    document.undo()
    document.undo()
    assert document.bid == bid


def test_parts_stand_in_until_a_length_is_written() -> None:
    (telling,) = tellings_in(with_fields(EMPTY, {"case_studies": (STORY,)}))
    assert telling.field == "parts"
    assert "A peer knocked" in telling.text
