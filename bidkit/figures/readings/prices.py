"""The price of one bid among others: its points by the buyer's formula, and what if."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from bidkit.domain.bid import Bid
from bidkit.domain.criteria import PriceFormula as Named
from bidkit.errors import InputError
from bidkit.figures.price_formulas import PriceFormula, PriceTerms, price_points
from bidkit.figures.price_outlook import (
    Compared,
    Offer,
    PriceStep,
    WhatIf,
    compare,
    price_step,
    what_if_lowest,
)
from bidkit.figures.readings.costs import price_of
from bidkit.figures.readings.marks import Marks, marks_of
from bidkit.figures.rounding import HUNDRED, NOUGHT, share_percent, to_pence
from bidkit.words import tr

OURS, RIVAL = "ours", "rival"
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


def prices_of(bid: Bid) -> PriceReading:
    """Return what our price earns beside the lowest rival price that is assumed.

    Formula: the buyer's, with the weight of the price criterion; around: the lowest price at
    80…120 % of the one assumed; cut: our price 5 % lower. Units: points. Rounding: none.
    """
    terms, key = terms_of(bid)
    if terms is None:
        return PriceReading(
            key, trouble=tr("Add a criterion for the price, and choose the formula.")
        )
    ours, rival = price_of(bid), bid.scoring.lowest_rival
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


def terms_of(bid: Bid) -> tuple[PriceTerms | None, str]:
    """Return what the buyer states of the price, and the criterion that marks it ('' for none)."""
    worth = marks_of(bid).worth
    found = next((one for one in bid.criteria if one.kind in ("price", "cost")), None)
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
            bid.opportunity.value,
        ),
        found.id,
    )


def beside_rival(bid: Bid, marks: Marks, rival_quality: Decimal) -> tuple[Compared, ...]:
    """Return our whole bid beside one rival with the lowest price and so much of the quality marks.

    Formula: compare of the two, quality in percent of the marks that are not for price. Empty where
    a price, a mark or the formula lacks. Errors: none; what cannot be worked out is empty.
    """
    terms, _key = terms_of(bid)
    ours, rival = price_of(bid), bid.scoring.lowest_rival
    quality = share_percent(marks.total.points, marks.total.possible)
    if terms is None or ours is None or rival is None or quality is None:
        return ()
    offers = (Offer(OURS, ours, quality), Offer(RIVAL, rival, rival_quality))
    try:
        return compare(offers, marks.total.possible, terms)
    except InputError:
        return ()
