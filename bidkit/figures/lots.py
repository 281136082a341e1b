"""Prices of single lots and of lots together, and which of them may be won at once."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from bidkit.figures.rounding import HUNDRED, NOUGHT, to_pence

FEW = 4


def price_together(
    parts: Sequence[Decimal],
    shared: Decimal = NOUGHT,
    discount_percent: Decimal | None = None,
    fixed: Decimal | None = None,
) -> Decimal:
    """Return the price of some lots together.

    Formula: the fixed price where one is offered, else (Σ prices of the lots + what is paid once
    however many are won) × (1 − discount ÷ 100). Units: pounds. Rounding: to the penny.
    """
    if fixed is not None:
        return to_pence(fixed)
    whole = sum(parts, NOUGHT) + shared
    return to_pence(whole * (HUNDRED - (discount_percent or NOUGHT)) / HUNDRED)


def sets_to_win(
    lots: Sequence[str], most: int | None = None, named: Sequence[frozenset[str]] = ()
) -> tuple[tuple[str, ...], ...]:
    """Return the sets of lots that may be won, each lot alone first, then the larger ones.

    lots: in order of preference. most: how many one bidder may win (None: all). Every set where
    there are no more than four lots; else single lots, the sets named, and as many as may be won
    of those wanted most.
    """
    limit = len(lots) if most is None else min(max(most, 1), len(lots))
    if len(lots) <= FEW:
        sizes = range(1, limit + 1)
        return tuple(found for size in sizes for found in combinations(lots, size))
    single = [(one,) for one in lots]
    chosen = [tuple(one for one in lots if one in group) for group in named]
    wanted = [one for one in chosen if 1 < len(one) <= limit]
    largest = [tuple(lots[:limit])] if limit > 1 else []
    return tuple(dict.fromkeys([*single, *wanted, *largest]))
