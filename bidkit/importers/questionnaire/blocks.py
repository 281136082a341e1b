"""A questionnaire as it lies on the page: lines with their headings, and tables with their rows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A paragraph: its words, and how high a heading it is (0: none)."""

    text: str
    heading: int = 0


@dataclass(frozen=True)
class Grid:
    """A table: its rows of cells."""

    rows: tuple[tuple[str, ...], ...]


Block = Line | Grid


def lines_of(text: str) -> tuple[Block, ...]:
    """Return pasted text as lines, those of a list or table row kept whole."""
    return tuple(Line(" ".join(line.split())) for line in text.splitlines() if line.strip())
