"""What if the lowest rival price were different, and how whole bids compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from bidkit.figures.price_formulas import (
    PriceFormula,
    PriceTerms,
    price_per_quality_point,
    price_points,
)
from bidkit.figures.rounding import HUNDRED, to_pence


@dataclass(frozen=True, slots=True)
class Offer:
    """A whole bid: its price and the percentage of the quality marks it earns."""

    key: str
    price: Decimal
    quality_percent: Decimal


@dataclass(frozen=True, slots=True)
class Compared:
    """One bid among others: points, or pounds for each quality point; rank 1 wins."""

    key: str
    quality: Decimal
    price: Decimal
    total: Decimal
    rank: int


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The points our price earns if the lowest rival price is this."""

    rival: Decimal
    points: Decimal


@dataclass(frozen=True, slots=True)
class PriceStep:
    """What a changed price would earn: the new price, its points and the points gained."""

    price: Decimal
    points: Decimal
    gained: Decimal


def what_if_lowest(
    terms: PriceTerms, ours: Decimal, rivals: Sequence[Decimal]
) -> tuple[WhatIf, ...]:
    """Return the points our price earns for each lowest rival price that might come.

    Formula, units and errors: price_points with that one rival beside us. Rounding: none.
    Rivals' prices are never known, so the question is "what if the lowest is £x?".
    """
    return tuple(WhatIf(rival, price_points(terms, ours, (rival,))) for rival in rivals)


def price_step(
    terms: PriceTerms, ours: Decimal, rivals: Sequence[Decimal], change_percent: Decimal
) -> PriceStep:
    """Return what our price would earn if it changed by so many percent (−5 for 5 % less).

    Formula: points(price × (1 + change ÷ 100)) − points(price). Rounding: the price to the penny.
    """
    changed = to_pence(ours * (1 + change_percent / HUNDRED))
    before = price_points(terms, ours, rivals)
    after = price_points(terms, changed, rivals)
    return PriceStep(changed, after, after - before)


def compare(
    offers: Sequence[Offer], quality_weight: Decimal, terms: PriceTerms
) -> tuple[Compared, ...]:
    """Return every bid with its points and rank, in the order given.

    Formula: quality weight × quality % ÷ 100 + price points beside all the others; where the
    formula is price for each quality point, total = price ÷ quality % and the lowest wins.
    Units: points (or pounds for each point). Rounding: none; equal totals share a rank.
    Source: the usual sum of quality and price; test vector T-MAT.
    """
    per_point = terms.formula is PriceFormula.PRICE_PER_QUALITY_POINT
    rows = []
    for place, offer in enumerate(offers):
        quality = quality_weight * offer.quality_percent / HUNDRED
        if per_point:
            total = price_per_quality_point(offer.price, offer.quality_percent)
            rows.append((offer.key, quality, offer.price, total))
        else:
            rivals = [one.price for other, one in enumerate(offers) if other != place]
            price = price_points(terms, offer.price, rivals)
            rows.append((offer.key, quality, price, quality + price))
    totals = [row[3] for row in rows]
    return tuple(Compared(*row, _rank(row[3], totals, lowest_wins=per_point)) for row in rows)


def price_to_lead(
    offers: Sequence[Offer], place: int, quality_weight: Decimal, terms: PriceTerms
) -> Decimal | None:
    """Return the highest price at which the bid at this place would come first, alone or shared.

    Formula: the highest penny, up to twice the price it has, at which its rank by compare is 1.
    Units: pounds. Rounding: whole pence. None where no price does it, or where price decides
    nothing. Errors: as compare.
    """
    if terms.formula is PriceFormula.FIXED_PRICE or len(offers) < 2:
        return None
    low, high = 1, int(offers[place].price * 2 * HUNDRED)
    if not _leads(offers, place, low, (quality_weight, terms)):
        return None
    while low < high:
        middle = (low + high + 1) // 2
        if _leads(offers, place, middle, (quality_weight, terms)):
            low = middle
        else:
            high = middle - 1
    return Decimal(low) / HUNDRED


def _leads(offers: Sequence[Offer], place: int, pence: int, by: tuple[Decimal, PriceTerms]) -> bool:
    changed = replace(offers[place], price=Decimal(pence) / HUNDRED)
    rows = compare((*offers[:place], changed, *offers[place + 1 :]), *by)
    return rows[place].rank == 1


def _rank(total: Decimal, totals: Sequence[Decimal], *, lowest_wins: bool) -> int:
    better = [one for one in totals if (one < total if lowest_wins else one > total)]
    return len(better) + 1
