"""Names for ever: stored names of long ago are read as today's, and never rewritten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Names:
    """What stored collections and fields are called today; empty until the first renaming.

    Fields are looked up by the collection's name of today ('' for the bid's own fields).
    """

    collections: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.collections or self.fields)

    def collection(self, name: str) -> str:
        """Return what a collection is called today."""
        return self.collections.get(name, name)

    def field(self, collection: str, name: str) -> str:
        """Return what a field is called today; an element of a set keeps its element."""
        path, bracket, rest = name.partition("[")
        return self.fields.get((collection, path), path) + bracket + rest

    def made(self, collection: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return the first fields of a thing under the names of today."""
        return {self.field(collection, name): value for name, value in fields.items()}


TODAY = Names()
