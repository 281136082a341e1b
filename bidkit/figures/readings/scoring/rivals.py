"""Our bid beside those of others: what they may ask and be marked, and what would put us first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import Competitor
from bidkit.errors import InputError
from bidkit.figures.price_formulas import PriceFormula, PriceTerms
from bidkit.figures.price_outlook import Compared, Offer, compare, price_to_lead
from bidkit.figures.readings.marks import marks_of
from bidkit.figures.readings.prices import our_price, rival_price, terms_of
from bidkit.figures.rounding import NOUGHT, share_percent
from bidkit.words import tr

OURS, CHEAPEST = "ours", "cheapest"


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Whole bids compared, ours first; empty with the reason where something lacks.

    gap: our total less that of the best other (pounds for each point: theirs less ours), unrounded;
    above nought we lead. level: the highest price at which we would come first. apart: how many
    bids stay out, being for the whole and not for this lot, or the other way round.
    """

    bids: tuple[Compared, ...] = ()
    names: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    per_point: bool = False
    gap: Decimal = NOUGHT
    level: Decimal | None = None
    trouble: str = ""
    apart: int = 0


def side_by_side(bid: Bid, lot: str = "", cheapest_quality: Decimal | None = None) -> SideBySide:
    """Return our bid, or that for one lot, beside every other with likely price and marks.

    Without such a competitor: beside one with the lowest price assumed and so much of the quality
    marks. Formula: compare, quality in percent of the marks that are not for price. Rounding: none,
    so that a margin is that of the totals themselves. Errors: none; trouble says what lacks.
    """
    terms, _key = terms_of(bid, lot)
    total = marks_of(bid, lot).total
    ours, quality = our_price(bid, lot), share_percent(total.points, total.possible)
    apart = sum(bool(_lot_of(bid, one)) != bool(lot) for one, _offer in _guessed(bid))
    if terms is None:
        return SideBySide(trouble=tr("Add a criterion for the price, and choose the formula."))
    if ours is None or quality is None or (total.unmarked and not total.points):
        lacking = tr("Needs our own marks and our price for this lot in the price schedule.")
        return SideBySide(trouble=lacking if lot else tr("Needs our own marks and our price."))
    names, others = _others(bid, lot, cheapest_quality if cheapest_quality is not None else quality)
    if not others:
        lacking = tr("Name another bid for this lot, or say what its lowest price may be.")
        whole = tr("Name another bid, or say what the lowest price may be.")
        return SideBySide(trouble=lacking if lot else whole, apart=apart)
    offers = (Offer(OURS, ours, quality), *others)
    try:
        found = _compared(offers, (tr("Our bid"), *names), total.possible, terms)
    except InputError as error:
        return SideBySide(trouble=f"{error.what} {error.advice}".strip())
    return replace(found, apart=apart)


def _guessed(bid: Bid) -> tuple[tuple[Competitor, Offer], ...]:
    return tuple(
        (one, Offer(one.id, one.likely_price, one.likely_quality))
        for one in bid.competitors
        if one.likely_price is not None and one.likely_quality is not None
    )


def _lot_of(bid: Bid, one: Competitor) -> str:
    """Return the lot a competitor's guesses are for; '' for the whole, and where it is gone."""
    return one.lot if any(lot.id == one.lot for lot in bid.lots) else ""


def _others(bid: Bid, lot: str, quality: Decimal) -> tuple[tuple[str, ...], tuple[Offer, ...]]:
    known = [
        (one.name or tr("Another bid"), offer)
        for one, offer in _guessed(bid)
        if _lot_of(bid, one) == lot
    ]
    lowest = rival_price(bid, lot)
    if not known and lowest is not None:
        known = [(tr("Cheapest rival"), Offer(CHEAPEST, lowest, quality))]
    return tuple(name for name, _ in known), tuple(offer for _, offer in known)


def _compared(
    offers: tuple[Offer, ...], names: tuple[str, ...], weight: Decimal, terms: PriceTerms
) -> SideBySide:
    found = compare(offers, weight, terms)
    per_point = terms.formula is PriceFormula.PRICE_PER_QUALITY_POINT
    rest = [one.total for one in found[1:]]
    gap = min(rest) - found[0].total if per_point else found[0].total - max(rest)
    return SideBySide(found, names, offers, per_point, gap, price_to_lead(offers, 0, weight, terms))
