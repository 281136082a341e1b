"""The hand-in sets: what goes to the buyer for one lot, and for all lots we bid for."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import Lot
from bidkit.figures.readings.lots import for_lots, lots_bid_for, name_of_lot
from bidkit.session.writing import BoxToWrite
from bidkit.words import tr

__all__ = [
    "has_sets",
    "lots_bid_for",
    "name_of_lot",
    "set_for",
    "variant_words",
    "without_other_lots",
]


def variant_words(bid: Bid, box: BoxToWrite) -> str:
    """Return for which lot a box is, '' where its answer is shared: " (lot 2)"."""
    lot: Lot | None = next((one for one in bid.lots if one.id == box.lot), None)
    return tr(" (lot {number})", number=lot.number or lot.title) if lot is not None else ""


def has_sets(bid: Bid) -> bool:
    """Tell whether there is more than one lot, so that something has to be chosen."""
    return len(bid.lots) > 1 and bool(lots_bid_for(bid))


def without_other_lots(bid: Bid) -> Bid:
    """Return the bid without what only concerns lots that we do not bid for."""
    return for_lots(bid, {one.id for one in lots_bid_for(bid)})


def set_for(bid: Bid, lot: str) -> Bid:
    """Return the bid as it is handed in for one lot, or for all we bid for ('')."""
    return for_lots(bid, {lot}) if lot else without_other_lots(bid)
