"""The words of an answer as rules read them: what is printed, what is ours, what is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bidkit.domain.finding import Span
from bidkit.domain.prose import (
    PORTAL,
    WORDS_ONLY,
    Block,
    Break,
    BulletList,
    Chip,
    Figure,
    Heading,
    NumberedList,
    Paragraph,
    PlainStyle,
    Quote,
    Run,
    Table,
    Text,
    Verbatim,
    plain_text,
    printed_verbatim,
    read_prose,
)
from bidkit.domain.prose.pieces import passages_of

QUOTED = re.compile(r"“[^“”]*”|\"[^\"\n]*\"|‘[^‘’\n]*’(?!\w)")
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*[.!?]?")
SPAN_MARGIN = 24


@dataclass(frozen=True)
class Line:
    """The words of one paragraph, heading, item or cell, and whether somebody else said them."""

    text: str
    quoted: bool = False
    heading: bool = False


@dataclass(frozen=True)
class Reading:
    """One answer read once: its lines in order and the evidence it points to."""

    lines: tuple[Line, ...]
    chips: tuple[str, ...]

    @property
    def text(self) -> str:
        """Every word of it, a line for each block."""
        return "\n".join(line.text for line in self.lines)

    @property
    def own(self) -> tuple[str, ...]:
        """The lines that are our own words, with what stands in quotation marks blanked out."""
        return tuple(_unquoted(line.text) for line in self.lines if not line.quoted)

    @property
    def first_paragraph(self) -> str:
        """The first line that is not a heading, '' where there is none."""
        return next((line.text for line in self.lines if not line.heading and line.text), "")


@lru_cache(maxsize=1024)
def reading_of(text: str, labels: tuple[tuple[str, str], ...] = ()) -> Reading:
    """Return the words of a stored prose text; labels say how each evidence item is printed."""
    lines: list[Line] = []
    chips: list[str] = []
    for passage in passages_of(text):
        of_passage, named = _read_passage(passage, labels)
        lines += of_passage
        chips += named
    return Reading(tuple(lines), tuple(chips))


@lru_cache(maxsize=4096)
def _read_passage(
    passage: str, labels: tuple[tuple[str, str], ...]
) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    chips: list[str] = []
    lines = tuple(_lines(read_prose(passage).blocks, dict(labels), chips))
    return tuple(line for line in lines if line.text.strip()), tuple(chips)


@lru_cache(maxsize=4096)
def _print_passage(passage: str, labels: tuple[tuple[str, str], ...], style: PlainStyle) -> str:
    printed = {name: f"[{label}]" for name, label in labels if label}
    return plain_text(read_prose(passage), lambda name: printed.get(name, ""), style=style)


@lru_cache(maxsize=1024)
def printed_text(text: str, labels: tuple[tuple[str, str], ...], *, words: bool) -> str:
    """Return a stored prose text as it is counted: the words alone, or as a portal takes it."""
    style = WORDS_ONLY if words else PORTAL
    printed = (_print_passage(one, labels, style) for one in passages_of(text))
    return style.gap.join(one for one in printed if one)


def span_at(text: str, start: int, end: int) -> Span:
    """Return a stretch of a text with enough around it to find it again."""
    return Span(
        text[start:end], text[max(0, start - SPAN_MARGIN) : start], text[end:][:SPAN_MARGIN]
    )


def sentence_around(text: str, start: int, end: int) -> str:
    """Return the sentence in which a stretch of a line stands."""
    for found in SENTENCE.finditer(text):
        if found.start() <= start and end <= found.end():
            return found.group()
    return text


def _unquoted(text: str) -> str:
    return QUOTED.sub(lambda found: " " * len(found.group()), text)


def _lines(
    blocks: Iterable[Block], labels: Mapping[str, str], chips: list[str], *, quoted: bool = False
) -> Iterator[Line]:
    for block in blocks:
        match block:
            case Paragraph():
                yield Line(_words(block.runs, labels, chips), quoted)
            case Heading():
                yield Line(_words(block.runs, labels, chips), quoted, heading=True)
            case BulletList() | NumberedList():
                for item in block.items:
                    yield from _lines(item.blocks, labels, chips, quoted=quoted)
            case Quote():
                yield from _lines(block.blocks, labels, chips, quoted=True)
            case Table():
                for row in (block.header, *block.rows):
                    yield from (Line(_words(cell, labels, chips), quoted) for cell in row)
            case Verbatim():
                yield Line(printed_verbatim(block.source), quoted)
            case Figure():
                yield Line("", quoted)
            case _:
                continue


def _words(runs: Iterable[Run], labels: Mapping[str, str], chips: list[str]) -> str:
    words: list[str] = []
    for run in runs:
        match run:
            case Text():
                words.append(run.text)
            case Break():
                words.append("\n")
            case Chip():
                chips.append(run.evidence)
                label = labels.get(run.evidence, "")
                words.append(f"[{label}]" if label else "")
    return "".join(words)
