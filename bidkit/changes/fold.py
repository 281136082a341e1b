"""Fold a set of changes into a bid: what stands, what is undecided, what is newer than we are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from bidkit.changes.change import Change, Thing
from bidkit.changes.conflict import Conflict
from bidkit.changes.family import Rescue, rescue
from bidkit.changes.ledger import Ledger
from bidkit.changes.strand import Strand
from bidkit.changes.thing import FieldState, State, ThingState, settle_field, settle_thing
from bidkit.changes.values import Values
from bidkit.domain.base import Entity
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import value_at, with_fields
from bidkit.domain.shape import shape_of

OWN = ""
NAME = re.compile(r"[^\[\]\s]{1,200}")


class Fold:
    """What a ledger amounts to, kept up to date thing by thing as changes come in."""

    def __init__(self) -> None:
        self.bid: Bid = EMPTY
        self._states: dict[Thing, State] = {}
        self._rescued: dict[Thing, Rescue] = {}
        self._unknown: dict[Thing, int] = {}

    def update(
        self, ledger: Ledger, touched: Iterable[Thing], values: Values, start: Bid | None = None
    ) -> None:
        """Settle these things anew; everything else stays, as the same objects as in `start`."""
        things = self._known(ledger, touched)
        for thing, strand in strands_of(ledger, things, values).items():
            self._states[thing] = _settled(thing, strand)
        earlier = self._rescued
        self._rescued = rescue(self._states, ledger, values)
        changed = {*things, *earlier, *self._rescued}
        self.bid = self._assembled(self.bid if start is None else start, changed)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Every undecided place, in the order of their addresses."""
        found = [conflict for state in self._states.values() for conflict in state.conflicts]
        found.extend(conflict for _, conflict in self._rescued.values())
        return tuple(sorted(found, key=lambda conflict: (conflict.place, conflict.kind)))

    @property
    def newer(self) -> tuple[str, ...]:
        """The addresses of values that only a newer program understands."""
        return tuple(place for state in self._states.values() for place in state.newer)

    @property
    def unknown_count(self) -> int:
        """How many changes only a newer program understands; they travel on untouched."""
        return sum(self._unknown.values()) + len(self.newer)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The addresses of fields whose value this copy does not hold."""
        return tuple(place for state in self._states.values() for place in state.left_out)

    def entry(self, thing: Thing) -> Entity | None:
        """Return a thing as it stands or as it was when it was deleted; None if never known."""
        state = self._states.get(thing)
        return state.entry if isinstance(state, ThingState) else None

    def _known(self, ledger: Ledger, touched: Iterable[Thing]) -> list[Thing]:
        """Count what belongs to collections we do not know, and return the rest."""
        known: list[Thing] = []
        collections = shape_of(Bid).collections
        for kind, item in touched:
            if not kind or (kind in collections and NAME.fullmatch(item)):
                known.append((kind, item))
            else:
                self._unknown[kind, item] = len(ledger.of((kind, item)))
        return known

    def _assembled(self, start: Bid, changed: Iterable[Thing]) -> Bid:
        """Put changed things into a bid; what is equal stays the same object."""
        own: dict[str, Any] = {}
        entries: dict[str, dict[str, Entity]] = {}
        moved: set[str] = set()
        for kind, item in changed:
            if not kind:
                self._place_field(start, item, own)
                continue
            if kind not in entries:
                entries[kind] = {entry.id: entry for entry in getattr(start, kind)}
            entry = self._effective((kind, item))
            if entries[kind].get(item) != entry:
                moved.add(kind)
                entries[kind].pop(item, None)
                if entry is not None:
                    entries[kind][item] = entry
        bid: Bid = with_fields(start, own) if own else start
        updates: dict[str, tuple[Entity, ...]] = {}
        for kind, known in entries.items():
            ordered = tuple(sorted(known.values(), key=lambda one: (one.order, one.id)))
            if kind in moved or list(known) != [one.id for one in ordered]:
                updates[kind] = ordered
        return bid.model_copy(update=updates) if updates else bid

    def _place_field(self, start: Bid, path: str, own: dict[str, Any]) -> None:
        state = self._states[OWN, path]
        known = path in shape_of(Bid).leaves
        if known and isinstance(state, FieldState) and value_at(start, path) != state.value:
            own[path] = state.value

    def _effective(self, thing: Thing) -> Entity | None:
        if thing in self._rescued:
            return self._rescued[thing][0]
        state = self._states[thing]
        return state.entry if isinstance(state, ThingState) and state.alive else None


def fold(changes: Iterable[Change]) -> Fold:
    """Return what these changes amount to, whatever order they come in."""
    held = list(changes)
    values = Values()
    values.remember(held)
    ledger = Ledger(change.header for change in held)
    folded = Fold()
    folded.update(ledger, list(ledger.things), values)
    return folded


def strands_of(ledger: Ledger, things: Iterable[Thing], values: Values) -> dict[Thing, Strand]:
    """Lay out these things, reading only the values that count now, in one go."""
    strands = {thing: ledger.strand(thing, values) for thing in things}
    values.fetch(identity for strand in strands.values() for identity in strand.wanted())
    return strands


def _settled(thing: Thing, strand: Strand) -> State:
    kind, item = thing
    shape = shape_of(Bid)
    if kind:
        return settle_thing(kind, item, shape.collections[kind], strand)
    return settle_field(item, shape.leaves.get(item), strand)
