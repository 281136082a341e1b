"""Turn the difference of two bids into changes that grew from what their writer knew."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from bidkit.changes.change import DELETED, KEPT, Change, Key, Origin, Thing, make_change
from bidkit.changes.fold import Fold
from bidkit.changes.ledger import Ledger, element_field, split_field
from bidkit.changes.strand import ABSENT, Strand
from bidkit.changes.values import Values
from bidkit.domain.base import Entity
from bidkit.domain.bid import Bid
from bidkit.domain.edits import Edit, difference, fields_of, value_at
from bidkit.domain.refs import parse_ref
from bidkit.domain.shape import Leaf, canonical, shape_of


class Differ:
    """Makes changes on top of what one ledger holds; they are not added to it."""

    def __init__(self, ledger: Ledger, fold: Fold, values: Values, origin: Origin) -> None:
        self._ledger = ledger
        self._fold = fold
        self._values = values
        self._origin = origin
        self._number = ledger.frontier.get(origin.replica, 0)
        self._made: list[Change] = []

    def changes(self, before: Bid, after: Bid, decided: Iterable[str] = ()) -> tuple[Change, ...]:
        """Return the changes that lead from one bid to the other, and those that decide a place.

        A decided place is written even when it stays as it was shown: the decision replaces
        every version there was.
        """
        edits = difference(before, after)
        for edit in edits:
            if not edit.item:
                self._field(edit, ("", edit.field))
            elif edit.field:
                self._field(edit, (edit.collection, edit.item))
            elif edit.new is None:
                self._delete(edit, after)
            else:
                self._make(edit, edit.new)
        written = {edit.address for edit in edits}
        for place in decided:
            if place not in written:
                self._decide(place, after)
        made, self._made = tuple(self._made), []
        return made

    def _write(self, key: Key, value: str, parents: Iterable[str]) -> None:
        self._number += 1
        self._made.append(make_change(key, value, parents, self._origin, self._number))

    def _field(self, edit: Edit, thing: Thing) -> None:
        leaf = _leaf(edit.collection, edit.field)
        strand = self._ledger.strand(thing, self._values)
        new = leaf.default_json if edit.new is None else edit.new
        if leaf.mark.elementwise:
            self._elements(edit, json.loads(edit.old or "[]"), json.loads(new), strand)
            return
        key = (edit.collection, edit.item, edit.field)
        self._write(key, new, self._grown_from(edit, leaf, strand))

    def _elements(self, edit: Edit, old: list[str], new: list[str], strand: Strand) -> None:
        for element in sorted({*old} ^ {*new}):
            field = element_field(edit.field, element)
            heads = strand.heads_of(field, ABSENT, element)
            value = canonical(element in new)
            self._write((edit.collection, edit.item, field), value, [head.id for head in heads])

    def _grown_from(self, edit: Edit, leaf: Leaf, strand: Strand) -> list[str]:
        """Return the heads a value replaces: of an older state if it was written on top of one."""
        heads = strand.heads_of(edit.field, leaf.default_json)
        if edit.old is None or edit.old == self._standing(edit, leaf):
            return [head.id for head in heads]
        read = strand.reader(edit.field, leaf.default_json)
        nodes = strand.nodes_of(edit.field, leaf.default_json).values()
        older = [node for node in nodes if read(node) == edit.old]
        if older:
            return [max(older, key=lambda node: (node.at, node.id)).id]
        return [] if edit.old == leaf.default_json else [head.id for head in heads]

    def _standing(self, edit: Edit, leaf: Leaf) -> str | None:
        if not edit.item:
            return leaf.to_json(value_at(self._fold.bid, edit.field))
        entries: Sequence[Entity] = getattr(self._fold.bid, edit.collection)
        entry = next((one for one in entries if one.id == edit.item), None)
        return None if entry is None else leaf.to_json(value_at(entry, edit.field))

    def _make(self, edit: Edit, new: str) -> None:
        """Make a thing, or bring back one that was deleted and write what is otherwise now."""
        thing = (edit.collection, edit.item)
        known = self._ledger.of(thing)
        if not known:
            self._write((*thing, ""), new, ())
            return
        strand = self._ledger.strand(thing, self._values)
        self._write((*thing, ""), KEPT, [head.id for head in strand.heads])
        before = self._fold.entry(thing)
        old = json.loads(fields_of(before)) if before is not None else {}
        wanted = json.loads(new)
        for path in sorted({*old, *wanted}):
            if old.get(path) != wanted.get(path):
                leaf = _leaf(edit.collection, path)
                old_json = canonical(old[path]) if path in old else leaf.default_json
                new_json = canonical(wanted[path]) if path in wanted else leaf.default_json
                self._field(Edit(*thing, path, old_json, new_json), thing)

    def _delete(self, edit: Edit, after: Bid) -> None:
        """Delete a thing, having seen all that was written about it and what belongs to it."""
        thing = (edit.collection, edit.item)
        seen = {head.id for head in self._ledger.strand(thing, self._values).heads}
        for kind in shape_of(Bid).collections:
            for entry in getattr(after, kind):
                if entry.parent == edit.item:
                    child = self._ledger.strand((kind, entry.id), self._values)
                    seen.update(head.id for head in child.heads_of("parent", '""'))
        self._write((*thing, ""), DELETED, seen)

    def _decide(self, place: str, after: Bid) -> None:
        address = parse_ref(Bid, place)
        kind, item, field = address.collection, address.identity, address.field
        if item and not field:
            heads = self._ledger.strand((kind, item), self._values).heads
            self._write((kind, item, ""), KEPT, [head.id for head in heads])
            return
        leaf = _leaf(kind, field)
        if leaf.mark.elementwise:
            return
        value = leaf.to_json(address.get(after))
        thing = (kind, item) if item else ("", field)
        heads = self._ledger.strand(thing, self._values).heads_of(field, leaf.default_json)
        self._write((kind, item, field), value, [head.id for head in heads])


def _leaf(collection: str, field: str) -> Leaf:
    shape = shape_of(Bid)
    owner = shape_of(shape.collections[collection]) if collection else shape
    return owner.leaves[split_field(field)[0]]
