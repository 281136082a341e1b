"""Guidance says what the sources want people to know, at the place where it matters."""

from __future__ import annotations

import pytest

from bidkit.domain.stages import Stage
from bidkit.packs.catalogue import shipped
from bidkit.packs.guidance import guidance_for

WORDS = (
    (99, Stage.EVIDENCE, "outcomes", "that is an outcome"),
    (99, Stage.COSTS, "costing.overhead_rate", "One rate for all overheads"),
    (99, Stage.PARTNERS, "partners.role", "who answers for what"),
    (164, Stage.VALUE, "social_clauses", "bought apart by another budget"),
    (91, Stage.VALUE, "value_items.relevance", "only where the buyer looks for it"),
    (80, Stage.PARTNERS, "", "Keep a list of partners whose papers you have seen"),
    (21, Stage.DECISION, "decision.pilot_first", "a pilot paid by a funder may open the door"),
    (191, Stage.OPPORTUNITY, "competitors[c].name", "treat bidders the same"),
    (220, Stage.OPPORTUNITY, "opportunity.buyer.kind", "how to work together"),
    (171, Stage.OPPORTUNITY, "lots", "A lot may be your size where the whole is not"),
)


@pytest.mark.parametrize(
    ("stage", "address", "words"),
    [pytest.param(*entry[1:], marks=pytest.mark.requirement(entry[0])) for entry in WORDS],
)
def test_guidance_says_it_where_it_matters(stage: Stage, address: str, words: str) -> None:
    notes = guidance_for(stage, address)
    assert any(words in note.text for note in notes)
    assert all(note.source for note in notes if words in note.text)


@pytest.mark.requirement(215)
def test_reach_is_asked_for_with_how_it_is_known() -> None:
    meanings = [line for pack in shipped().holding("meanings") for line in pack.meanings]
    reach = next(line for line in meanings if line.key == "reach")
    assert "how do we know" in reach.prompt
