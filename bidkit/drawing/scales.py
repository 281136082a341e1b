"""From values to places: a straight scale, and round numbers for its ticks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Scale:
    """Places values from low to high along a stretch from start to end."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def place(self, value: Decimal) -> float:
        """Return where a value lies, held inside the stretch."""
        if self.high <= self.low:
            return self.start
        share = float((value - self.low) / (self.high - self.low))
        return self.start + min(1.0, max(0.0, share)) * (self.end - self.start)


def scale_over(values: Iterable[Decimal], start: float, end: float) -> Scale:
    """Return a scale that holds all values and nought."""
    known = [Decimal(0), *values]
    return Scale(min(known), max(known), start, end)


def round_step(span: Decimal, most: int) -> Decimal:
    """Return the smallest round step (1, 2, 2.5 or 5 times a power of ten) with so many ticks."""
    if span <= 0:
        return Decimal(1)
    raw = span / max(1, most)
    power = Decimal(1).scaleb(raw.adjusted())
    return next(step * power for step in STEPS if step * power >= raw)


def ticks(low: Decimal, high: Decimal, most: int = 5) -> tuple[Decimal, ...]:
    """Return round values that reach from at or below low to at or above high."""
    step = round_step(high - low, most)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    if last == first:
        last += 1
    return tuple(step * (first + count) for count in range(int(last - first) + 1))
