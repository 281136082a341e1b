"""The changes of one thing, sorted as they come in, so that a long history costs nothing later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bidkit.changes.change import Header


class Written:
    """The changes of one field alone: all of them, and which nothing of them replaces."""

    __slots__ = ("_headers", "_heads", "_replaced")

    def __init__(self) -> None:
        self._headers: list[Header] = []
        self._heads: dict[str, Header] = {}
        self._replaced: set[str] = set()

    def add(self, header: Header) -> None:
        """Take one change in, in whatever order they come."""
        self._headers.append(header)
        for parent in header.parents:
            self._replaced.add(parent)
            self._heads.pop(parent, None)
        if header.id not in self._replaced:
            self._heads[header.id] = header

    def __iter__(self) -> Iterator[Header]:
        return iter(self._headers)

    @property
    def heads(self) -> tuple[Header, ...]:
        """The changes that no other change of this field replaces."""
        return tuple(self._heads.values())

    def heads_with(self, made: Sequence[Header]) -> tuple[Header, ...] | None:
        """Return the heads when the thing was made once or never; None when it takes more."""
        if not made:
            return self.heads
        if len(made) > 1 or made[0].parents:
            return None
        return self.heads if made[0].id in self._replaced else (*self._heads.values(), made[0])


class Record:
    """The changes of one thing: those of each field, and those of the thing as a whole."""

    __slots__ = ("fields", "headers", "wholes")

    def __init__(self, headers: Iterable[Header] = ()) -> None:
        self.headers: list[Header] = []
        self.wholes: list[Header] = []
        self.fields: dict[str, Written] = {}
        for header in headers:
            self.add(header)

    def add(self, header: Header) -> None:
        """Take one change in."""
        self.headers.append(header)
        field = header.field
        if not field:
            self.wholes.append(header)
            return
        written = self.fields.get(field)
        if written is None:
            written = self.fields[field] = Written()
        written.add(header)
