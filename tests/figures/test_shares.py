from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.errors import InputError
from bidkit.figures.rounding import to_pence
from bidkit.figures.shares import (
    adds_to_hundred,
    apportion,
    largest_remainder,
    percentages,
    rounded_percent,
    slice_top,
)

D = Decimal

WEIGHTS = st.lists(
    st.decimals(min_value=0, max_value=1_000_000, places=3), min_size=1, max_size=12
).filter(lambda weights: sum(weights) > 0)
UNITS = st.integers(min_value=-10_000_000, max_value=10_000_000)


@given(UNITS, WEIGHTS)
def test_parts_always_add_up(units: int, weights: list[D]) -> None:
    assert sum(largest_remainder(units, weights)) == units


@given(UNITS, WEIGHTS)
def test_each_part_is_within_one_unit_of_its_exact_share(units: int, weights: list[D]) -> None:
    total = sum(weights)
    for part, weight in zip(largest_remainder(units, weights), weights, strict=True):
        assert abs(part * total - units * weight) < total


@given(st.integers(min_value=0, max_value=10_000_000), WEIGHTS)
def test_a_greater_weight_never_gets_less(units: int, weights: list[D]) -> None:
    parts = largest_remainder(units, weights)
    for one, part in zip(weights, parts, strict=True):
        for other, beside in zip(weights, parts, strict=True):
            assert one <= other or part >= beside


@given(UNITS, WEIGHTS)
def test_no_weight_gets_nothing_and_scaling_changes_nothing(units: int, weights: list[D]) -> None:
    parts = largest_remainder(units, weights)
    assert all(part == 0 for part, weight in zip(parts, weights, strict=True) if weight == 0)
    assert largest_remainder(units, [weight * 7 for weight in weights]) == parts


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4), WEIGHTS)
def test_any_amount_is_apportioned_to_the_penny(amount: D, weights: list[D]) -> None:
    assert sum(apportion(amount, weights)) == to_pence(amount)


@given(WEIGHTS, st.integers(min_value=0, max_value=3))
def test_percentages_make_exactly_a_hundred(parts: list[D], places: int) -> None:
    assert adds_to_hundred(percentages(parts, places))


def test_three_equal_parts() -> None:
    assert percentages([D(1), D(1), D(1)]) == (D(34), D(33), D(33))
    assert apportion(D(100), [D(1), D(1), D(1)]) == (D("33.34"), D("33.33"), D("33.33"))


def test_nothing_to_share_is_shared_among_nobody() -> None:
    assert percentages([D(0), D(0)]) == (D(0), D(0))
    assert largest_remainder(0, [D(0)]) == (0,)
    assert largest_remainder(0, []) == ()


def test_an_amount_without_anybody_to_carry_it_is_refused() -> None:
    with pytest.raises(InputError, match="nobody"):
        apportion(D(10), [D(0), D(0)])
    with pytest.raises(InputError, match="below nought"):
        apportion(D(10), [D(1), D(-1)])


@pytest.mark.requirement(58)
def test_t_hub() -> None:
    shared = slice_top(D(500_000), D(12), [D(300), D(100)])
    assert shared.hub == D(60_000)
    assert shared.members == D(440_000)
    assert shared.shares == (D(330_000), D(110_000))


@pytest.mark.requirement(59)
def test_figures_of_the_hub_and_spoke_case() -> None:
    assert to_pence(D(5_000_000) / 4_500) == D("1111.11")
    assert to_pence(D(5_000_000) / 65) == D("76923.08")


def test_a_hub_cannot_take_more_than_all() -> None:
    with pytest.raises(InputError):
        slice_top(D(100), D(101), [D(1)])


def test_percentages_of_a_group() -> None:
    assert not adds_to_hundred([D(60), D(30)])
    assert rounded_percent(D(2), D(3), 1) == D("66.7")
    assert rounded_percent(D(2), D(0)) is None
