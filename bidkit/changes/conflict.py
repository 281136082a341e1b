"""What people have to decide: places where versions of a field or thing disagree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from bidkit.changes.change import Header
from bidkit.changes.values import plain
from bidkit.changes.words import Piece
from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref, parse_ref

ConflictKind = Literal["value", "text", "deleted", "belonging"]


@dataclass(frozen=True)
class Alternative:
    """One version of a disputed place: its canonical JSON, and who wrote it when."""

    change: str
    author: str
    at: str
    value: str | None

    @property
    def plain(self) -> Any:
        """The version as plain data, for showing; None when its value was left out."""
        return plain(self.value)


@dataclass(frozen=True)
class Conflict:
    """One undecided place with every version of it; `pieces` marks the words of a text.

    Kinds: value (choose one), text (words marked), deleted (one deleted what another edited),
    belonging (things were put into each other in a ring).
    """

    place: str
    kind: ConflictKind
    alternatives: tuple[Alternative, ...]
    pieces: tuple[Piece, ...] = ()

    @property
    def ref(self) -> Ref[Bid, Any]:
        """The address of the place."""
        return parse_ref(Bid, self.place)


def alternative(header: Header, value: str | None) -> Alternative:
    """Return a version from the change that wrote it."""
    return Alternative(header.id, header.author, header.made_at.isoformat(), value)


def address_of(kind: str, item: str, field: str) -> str:
    """Return the address of a field as people type it; field '' is the thing itself."""
    if not item:
        return field
    return f"{kind}[{item}].{field}" if field else f"{kind}[{item}]"
