"""No way out lets words go whose consent does not hold: each is written and searched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from bidkit.domain.base import Reader
from bidkit.domain.bid import Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.rounds import PanelQuestion, Slide
from bidkit.export.compose import Options, compose
from bidkit.export.compose.briefing import briefing
from bidkit.export.compose.options import PARTS_FOR_US, PARTS_OWN_DOCUMENT
from bidkit.export.compose.product_sheet import product_sheet
from bidkit.export.portal import portal_sheet
from bidkit.session.examples import load_example
from bidkit.session.presenting.papers import handout, speaker_cards

TODAY = date(2026, 11, 21)
SECRET = "My mother sleeps and so do I"
EVERY_PART = frozenset((*PARTS_FOR_US, *PARTS_OWN_DOCUMENT))
FOR_BUYER = Options(today=TODAY, parts=EVERY_PART)
FOR_US = replace(FOR_BUYER, reader=Reader.US)

WAYS_OUT: dict[str, Callable[[Bid], object]] = {
    "the PDF for the buyer": lambda bid: compose(bid, FOR_BUYER),
    "the PDF for us": lambda bid: compose(bid, FOR_US),
    "the portal sheet": lambda bid: portal_sheet(bid, TODAY),
    "the briefing": lambda bid: briefing(bid, FOR_US),
    "the product sheet": lambda bid: product_sheet(bid, FOR_BUYER),
    "the speakers' cards": lambda bid: speaker_cards(bid, TODAY),
    "the page for the panel": lambda bid: handout(bid, TODAY),
}


def spread(bid: Bid, consent: str) -> Bid:
    """The example with one person's words typed all over it, and their consent so."""
    words = f"“{SECRET}.”"
    said = bid.testimonials[1].model_copy(update={"consent": consent})
    answers = tuple(
        one.model_copy(update={"text": f"{one.text}\n\n{words}"}) for one in bid.answers
    )
    made: Bid = with_fields(
        bid,
        {
            "testimonials": (bid.testimonials[0], said, bid.testimonials[2]),
            "answers": answers,
            "full_value.statement": words,
            "case.change_sought": words,
            "offer.words_50": words,
            "offer.words_200": words,
            "organisation.what_we_do": words,
            "organisation.product_sheet": words,
            "decision.mission_fit": words,
            "opportunity.summary": words,
            "slides": (Slide(id="s", title="Need", points=words, speaker="Ann", notes=words),),
            "panel_questions": (PanelQuestion(id="p", question="Why?", speaker="Ann"),),
        },
    )
    return made


@pytest.mark.requirement(117)
@pytest.mark.parametrize("way", WAYS_OUT)
def test_unconsented_words_never_leave(way: str) -> None:
    bid = load_example("harbour", TODAY)
    write = WAYS_OUT[way]
    assert SECRET in repr(write(spread(bid, "yes")))
    assert SECRET not in repr(write(spread(bid, "no")))
