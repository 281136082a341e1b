"""What differs between two bids, field by field, and how to apply it to another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from bidkit.domain.base import Entity, Frozen, Group, blank
from bidkit.domain.bid import Bid
from bidkit.domain.shape import Leaf, Shape, canonical, shape_of


@dataclass(frozen=True)
class Edit:
    """One stored field's old and new canonical JSON; field '' is a thing made or removed whole.

    The bid's own fields have collection '' and item ''. A thing made has old None and new a JSON
    object of its fields that differ from their defaults; a thing removed the other way round.
    """

    collection: str
    item: str
    field: str
    old: str | None
    new: str | None

    @property
    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.collection, self.item, self.field, self.new, self.old)

    @property
    def address(self) -> str:
        """The address as people type it."""
        if not self.item:
            return self.field
        inside = f".{self.field}" if self.field else ""
        return f"{self.collection}[{self.item}]{inside}"


def difference(before: Bid, after: Bid) -> tuple[Edit, ...]:
    """Return the edits that lead from one bid to the other; unchanged parts cost nothing."""
    if before is after:
        return ()
    edits: list[Edit] = []
    shape = shape_of(Bid)
    _compare(before, after, shape, "", ("", "", edits))
    for name in shape.collections:
        old, new = getattr(before, name), getattr(after, name)
        if old is not new:
            _compare_collection(name, old, new, edits)
    return tuple(edits)


def apply(bid: Bid, edits: Iterable[Edit]) -> Bid:
    """Return the bid with every edit's new value; raise ValueError when one is refused."""
    own: dict[str, Any] = {}
    touched: dict[str, dict[str, Entity]] = {}
    shape = shape_of(Bid)
    for edit in edits:
        if not edit.item:
            leaf = shape.leaves[edit.field]
            own[edit.field] = leaf.default if edit.new is None else leaf.from_json(edit.new)
            continue
        entries = touched.get(edit.collection)
        if entries is None:
            entries = {entry.id: entry for entry in getattr(bid, edit.collection)}
            touched[edit.collection] = entries
        _apply_to_entries(entries, shape.collections[edit.collection], edit)
    updates: dict[str, Any] = {
        name: tuple(sorted(entries.values(), key=lambda entry: (entry.order, entry.id)))
        for name, entries in touched.items()
    }
    changed = with_fields(bid, own) if own else bid
    return changed.model_copy(update=updates) if updates else changed


def with_fields(model: Any, values: Mapping[str, Any]) -> Any:
    """Return the model with these dotted fields replaced, sharing all that stays."""
    updates: dict[str, Any] = {}
    inner: dict[str, dict[str, Any]] = {}
    for path, value in values.items():
        head, _, rest = path.partition(".")
        if rest:
            inner.setdefault(head, {})[rest] = value
        else:
            updates[head] = value
    for head, fields in inner.items():
        updates[head] = with_fields(getattr(model, head), fields)
    return model.model_copy(update=updates)


def value_at(model: Frozen, path: str) -> Any:
    """Return what stands at a dotted path inside one thing."""
    place: Any = model
    for name in path.split("."):
        place = getattr(place, name)
    return place


def fields_of(entry: Entity) -> str:
    """Return the canonical JSON object of a thing's fields that differ from their defaults."""
    fields: dict[str, Any] = {}
    for path, leaf in shape_of(type(entry)).leaves.items():
        value = value_at(entry, path)
        if value != leaf.default:
            fields[path] = json.loads(leaf.to_json(value))
    return canonical(fields)


def entity_from(kind: type[Entity], identity: str, fields: Mapping[str, str]) -> Entity:
    """Return a thing made of stored fields (path to canonical JSON); ValueError if refused."""
    leaves = shape_of(kind).leaves
    values = {path: leaves[path].from_json(text) for path, text in fields.items()}
    made: Entity = with_fields(prototype(kind), {"id": identity, **values})
    return made


@cache
def prototype(kind: type[Entity]) -> Entity:
    """Return a thing of this kind in which nothing is written yet, to be copied."""
    return blank(kind, id="")


def _apply_to_entries(entries: dict[str, Entity], kind: type[Entity], edit: Edit) -> None:
    if edit.field:
        entry = entries.get(edit.item)
        if entry is None:
            return
        leaf = shape_of(kind).leaves[edit.field]
        value = leaf.default if edit.new is None else leaf.from_json(edit.new)
        entries[edit.item] = with_fields(entry, {edit.field: value})
    elif edit.new is None:
        entries.pop(edit.item, None)
    else:
        fields = {path: canonical(value) for path, value in json.loads(edit.new).items()}
        entries[edit.item] = entity_from(kind, edit.item, fields)


def _compare(
    before: Frozen, after: Frozen, shape: Shape, prefix: str, into: tuple[str, str, list[Edit]]
) -> None:
    collection, item, edits = into
    for name in type(before).model_fields:
        old, new = getattr(before, name), getattr(after, name)
        own_list = not prefix and name in shape.collections
        if old is new or own_list or name == "id":
            continue
        if isinstance(old, Group):
            _compare(old, new, shape, f"{prefix}{name}.", into)
            continue
        leaf: Leaf = shape.leaves[prefix + name]
        if old != new:
            edits.append(Edit(collection, item, leaf.path, leaf.to_json(old), leaf.to_json(new)))


def _compare_collection(
    name: str, old: tuple[Entity, ...], new: tuple[Entity, ...], edits: list[Edit]
) -> None:
    before = {entry.id: entry for entry in old}
    after = {entry.id: entry for entry in new}
    for identity, entry in before.items():
        if identity not in after:
            edits.append(Edit(name, identity, "", fields_of(entry), None))
    for identity, entry in after.items():
        earlier = before.get(identity)
        if earlier is None:
            edits.append(Edit(name, identity, "", None, fields_of(entry)))
        elif earlier is not entry:
            _compare(earlier, entry, shape_of(type(entry)), "", (name, identity, edits))
