"""What the sources ask of full value, as people meet it: meanings, extras, audiences, clauses."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.evidence import Evidence
from bidkit.domain.refs import ref
from bidkit.domain.value import Meaning, SocialClause, ValueItem
from bidkit.export.compose import Options, compose
from bidkit.figures.value import Lacking, claim
from bidkit.packs.catalogue import shipped
from bidkit.session.document import Document
from bidkit.session.value.statement import draft_statement, put_draft
from bidkit.ui.pages.value.starters import clauses_of, prompt_of, with_clauses

TODAY = date(2026, 11, 21)
SHOWN = ValueItem(
    id="v1",
    quadrant="primary outcomes",
    statement="Carers sleep through",
    interest=3,
    relevance=3,
    evidence=("e1",),
)


def bid_with(**fields: object) -> Bid:
    item = SHOWN.model_copy(update=fields)
    return EMPTY.model_copy(
        update={"value_items": (item,), "evidence": (Evidence(id="e1", title="Carers’ survey"),)}
    )


@pytest.mark.requirement(100)
def test_each_of_the_eight_meanings_asks_a_question_of_its_own() -> None:
    meanings = [one for one in get_args(Meaning) if one]
    prompts = {prompt_of(SHOWN.model_copy(update={"meaning": one}), shipped()) for one in meanings}
    assert len(meanings) == 8
    assert len(prompts) == 8
    assert all("?" in one for one in prompts)
    assert prompt_of(SHOWN, shipped()) == ""


@pytest.mark.requirement(104)
@pytest.mark.parametrize(
    ("flags", "said"),
    [
        ({"in_contract": "yes"}, "In the price: Carers sleep through."),
        ({"paid_for": "yes", "commitment": "yes"}, "In the price: Carers sleep through."),
        ({"commitment": "yes", "paid_for": "no"}, "Offered on top: Carers sleep through."),
        ({}, ""),
    ],
)
def test_what_is_asked_paid_or_promised_is_told_apart(flags: dict[str, str], said: str) -> None:
    words = draft_statement(bid_with(**flags))
    assert said in words
    assert ("In the price" in words, "Offered on top" in words) == (
        said.startswith("In"),
        said.startswith("Offered"),
    )


@pytest.mark.requirement(112)
def test_only_what_others_look_for_is_claimed() -> None:
    assert claim(3, 3, 1).include
    assert claim(3, 1, 1).lacking == (Lacking.RELEVANCE,)
    assert claim(1, 3, 1).lacking == (Lacking.INTEREST,)
    assert draft_statement(bid_with(interest=1)) == ""


@pytest.mark.requirement(167)
def test_what_we_contribute_is_written_with_its_proof_and_printed_for_the_buyer() -> None:
    document = Document(bid_with())
    assert put_draft(document)
    printed = repr(compose(document.bid, Options(today=TODAY)))
    assert "Carers sleep through (shown by Carers’ survey)" in printed


@pytest.mark.requirement(166)
def test_clauses_are_offered_to_be_edited_and_our_words_stay() -> None:
    lines = clauses_of(shipped())
    assert len(lines) >= 6
    document = Document(with_clauses(EMPTY, lines, "bid-1"))
    assert all(one.text and one.include == "" for one in document.bid.social_clauses)
    first = document.bid.social_clauses[0]
    place = ref(Bid, lambda b: b.social_clauses).item(first.id)
    document.set(place.then(ref(SocialClause, lambda c: c.text)), "In our own words.")
    assert document.bid.social_clauses[0].text == "In our own words."
    again = with_clauses(document.bid, lines, "bid-1")
    assert again == document.bid


@pytest.mark.requirement(206)
def test_one_clause_is_about_things_used_again_and_local_work() -> None:
    words = [one.text.lower() for one in clauses_of(shipped())]
    assert any("furniture" in one and "work" in one for one in words)
