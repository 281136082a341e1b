"""What Enter, Backspace, Tab and the space bar do inside lists, headings, quotes and tables."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor, QTextTable
from PySide6.QtWidgets import QTextEdit

from bidkit.domain.prose.lines import Around
from bidkit.ui.prose.acts.formatting import base_of, restyle
from bidkit.ui.prose.acts.structure import (
    in_list,
    indent,
    outdent,
    set_heading,
    set_plain,
    toggle_list,
)
from bidkit.ui.prose.acts.tabling import add_row, neighbour_cell
from bidkit.ui.prose.document.formats import LINE, Own, around_of, is_verbatim
from bidkit.ui.prose.document.look import Look

_SIGNS: dict[str, Around] = {
    "-": "bullet",
    "*": "bullet",
    "•": "bullet",
    "1.": "number",
    "1)": "number",
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


def keeps_tab(cursor: QTextCursor) -> bool:
    """Tell whether Tab means something here: inside a list or a table."""
    return cursor.currentTable() is not None or in_list(cursor)


def handle_key(editor: QTextEdit, look: Look, event: QKeyEvent) -> bool:
    """Do what a key means in this place; tell whether it meant anything special."""
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() in _TABS:
        return _tab(editor, look, back=event.key() == Qt.Key.Key_Backtab)
    if event.key() in _ENTER:
        return _enter(editor, look, line=not plain)
    if not plain:
        return False
    if event.key() == Qt.Key.Key_Backspace:
        return _backspace(editor, look)
    if event.key() == Qt.Key.Key_Space:
        return _space(editor, look)
    return False


def _tab(editor: QTextEdit, look: Look, *, back: bool) -> bool:
    cursor = editor.textCursor()
    if cursor.currentTable() is not None:
        there = neighbour_cell(cursor, -1 if back else 1)
        if there is None and not back:
            there = add_row(cursor, look)
        if there is not None:
            editor.setTextCursor(there)
        return True
    if in_list(cursor):
        if back:
            outdent(cursor, look)
        else:
            indent(cursor, look)
        return True
    return False


def _enter(editor: QTextEdit, look: Look, *, line: bool) -> bool:
    cursor = editor.textCursor()
    block, given = cursor.block(), cursor.blockFormat()
    if line or cursor.currentTable() is not None:
        cursor.insertText(LINE)
    elif is_verbatim(given):
        _enter_verbatim(cursor, look)
    elif block.length() == 1 and around_of(given) and not cursor.hasSelection():
        outdent(cursor, look)
    elif given.headingLevel() and cursor.atBlockEnd():
        around, opens = around_of(given), given.boolProperty(Own.OPENS)
        cursor.insertBlock(look.block(around, opens=opens), look.base())
    else:
        cursor.insertBlock()
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    return True


def _enter_verbatim(cursor: QTextCursor, look: Look) -> None:
    """Begin a new line; a second Enter at the end leaves the passage."""
    if cursor.atBlockEnd() and cursor.block().text().endswith(LINE):
        cursor.deletePreviousChar()
        cursor.insertBlock(look.block(), look.base())
    else:
        cursor.insertText(LINE)


def _backspace(editor: QTextEdit, look: Look) -> bool:
    cursor = editor.textCursor()
    if cursor.hasSelection() or not cursor.atBlockStart() or cursor.currentTable() is not None:
        return False
    given = cursor.blockFormat()
    if given.headingLevel():
        set_heading(cursor, look, 0)
    elif around_of(given) and given.boolProperty(Own.OPENS):
        outdent(cursor, look)
    elif is_verbatim(given):
        if cursor.block().length() == 1:
            set_plain(cursor, look)
    elif (table := _table_before(cursor.block())) is not None:
        editor.setTextCursor(table.lastCursorPosition())
    elif around_of(given) and around_of(given)[-1].kind == "quote" and not _joins(cursor.block()):
        outdent(cursor, look)
    else:
        cursor.deletePreviousChar()
        restyle(cursor.block(), look)
        editor.setTextCursor(cursor)
    return True


def _table_before(block: QTextBlock) -> QTextTable | None:
    before = block.previous()
    return QTextCursor(before).currentTable() if before.isValid() else None


def _joins(block: QTextBlock) -> bool:
    """Tell whether the block before has the same surroundings."""
    before = block.previous()
    same = around_of(before.blockFormat()) == around_of(block.blockFormat())
    return before.isValid() and same


def _space(editor: QTextEdit, look: Look) -> bool:
    """Make a list of a paragraph that begins with a list sign and a space."""
    cursor = editor.textCursor()
    block = cursor.block()
    at = cursor.position() - block.position()
    kind = _SIGNS.get(block.text()[:at])
    special = is_verbatim(block.blockFormat()) or block.blockFormat().headingLevel()
    if kind is None or special or keeps_tab(cursor) or cursor.hasSelection():
        return False
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    toggle_list(cursor, look, kind)
    editor.setTextCursor(cursor)
    editor.setCurrentCharFormat(base_of(cursor.block(), look))
    return True
