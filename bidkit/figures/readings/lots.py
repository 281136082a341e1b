"""The bid as one lot sees it, or several: what concerns only other lots is not there."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from bidkit.domain.base import Entity
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.opportunity import Lot
from bidkit.domain.shape import shape_of
from bidkit.words import tr


def lots_bid_for(bid: Bid) -> tuple[Lot, ...]:
    """Return the lots we bid for, or may; those we do not are left out."""
    return tuple(one for one in bid.lots if one.bidding != "no")


def name_of_lot(lot: Lot) -> str:
    """Return how a lot is called: "Lot 2: Northern villages hub"."""
    number = tr("Lot {number}", number=lot.number) if lot.number else ""
    return ": ".join(part for part in (number, lot.title) if part) or tr("A lot")


def short_name_of_lot(lot: Lot) -> str:
    """Return how a lot is called where there is little room: "Lot 2", else its title."""
    return tr("Lot {number}", number=lot.number) if lot.number else lot.title or tr("A lot")


def for_lots(bid: Bid, wanted: Collection[str]) -> Bid:
    """Return the bid without what only concerns other lots than those wanted.

    What names no lot belongs to all of them; what belongs to something left out goes with it.
    """
    others = {one.id for one in bid.lots if one.id not in wanted}
    if not others:
        return bid
    kept: dict[str, tuple[Entity, ...]] = {}
    gone = set(others)
    for name, kind in shape_of(Bid).collections.items():
        entries: tuple[Any, ...] = getattr(bid, name)
        leaves = shape_of(kind).leaves
        if "lots" in leaves:
            left = tuple(one for one in entries if not one.lots or set(one.lots) - others)
        elif "lot" in leaves:
            left = tuple(one for one in entries if one.lot not in others)
        else:
            continue
        if len(left) != len(entries):
            kept[name] = left
            gone |= {one.id for one in entries} - {one.id for one in left}
    kept["lots"] = tuple(one for one in bid.lots if one.id not in others)
    return _without_children(with_fields(bid, kept), gone)


def marking_lots(bid: Bid) -> tuple[Lot, ...]:
    """Return the lots that are marked each by their own criteria; () where all are marked alike."""
    lots = lots_bid_for(bid)
    known = {one.id for one in bid.lots}
    apart = any(known.intersection(one.lots) != known for one in bid.criteria if one.lots)
    return lots if apart and len(lots) > 1 else ()


def marked_for(bid: Bid, lot: str) -> Bid:
    """Return what the marks of one lot rest on: its criteria, the scales, the agreed marks."""
    left = {one.id for one in bid.criteria if one.lots and lot not in one.lots}
    kept = bid.criteria
    while gone := left.intersection(one.id for one in kept):
        kept = tuple(one for one in kept if one.id not in gone)
        left |= {one.id for one in kept if one.parent in gone}
    rest = {"criteria": kept, "scales": bid.scales, "moderated_marks": bid.moderated_marks}
    return EMPTY.model_copy(update=rest)


def _without_children(bid: Bid, gone: set[str]) -> Bid:
    """Return the bid without what lies inside the things that are gone, however deep."""
    while True:
        kept: dict[str, tuple[Entity, ...]] = {}
        for name in shape_of(Bid).collections:
            entries: tuple[Entity, ...] = getattr(bid, name)
            left = tuple(one for one in entries if one.parent not in gone)
            if len(left) != len(entries):
                kept[name] = left
                gone |= {one.id for one in entries} - {one.id for one in left}
        if not kept:
            return bid
        bid = with_fields(bid, kept)
