"""QTextDocument -> prose: reads what the formats mean, never how they look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtGui import QTextBlock, QTextDocument, QTextFormat, QTextTable

from bidkit.domain.prose import (
    Alignment,
    Chart,
    Figure,
    Heading,
    Leaf,
    Line,
    LinkedTable,
    Paragraph,
    Prose,
    Run,
    Runs,
    Table,
    Text,
    Verbatim,
)
from bidkit.domain.prose.canonical import nest_lines
from bidkit.ui.prose.document.formats import (
    LINE,
    OBJECT,
    Own,
    around_of,
    is_verbatim,
    object_of,
    with_marks,
)
from bidkit.ui.prose.document.listing import root_parts

Picture: TypeAlias = Figure | Chart | LinkedTable

_ALIGNMENTS: dict[str, Alignment] = {"left": "left", "center": "center", "right": "right"}


def from_document(document: QTextDocument) -> Prose:
    """Return the canonical prose that a document holds, whatever was done to it."""
    return Prose(nest_lines(line for part in root_parts(document) for line in placed(part).lines))


@dataclass(frozen=True, slots=True)
class Placed:
    """The lines that one block or table makes, and where in the document their words begin.

    A table is one line with as many positions as it has cells.
    """

    lines: tuple[Line, ...]
    positions: tuple[int, ...]


def placed(part: QTextBlock | QTextTable) -> Placed:
    """Return the lines of a block or a table outside tables."""
    return _placed_table(part) if isinstance(part, QTextTable) else _placed_block(part)


def _placed_block(block: QTextBlock) -> Placed:
    given = block.blockFormat()
    around, opens = around_of(given), given.boolProperty(Own.OPENS)
    start = block.position()
    if is_verbatim(given):
        source = block.text().replace(LINE, "\n")
        return Placed((Line(around, opens=opens, block=Verbatim(source)),), (start,))
    level = given.headingLevel()
    lines: list[Line] = []
    positions: list[int] = []
    for offset, found in _leaves(block, level):
        lines.append(Line(around, opens=opens and not lines, block=found))
        positions.append(start + offset)
    if opens and not lines:
        return Placed((Line(around, opens=opens, block=None),), (start,))
    return Placed(tuple(lines), tuple(positions))


def _leaves(block: QTextBlock, level: int) -> Iterator[tuple[int, Leaf]]:
    """Yield the words of a block and the pictures among them, each with where it begins."""
    waiting: list[Run] = []
    began = 0
    for offset, piece in pieces_of(block):
        if isinstance(piece, Picture):
            yield began, _worded(waiting, level)
            yield offset, piece
            waiting, began = [], offset + 1
        else:
            waiting.append(piece)
    if waiting:
        yield began, _worded(waiting, level)


def _worded(runs: list[Run], level: int) -> Leaf:
    return Heading(level, tuple(runs)) if level else Paragraph(tuple(runs))


def pieces_of(block: QTextBlock) -> list[tuple[int, Run | Picture]]:
    """Return the runs and pictures of a block with their offsets in Qt's (UTF-16) characters."""
    text = block.text()
    wide = len(text) + 1 != block.length()
    coded = text.encode("utf-16-le", "surrogatepass") if wide else b""
    pieces: list[tuple[int, Run | Picture]] = []
    for found in block.textFormats():
        start, end = found.start, found.start + found.length
        if wide:
            words = coded[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
        else:
            words = text[start:end]
        given: QTextFormat = found.format
        if OBJECT in words:
            pieces.extend(_with_objects(start, words, given))
        else:
            pieces.append((start, with_marks(given, words)))
    return pieces


def _with_objects(
    offset: int, words: str, given: QTextFormat
) -> Iterator[tuple[int, Run | Picture]]:
    thing = object_of(given)
    for number, part in enumerate(words.split(OBJECT)):
        if number and thing is not None:
            yield offset - 1, thing
        if part:
            yield offset, with_marks(given, part)
        offset += len(part) + 1


def _placed_table(table: QTextTable) -> Placed:
    rows: list[tuple[Runs, ...]] = []
    positions: list[int] = []
    for row in range(table.rows()):
        cells: list[Runs] = []
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            own = cell.row() == row and cell.column() == column
            cells.append(_cell_runs(table, row, column) if own else ())
            positions.append(cell.firstPosition())
        rows.append(tuple(cells))
    alignments = tuple(_alignment(table, column) for column in range(table.columns()))
    around = around_of(table.format())
    leaf = Table(rows[0], tuple(rows[1:]), alignments)
    return Placed((Line(around, opens=False, block=leaf),), tuple(positions))


def _cell_runs(table: QTextTable, row: int, column: int) -> Runs:
    """Return the words of a cell; several blocks in it are lines, pictures are left out."""
    cell = table.cellAt(row, column)
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    runs: list[Run] = []
    while block.isValid():
        for _, piece in pieces_of(block):
            if not isinstance(piece, Picture):
                runs.append(piece)
        if block == last:
            break
        runs.append(Text(LINE))
        block = block.next()
    return tuple(runs)


def _alignment(table: QTextTable, column: int) -> Alignment:
    block = table.cellAt(0, column).firstCursorPosition().block()
    return _ALIGNMENTS.get(block.blockFormat().stringProperty(Own.ALIGNMENT), "")
