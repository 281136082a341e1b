"""No way out lets words go whose consent does not hold: each is written and searched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import bidkit
from bidkit.domain.base import Reader
from bidkit.domain.bid import Bid
from bidkit.domain.documents import Requirement
from bidkit.domain.edits import with_fields
from bidkit.domain.review import Task
from bidkit.domain.rounds import PanelQuestion, Slide
from bidkit.domain.value import Commitment
from bidkit.export.compose import Options, compose
from bidkit.export.compose.briefing import briefing
from bidkit.export.compose.letter import letter
from bidkit.export.compose.needs import needs_paper
from bidkit.export.compose.options import PARTS_FOR_US, PARTS_OWN_DOCUMENT
from bidkit.export.compose.product_sheet import product_sheet
from bidkit.export.compose.promises import promises
from bidkit.export.matrix import matrix_sheet
from bidkit.export.portal import portal_sheet
from bidkit.session.afterwards.dates import dates_file
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
    "the letter": lambda bid: letter(bid, FOR_BUYER),
    "the register of promises": lambda bid: promises(bid, FOR_US, {}),
    "the paper on needs": lambda bid: needs_paper(bid, FOR_BUYER),
    "the compliance matrix": lambda bid: matrix_sheet(bid, TODAY).decode(),
    "the calendar": lambda bid: unfolded(dates_file(bid, datetime(2026, 11, 21, tzinfo=UTC))),
}


def unfolded(calendar: bytes) -> str:
    """Return a calendar file with its long lines whole again."""
    return calendar.decode().replace("\r\n ", "")


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
            "case.local_knowledge": words,
            "after.thanks_letter": words,
            "commitments": (Commitment(id="c", measure=words, due_on=date(2027, 1, 4)),),
            "requirements": (Requirement(id="r", quotation="Listen", our_offer=words),),
            "tasks": (Task(id="k", title=words, due_on=date(2026, 12, 1)),),
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


def test_whatever_makes_a_document_holds_such_words_back() -> None:
    modules = list(Path(bidkit.__file__).parent.rglob("*.py"))
    makers = [one for one in modules if "tree.Document(" in one.read_text(encoding="utf-8")]
    assert len(makers) > 5
    careless = [one.name for one in makers if "without_held_back(" not in one.read_text("utf-8")]
    assert careless == []
