from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.figures.payments import (
    ResultTerms,
    break_even_percent,
    cash_flow,
    delayed,
    late_income,
    result_income,
)

D = Decimal

SUMS = st.lists(st.decimals(min_value=0, max_value=100_000, places=2), max_size=24)


@pytest.mark.requirement(189)
def test_results_are_paid_after_the_delay() -> None:
    terms = ResultTerms(D(500), delay_months=2)
    reached = [D(2), D(0), D(4)]
    assert result_income(terms, reached, 4) == (D(0), D(0), D(1_000), D(0))
    assert late_income(terms, reached, 4) == D(2_000)
    assert result_income(terms, reached, 5, D(50))[2:] == (D(500), D(0), D(1_000))


def test_the_lowest_balance_and_when_it_falls_below_nought() -> None:
    flow = cash_flow(D(1_000), [D(0), D(0), D(5_000)], [D(800), D(900), D(900)])
    assert [month.balance for month in flow.months] == [D(200), D(-700), D(3_400)]
    assert (flow.lowest, flow.lowest_month, flow.first_below) == (D(-700), 1, 1)
    assert flow.needed == D(700)


def test_a_balance_that_only_grows_is_lowest_at_the_start() -> None:
    flow = cash_flow(D(10), [D(1), D(1)], [])
    assert (flow.lowest, flow.needed) == (D(10), D(0))
    assert flow.lowest_month is None
    assert flow.first_below is None
    assert cash_flow(D(10), [], []).months == ()


@given(SUMS, SUMS)
def test_money_is_neither_made_nor_lost(incoming: list[Decimal], outgoing: list[Decimal]) -> None:
    flow = cash_flow(D(0), incoming, outgoing)
    assert len(flow.months) == max(len(incoming), len(outgoing))
    if flow.months:
        assert flow.months[-1].balance == sum(incoming) - sum(outgoing)
    assert flow.lowest == min([D(0), *(month.balance for month in flow.months)])


@given(SUMS, st.integers(min_value=0, max_value=6))
def test_what_is_paid_and_what_is_late_make_what_is_earned(
    amounts: list[Decimal], delay: int
) -> None:
    terms = ResultTerms(D(1), delay)
    paid = sum(result_income(terms, amounts, 12)) + late_income(terms, amounts, 12)
    assert paid == sum(amounts)
    assert delayed(amounts, delay, 12) == result_income(terms, amounts, 12)


def test_the_share_of_results_that_covers_the_cost() -> None:
    assert break_even_percent(D(100_000), D(40_000), D(80_000)) == D(75)
    assert break_even_percent(D(30_000), D(40_000), D(80_000)) == D(0)
    assert break_even_percent(D(30_000), D(0), D(0)) is None
