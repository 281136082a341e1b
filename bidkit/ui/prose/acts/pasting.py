"""What is pasted, dropped and copied: prose goes out and comes in, nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument

from bidkit.domain.prose import (
    Break,
    Heading,
    Line,
    Paragraph,
    Prose,
    Run,
    Runs,
    Surround,
    Table,
    Text,
    flatten,
    plain_text,
    prose_from_html,
    prose_from_text,
    read_prose,
    write_prose,
)
from bidkit.domain.prose.canonical import canonical_runs
from bidkit.ui.prose.acts.formatting import base_of
from bidkit.ui.prose.document.collecting import from_document
from bidkit.ui.prose.document.formats import LINE, Own, around_of, is_verbatim
from bidkit.ui.prose.document.listing import settle_lists
from bidkit.ui.prose.document.look import Look
from bidkit.ui.prose.document.showing import Writer, one_edit

PROSE_TYPE = "application/x-bidkit-prose"
"""How our own prose is named on the clipboard."""


def can_paste(source: QMimeData) -> bool:
    """Tell whether there are words to paste; files are not words."""
    if source.hasUrls() and any(url.isLocalFile() for url in source.urls()):
        return False
    return source.hasFormat(PROSE_TYPE) or source.hasText() or source.hasHtml()


def prose_in(source: QMimeData) -> Prose:
    """Return what is to be pasted as canonical prose: our own, else HTML, else plain text.

    It is what would be read again, so that a flood of signs is kept whole here as well.
    """
    if source.hasFormat(PROSE_TYPE):
        return read_prose(bytes(source.data(PROSE_TYPE).data()).decode("utf-8", "replace"))
    prose = prose_from_html(source.html()) if source.hasHtml() else None
    if prose is None or not prose.blocks:
        prose = prose_from_text(source.text())
    return read_prose(write_prose(prose))


def copied(cursor: QTextCursor) -> QMimeData:
    """Return the selection for the clipboard, as our own prose and as plain text."""
    document = QTextDocument()
    QTextCursor(document).insertFragment(cursor.selection())
    prose = from_document(document)
    data = QMimeData()
    data.setData(PROSE_TYPE, write_prose(prose).encode())
    before, after = edges_of(cursor.selectedText())
    words = plain_text(prose, lambda evidence: f"[{evidence}]")
    data.setText(f"{before}{words}{after}")
    return data


def edges_of(text: str) -> tuple[str, str]:
    """Return the spaces at both ends of a text on one line, each as one space or none."""
    if not text.strip() or "\n" in text:
        return "", ""
    return " " if text[0].isspace() else "", " " if text[-1].isspace() else ""


def paste(cursor: QTextCursor, look: Look, source: QMimeData) -> QTextCursor:
    """Put what is on the clipboard in place of a selection and return a cursor after it.

    Words on one line keep a space at their ends, so that they do not run into their neighbours.
    """
    prose = prose_in(source)
    before, after = edges_of(source.text())
    with one_edit(cursor):
        cursor.removeSelectedText()
        lines = list(flatten(prose.blocks))
        if is_verbatim(cursor.blockFormat()):
            cursor.insertText(plain_text(prose).replace("\n", LINE))
        elif cursor.currentTable() is not None:
            _inline(cursor, look, _joined(lines))
        elif len(lines) == 1 and isinstance(lines[0].block, Paragraph) and not lines[0].around:
            _inline(cursor, look, (Text(before), *lines[0].block.runs, Text(after)))
        elif lines:
            cursor = _blocks(cursor, look, lines)
    return cursor


def _inline(cursor: QTextCursor, look: Look, runs: Runs) -> None:
    Writer(cursor, look).runs(runs, base_of(cursor.block(), look))


def _joined(lines: list[Line]) -> Runs:
    """Return all words of some lines as the lines of one cell."""
    runs: list[Run] = []
    for row in _rows(lines):
        runs.extend((Break(), *row) if runs else row)
    return canonical_runs(tuple(runs))


def _rows(lines: list[Line]) -> Iterator[Runs]:
    for line in lines:
        match line.block:
            case Paragraph(runs) | Heading(_, runs):
                yield runs
            case Table(header, rows):
                for row in (header, *rows):
                    yield tuple(run for cell in row for run in (*cell, Text(" ")))


def _blocks(cursor: QTextCursor, look: Look, lines: list[Line]) -> QTextCursor:
    """Put whole blocks in: the first paragraph joins what stands before, the rest follow."""
    given = cursor.blockFormat()
    around, opens = around_of(given), given.boolProperty(Own.OPENS)
    first = lines[0]
    if not cursor.atBlockEnd():
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    if cursor.block().length() > 1 and isinstance(first.block, Paragraph) and not first.around:
        _inline(cursor, look, first.block.runs)
        lines = lines[1:]
    writer = Writer(cursor, look)
    writer.write(
        Line(
            (*around, *line.around),
            opens=line.opens or (opens and not line.around),
            block=line.block,
        )
        for line in lines
    )
    settle_lists(cursor.document(), look)
    return writer.cursor


def _placed_inside(line: Line, around: tuple[Surround, ...], *, opens: bool) -> Line:
    """Return a line with more around it; in a list a plain line becomes an item of its own."""
    opens = line.opens or (opens and not line.around)
    return Line((*around, *line.around), opens=opens, block=line.block)
