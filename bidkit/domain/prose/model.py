"""What prose is made of: frozen blocks and runs, compared by value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Alignment: TypeAlias = Literal["", "left", "center", "right"]

MAX_DEPTH = 8
"""How deep lists and quotes nest; what lies deeper is lifted to this depth, words untouched."""

MAX_HEADING = 4
"""The deepest heading level; deeper ones become this one."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words that carry the same marks; `link` is an address, `language` a BCP 47 tag."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """A pointer to an evidence item; it stores the id alone, whoever prints it finds the label."""

    evidence: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a block."""


Run: TypeAlias = Text | Chip | Break
Runs: TypeAlias = tuple[Run, ...]
Row: TypeAlias = tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage of running text."""

    runs: Runs = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4."""

    level: int
    runs: Runs = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, which may hold several blocks and further lists."""

    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list without numbers."""

    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list counted from `start`."""

    items: tuple[Item, ...] = ()
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """Blocks quoted from somebody."""

    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first row is its header; canonical tables are rectangular."""

    header: Row = ()
    rows: tuple[Row, ...] = ()
    alignments: tuple[Alignment, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of the bid, by the id of its attachment, with what it shows in words."""

    attachment: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart drawn from the bid's own data, by the id of what it draws."""

    chart: str


@dataclass(frozen=True, slots=True)
class LinkedTable:
    """A table filled from the bid's own data, by the id of what it lists."""

    table: str


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Something this program does not know, kept as the CommonMark it came in."""

    source: str


Leaf: TypeAlias = Paragraph | Heading | Table | Figure | Chart | LinkedTable | Verbatim
Container: TypeAlias = BulletList | NumberedList | Quote
Block: TypeAlias = Leaf | Container


@dataclass(frozen=True, slots=True)
class Prose:
    """The blocks of one text, in order; its hash is worked out once, since caches ask often."""

    blocks: tuple[Block, ...] = ()
    _hash: int | None = field(default=None, init=False, repr=False, compare=False)

    def __hash__(self) -> int:
        if self._hash is None:
            object.__setattr__(self, "_hash", hash(self.blocks))
        return self._hash or 0

    def __reduce__(self) -> tuple[type[Prose], tuple[tuple[Block, ...]]]:
        # A hash of texts holds in its own process alone, so it does not travel.
        return (Prose, (self.blocks,))


EMPTY = Prose()


def language_of(runs: Runs) -> str:
    """Return the language that all words of these runs share, or "" where they share none."""
    languages = {run.language for run in runs if isinstance(run, Text) and run.text.strip()}
    return languages.pop() if len(languages) == 1 else ""
