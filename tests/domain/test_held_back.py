"""Words whose consent does not hold are found however they are set out, and nothing else is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from bidkit.domain import evidence as proof
from bidkit.domain.answers import Answer
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.consent import Consent, consent_of
from bidkit.domain.consent.held_back import (
    _found_in,
    held_back,
    repeats,
    without_held_back,
)
from bidkit.domain.costs import CostLine
from bidkit.domain.edits import with_fields
from bidkit.domain.organisation import CaseStudy

TODAY = date(2026, 11, 21)
WORDS = "My mother sleeps, and so do I. I don’t dread Mondays now."
SAID = proof.Testimonial(
    id="t", quotation=WORDS, attribution="A carer, 43", consent="yes", scope=("bids",)
)


def bid_with(text: str, **changed: Any) -> Bid:
    said = SAID.model_copy(update=changed)
    bid: Bid = with_fields(
        EMPTY, {"testimonials": (said,), "answers": (Answer(id="a", parent="q", text=text),)}
    )
    return bid


@pytest.mark.requirement(117)
@pytest.mark.parametrize(
    ("changed", "state"),
    [
        ({}, "holds"),
        ({"consent": ""}, "missing"),
        ({"given_on": TODAY + timedelta(days=1)}, "missing"),
        ({"expires_on": TODAY - timedelta(days=1)}, "expired"),
        ({"expires_on": TODAY}, "holds"),
        ({"withdrawn_on": TODAY}, "withdrawn"),
        ({"withdrawn_on": TODAY + timedelta(days=1)}, "holds"),
        ({"scope": ()}, "not for bids"),
        ({"scope": ("web", "print")}, "not for bids"),
        ({"under_18": "yes", "guardian": "  "}, "guardian missing"),
        ({"under_18": "yes", "guardian": "P. Morgan"}, "holds"),
        ({"subject": "Dilys Wyn", "identified": "full name", "attribution": "Dilys Wyn"}, "holds"),
        (
            {"subject": "Dilys Wyn", "identified": "anonymous", "attribution": "Dilys, 43"},
            "names too much",
        ),
        (
            {"subject": "Dilys Wyn", "identified": "first name", "attribution": "Dilys, 43"},
            "holds",
        ),
        (
            {"subject": "Dilys Wyn", "identified": "first name", "attribution": "Dilys Wyn"},
            "names too much",
        ),
        ({"subject": "Jo Smith", "identified": "first name", "attribution": "Jo"}, "holds"),
        (
            {"subject": "Jo Smith", "identified": "first name", "attribution": "Jo Smith"},
            "names too much",
        ),
        ({"subject": "Mrs Joan Ng", "identified": "first name", "attribution": "Joan"}, "holds"),
        (
            {"subject": "Mrs Joan Ng", "identified": "first name", "attribution": "Joan Ng"},
            "names too much",
        ),
        ({"subject": "J. Ng", "identified": "anonymous", "quotation": "Ng? J is me."}, "holds"),
        (
            {"subject": "Ŵil Dafydd", "identified": "changed name", "quotation": "I, ŵil, agree."},
            "names too much",
        ),
    ],
)
def test_consent_holds_only_for_what_was_agreed(changed: dict[str, Any], state: Consent) -> None:
    assert consent_of(SAID.model_copy(update=changed), TODAY) == state


@pytest.mark.requirement(117)
@pytest.mark.parametrize(
    "repeated",
    [
        WORDS,
        "my mother sleeps and so do i",
        "She told us: *My mother* sleeps,\nand so do I.",
        '<span lang="cy">My mother</span> sleeps, and so do I.',
        "“I don't dread Mondays now!”",
    ],
)
def test_repeated_words_are_found_and_taken_out(repeated: str) -> None:
    bid = bid_with(f"We listen. {repeated} That is why.", consent="no")
    (found,) = repeats(bid, TODAY)
    assert str(found.place) == "answers[a].text"
    left = without_held_back(bid, TODAY)
    text = left.answers[0].text
    assert "sleeps" not in text
    assert "Mondays" not in text
    assert text.startswith("We listen.")
    assert text.endswith("That is why.")
    assert "(words left out: no consent)" in text
    assert left.testimonials == ()
    assert bid.answers[0].text.count("We listen.") == 1


@pytest.mark.parametrize(
    "text",
    ["My mother was here.", "", "Mothers sleep, and so do others, on Mondays.", "now."],
)
def test_other_words_stay(text: str) -> None:
    bid = bid_with(text, consent="no")
    assert list(repeats(bid, TODAY)) == []
    assert without_held_back(bid, TODAY).answers == bid.answers


def test_words_with_consent_stay_where_they_are_repeated() -> None:
    bid = bid_with(f"She said: {WORDS}")
    assert held_back(bid, TODAY) == ()
    assert without_held_back(bid, TODAY) is bid


def test_one_consent_frees_the_same_words_wherever_they_are_kept() -> None:
    story = CaseStudy(id="c", title="Dilys", quotation="My mother sleeps, and so do I.")
    bid: Bid = with_fields(bid_with(story.quotation), {"case_studies": (story,)})
    assert held_back(bid, TODAY) == ()
    unfree: Bid = with_fields(bid, {"testimonials": (SAID.model_copy(update={"consent": "no"}),)})
    assert {one.who for one in held_back(unfree, TODAY)} == {"A carer, 43", "Dilys"}
    left = without_held_back(unfree, TODAY)
    assert left.case_studies[0].quotation == ""
    assert "sleeps" not in left.model_dump_json()


def test_after_an_edit_only_the_text_it_changed_is_searched_again() -> None:
    lines = tuple(CostLine(id=f"c{at}", note=f"{SAID.quotation} Line {at}") for at in range(40))
    held = SAID.model_copy(update={"consent": ""})
    bid = with_fields(EMPTY, {"testimonials": (held,), "cost_lines": lines})
    assert len(tuple(repeats(bid, TODAY))) == 40
    known = _found_in.cache_info().misses
    changed = lines[3].model_copy(update={"note": f"Again: {SAID.quotation}"})
    edited = with_fields(bid, {"cost_lines": (*lines[:3], changed, *lines[4:])})
    assert len(tuple(repeats(edited, TODAY))) == 40
    assert _found_in.cache_info().misses == known + 1
