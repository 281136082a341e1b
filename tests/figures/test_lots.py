from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.figures.lots import price_together, sets_to_win

D = Decimal
PRICES = st.lists(st.decimals(min_value=0, max_value=10**7, places=2), min_size=1, max_size=6)


def test_what_is_paid_once_counts_once_and_a_discount_is_on_all_of_it() -> None:
    assert price_together([D(100), D(50)], D(10)) == D(160)
    assert price_together([D(100), D(50)], D(10), D(5)) == D(152)
    assert price_together([D(100), D(50)], D(10), D(5), fixed=D("140.005")) == D("140.01")


@given(PRICES, st.decimals(min_value=0, max_value=100, places=1))
def test_a_discount_never_makes_lots_dearer(prices: list[D], percent: D) -> None:
    assert 0 <= price_together(prices, discount_percent=percent) <= sum(prices, D(0)) + D("0.01")


def test_every_set_of_a_few_lots_singles_first() -> None:
    assert sets_to_win(["b", "a"]) == (("b",), ("a",), ("b", "a"))
    assert sets_to_win(["a", "b", "c"], most=2) == (
        ("a",),
        ("b",),
        ("c",),
        ("a", "b"),
        ("a", "c"),
        ("b", "c"),
    )
    assert sets_to_win(["a", "b"], most=0) == (("a",), ("b",))


@pytest.mark.parametrize("most", [None, 3])
def test_of_many_lots_only_what_was_named_and_those_wanted_most(most: int | None) -> None:
    lots = [f"l{n:02}" for n in range(86)]
    named = (frozenset({"l05", "l02"}), frozenset(lots))
    found = sets_to_win(lots, most, named)
    assert found[:86] == tuple((one,) for one in lots)
    assert found[86] == ("l02", "l05")
    assert found[-1] == tuple(lots[:3] if most else lots)
    assert len(found) == 88
