from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bidkit.figures.payments import (
    break_even_percent,
    cash_flow,
)

D = Decimal

SUMS = st.lists(st.decimals(min_value=0, max_value=100_000, places=2), max_size=24)


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


def test_the_share_of_results_that_covers_the_cost() -> None:
    assert break_even_percent(D(100_000), D(40_000), D(80_000)) == D(75)
    assert break_even_percent(D(30_000), D(40_000), D(80_000)) == D(0)
    assert break_even_percent(D(30_000), D(0), D(0)) is None
