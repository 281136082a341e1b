"""Everything written about one thing, laid out: its life, its fields, and their heads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from bidkit.changes.change import DELETED, KEPT, Header
from bidkit.changes.heads import Field, Merging, Settled, heads_among, in_order, merging_of
from bidkit.changes.record import Record
from bidkit.changes.renames import TODAY, Names
from bidkit.changes.values import Values, plain
from bidkit.domain.shape import Leaf, canonical

Life = tuple[list[Header], dict[str, dict[str, Any]], list[Header]]
ABSENT = "false"


class Strand:
    """The changes of one thing: wholes (made, deleted, kept) and single fields.

    Things made twice with the same fields (a pack added in two copies) count as made once.
    """

    def __init__(self, record: Record, values: Values, names: Names = TODAY) -> None:
        self.headers = record.headers
        self.wholes = record.wholes
        self.fields = record.fields
        self._names = names
        self._values = values
        self._read: Life | None = None

    def wanted(self) -> Iterator[str]:
        """Give the names of the changes whose values count now."""
        for header in self.wholes:
            yield header.id
        for written in self.fields.values():
            for head in written.heads:
                yield head.id

    @property
    def made(self) -> list[Header]:
        """The changes that made this thing with its first fields."""
        return self._life()[0]

    @property
    def first(self) -> dict[str, dict[str, Any]]:
        """The first fields, by the change that made the thing with them."""
        return self._life()[1]

    @property
    def _deleted(self) -> list[Header]:
        return self._life()[2]

    def _life(self) -> Life:
        """Read the wholes, once: which made the thing, with what, and which deleted it."""
        if self._read is None:
            self._read = ([], {}, [])
            for header in self.wholes:
                self._place(header, self._values(header.id), self._read)
        return self._read

    def _place(self, header: Header, value: str | None, life: Life) -> None:
        if value == DELETED:
            life[2].append(header)
        elif value != KEPT:
            life[0].append(header)
            if value is not None:
                fields = plain(value)
                first = fields if isinstance(fields, dict) else {}
                life[1][header.id] = self._names.made(header.kind, first) if self._names else first

    @property
    def heads(self) -> tuple[Header, ...]:
        """What nothing written about this thing replaces."""
        return heads_among(self.headers)

    def deletions(self) -> tuple[Header, ...]:
        """The deletions that nobody has taken back."""
        if not self._deleted:
            return ()
        answered = {parent for whole in self.wholes for parent in whole.parents}
        return in_order(one for one in self._deleted if one.id not in answered)

    def unseen(self, deletions: Iterable[Header]) -> tuple[Header, ...]:
        """What was written without knowing of the deletion, or after it."""
        graph = Field({h.id: h for h in self.headers}, self.value, DELETED, Merging.WHOLE)
        seen: set[str] = set()
        for deletion in deletions:
            seen |= graph.ancestors(deletion)
        known = {self._values(one.id) for one in self.made if one.id in seen}
        return in_order(
            header
            for header in self.headers
            if header.id not in seen
            and not (header.id in self.first and self._values(header.id) in known)
        )

    def nodes_of(
        self, field: str, default: str = DELETED, element: str | None = None
    ) -> dict[str, Header]:
        """Return the changes that gave this field a value; equal first values count as one."""
        written = self.fields.get(field, ())
        if len(self.made) <= 1:
            return {header.id: header for header in (*written, *self.made)}
        read = self.reader(field.partition("[")[0], default, element)
        same: dict[str, str] = {}
        first: dict[str, Header] = {}
        for header in sorted(self.made, key=lambda one: one.id):
            value = read(header)
            one = first.setdefault(header.id if value is None else value, header)
            same[header.id] = one.id
        joined = (
            header._replace(parents=tuple(same.get(parent, parent) for parent in header.parents))
            for header in (*written, *first.values())
        )
        return {header.id: header for header in joined}

    def heads_of(
        self, field: str, default: str = DELETED, element: str | None = None
    ) -> tuple[Header, ...]:
        """Return the changes that hold a field's value now; () when nothing gave it one."""
        written = self.fields.get(field)
        heads = None if written is None else written.heads_with(self.made)
        if heads is not None:
            return heads
        return heads_among(self.nodes_of(field, default, element).values())

    def only_made_with(self, field: str) -> bool:
        """Tell whether a field has the value it was made with, once, and never another."""
        return field not in self.fields and len(self.made) == len(self.first) == 1

    def settle(self, leaf: Leaf) -> Settled:
        """Return what one plain field amounts to."""
        field = leaf.path
        written = self.fields.get(field)
        heads = None if written is None else written.heads_with(self.made)
        if heads is not None and len(heads) == 1 and heads[0].field:
            return Settled(self._values(heads[0].id), heads)
        default = leaf.default_json
        nodes = self.nodes_of(field, default)
        return Field(nodes, self.reader(field, default), default, merging_of(leaf)).settle_all()

    def settle_element(self, path: str, field: str, element: str) -> bool:
        """Tell whether a set holds this element; a set never conflicts."""
        nodes = self.nodes_of(field, ABSENT, element)
        graph = Field(nodes, self.reader(path, ABSENT, element), ABSENT, Merging.WHOLE)
        return graph.settle_all().value == KEPT

    def reader(
        self, path: str, default: str, element: str | None = None
    ) -> Callable[[Header], str | None]:
        """Return how to read a field's value in a change of its own or in a whole."""

        def read(header: Header) -> str | None:
            if header.field:
                return self._values(header.id)
            fields = self.first.get(header.id)
            if fields is None:
                return None
            if element is not None:
                elements = fields.get(path)
                return canonical(isinstance(elements, list) and element in elements)
            return canonical(fields[path]) if path in fields else default

        return read

    def value(self, header: Header) -> str | None:
        """Return the canonical JSON of one change as it was written."""
        return self._values(header.id)
