from __future__ import annotations

from decimal import Decimal

import pytest

from bidkit.figures.rounding import share_percent, to_pence, to_places, to_unit, to_whole_up

D = Decimal


@pytest.mark.parametrize(
    ("amount", "pence"),
    [("1.005", "1.01"), ("-1.005", "-1.01"), ("1.0049", "1.00"), ("0", "0.00")],
)
def test_a_half_penny_goes_away_from_nought(amount: str, pence: str) -> None:
    assert to_pence(D(amount)) == D(pence)


def test_a_unit_may_be_more_than_one() -> None:
    assert to_unit(D("17.5"), D(5)) == D(20)


def test_very_large_sums_keep_their_pennies() -> None:
    assert to_pence(D("123456789012345678901234567890.125")) == D(
        "123456789012345678901234567890.13"
    )


def test_places_and_whole_numbers() -> None:
    assert to_places(D("2.345"), 2) == D("2.35")
    assert to_whole_up(D("2.001")) == 3


def test_a_share_of_nothing_is_unknown() -> None:
    assert share_percent(D(1), D(0)) is None
    assert share_percent(D(1), D(4)) == D(25)
