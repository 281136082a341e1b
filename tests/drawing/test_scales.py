from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.drawing.scales import Scale, round_step, scale_over, ticks

D = Decimal
VALUES = st.decimals(min_value=-(10**12), max_value=10**12, places=3)


@pytest.mark.parametrize(
    ("span", "step"), [("1", "0.2"), ("7", "2"), ("110", "25"), ("184200", "50000"), ("0", "1")]
)
def test_steps_are_round(span: str, step: str) -> None:
    assert round_step(D(span), 5) == D(step)


@given(VALUES, VALUES)
def test_ticks_hold_both_ends(one: Decimal, other: Decimal) -> None:
    low, high = sorted((one, other))
    found = ticks(low, high)
    assert found[0] <= low
    assert found[-1] >= high
    assert 2 <= len(found) <= 8


@given(VALUES, st.lists(VALUES, max_size=5))
def test_places_stay_on_the_stretch_and_in_order(value: Decimal, others: list[Decimal]) -> None:
    scale = scale_over([value, *others], 10, 90)
    assert 10 <= scale.place(value) <= 90
    assert scale.place(value) <= scale.place(value + 1)


def test_a_scale_without_length_has_one_place() -> None:
    assert Scale(D(3), D(3), 10, 90).place(D(3)) == 10
