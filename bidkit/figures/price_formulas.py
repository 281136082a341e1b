"""What a price earns: the buyers' formulas, each for one bid beside the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bidkit.errors import InputError
from bidkit.figures.rounding import HUNDRED, NOUGHT, held_between
from bidkit.words import tr

FIFTY = Decimal(50)


class PriceFormula(StrEnum):
    """The ways buyers turn a price into marks."""

    LOWEST_RATIO = "lowest_ratio"
    MEAN_DEVIATION = "mean_deviation"
    OPTIMAL_PRICE = "optimal_price"
    LINEAR_ABOVE_LOWEST = "linear_above_lowest"
    PRICE_PER_QUALITY_POINT = "price_per_quality_point"
    BENCHMARK = "benchmark"
    FIXED_PRICE = "fixed_price"


@dataclass(frozen=True, slots=True)
class PriceTerms:
    """What the buyer states: the formula, the weight of price, and the figures a formula needs."""

    formula: PriceFormula
    weight: Decimal
    optimal: Decimal | None = None
    maximum: Decimal | None = None
    estimate: Decimal | None = None


def lowest_ratio(weight: Decimal, bid: Decimal, lowest: Decimal) -> Decimal:
    """Return weight × lowest ÷ bid.

    Units: points. Rounding: none. Errors: InputError where a price is not above nought.
    Source: impactbids.com; shma.co.uk on price evaluation.
    """
    _refuse_no_price(bid, lowest)
    return weight * lowest / bid


def mean_deviation(weight: Decimal, bid: Decimal, mean: Decimal) -> Decimal:
    """Return half the weight, less the percentage the bid lies above the mean.

    Formula: (50 − (bid − mean) ÷ mean × 100) × weight ÷ 100, held between 0 and the weight.
    Units: points. Rounding: none. Errors: InputError where a price is not above nought.
    Source: procurementtemplates.co.uk, mean calculation.
    """
    _refuse_no_price(bid, mean)
    above = (bid - mean) * HUNDRED / mean
    return held_between((FIFTY - above) * weight / HUNDRED, NOUGHT, weight)


def optimal_price(weight: Decimal, bid: Decimal, optimal: Decimal, maximum: Decimal) -> Decimal:
    """Return weight × (maximum − bid) ÷ (maximum − optimal), held between 0 and the weight.

    Units: points. Rounding: none. Errors: InputError where the maximum is not above the optimal.
    Source: procurementtemplates.co.uk, mean calculation.
    """
    if maximum <= optimal:
        raise InputError(
            tr("The highest price must lie above the best price."),
            advice=tr("Check both prices in the tender documents."),
        )
    return held_between(weight * (maximum - bid) / (maximum - optimal), NOUGHT, weight)


def linear_above_lowest(weight: Decimal, bid: Decimal, lowest: Decimal) -> Decimal:
    """Return weight × (1 − (bid − lowest) ÷ lowest), never below nought.

    Units: points. Rounding: none. Errors: InputError where a price is not above nought.
    Source: unconfirmed; the tender documents hold.
    """
    _refuse_no_price(bid, lowest)
    return held_between(weight * (1 - (bid - lowest) / lowest), NOUGHT, weight)


def price_per_quality_point(price: Decimal, quality: Decimal) -> Decimal:
    """Return price ÷ quality points: the lowest wins.

    Units: pounds for each point. Rounding: none.
    Errors: InputError where the price or the quality is not above nought.
    Source: Bid Evaluation Guidance, Government Commercial Function, May 2021.
    """
    _refuse_no_price(price)
    if quality <= 0:
        raise InputError(
            tr("A bid without quality points has no price for each point."),
            advice=tr("Mark the answers first."),
        )
    return price / quality


def benchmark(weight: Decimal, bid: Decimal, estimate: Decimal) -> Decimal:
    """Return the weight at or below the buyer's own estimate, above it weight × estimate ÷ bid.

    Units: points. Rounding: none. Errors: InputError where a price is not above nought.
    Source: named in the Bid Evaluation Guidance, 2021; the fall above it is our reading.
    """
    _refuse_no_price(bid, estimate)
    return min(weight, weight * estimate / bid)


def price_points(terms: PriceTerms, bid: Decimal, rivals: Sequence[Decimal]) -> Decimal:
    """Return the points our bid earns beside the rivals' prices, by the buyer's formula.

    Units: points. Rounding: none. A fixed price earns nothing: quality alone decides.
    Errors: InputError for a price not above nought, for a figure the formula needs and the terms
    lack, and for a price for each quality point, which gives no points.
    """
    prices = (bid, *rivals)
    match terms.formula:
        case PriceFormula.LOWEST_RATIO:
            return lowest_ratio(terms.weight, bid, min(prices))
        case PriceFormula.MEAN_DEVIATION:
            return mean_deviation(terms.weight, bid, sum(prices, NOUGHT) / len(prices))
        case PriceFormula.LINEAR_ABOVE_LOWEST:
            return linear_above_lowest(terms.weight, bid, min(prices))
        case PriceFormula.OPTIMAL_PRICE:
            optimal = _stated(terms.optimal, tr("the best price"))
            maximum = _stated(terms.maximum, tr("the highest price"))
            return optimal_price(terms.weight, bid, optimal, maximum)
        case PriceFormula.BENCHMARK:
            return benchmark(terms.weight, bid, _stated(terms.estimate, tr("the estimate")))
        case PriceFormula.FIXED_PRICE:
            return NOUGHT
        case PriceFormula.PRICE_PER_QUALITY_POINT:
            raise InputError(
                tr("This formula gives a price for each quality point, not points for the price."),
                advice=tr("Compare whole bids instead."),
            )


def _refuse_no_price(*prices: Decimal) -> None:
    if any(price <= 0 for price in prices):
        raise InputError(
            tr("A price must be more than £0 to be marked."), advice=tr("Enter the price.")
        )


def _stated(figure: Decimal | None, name: str) -> Decimal:
    if figure is None:
        raise InputError(
            tr("The buyer's formula needs {figure}.", figure=name),
            advice=tr("Look for it in the tender documents, or ask while questions are open."),
        )
    return figure
