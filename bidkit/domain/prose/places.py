"""Places in prose: passages, sentences and stretches of text with an address that can be shown.

A path is the way to a passage: the number of its block, then of item and block inside a list,
of the block inside a quote, or of row (0 is the header) and column inside a table.
Offsets count characters of the passage's text, in which a chip is one character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from bidkit.domain.prose.model import (
    Block,
    Break,
    BulletList,
    Chip,
    Heading,
    NumberedList,
    Paragraph,
    Prose,
    Quote,
    Runs,
    Table,
    Text,
    Verbatim,
    language_of,
)

Path: TypeAlias = tuple[int, ...]

CHIP_MARK = "\ufffc"
"""What stands for a chip in a passage's text."""

_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9ÂÊÎÔÛŴŶ£€])|\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Rev|St|No|Nos|vs|cf|approx|inc|Ltd|Co|e\.g|i\.e|p|pp|para)"
    r"|\b[A-Z])\.$"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of one paragraph, heading, table cell or verbatim passage, and where it is."""

    path: Path
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one passage, from `start` up to but without `end`."""

    path: Path
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it stands; chips are left out of its text."""

    span: Span
    text: str
    language: str = ""


@lru_cache(maxsize=512)
def passages(prose: Prose) -> tuple[Passage, ...]:
    """Return every passage of canonical prose in reading order, empty table cells included."""
    return tuple(_passages(prose.blocks, ()))


def _passages(blocks: tuple[Block, ...], path: Path) -> Iterator[Passage]:
    for number, block in enumerate(blocks):
        here = (*path, number)
        match block:
            case Paragraph(runs) | Heading(_, runs):
                yield Passage(here, passage_text(runs), language_of(runs))
            case BulletList(items) | NumberedList(items):
                for position, item in enumerate(items):
                    yield from _passages(item.blocks, (*here, position))
            case Quote(inner):
                yield from _passages(inner, here)
            case Table(header, rows):
                for row_number, row in enumerate((header, *rows)):
                    for column, cell in enumerate(row):
                        place = (*here, row_number, column)
                        yield Passage(place, passage_text(cell), language_of(cell))
            case Verbatim(source):
                yield Passage(here, source)


def passage_text(runs: Runs) -> str:
    """Return runs as a passage's text: a chip is one character, a line break a line end."""
    return "".join(
        run.text if isinstance(run, Text) else "\n" if isinstance(run, Break) else CHIP_MARK
        for run in runs
    )


def sentences(prose: Prose) -> Iterator[Sentence]:
    """Yield the sentences of canonical prose in reading order, verbatim passages left out."""
    for passage in passages(prose):
        if not passage.text.startswith(("```", "***", "![")):
            yield from _sentences(passage)


def _sentences(passage: Passage) -> Iterator[Sentence]:
    start = 0
    for found in _SENTENCE_END.finditer(passage.text):
        if _ABBREVIATION.search(passage.text, start, found.end()) and found.group() == ".":
            continue
        yield from _sentence(passage, start, found.end())
        start = found.end()
    yield from _sentence(passage, start, len(passage.text))


def _sentence(passage: Passage, start: int, end: int) -> Iterator[Sentence]:
    piece = passage.text[start:end]
    start, end = start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
    words = " ".join(passage.text[start:end].replace(CHIP_MARK, " ").split())
    if words:
        yield Sentence(Span(passage.path, start, end), words, passage.language)


def chips_in(prose: Prose) -> tuple[str, ...]:
    """Return the ids of the evidence that prose points to, in reading order, each once."""
    return tuple(dict.fromkeys(_chips(prose.blocks)))


def _chips(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(runs) | Heading(_, runs):
                yield from _chips_of(runs)
            case BulletList(items) | NumberedList(items):
                for item in items:
                    yield from _chips(item.blocks)
            case Quote(inner):
                yield from _chips(inner)
            case Table(header, rows):
                for row in (header, *rows):
                    for cell in row:
                        yield from _chips_of(cell)


def _chips_of(runs: Runs) -> Iterator[str]:
    return (run.evidence for run in runs if isinstance(run, Chip))
