"""The usual lists are there to start from, added once, and nothing comes along unasked."""

from __future__ import annotations

from datetime import date

import pytest

from bidkit.domain.bid import EMPTY
from bidkit.packs.catalogue import shipped
from bidkit.session.document import Document
from bidkit.session.fitting.starters import (
    add_starters,
    missing_starters,
    with_checklist,
    with_starters,
    with_tasks,
)
from bidkit.session.starting import begun

PACKS = shipped()
BUYER = ("buyer-quality", ("buyer_quality",))
AREAS = ("quality-marks", ("areas",))


@pytest.mark.requirement(130, 154, 216)
def test_a_buyer_is_judged_by_eight_principles_and_fifteen_actions() -> None:
    bid = with_starters(EMPTY, PACKS, *BUYER, "bid-1")
    groups = [one.group for one in bid.buyer_quality]
    assert (groups.count("principle"), groups.count("action")) == (8, 15)
    assert missing_starters(bid, PACKS, *BUYER, "bid-1") == 0


@pytest.mark.requirement(95)
def test_the_eleven_areas_come_without_the_questions_of_their_pack() -> None:
    bid = with_starters(EMPTY, PACKS, *AREAS, "bid-1")
    assert len(bid.self_assessment) == 11
    assert not bid.questions
    assert with_starters(bid, PACKS, *AREAS, "bid-1") == bid


@pytest.mark.requirement(54, 63, 69, 160, 161)
def test_a_bid_with_partners_starts_with_agreement_risks_and_tests() -> None:
    bid = begun("consortium", date(2026, 11, 21)).bid
    must = [one.text for one in bid.agreement_points if one.mandatory]
    assert any("leaves" in text for text in must)
    assert any("least quality" in one.text for one in bid.agreement_points)
    assert len(bid.risks) == 4
    assert all(one.control for one in bid.risks)
    assert len(bid.subcontract_tests) == 5
    other = Document(EMPTY)
    add_starters(other, PACKS, "agreement", ("agreement_points", "risks"), "bid-1")
    assert [one.kind for one in bid.agreement_points].count("flow-down") == 12
    agreed = [one for one in bid.agreement_points if not one.kind]
    assert len(other.bid.agreement_points) == len(agreed)
    assert not other.bid.subcontract_tests
    other.undo()
    assert other.bid == EMPTY


@pytest.mark.requirement(172, 173, 178, 179)
def test_a_contract_is_read_for_faults_and_fair_terms() -> None:
    bid = begun("contract", date(2026, 11, 21)).bid
    groups = [one.group for one in bid.red_flags]
    assert (groups.count("nao"), groups.count("gershon"), groups.count("template")) == (4, 4, 6)


@pytest.mark.requirement(61, 64)
def test_conditions_and_first_steps_become_points_and_tasks() -> None:
    factors, steps = PACKS.prompts("success factors"), PACKS.prompts("set-up steps")
    bid = with_tasks(with_checklist(EMPTY, factors, "b"), steps, "b")
    assert [one.text for one in bid.agreement_points] == [one.text for one in factors]
    assert len(bid.agreement_points) == len(bid.tasks) == 5
    assert with_tasks(with_checklist(bid, factors, "b"), steps, "b") == bid
