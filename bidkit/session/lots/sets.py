"""The hand-in sets: what goes to the buyer for one lot, and for all lots we bid for."""

from __future__ import annotations

from dataclasses import dataclass

from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import Lot
from bidkit.figures.readings.lots import for_lots, lots_bid_for, name_of_lot
from bidkit.session.writing import BoxToWrite, boxes_of
from bidkit.words import tr

__all__ = [
    "Sharing",
    "has_sets",
    "lots_bid_for",
    "name_of_lot",
    "set_for",
    "sharing_of",
    "variant_words",
    "without_other_lots",
]


@dataclass(frozen=True)
class Sharing:
    """The boxes of one lot by their names: shared with others, asked for it alone, or varied."""

    shared: tuple[str, ...]
    alone: tuple[str, ...]
    varied: tuple[str, ...]


def sharing_of(bid: Bid, lot: str) -> Sharing:
    """Return how the boxes of a lot are written: shared, its own question, or its own words."""
    shared: list[str] = []
    alone: list[str] = []
    varied: list[str] = []
    bid_for = {one.id for one in lots_bid_for(bid)}
    for box in boxes_of(bid):
        asked = bid_for.intersection(box.question.lots) or bid_for
        if box.lot or lot not in asked:
            continue
        if asked == {lot}:
            alone.append(box.name)
        elif any(one.parent == box.owner and one.lot == lot for one in bid.answers):
            varied.append(box.name)
        else:
            shared.append(box.name)
    return Sharing(tuple(shared), tuple(alone), tuple(varied))


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
