"""The menu of the prose editor, for the mouse and for the menu key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from bidkit.ui.prose.acts.commands import WORDS, Command, shown_keys
from bidkit.words import tr

if TYPE_CHECKING:
    from bidkit.ui.prose.editor import ProseEditor

_WORDS = (Command.BOLD, Command.ITALIC, Command.LINK, Command.WELSH, Command.CLEAR)
_BLOCKS = (
    Command.PARAGRAPH,
    Command.HEADING_1,
    Command.HEADING_2,
    Command.BULLETS,
    Command.NUMBERS,
    Command.QUOTE,
    Command.TABLE,
)
_TABLE = (
    Command.ADD_ROW,
    Command.ADD_COLUMN,
    Command.REMOVE_ROW,
    Command.REMOVE_COLUMN,
    Command.REMOVE_TABLE,
)
_LIST = (Command.INDENT, Command.OUTDENT)
_ABOUT = (Command.EVIDENCE, Command.FROM_BID, Command.COMMENT)


def menu_for(editor: ProseEditor) -> QMenu:
    """Return a menu of what can be done where the cursor is."""
    menu = QMenu(editor)
    _add_clipboard(menu, editor)
    if editor.isReadOnly():
        return menu
    in_table = editor.textCursor().currentTable() is not None
    blocks = _TABLE if in_table else (*_BLOCKS, *(_LIST if editor.in_list() else ()))
    holding = editor.holding()
    for group in (_ABOUT, _WORDS, blocks):
        menu.addSeparator()
        for command in group:
            action = QAction(str(WORDS[command]), menu)
            action.setShortcut(QKeySequence(shown_keys(command)))
            action.setCheckable(command in holding)
            action.setChecked(command in holding)
            action.triggered.connect(lambda _=False, asked=command: editor.perform(asked))
            menu.addAction(action)
    return menu


def _add_clipboard(menu: QMenu, editor: ProseEditor) -> None:
    selected = editor.textCursor().hasSelection()
    writable = not editor.isReadOnly()
    standard = QKeySequence.StandardKey
    for words, keys, act, possible in (
        (tr("Cut"), standard.Cut, editor.cut, selected and writable),
        (tr("Copy"), standard.Copy, editor.copy, selected),
        (tr("Paste"), standard.Paste, editor.paste, writable and editor.canPaste()),
        (tr("Select all"), standard.SelectAll, editor.selectAll, True),
    ):
        action = QAction(words, menu)
        action.setShortcut(QKeySequence(keys))
        action.setEnabled(possible)
        action.triggered.connect(act)
        menu.addAction(action)
