"""Prose -> QTextDocument: the one way in, for a whole text as for a pasted passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from bidkit.domain.prose import (
    Break,
    Chart,
    Chip,
    Figure,
    Heading,
    Line,
    LinkedTable,
    Paragraph,
    Prose,
    Runs,
    Table,
    Text,
    Verbatim,
    flatten,
)
from bidkit.ui.prose.document.formats import LINE, OBJECT
from bidkit.ui.prose.document.listing import settle_lists
from bidkit.ui.prose.document.look import INDENT, MARGIN, Look


@contextmanager
def one_edit(cursor: QTextCursor) -> Iterator[None]:
    """Make everything inside one edit of the document, laid out once at its end."""
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def to_document(prose: Prose, document: QTextDocument, look: Look) -> None:
    """Fill a document with canonical prose, replacing what it holds."""
    document.clear()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(look.font)
    document.setIndentWidth(INDENT)
    document.setDocumentMargin(MARGIN)
    cursor = QTextCursor(document)
    with one_edit(cursor):
        cursor.setBlockFormat(look.block())
        cursor.setBlockCharFormat(look.base())
        Writer(cursor, look).write(flatten(prose.blocks))
        settle_lists(document, look)


class Writer:
    """Writes lines at a cursor, each in a block of its own; an empty plain block is reused."""

    def __init__(self, cursor: QTextCursor, look: Look) -> None:
        self._cursor = cursor
        self._look = look

    def write(self, lines: Iterable[Line]) -> None:
        """Write lines after the block of the cursor, or into it while it is empty."""
        free = self._cursor.block().length() == 1
        for line in lines:
            if isinstance(line.block, Table):
                self._table(line.block, line)
                free = True
            else:
                self._leaf(line, free=free)
                free = False

    @property
    def cursor(self) -> QTextCursor:
        """A cursor after what was written last."""
        return self._cursor

    def runs(self, runs: Runs, base: QTextCharFormat) -> None:
        """Write runs at the cursor, in a block whose plain words have this format."""
        for run in runs:
            match run:
                case Text(text) if text:
                    self._cursor.insertText(text, self._look.marked(base, run))
                case Chip():
                    self._cursor.insertText(OBJECT, self._look.thing(base, run))
                case Break():
                    self._cursor.insertText(LINE, base)

    def _start(self, block: QTextBlockFormat, base: QTextCharFormat, *, free: bool) -> None:
        if free:
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(base)
        else:
            self._cursor.insertBlock(block, base)

    def _leaf(self, line: Line, *, free: bool) -> None:
        leaf = line.block
        level = leaf.level if isinstance(leaf, Heading) else 0
        verbatim = isinstance(leaf, Verbatim)
        base = self._look.base(level=level, verbatim=verbatim)
        block = self._look.block(line.around, opens=line.opens, level=level, verbatim=verbatim)
        self._start(block, base, free=free)
        match leaf:
            case Paragraph(runs) | Heading(_, runs):
                self.runs(runs, base)
            case Verbatim(source):
                self._cursor.insertText(source.replace("\n", LINE), base)
            case Figure() | Chart() | LinkedTable():
                self._cursor.insertText(OBJECT, self._look.thing(base, leaf))

    def _table(self, table: Table, line: Line) -> None:
        rows, columns = (table.header, *table.rows), len(table.header)
        look = self._look
        shown = self._cursor.insertTable(len(rows), columns, look.table(columns, line.around))
        for row_number, row in enumerate(rows):
            base = look.base(header=row_number == 0)
            for column, runs in enumerate(row):
                self._cursor = shown.cellAt(row_number, column).firstCursorPosition()
                self._start(look.cell(table.alignments[column]), base, free=True)
                self.runs(runs, base)
        self._cursor = shown.lastCursorPosition()
        self._cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._start(look.block(), look.base(), free=True)
