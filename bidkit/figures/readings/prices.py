"""The price of one bid among others: its points by the buyer's formula, and what if."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from bidkit.domain.bid import Bid
from bidkit.domain.criteria import PriceFormula as Named
from bidkit.errors import InputError
from bidkit.figures.price_formulas import PriceFormula, PriceTerms, price_points
from bidkit.figures.price_outlook import PriceStep, WhatIf, price_step, what_if_lowest
from bidkit.figures.readings.costs import price_of
from bidkit.figures.readings.lots import marked_for
from bidkit.figures.readings.marks import marks_of
from bidkit.figures.readings.scoring.lot_prices import schedule_by_lot, shared_price
from bidkit.figures.rounding import HUNDRED, NOUGHT, to_pence
from bidkit.words import tr

AROUND = tuple(Decimal(percent) for percent in (80, 90, 95, 100, 105, 110, 120))
CUT = Decimal(-5)


@dataclass(frozen=True, slots=True)
class PriceReading:
    """Our price by the formula; what is not known is None, with the reason.

    key: the criterion that marks the price. around: the same for other lowest prices.
    """

    key: str = ""
    weight: Decimal = NOUGHT
    points: Decimal | None = None
    around: tuple[WhatIf, ...] = ()
    cut: PriceStep | None = None
    trouble: str = ""


def prices_of(bid: Bid, lot: str = "") -> PriceReading:
    """Return what our price earns beside the lowest rival price that is assumed, or for one lot.

    Formula: the buyer's, with the weight of the price criterion; around: the lowest price at
    80…120 % of the one assumed; cut: our price 5 % lower. Units: points. Rounding: none.
    """
    terms, key = terms_of(bid, lot)
    if terms is None:
        return PriceReading(
            key, trouble=tr("Add a criterion for the price, and choose the formula.")
        )
    ours, rival = our_price(bid, lot), rival_price(bid, lot)
    if ours is None or rival is None:
        lacking = (
            tr("Say what the lowest price may be.") if ours is not None else tr("Set a price.")
        )
        return PriceReading(key, terms.weight, trouble=lacking)
    try:
        return PriceReading(
            key,
            terms.weight,
            price_points(terms, ours, (rival,)),
            what_if_lowest(terms, ours, [to_pence(rival * one / HUNDRED) for one in AROUND]),
            price_step(terms, ours, (rival,), CUT),
        )
    except InputError as error:
        return PriceReading(key, terms.weight, trouble=f"{error.what} {error.advice}".strip())


def our_price(bid: Bid, lot: str = "") -> Decimal | None:
    """Return our price for the whole, or the schedule's for one lot; None while unknown."""
    if not lot:
        return price_of(bid)
    own = schedule_by_lot(bid).get(lot)
    return own + shared_price(bid) if own is not None else None


def rival_price(bid: Bid, lot: str = "") -> Decimal | None:
    """Return the lowest rival price that is assumed, for the whole or for one lot."""
    if not lot:
        return bid.scoring.lowest_rival
    return next((one.lowest_rival for one in bid.lots if one.id == lot), None)


def terms_of(bid: Bid, lot: str = "") -> tuple[PriceTerms | None, str]:
    """Return what the buyer states of the price, and the criterion that marks it ('' for none)."""
    worth = marks_of(bid, lot).worth
    criteria = marked_for(bid, lot).criteria if lot else bid.criteria
    found = next((one for one in criteria if one.kind in ("price", "cost")), None)
    formula = bid.scoring.price_formula
    if found is None or not formula or formula not in get_args(Named):
        return None, found.id if found is not None else ""
    scoring = bid.scoring
    return (
        PriceTerms(
            PriceFormula(formula),
            worth.get(found.id, found.weight or NOUGHT),
            scoring.price_optimal,
            scoring.price_maximum,
            estimate_of(bid, lot),
        ),
        found.id,
    )


def estimate_of(bid: Bid, lot: str = "") -> Decimal | None:
    """Return what the buyer expects the whole to cost, or one lot; None while unknown."""
    if not lot:
        return bid.opportunity.value
    return next((one.value for one in bid.lots if one.id == lot), None)
