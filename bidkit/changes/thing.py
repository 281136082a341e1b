"""Bring everything written about one thing together: what it is now, and what is undecided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bidkit.changes.change import DELETED, Header
from bidkit.changes.conflict import Alternative, Conflict, address_of, alternative
from bidkit.changes.heads import Merging, Settled, merging_of
from bidkit.changes.ledger import element_field, split_field
from bidkit.changes.strand import Strand
from bidkit.changes.values import plain
from bidkit.domain.base import Entity
from bidkit.domain.edits import entity_from, prototype, with_fields
from bidkit.domain.shape import Leaf, canonical, shape_of


@dataclass(frozen=True)
class ThingState:
    """What one thing amounts to; a deleted one is kept here too, in case it comes back."""

    entry: Entity
    alive: bool
    conflicts: tuple[Conflict, ...] = ()
    newer: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    deletions: tuple[Header, ...] = ()


@dataclass(frozen=True)
class FieldState:
    """What one of the bid's own fields amounts to."""

    value: Any
    conflicts: tuple[Conflict, ...] = ()
    newer: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


State = ThingState | FieldState


class _Gathering:
    """Collects the fields of one thing and everything worth telling about them."""

    def __init__(self, kind: str, item: str, strand: Strand, leaves: Mapping[str, Leaf]) -> None:
        self.kind = kind
        self.item = item
        self.strand = strand
        self.leaves = leaves
        self.fields: dict[str, Any] = {}
        self.conflicts: list[Conflict] = []
        self.newer: list[str] = []
        self.left_out: list[str] = []

    def gather(self, paths: Iterable[str]) -> None:
        """Settle these fields; what today's program does not know is only named."""
        for path in paths:
            leaf = self.leaves.get(path)
            if leaf is None:
                self.newer.append(address_of(self.kind, self.item, path))
            elif leaf.mark.elementwise:
                self.fields[path] = self._elements(path)
            elif self.strand.only_made_with(path):
                self.fields[path] = next(iter(self.strand.first.values()))[path]
            else:
                self._take(leaf, self.strand.settle(leaf))

    def _take(self, leaf: Leaf, settled: Settled) -> None:
        if settled.value is None:
            self.left_out.append(address_of(self.kind, self.item, leaf.path))
            return
        if settled.undecided:
            self.conflicts.append(self._conflict(leaf, settled))
        if settled.value != leaf.default_json:
            self.fields[leaf.path] = plain(settled.value)

    def _conflict(self, leaf: Leaf, settled: Settled) -> Conflict:
        place = address_of(self.kind, self.item, leaf.path)
        read = self.strand.reader(leaf.path, leaf.default_json)
        versions = (alternative(head, read(head)) for head in settled.heads)
        merging = merging_of(leaf)
        texts = merging in (Merging.TEXT, Merging.PROSE) and bool(settled.pieces)
        return Conflict(place, "text" if texts else "value", distinct(versions), settled.pieces)

    def _elements(self, path: str) -> list[str]:
        known: set[str] = set()
        for fields in self.strand.first.values():
            first = fields.get(path)
            known.update(one for one in first or () if isinstance(one, str))
        for field in self.strand.fields:
            owner, element = split_field(field)
            if owner == path and element is not None:
                known.add(element)
        return sorted(
            element
            for element in known
            if self.strand.settle_element(path, element_field(path, element), element)
        )


def distinct(versions: Iterable[Alternative]) -> tuple[Alternative, ...]:
    """Leave out versions that say the same as an earlier one, and those without a value."""
    seen: dict[str, Alternative] = {}
    for version in versions:
        if version.value is not None:
            seen.setdefault(version.value, version)
    return tuple(seen.values())


def paths_of(strand: Strand) -> list[str]:
    """Return the path of every field that somebody wrote."""
    paths = {field if "[" not in field else split_field(field)[0]: None for field in strand.fields}
    for fields in strand.first.values():
        paths.update(dict.fromkeys(fields))
    return list(paths)


def settle_thing(kind: str, item: str, model: type[Entity], strand: Strand) -> ThingState:
    """Return what a thing of a collection amounts to."""
    gathering = _Gathering(kind, item, strand, shape_of(model).leaves)
    if len(strand.headers) == 1 and len(strand.first) == 1:
        first = next(iter(strand.first.values()))
        entry = _made_at_once(model, item, first)
        if entry is not None:
            return ThingState(entry, alive=True)
    gathering.gather(paths_of(strand))
    entry = _made(model, item, gathering)
    deletions = strand.deletions()
    unseen = strand.unseen(deletions) if deletions else ()
    if unseen:
        others = [alternative(header, strand.value(header)) for header in unseen]
        gathering.conflicts.append(deletion_conflict(kind, item, deletions, others))
    return ThingState(
        entry,
        not deletions or bool(unseen),
        tuple(gathering.conflicts),
        tuple(gathering.newer),
        tuple(gathering.left_out),
        deletions,
    )


def settle_field(path: str, leaf: Leaf | None, strand: Strand) -> FieldState:
    """Return what one of the bid's own fields amounts to."""
    gathering = _Gathering("", "", strand, {} if leaf is None else {path: leaf})
    gathering.gather([path])
    default = None if leaf is None else leaf.default
    value, newer = default, gathering.newer
    if leaf is not None and path in gathering.fields:
        try:
            value = leaf.from_json(canonical(gathering.fields[path]))
        except ValueError:
            newer = [*newer, path]
    left_out = tuple(gathering.left_out)
    return FieldState(value, tuple(gathering.conflicts), tuple(newer), left_out)


def deletion_conflict(
    kind: str, item: str, deletions: Iterable[Header], others: Iterable[Alternative]
) -> Conflict:
    """Return the conflict of a thing that one deleted while another went on with it."""
    deleted = tuple(alternative(one, DELETED) for one in deletions)
    return Conflict(address_of(kind, item, ""), "deleted", (*deleted, *others))


def _made_at_once(model: type[Entity], item: str, first: Mapping[str, Any]) -> Entity | None:
    """Make a thing of checked fields in one go; None when any of them is refused."""
    leaves = shape_of(model).leaves
    try:
        values = {path: leaves[path].checked(value) for path, value in first.items()}
    except (KeyError, ValueError):
        return None
    made: Entity = with_fields(prototype(model), {"id": item, **values})
    return made


def _made(model: type[Entity], item: str, gathering: _Gathering) -> Entity:
    entry = _made_at_once(model, item, gathering.fields)
    if entry is not None:
        return entry
    accepted: dict[str, str] = {}
    for path, value in gathering.fields.items():
        text = canonical(value)
        try:
            gathering.leaves[path].from_json(text)
            accepted[path] = text
        except ValueError:
            gathering.newer.append(address_of(gathering.kind, item, path))
    return entity_from(model, item, accepted)
