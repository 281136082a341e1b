"""Whole bids side by side as a chart: answers and price of each, with the total and the best."""

from __future__ import annotations

from decimal import Decimal

from bidkit.domain.showing import number_words
from bidkit.drawing.comparison import ComparedBar, Comparison
from bidkit.figures.readings.scoring.rivals import SideBySide
from bidkit.words import tr


def bids_compared(found: SideBySide) -> Comparison | None:
    """Return the bids as bars of answers and price; None where price is not marked in points."""
    if not found.bids or found.per_point:
        return None
    bars = tuple(
        ComparedBar(name, (one.quality, one.price), one.key, best=one.rank == 1)
        for one, name in zip(found.bids, found.names, strict=True)
    )
    parts = (tr("Answers"), tr("Price"))
    return Comparison(tr("Our bid beside others"), parts, bars, _points, tr("most points"))


def _points(value: Decimal) -> str:
    return number_words(value, 2)
