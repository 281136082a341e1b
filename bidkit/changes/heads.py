"""What the changes of one field amount to: one head is its value, several are merged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from bidkit.changes.change import Header
from bidkit.changes.values import plain
from bidkit.changes.words import Piece, conflicts_in, merge_words, text_of
from bidkit.domain.shape import Leaf, canonical

MOST_MERGED = 40

Reading = Callable[[Header], str | None]


class Merging(Enum):
    """How versions of a field are brought together."""

    WHOLE = "whole"
    TEXT = "text"
    PROSE = "prose"
    HIGHEST = "highest"


class Settled(NamedTuple):
    """What a field amounts to: its canonical JSON (None: left out), and the heads it rests on.

    Undecided means that the versions of these heads disagree; the value is then only shown.
    """

    value: str | None
    heads: tuple[Header, ...]
    undecided: bool = False
    pieces: tuple[Piece, ...] = ()


def merging_of(leaf: Leaf | None) -> Merging:
    """Return how versions of this field are merged: texts by words, all else as a whole."""
    if leaf is None or leaf.annotation is not str or leaf.path == "parent":
        return Merging.WHOLE
    if leaf.path == "order":
        return Merging.HIGHEST
    return Merging.PROSE if leaf.mark.prose else Merging.TEXT


def heads_among(headers: Iterable[Header]) -> tuple[Header, ...]:
    """Return the headers that no other one of them replaces, in an order all copies share."""
    known = tuple(headers)
    replaced = {parent for header in known for parent in header.parents}
    return in_order(header for header in known if header.id not in replaced)


def in_order(headers: Iterable[Header]) -> tuple[Header, ...]:
    """Sort headers for showing: by their makers' clocks, then by name."""
    return tuple(sorted(headers, key=lambda header: (header.at, header.id)))


class Field:
    """The changes of one field as a graph, and how to read and merge their values."""

    def __init__(
        self, nodes: Mapping[str, Header], read: Reading, default: str, merging: Merging
    ) -> None:
        self._nodes = nodes
        self._read = read
        self._default = default
        self._merging = merging

    def settle_all(self) -> Settled:
        """Return what the field amounts to now; its default when nothing was written."""
        heads = heads_among(self._nodes.values())
        return self.settle(heads) if heads else Settled(self._default, ())

    def settle(self, heads: Sequence[Header]) -> Settled:
        """Return what these heads amount to, whatever order they came in."""
        if len(heads) == 1:
            return Settled(self._read(heads[0]), tuple(heads))
        ordered = in_order(heads)
        known = [(head, value) for head in ordered if (value := self._read(head)) is not None]
        values = list(dict.fromkeys(value for _, value in known))
        if len(values) <= 1:
            return Settled(values[0] if values else None, ordered)
        base = self._base(ordered)
        changed = [value for value in values if value != base]
        if len(changed) == 1:
            return Settled(changed[0], ordered)
        return self._merged(base, [value for _, value in known], ordered)

    def _merged(self, base: str | None, values: list[str], heads: tuple[Header, ...]) -> Settled:
        if self._merging is Merging.HIGHEST:
            return Settled(max(values), heads)
        if self._merging is Merging.WHOLE or base is None or len(values) > MOST_MERGED:
            return Settled(next(v for v in values if v != base), heads, undecided=True)
        texts = [plain(text) for text in (base, *values)]
        if not all(isinstance(text, str) for text in texts):
            return Settled(values[0], heads, undecided=True)
        if self._merging is Merging.PROSE:
            from bidkit.changes.prose_merge import merge_prose

            merged = merge_prose(texts[0], tuple(texts[1:]))
            return Settled(canonical(merged.text), heads, merged.undecided, merged.pieces)
        pieces = merge_words(texts[0], tuple(texts[1:]))
        return Settled(canonical(text_of(pieces)), heads, conflicts_in(pieces), pieces)

    def _base(self, heads: Sequence[Header]) -> str | None:
        """Return the value all heads grew from; None when it was left out."""
        common = self._common(heads)
        if not common:
            return self._default
        if len(common) == 1:
            return self._read(common[0])
        settled = self.settle(common)
        return self._base(common) if settled.undecided else settled.value

    def _common(self, heads: Sequence[Header]) -> list[Header]:
        """Return the latest changes that all heads grew from."""
        shared = set.intersection(*(self.ancestors(head) for head in heads))
        nodes = [self._nodes[identity] for identity in sorted(shared)]
        return list(heads_among(nodes))

    def ancestors(self, header: Header) -> set[str]:
        """Return the names of a change and of all changes it grew from."""
        found: set[str] = set()
        ahead = [header.id]
        while ahead:
            identity = ahead.pop()
            if identity not in found and identity in self._nodes:
                found.add(identity)
                ahead.extend(self._nodes[identity].parents)
        return found
