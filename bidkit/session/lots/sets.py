"""The hand-in sets: what goes to the buyer for one lot, and for all lots we bid for."""

from __future__ import annotations

from typing import Any

from bidkit.domain.base import Entity
from bidkit.domain.bid import Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.opportunity import Lot
from bidkit.domain.shape import shape_of
from bidkit.session.writing import BoxToWrite
from bidkit.words import tr


def lots_bid_for(bid: Bid) -> tuple[Lot, ...]:
    """Return the lots we bid for, or may; those we do not are left out."""
    return tuple(one for one in bid.lots if one.bidding != "no")


def name_of_lot(lot: Lot) -> str:
    """Return how a lot is called: "Lot 2: Northern villages hub"."""
    number = tr("Lot {number}", number=lot.number) if lot.number else ""
    return ": ".join(part for part in (number, lot.title) if part) or tr("A lot")


def variant_words(bid: Bid, box: BoxToWrite) -> str:
    """Return for which lot a box is, '' where its answer is shared: " (lot 2)"."""
    lot = next((one for one in bid.lots if one.id == box.lot), None)
    return tr(" (lot {number})", number=lot.number or lot.title) if lot is not None else ""


def has_sets(bid: Bid) -> bool:
    """Tell whether there is more than one lot, so that something has to be chosen."""
    return len(bid.lots) > 1 and bool(lots_bid_for(bid))


def without_other_lots(bid: Bid) -> Bid:
    """Return the bid without what only concerns lots that we do not bid for."""
    dropped = {one.id for one in bid.lots if one.bidding == "no"}
    if not dropped:
        return bid
    changed: dict[str, tuple[Entity, ...]] = {}
    for name, kind in shape_of(Bid).collections.items():
        leaves = shape_of(kind).leaves
        entries: tuple[Any, ...] = getattr(bid, name)
        if "lots" in leaves:
            kept = tuple(one for one in entries if not one.lots or set(one.lots) - dropped)
        elif "lot" in leaves:
            kept = tuple(one for one in entries if one.lot not in dropped)
        else:
            continue
        if len(kept) != len(entries):
            changed[name] = kept
    rest = tuple(one for one in bid.lots if one.id not in dropped)
    left: Bid = with_fields(bid, {**changed, "lots": rest})
    return left
