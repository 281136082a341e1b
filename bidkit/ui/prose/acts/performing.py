"""Commands carried out on the text of an editor."""

from __future__ import annotations

from PySide6.QtWidgets import QTextEdit

from bidkit.ui.prose.acts.commands import HEADINGS, Command
from bidkit.ui.prose.acts.formatting import (
    clear_marks,
    marks_at,
    toggle_bold,
    toggle_italic,
    toggle_language,
)
from bidkit.ui.prose.acts.structure import (
    indent,
    outdent,
    set_heading,
    toggle_heading,
    toggle_list,
    toggle_quote,
)
from bidkit.ui.prose.acts.tabling import (
    add_column,
    add_row,
    insert_table,
    remove_column,
    remove_row,
    remove_table,
)
from bidkit.ui.prose.document.formats import around_of
from bidkit.ui.prose.document.look import Look

ASKING = frozenset({Command.LINK, Command.EVIDENCE, Command.FROM_BID, Command.COMMENT})
"""Commands that need an answer first: the page asks, then calls the editor."""

WELSH = "cy"
_TABLE_ROWS, _TABLE_COLUMNS = 3, 2


def perform(editor: QTextEdit, look: Look, command: Command) -> None:
    """Carry out a command that needs nothing but the selection."""
    if not _perform_on_words(editor, look, command):
        _perform_on_blocks(editor, look, command)


def _perform_on_words(editor: QTextEdit, look: Look, command: Command) -> bool:
    match command:
        case Command.BOLD:
            toggle_bold(editor, look)
        case Command.ITALIC:
            toggle_italic(editor, look)
        case Command.WELSH:
            toggle_language(editor, look, WELSH)
        case Command.CLEAR:
            clear_marks(editor, look)
        case _:
            return False
    return True


def _perform_on_blocks(editor: QTextEdit, look: Look, command: Command) -> None:
    cursor = editor.textCursor()
    if cursor.currentTable() is not None:
        _perform_in_table(editor, look, command)
        return
    match command:
        case Command.PARAGRAPH:
            set_heading(cursor, look, 0)
        case (
            Command.HEADING_1 | Command.HEADING_2 | Command.HEADING_3 | Command.HEADING_4 as heading
        ):
            toggle_heading(cursor, look, HEADINGS[heading])
        case Command.BULLETS:
            toggle_list(cursor, look, "bullet")
        case Command.NUMBERS:
            toggle_list(cursor, look, "number")
        case Command.QUOTE:
            toggle_quote(cursor, look)
        case Command.INDENT:
            indent(cursor, look)
        case Command.OUTDENT:
            outdent(cursor, look)
        case Command.TABLE:
            cursor.beginEditBlock()
            there = insert_table(cursor, look, _TABLE_ROWS, _TABLE_COLUMNS)
            cursor.endEditBlock()
            editor.setTextCursor(there)


def _perform_in_table(editor: QTextEdit, look: Look, command: Command) -> None:
    cursor = editor.textCursor()
    match command:
        case Command.ADD_ROW:
            editor.setTextCursor(add_row(cursor, look))
        case Command.ADD_COLUMN:
            editor.setTextCursor(add_column(cursor, look))
        case Command.REMOVE_ROW:
            remove_row(cursor, look)
        case Command.REMOVE_COLUMN:
            remove_column(cursor, look)
        case Command.REMOVE_TABLE:
            remove_table(cursor)


def holding(editor: QTextEdit) -> frozenset[Command]:
    """Return the commands whose effect holds where the cursor is, for buttons that show it."""
    given = editor.textCursor().blockFormat()
    marks = marks_at(editor)
    level = given.headingLevel()
    kinds = {one.kind for one in around_of(given)}
    states = {
        Command.BOLD: marks.bold,
        Command.ITALIC: marks.italic,
        Command.WELSH: marks.language == WELSH,
        Command.LINK: bool(marks.link),
        Command.BULLETS: "bullet" in kinds,
        Command.NUMBERS: "number" in kinds,
        Command.QUOTE: "quote" in kinds,
        **{heading: level == number > 0 for heading, number in HEADINGS.items()},
    }
    return frozenset(command for command, holds in states.items() if holds)
