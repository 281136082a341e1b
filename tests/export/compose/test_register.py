"""The register says what rests on what for us, and shows the buyer only what was ticked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bidkit.domain.base import Reader
from bidkit.domain.bid import Bid
from bidkit.export.compose import Options, compose
from bidkit.export.pdf import write_pdf
from bidkit.session.examples import load_example

TODAY = date(2026, 11, 21)
BUYER = Options(today=TODAY)


def ticked(bid: Bid, code: str) -> Bid:
    items = tuple(
        one.model_copy(update={"print_for_buyer": one.code == code}) for one in bid.evidence
    )
    return bid.model_copy(update={"evidence": items})


@pytest.mark.requirement(17)
def test_our_register_says_which_claim_of_which_answer_rests_on_what() -> None:
    bid = load_example("harbour", TODAY)
    printed = repr(compose(bid, replace(BUYER, reader=Reader.US)))
    assert "Evidence register" in printed
    assert "1.1: In 2025 this held on 203 of 208 opening days." in printed
    assert "What rests on nothing yet" in printed
    assert "It holds 60 people and is step-free." in printed


def test_the_quality_of_a_study_is_told_with_what_is_open() -> None:
    bid = load_example("harbour", TODAY)
    every = tuple(f"{row}.{column}=3" for row in range(1, 6) for column in range(1, 5))
    for bond, words in ((every, "60 of 80"), (every[:19], "57 of 80, 1 questions open")):
        first = bid.evidence[0].model_copy(update={"bond": bond})
        rated = bid.model_copy(update={"evidence": (first, *bid.evidence[1:])})
        assert f"'{words}'" in repr(compose(rated, replace(BUYER, reader=Reader.US)))


def test_the_buyer_sees_the_items_that_are_ticked_and_nothing_of_ours_in_them() -> None:
    bid = load_example("harbour", TODAY)
    none = repr(compose(bid.model_copy(update={"evidence": ticked(bid, "").evidence}), BUYER))
    assert "key='evidence'" not in none
    assert "evidence-hm-e1" not in none
    made = compose(ticked(bid, "E1"), BUYER)
    printed = repr(made)
    assert "412 people; 71% of 346 moved up at least one step" in printed
    assert "key='evidence-hm-e1'" in printed
    assert "target='evidence-hm-e1'" in printed
    assert "evidence-hm-e3'" not in printed
    for ours in ("Strength", "Used in", "On nothing yet", bid.evidence[0].method):
        assert ours not in printed
    assert write_pdf(made).startswith(b"%PDF")
