"""Runs -> one or more lines of CommonMark.

Language lies outside, then link, bold, italic. Where a mark would stand between two letters or
beside a sign that keeps it from opening or closing, the letter beside it is written as a numeric
reference: the text stays the same and every reader of CommonMark sees the mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, zip_longest
from typing import Literal

from bidkit.domain.prose.characters import kind_of
from bidkit.domain.prose.escaping import (
    entity,
    escape,
    escape_line_start,
    joins_what_precedes,
    write_link,
    write_name,
)
from bidkit.domain.prose.model import Break, Chip, Run, Runs, Text

CELL_BREAK = "&#10;"
"""How a line break is written inside a table cell, where a real one would end the row."""

BOLD = "**"
ITALIC = "_"


@dataclass(slots=True)
class _Piece:
    """A stretch of the line: words, or markup that may have to open or close."""

    source: str
    role: Literal["words", "markup", "opens", "closes"] = "markup"
    first_coded: bool = False
    last_coded: bool = False

    @property
    def first(self) -> str:
        return "&" if self.first_coded else self.source[0]

    @property
    def last(self) -> str:
        return ";" if self.last_coded else self.source[-1]


@lru_cache(maxsize=4096)
def write_runs(runs: Runs, *, in_heading: bool = False) -> tuple[str, ...]:
    """Return canonical runs as the lines of a paragraph or heading, without their prefix."""
    lines = [_write_line(tuple(group), in_heading=in_heading) for group in _lines_of(runs)]
    return (*(f"{line}\\" for line in lines[:-1]), lines[-1])


@lru_cache(maxsize=4096)
def write_cell(runs: Runs) -> str:
    """Return canonical runs as the content of a table cell."""
    return CELL_BREAK.join(_write_line(tuple(group), in_cell=True) for group in _lines_of(runs))


def _lines_of(runs: Runs) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        if isinstance(run, Break):
            lines.append([])
        else:
            lines[-1].append(run)
    return lines


def _write_line(runs: Runs, *, in_heading: bool = False, in_cell: bool = False) -> str:
    pieces = list(_language_pieces(runs))
    _settle(pieces)
    line = ""
    for piece, after in zip_longest(pieces, pieces[1:]):
        at_bracket = after is not None and after.source.startswith("[")
        line += _write_piece(piece, in_heading=in_heading, in_cell=in_cell, at_bracket=at_bracket)
    if pieces and pieces[0].role == "words" and not in_cell:
        return escape_line_start(line)
    return line


def _write_piece(piece: _Piece, *, in_heading: bool, in_cell: bool, at_bracket: bool) -> str:
    if piece.role != "words":
        return piece.source
    text, before, after = piece.source, "", ""
    if piece.first_coded:
        before, text = entity(text[0]), text[1:]
    if piece.last_coded and text:
        after, text = entity(text[-1]), text[:-1]
    if after:
        at_bracket = False
    words = escape(text, in_heading=in_heading, in_cell=in_cell, at_bracket=at_bracket)
    return before + words + after


def _language_pieces(runs: Runs) -> Iterator[_Piece]:
    for language, group in groupby(runs, lambda run: getattr(run, "language", "")):
        if language:
            yield _Piece(f'<span lang="{language}">')
        yield from _link_pieces(tuple(group))
        if language:
            yield _Piece("</span>")


def _link_pieces(runs: Runs) -> Iterator[_Piece]:
    for link, group in groupby(runs, lambda run: getattr(run, "link", "")):
        if link:
            yield _Piece("[")
        yield from _bold_pieces(tuple(group))
        if link:
            yield _Piece(f"]({write_link(link)})")


def _bold_pieces(runs: Runs) -> Iterator[_Piece]:
    for bold, group in groupby(runs, lambda run: isinstance(run, Text) and run.bold):
        if bold:
            yield _Piece(BOLD, "opens")
        yield from _italic_pieces(tuple(group))
        if bold:
            yield _Piece(BOLD, "closes")


def _italic_pieces(runs: Runs) -> Iterator[_Piece]:
    for run in runs:
        match run:
            case Text(text, italic=True):
                yield _Piece(ITALIC, "opens")
                yield _words(text)
                yield _Piece(ITALIC, "closes")
            case Text(text):
                yield _words(text)
            case Chip(evidence):
                yield _Piece(f"[evidence](evidence:{write_name(evidence)})")


def _words(text: str) -> _Piece:
    """Return words whose first letter does not combine with the markup before it."""
    coded = joins_what_precedes(text[0])
    return _Piece(text, "words", first_coded=coded, last_coded=coded and len(text) == 1)


def _settle(pieces: list[_Piece]) -> None:
    """Code the letters beside marks that could not open or close next to them."""
    settled = False
    while not settled:
        settled = True
        for index, piece in enumerate(pieces):
            before = pieces[index - 1] if index else None
            after = pieces[index + 1] if index + 1 < len(pieces) else None
            if piece.role == "opens" and before and after and not _opens(piece, before, after):
                before.last_coded = True
                settled = False
            if piece.role == "closes" and before and after and not _closes(piece, before, after):
                after.first_coded = True
                settled = False
        for piece in pieces:
            if len(piece.source) == 1 and piece.role == "words":
                piece.first_coded = piece.last_coded = piece.first_coded or piece.last_coded


def _opens(piece: _Piece, before: _Piece, after: _Piece) -> bool:
    if kind_of(before.last) in ("space", "mark"):
        return True
    return piece.source == BOLD and kind_of(after.first) == "letter"


def _closes(piece: _Piece, before: _Piece, after: _Piece) -> bool:
    if kind_of(after.first) in ("space", "mark"):
        return True
    return piece.source == BOLD and kind_of(before.last) == "letter"
