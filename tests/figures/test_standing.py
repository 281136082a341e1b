from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from bidkit.figures.rounding import to_places
from bidkit.figures.standing import (
    Accounts,
    Grade,
    Level,
    Status,
    fair_turnover,
    going_concern,
    grade,
    judge,
    turnover_multiple,
    without_accounts,
)

D = Decimal

VECTOR = Accounts(
    income=D(180_000),
    spend=D(172_000),
    free_reserves=D(43_000),
    current_assets=D(68_000),
    stock=D(4_000),
    creditors_within_year=D(32_000),
    operating_surplus=D(8_000),
    annual_contract=D(75_000),
)
USUAL = {"E2": Level(D(33)), "E3": Level(D(1)), "E4": Level(D(1)), "E7": Level(D(3))}


def figure(id_: str, places: int) -> Decimal:
    value = {one.id: one.value for one in judge(VECTOR, {})}[id_]
    assert value is not None
    return to_places(value, places)


@pytest.mark.requirement(7)
def test_the_vector_of_financial_standing() -> None:
    assert figure("E3", 3) == D("2.125")
    assert figure("E4", 2) == D("2.00")
    assert figure("E7", 2) == D("3.00")
    assert figure("E2", 2) == D("41.67")
    assert figure("E1", 2) == D("2.40")
    assert figure("E6", 2) == D("4.44")
    assert fair_turnover(D(75_000), D(2)) == D(150_000)


def test_a_usual_level_warns_and_a_buyers_own_fails() -> None:
    usual = {one.id: one.status for one in judge(VECTOR, USUAL)}
    assert usual["E2"] is Status.AT_RISK
    assert usual["E3"] is Status.PASS
    assert usual["E7"] is Status.PASS
    asked = judge(VECTOR, {"E6": Level(D(20), asked=True)})
    assert {one.id: one.status for one in asked}["E6"] is Status.FAIL


def test_what_is_missing_is_named_and_never_passes_or_fails() -> None:
    found = {one.id: one for one in judge(VECTOR, {"E5": Level(D("0.8"), asked=True)})}
    assert found["E5"].status is Status.UNKNOWN
    assert found["E5"].missing == ("total_liabilities", "total_assets")
    assert all(one.status is Status.UNKNOWN for one in judge(Accounts(), USUAL))


def test_a_division_by_nought_is_unknown() -> None:
    found = judge(replace(VECTOR, creditors_within_year=D(0)), USUAL)
    assert {one.id: one.status for one in found}["E3"] is Status.UNKNOWN
    nothing = judge(replace(VECTOR, income=D(0), annual_contract=D(0)), USUAL)
    assert {one.id: one.status for one in nothing}["E1"] is Status.UNKNOWN


def test_the_turnover_multiple() -> None:
    assert turnover_multiple(VECTOR, D(2), D(2)).status is Status.PASS
    assert turnover_multiple(VECTOR, D(3), D(2)).status is Status.FAIL
    assert turnover_multiple(VECTOR, D("2.2"), D(2)).status is Status.AT_RISK
    assert turnover_multiple(VECTOR, None, D(2)).status is Status.NOT_APPLICABLE


def test_a_body_without_filed_accounts() -> None:
    assert without_accounts(forecast=True, bank_letter=True).status is Status.PASS
    assert without_accounts(forecast=True, bank_letter=False).status is Status.AT_RISK
    assert without_accounts(forecast=False, bank_letter=False).status is Status.FAIL
    unanswered = without_accounts(forecast=True, bank_letter=None)
    assert (unanswered.status, unanswered.missing) == (Status.UNKNOWN, ("bank_letter",))


@pytest.mark.requirement(24)
def test_the_grade() -> None:
    assert grade(judge(VECTOR, USUAL)) is Grade.MEDIUM
    assert grade(judge(VECTOR, {"E3": Level(D(1))})) is Grade.LOW
    assert grade(judge(VECTOR, {"E6": Level(D(20), asked=True)})) is Grade.HIGH
    assert grade(judge(Accounts(), USUAL)) is Grade.UNKNOWN


def test_doubt_about_going_on_fails_whatever_the_figures_say() -> None:
    sound = replace(VECTOR, total_assets=D(90_000), total_liabilities=D(40_000))
    results = judge(sound, {"E9": Level(D(0))})
    assert {one.id: one.value for one in results}["E9"] == D(50_000)
    assert grade(results) is Grade.LOW
    assert grade(going_concern(results, doubt=True)) is Grade.HIGH
    assert going_concern(results, doubt=None) == results
