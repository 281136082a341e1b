"""Case studies print only where they are ticked, and quotations only with consent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bidkit.domain import evidence as proof
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.organisation import CaseStudy
from bidkit.export.compose import Options, compose

TODAY = date(2026, 11, 27)
STORY = CaseStudy(
    id="s",
    title="From the quay",
    situation="Five months at home.",
    what_we_did="A peer knocked.",
    result="Back at work.",
    quotation="They asked if I wanted a brew.",
    testimonial="t",
    buyer="Northshire Council",
    starts_on=date(2025, 1, 6),
    value=Decimal(4000),
    include=True,
)
SAID = proof.Testimonial(
    id="t",
    quotation="They asked if I wanted a brew.",
    attribution="A fisherman",
    consent="yes",
    scope=("bids",),
)


def printed(*cases: CaseStudy, said: proof.Testimonial = SAID) -> str:
    """Return what the buyer's document holds."""
    bid: Bid = with_fields(EMPTY, {"case_studies": cases, "testimonials": (said,)})
    options = Options(today=TODAY)
    document = compose(bid, options)
    return repr([block for block in document.blocks if getattr(block, "key", "") == "case-studies"])


@pytest.mark.requirement(20, 117)
def test_a_ticked_story_is_told_with_its_quotation() -> None:
    found = printed(STORY)
    for words in ("From the quay", "A peer knocked.", "Northshire Council", "6 Jan 2025", "£4,000"):
        assert words in found
    assert "a brew" in found
    assert "A fisherman" in found


def test_an_unticked_story_stays_home() -> None:
    assert printed(STORY.model_copy(update={"include": False})) == "[]"


@pytest.mark.requirement(117)
def test_without_consent_the_story_is_told_and_the_quotation_not() -> None:
    withdrawn = SAID.model_copy(update={"withdrawn_on": date(2026, 11, 1)})
    found = printed(STORY, said=withdrawn)
    assert "A peer knocked." in found
    assert "a brew" not in found
    unlinked = STORY.model_copy(update={"testimonial": "", "quotation": "Nobody said we may."})
    assert "Nobody said" not in printed(unlinked)


def test_a_story_with_one_length_alone_is_told_by_it() -> None:
    short = CaseStudy(id="s", title="Short", words_100="All in short.", include=True)
    assert "All in short." in printed(short)
    assert printed(CaseStudy(id="s", title="Nothing", include=True)) == "[]"
