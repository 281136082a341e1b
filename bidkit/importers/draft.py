"""A proposal in the making: importers add to it, line by line, as they read."""

from __future__ import annotations

from typing import Any

from bidkit.domain.base import Entity, key_after
from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.importers.base import Caution, Proposal, Proposed, ProposedEntity


class Draft:
    """Collects what an importer finds; a later value for the same field replaces the earlier."""

    def __init__(self) -> None:
        self._fields: dict[str, Proposed] = {}
        self._entities: dict[str, ProposedEntity] = {}
        self._last: dict[str, str] = {}
        self._cautions: list[Caution] = []

    def field(self, ref: Ref[Bid, Any], value: Any, label: str, source_path: str = "") -> None:
        """Propose a value that the source states plainly; empty values are left out."""
        self.propose(Proposed(ref, value, label, source_path))

    def guess(self, ref: Ref[Bid, Any], value: Any, label: str, note: str) -> None:
        """Propose a value worked out from the source, to be confirmed, with the reason."""
        self.propose(Proposed(ref, value, label, sure=False, note=note))

    def propose(self, proposed: Proposed) -> None:
        """Take up one proposed value unless it is empty."""
        if proposed.value not in ("", None, ()):
            self._fields[proposed.key] = proposed

    def entity(
        self, collection: str, entity: Entity, label: str, source_path: str = "", note: str = ""
    ) -> None:
        """Propose one thing, after those already proposed; a note marks it as to be confirmed."""
        if not entity.order:
            self._last[collection] = key_after(self._last.get(collection, ""))
            entity = entity.model_copy(update={"order": self._last[collection]})
        made = ProposedEntity(collection, entity, label, source_path, sure=not note, note=note)
        self._entities.setdefault(made.key, made)

    def caution(self, what: str, advice: str = "", place: str = "") -> None:
        """Say what a person should look at; the same words are said once."""
        caution = Caution(what, advice, place)
        if caution not in self._cautions:
            self._cautions.append(caution)

    def value_of(self, ref: Ref[Bid, Any]) -> Any:
        """Return what is proposed for a field so far, or None."""
        found = self._fields.get(str(ref))
        return None if found is None else found.value

    def count(self, collection: str) -> int:
        """Return how many things are proposed for a collection so far."""
        return sum(1 for part in self._entities.values() if part.collection == collection)

    def finished(self, title: str, source: str = "", not_read: tuple[str, ...] = ()) -> Proposal:
        """Return the proposal as it stands."""
        labels = [field.label for field in self._fields.values()]
        labels += [part.label for part in self._entities.values()]
        return Proposal(
            title=title,
            source=source,
            fields=tuple(self._fields.values()),
            entities=tuple(self._entities.values()),
            read=tuple(dict.fromkeys(labels)),
            not_read=not_read,
            warnings=tuple(self._cautions),
        )
