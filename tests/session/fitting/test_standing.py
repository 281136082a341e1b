"""Our accounts are held against this buyer's levels, else the usual ones."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.organisation import AccountsYear
from bidkit.domain.questionnaire import Question, Rule
from bidkit.figures.readings.standing import standing_figures, yearly_value
from bidkit.figures.standing import Grade, Status
from bidkit.packs.catalogue import shipped
from bidkit.session.fitting.standing import figure_words, level_words, standing_here

D = Decimal
PACKS = shipped()
TODAY = date(2026, 11, 27)
OLD = AccountsYear(id="a0", year_end=date(2024, 3, 31), income=D(1))
VECTOR = AccountsYear(
    id="a1",
    year_end=date(2026, 3, 31),
    income=D(180_000),
    spending=D(172_000),
    free_reserves=D(43_000),
    current_assets=D(68_000),
    stock=D(4_000),
    creditors_within_year=D(32_000),
    operating_surplus=D(8_000),
)


def bid(*questions: Question, **accounts: Any) -> Bid:
    """The body of the test vector, bidding for 75,000 a year over three years."""
    made: Bid = with_fields(
        EMPTY, {"opportunity.value": D(225_000), "opportunity.period.months": 36}
    )
    latest = VECTOR.model_copy(update=accounts)
    return made.model_copy(update={"accounts": (OLD, latest), "questions": questions})


@pytest.mark.requirement(24)
def test_the_vector_through_the_bid() -> None:
    standing = standing_here(bid(), PACKS, TODAY)
    said = {one.id: figure_words(one) for one in standing.results}
    assert said["E1"] == "2.4"
    assert said["E2"] == "41.67%"
    assert (said["E3"], said["E4"], said["E6"]) == ("2.13", "2", "4.44%")
    assert (said["E5"], said["E7"]) == ("–", "3")
    assert standing.fair_turnover == D(150_000)
    assert standing.year_end == date(2026, 3, 31)


def test_below_a_usual_level_is_at_risk_and_below_the_buyers_fails() -> None:
    usual = {one.id: one for one in standing_here(bid(), PACKS, TODAY).results}
    assert usual["E6"].status is Status.AT_RISK
    assert level_words(usual["E6"]) == "at least 20%"
    rule = Rule(effect="fail", when="below", value="2.5")
    asked = Question(id="q", kind="number", prefill_from="standing.E3", rules=(rule,))
    standing = standing_here(bid(asked), PACKS, TODAY)
    ratio = next(one for one in standing.results if one.id == "E3")
    assert ratio.status is Status.FAIL
    assert standing.grade is Grade.HIGH


def test_more_turnover_than_is_fair_is_at_risk_even_where_it_is_met() -> None:
    rule = Rule(effect="fail", when="below", value="2.2")
    asked = Question(id="q", kind="number", prefill_from="standing.E1", rules=(rule,))
    first = standing_here(bid(asked), PACKS, TODAY).results[0]
    assert (first.id, first.status) == ("E1", Status.AT_RISK)


def test_missing_figures_say_nothing() -> None:
    assert standing_here(EMPTY, PACKS, TODAY).grade is Grade.UNKNOWN
    assert standing_figures(EMPTY) == {}
    assert "standing.E3" not in standing_figures(bid(creditors_within_year=D(0)))


@pytest.mark.parametrize(
    ("fields", "yearly"),
    [
        ({"months": 6}, D(90_000)),
        ({"starts_on": date(2027, 4, 1), "ends_on": date(2030, 3, 31)}, D(30_000)),
        ({"starts_on": date(2030, 4, 1), "ends_on": date(2027, 3, 31)}, D(90_000)),
        ({}, D(90_000)),
    ],
)
def test_a_contract_is_counted_by_the_year(fields: dict[str, Any], yearly: Decimal) -> None:
    named = {f"opportunity.period.{name}": value for name, value in fields.items()}
    assert yearly_value(with_fields(EMPTY, {"opportunity.value": D(90_000), **named})) == yearly
