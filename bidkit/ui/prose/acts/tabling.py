"""Tables: put in, grown, shrunk and walked through by keyboard."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextTable

from bidkit.domain.prose import Alignment
from bidkit.ui.prose.acts.formatting import restyle
from bidkit.ui.prose.document.formats import Own, around_of
from bidkit.ui.prose.document.look import Look


def insert_table(cursor: QTextCursor, look: Look, rows: int, columns: int) -> QTextCursor:
    """Put an empty table after the cursor's block and return a cursor in its first cell."""
    around = around_of(cursor.block().blockFormat())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    table = cursor.insertTable(rows, columns, look.table(columns, around))
    for row in range(rows):
        for column in range(columns):
            _dress(table, row, column, look)
    after = table.lastCursorPosition()
    after.movePosition(QTextCursor.MoveOperation.NextBlock)
    after.setBlockFormat(look.block())
    after.setBlockCharFormat(look.base())
    return table.firstCursorPosition()


def _dress(table: QTextTable, row: int, column: int, look: Look, alignment: str = "") -> None:
    cursor = table.cellAt(row, column).firstCursorPosition()
    known: dict[str, Alignment] = {"left": "left", "center": "center", "right": "right"}
    cursor.setBlockFormat(look.cell(known.get(alignment, "")))
    restyle(cursor.block(), look)


def alignment_of(table: QTextTable, column: int) -> str:
    """Return how a column is aligned, "" where nothing was said."""
    block = table.cellAt(0, column).firstCursorPosition().block()
    return block.blockFormat().stringProperty(Own.ALIGNMENT)


def add_row(cursor: QTextCursor, look: Look) -> QTextCursor:
    """Add a row below the cursor's and return a cursor in its first cell."""
    table = cursor.currentTable()
    if table is None:
        return cursor
    row = table.cellAt(cursor).row() + 1
    table.insertRows(row, 1)
    for column in range(table.columns()):
        _dress(table, row, column, look, alignment_of(table, column))
    return table.cellAt(row, 0).firstCursorPosition()


def add_column(cursor: QTextCursor, look: Look) -> QTextCursor:
    """Add a column to the right of the cursor's and return a cursor in it."""
    table = cursor.currentTable()
    if table is None:
        return cursor
    cell = table.cellAt(cursor)
    row, column = cell.row(), cell.column() + 1
    table.insertColumns(column, 1)
    table.setFormat(look.table(table.columns(), around_of(table.format())))
    for each in range(table.rows()):
        _dress(table, each, column, look)
    return table.cellAt(row, column).firstCursorPosition()


def remove_row(cursor: QTextCursor, look: Look) -> None:
    """Remove the cursor's row; the last row goes with its table."""
    table = cursor.currentTable()
    if table is None:
        return
    table.removeRows(table.cellAt(cursor).row(), 1)
    again = cursor.currentTable()
    if again is not None:
        for column in range(again.columns()):
            restyle(again.cellAt(0, column).firstCursorPosition().block(), look)


def remove_column(cursor: QTextCursor, look: Look) -> None:
    """Remove the cursor's column; the last column goes with its table."""
    table = cursor.currentTable()
    if table is None:
        return
    left = table.columns() - 1
    table.removeColumns(table.cellAt(cursor).column(), 1)
    if left:
        table.setFormat(look.table(left, around_of(table.format())))


def remove_table(cursor: QTextCursor) -> None:
    """Remove the cursor's table with everything in it."""
    table = cursor.currentTable()
    if table is not None:
        table.removeRows(0, table.rows())


def align_column(cursor: QTextCursor, look: Look, alignment: Alignment) -> None:
    """Align the cursor's column."""
    table = cursor.currentTable()
    if table is None:
        return
    column = table.cellAt(cursor).column()
    for row in range(table.rows()):
        _blocks_aligned(table, row, column, look, alignment)


def _blocks_aligned(
    table: QTextTable, row: int, column: int, look: Look, alignment: Alignment
) -> None:
    cell = table.cellAt(row, column)
    block: QTextBlock = cell.firstCursorPosition().block()
    last = cell.lastCursorPosition().block()
    while block.isValid():
        QTextCursor(block).setBlockFormat(look.cell(alignment))
        if block == last:
            break
        block = block.next()


def neighbour_cell(cursor: QTextCursor, step: int) -> QTextCursor | None:
    """Return a cursor in the next (1) or previous (-1) cell, None beyond the table."""
    table = cursor.currentTable()
    if table is None:
        return None
    cell = table.cellAt(cursor)
    number = cell.row() * table.columns() + cell.column() + step
    if not 0 <= number < table.rows() * table.columns():
        return None
    return table.cellAt(*divmod(number, table.columns())).firstCursorPosition()
