"""The list of lots that are offered together, at a price of their own or for less."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import LotCombination
from bidkit.domain.refs import ref
from bidkit.figures.readings.lots import short_name_of_lot
from bidkit.ui.forms.spec import (
    Column,
    Form,
    LinkSet,
    Listing,
    Money,
    Number,
    Paragraph,
    Percent,
)
from bidkit.ui.pages.costs.price_lists import LOTS, lot_name
from bidkit.words import later, tr


def lots_of(bid: Bid, one: LotCombination) -> str:
    """Return the lots of a combination by their numbers."""
    chosen = [short_name_of_lot(lot) for lot in bid.lots if lot.id in one.lots]
    return " + ".join(chosen) or tr("No lots chosen yet")


COMBINATIONS: Listing[LotCombination] = Listing(
    ref(Bid, lambda b: b.lot_combinations),
    later("Lots offered together"),
    (
        Column(later("Lots"), told=lots_of, stretch=True),
        Column(later("Less"), ref(LotCombination, lambda c: c.discount)),
        Column(later("Price together"), ref(LotCombination, lambda c: c.price)),
    ),
    (
        Form(
            later("These lots together"),
            (
                LinkSet(
                    ref(LotCombination, lambda c: c.lots),
                    later("Lots"),
                    to=LOTS,
                    called=lot_name,
                ),
                Percent(
                    ref(LotCombination, lambda c: c.discount),
                    later("Less than apart by"),
                    shown_when=lambda c: c.price is None,
                ),
                Money(
                    ref(LotCombination, lambda c: c.price),
                    later("Or a price of its own"),
                    help=later("Over the whole time, for all these lots."),
                ),
                Number(
                    ref(LotCombination, lambda c: c.hours_a_week),
                    later("Staff it takes together"),
                    unit=later("hours a week"),
                    help=later("Empty: the hours of the lots added up."),
                ),
                Paragraph(
                    ref(LotCombination, lambda c: c.note),
                    later("What the buyer gains"),
                    help=later("This is printed beside the price."),
                ),
            ),
        ),
    ),
    new=lambda: LotCombination(id=new_id()),
    add=later("Add a combination"),
    purpose=later("Only if the buyer takes prices for lots together."),
    empty=later("None: together they cost what they cost apart."),
    called=lambda c: c.note,
)
