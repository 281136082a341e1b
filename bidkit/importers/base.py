"""What every importer gives: a proposal that is shown, chosen from, and only then taken."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from bidkit.domain.base import Entity, key_after
from bidkit.domain.bid import Bid
from bidkit.domain.edits import value_at, with_fields
from bidkit.domain.refs import Ref
from bidkit.domain.shape import shape_of


@dataclass(frozen=True)
class Proposed:
    """One value for one field: where it comes from, and whether it is sure or to be confirmed."""

    ref: Ref[Bid, Any]
    value: Any
    label: str
    source_path: str = ""
    sure: bool = True
    note: str = ""
    only_if_empty: bool = False

    @property
    def key(self) -> str:
        """The name by which this value is chosen or left out."""
        return str(self.ref)


@dataclass(frozen=True)
class ProposedEntity:
    """One thing to add; a thing of the same identity takes over what the source says."""

    collection: str
    entity: Entity
    label: str
    source_path: str = ""
    sure: bool = True
    note: str = ""

    @property
    def key(self) -> str:
        """The name by which this thing is chosen or left out."""
        return f"{self.collection}[{self.entity.id}]"


@dataclass(frozen=True)
class Caution:
    """Something in the source that a person should look at before taking it."""

    what: str
    advice: str = ""
    place: str = ""

    def __str__(self) -> str:
        """Return the caution as one line."""
        return " ".join(part for part in (self.what, self.advice) if part)


@dataclass(frozen=True)
class Proposal:
    """What a source would put into a bid, what was read in it, what was not, and what is odd."""

    title: str
    source: str = ""
    fields: tuple[Proposed, ...] = ()
    entities: tuple[ProposedEntity, ...] = ()
    read: tuple[str, ...] = ()
    not_read: tuple[str, ...] = ()
    warnings: tuple[Caution, ...] = ()

    @property
    def parts(self) -> tuple[Proposed | ProposedEntity, ...]:
        """Everything that can be taken, fields first."""
        parts: list[Proposed | ProposedEntity] = [*self.fields, *self.entities]
        return tuple(parts)

    @property
    def unsure(self) -> tuple[Proposed | ProposedEntity, ...]:
        """Everything that a person should confirm."""
        return tuple(part for part in self.parts if not part.sure)

    @property
    def keys(self) -> tuple[str, ...]:
        """The names of everything that can be chosen."""
        return tuple(part.key for part in self.parts)

    def value_of(self, address: str) -> Any:
        """Return the value proposed for an address, or None when there is none."""
        return next((field.value for field in self.fields if field.key == address), None)

    def of(self, collection: str) -> tuple[Any, ...]:
        """Return the things proposed for one collection, in order."""
        return tuple(part.entity for part in self.entities if part.collection == collection)


class Importer(Protocol):
    """A module that reads one kind of file."""

    def recognises(self, given: Path | bytes) -> bool:
        """Tell whether this looks like a file of this kind; never raises."""

    def read(self, path: Path) -> Proposal:
        """Return what the file proposes; raise FileError or InputError in plain words."""


def take(bid: Bid, proposal: Proposal, chosen: Collection[str] | None = None) -> Bid:
    """Return the bid with the proposal taken (all of it, or the chosen keys); twice is once."""
    for field in proposal.fields:
        if _wanted(field.key, chosen) and _may_set(bid, field):
            bid = field.ref.set(bid, field.value)
    names = dict.fromkeys(part.collection for part in proposal.entities)
    for name in names:
        wanted = [
            part.entity
            for part in proposal.entities
            if part.collection == name and _wanted(part.key, chosen)
        ]
        bid = merged(bid, name, wanted)
    return bid


def merged(bid: Bid, collection: str, things: Collection[Entity]) -> Bid:
    """Return the bid with these things added; those already there keep what is only ours."""
    entries: dict[str, Entity] = {entry.id: entry for entry in getattr(bid, collection)}
    coming = {thing.id for thing in things}
    last = max((entry.order for entry in entries.values() if entry.id not in coming), default="")
    follows_others = bool(last)
    for thing in things:
        earlier = entries.get(thing.id)
        if earlier is not None:
            entries[thing.id] = _updated(earlier, thing)
            last = max(last, earlier.order)
            continue
        if follows_others or not thing.order:
            last = key_after(last)
            thing = thing.model_copy(update={"order": last})
        entries[thing.id] = thing
    ordered = tuple(sorted(entries.values(), key=lambda entry: (entry.order, entry.id)))
    return bid if ordered == getattr(bid, collection) else with_fields(bid, {collection: ordered})


def _wanted(key: str, chosen: Collection[str] | None) -> bool:
    return chosen is None or key in chosen


def _may_set(bid: Bid, field: Proposed) -> bool:
    if not field.only_if_empty:
        return True
    return field.ref.get(bid) in ("", None, ())


def _updated(earlier: Entity, thing: Entity) -> Entity:
    """Return the earlier thing with every field the newer one fills, its place kept."""
    values = {}
    for path, leaf in shape_of(type(thing)).leaves.items():
        value = value_at(thing, path)
        if path != "order" and value not in (leaf.default, value_at(earlier, path)):
            values[path] = value
    updated: Entity = with_fields(earlier, values) if values else earlier
    return updated
