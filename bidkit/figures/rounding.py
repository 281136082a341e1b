"""Rounding in one manner everywhere: half away from nought, on exact decimals."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_HALF_UP, Context, Decimal

PENNY = Decimal("0.01")
HUNDRED = Decimal(100)
NOUGHT = Decimal(0)
WIDE = Context(prec=60)


def to_unit(amount: Decimal, unit: Decimal = PENNY) -> Decimal:
    """Return the amount as a whole number of units.

    Formula: nearest multiple of the unit. Rounding: a half goes away from nought.
    """
    units = WIDE.divide(amount, unit).to_integral_value(ROUND_HALF_UP, WIDE)
    return WIDE.multiply(units, unit)


def to_pence(amount: Decimal) -> Decimal:
    """Return a sum of money in pounds to the penny, a half penny away from nought."""
    return to_unit(amount)


def to_places(value: Decimal, places: int) -> Decimal:
    """Return a number with so many decimal places, a half going away from nought.

    One too large to hold them is returned as it is.
    """
    if value.adjusted() + places >= WIDE.prec:
        return value
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, WIDE)


def to_whole_up(value: Decimal) -> int:
    """Return the smallest whole number that is not below the value."""
    return int(value.to_integral_value(ROUND_CEILING, WIDE))


def share_percent(part: Decimal, whole: Decimal) -> Decimal | None:
    """Return part ÷ whole × 100, unrounded; None where the whole is nought."""
    return None if whole == 0 else part * HUNDRED / whole


def held_between(value: Decimal, low: Decimal, high: Decimal) -> Decimal:
    """Return the value, or the bound it passes."""
    return max(low, min(high, value))
