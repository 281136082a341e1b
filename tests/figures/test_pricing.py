from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.errors import InputError
from bidkit.figures.pricing import (
    below_percent,
    irrecoverable_tax,
    margin,
    price_by_margin,
    price_by_mark_up,
    reconcile,
    recovery,
    running_rate,
    unit_cost,
    with_tax,
    years,
)
from bidkit.figures.rounding import to_places

D = Decimal


@pytest.mark.requirement(43)
def test_t_fcr_price_by_mark_up_and_by_margin() -> None:
    assert price_by_mark_up(D(174_300), D(3)) == D("179529.00")
    assert price_by_margin(D(174_300), D(3)) == D("179690.72")
    with pytest.raises(InputError, match="less than 100"):
        price_by_margin(D(1), D(100))


@pytest.mark.requirement(172)
def test_t_fcr_offer_against_full_cost() -> None:
    found = recovery(D(150_000), D(174_300))
    assert (found.shortfall, found.surplus) == (D(24_300), D(0))
    assert to_places(found.percent or D(0), 2) == D("86.06")
    assert recovery(D(180_000), D(174_300)).surplus == D(5_700)
    assert recovery(D(1), D(0)).percent is None


def test_t_fcr_unit_cost() -> None:
    assert unit_cost(D(174_300), D(400)) == D("435.75")
    assert unit_cost(D(174_300), D(0)) is None


def test_t_fcr_three_years_of_inflation() -> None:
    found = years(D(174_300), 3, inflation=D(3))
    assert found == (D("174300.00"), D("179529.00"), D("184914.87"))
    assert sum(found) == D("538743.87")


@pytest.mark.requirement(2)
def test_t_fcr_three_percent_efficiency_a_year() -> None:
    assert years(D(174_300), 3, efficiency=D(3)) == (
        D("174300.00"),
        D("169071.00"),
        D("163998.87"),
    )
    assert years(D(100), 2, D(3), D(3)) == (D(100), D("99.91"))
    assert years(D(100), 0) == ()


@given(
    st.decimals(min_value=1, max_value=10_000_000, places=2),
    st.decimals(min_value=0, max_value=90, places=1),
)
def test_margin_and_price_agree(cost: Decimal, percent: Decimal) -> None:
    left = margin(price_by_margin(cost, percent), cost)
    assert left.of_price is not None
    assert abs(left.of_price - percent) <= D("0.6") / cost
    assert left.amount >= 0


@pytest.mark.requirement(139)
def test_a_schedule_is_reconciled_to_the_penny() -> None:
    lines = [D("100.10"), D("200.20"), D("0.70")]
    assert reconcile(lines, D(301)).difference == 0
    assert reconcile(lines, D(300)).difference == D(1)


@pytest.mark.requirement(52)
def test_value_added_tax() -> None:
    sum_with_tax = with_tax(D("100.03"), D(20))
    assert (sum_with_tax.tax, sum_with_tax.gross) == (D("20.01"), D("120.04"))
    assert irrecoverable_tax(D("20.01"), D(0)) == D("20.01")
    assert irrecoverable_tax(D("20.01"), D(100)) == 0


def test_how_far_a_price_lies_below() -> None:
    assert below_percent(D(75), D(100)) == D(25)
    assert below_percent(D(110), D(100)) == D(-10)
    assert below_percent(D(110), D(0)) is None


def test_the_rate_of_running_costs_comes_from_the_accounts() -> None:
    assert running_rate(D(18_000), D(180_000)) == D("11.1")
    assert running_rate(D(0), D(180_000)) is None
    assert running_rate(D(180_000), D(180_000)) is None
    assert running_rate(D(-1), D(5)) is None
