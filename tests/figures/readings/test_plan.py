"""Months worked out here a second time, in pence."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bidkit.domain.costs import CostLine, Payment, PriceLine
from bidkit.figures.readings.cash import cash_of
from bidkit.figures.readings.plan import break_even, plan_of
from tests.rules.making import made

D = Decimal
COST = CostLine(id="c", amount=D(12000))
RATE: dict[str, Any] = {"costing__method": "one rate", "costing__overhead_rate": D(0)}
YEAR: dict[str, Any] = {
    **RATE,
    "costing__price": D(13200),
    "costing__first_year_starts_on": date(2027, 4, 15),
    "costing__paid_every": "month",
}


def test_paid_each_month_in_arrears_a_month_later() -> None:
    bid = made(COST, **YEAR, costing__paid_after=1)
    plan = plan_of(bid)
    assert plan is not None
    assert plan.first == date(2027, 4, 1)
    assert plan.outgoing == (D(1000),) * 12 + (D(0),)
    assert plan.incoming == (D(0),) + (D(1100),) * 12
    flow = cash_of(bid).flow
    assert (flow.needed, flow.lowest_month) == (D(1000), 0)
    assert flow.months[-1].balance == D(1200)


@pytest.mark.parametrize(
    ("every", "when", "months"),
    [
        ("quarter", "in advance", [0, 3, 6, 9]),
        ("quarter", "in arrears", [2, 5, 8, 11]),
        ("half year", "in arrears", [5, 11]),
        ("year", "in advance", [0]),
        ("year", "", [11]),
    ],
)
def test_rhythms(every: str, when: str, months: list[int]) -> None:
    bid = made(COST, **{**YEAR, "costing__paid_every": every}, costing__paid_when=when)
    plan = plan_of(bid)
    assert plan is not None
    assert [at for at, amount in enumerate(plan.incoming) if amount] == months
    assert sum(plan.incoming) == D(13200)


def test_like_parts_lose_no_penny() -> None:
    bid = made(COST, **{**YEAR, "costing__price": D("100.01")})
    plan = plan_of(bid)
    assert plan is not None
    assert sum(plan.incoming) == D("100.01")
    assert set(plan.incoming) == {D("8.33"), D("8.34")}


@pytest.mark.requirement(189)
def test_the_part_for_results_comes_later_and_only_as_far_as_reached() -> None:
    bid = made(
        COST,
        **YEAR,
        costing__results_share=D(25),
        costing__results_reached=D(80),
        costing__results_after=3,
    )
    plan = plan_of(bid)
    assert plan is not None
    assert (plan.fixed, plan.for_results) == (D(9900), D(3300))
    assert sum(plan.incoming) == D(9900) + D(2640)
    assert plan.incoming[2] == D(825)
    assert plan.incoming[3] == D(825) + D(220)
    assert len(plan.incoming) == 15
    even = break_even(bid)
    assert even is not None
    assert round(even, 4) == round(D(2100) * 100 / D(3300), 4)


def test_years_follow_the_schedule_and_what_has_no_year_is_shared() -> None:
    lines = (
        PriceLine(id="a", year=1, amount=D(10000)),
        PriceLine(id="b", year=2, amount=D(5000)),
        PriceLine(id="c", amount=D(200)),
        PriceLine(id="d", year=2, amount=D(999), option="yes"),
    )
    bid = made(COST, *lines, **{**YEAR, "costing__price": D(15200)}, costing__years=2)
    plan = plan_of(bid)
    assert plan is not None
    assert sum(plan.incoming[:12]) == D(10100)
    assert sum(plan.incoming[12:]) == D(5100)


def test_typed_payments_come_on_top() -> None:
    one = Payment(id="p", on=date(2027, 1, 9), amount=D(500), direction="out")
    bid = made(COST, one, **YEAR, costing__opening_cash=D(600))
    found = cash_of(bid)
    assert found.months[0] == date(2027, 1, 1)
    assert found.flow.months[0].balance == D(100)
    assert found.flow.months[3].balance == D(200)
    assert len(found.months) == 15


def test_without_price_day_or_rhythm_there_is_no_plan() -> None:
    for lacking in ("costing__price", "costing__first_year_starts_on", "costing__paid_every"):
        left = {name: value for name, value in YEAR.items() if name != lacking}
        assert plan_of(made(COST, **left)) is None


def test_values_nobody_means_are_held_within_reason() -> None:
    odd = {
        "costing__results_share": D(400),
        "costing__results_reached": D(-5),
        "costing__results_after": 9999,
        "costing__years": 60,
    }
    plan = plan_of(made(COST, **YEAR, **odd))
    assert plan is not None
    assert sum(plan.incoming) == 0
    assert plan.for_results == D(13200)
    far = {**YEAR, "costing__first_year_starts_on": date(9999, 1, 1)}
    assert plan_of(made(COST, **far)) is None
