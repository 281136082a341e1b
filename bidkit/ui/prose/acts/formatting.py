"""Marks on words: what bold, italic, link and language do to a selection or to what comes next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from bidkit.domain.prose import Text
from bidkit.ui.prose.document.formats import OBJECT, Own, is_verbatim, object_of, with_marks
from bidkit.ui.prose.document.look import Look

Change: TypeAlias = Callable[[Text], Text]


def base_of(block: QTextBlock, look: Look) -> QTextCharFormat:
    """Return the format of plain words in a block as it now stands."""
    given = block.blockFormat()
    table = QTextCursor(block).currentTable()
    header = table is not None and table.cellAt(block.position()).row() == 0
    return look.base(level=given.headingLevel(), verbatim=is_verbatim(given), header=header)


def marks_at(editor: QTextEdit) -> Text:
    """Return the marks of what would be typed now, or of the first selected words."""
    cursor = editor.textCursor()
    if cursor.hasSelection():
        first = next((given for _, _, given in _stretches(cursor)), None)
        if first is not None:
            return with_marks(first, "")
    return with_marks(editor.currentCharFormat(), "")


def change_marks(editor: QTextEdit, look: Look, change: Change) -> None:
    """Change the marks of the selected words, or of what is typed next."""
    cursor = editor.textCursor()
    if cursor.hasSelection():
        change_in(cursor, look, change)
    else:
        base = base_of(cursor.block(), look)
        run = change(with_marks(editor.currentCharFormat(), ""))
        editor.setCurrentCharFormat(look.marked(base, run))


def change_in(cursor: QTextCursor, look: Look, change: Change) -> None:
    """Change the marks of the words that a cursor selects; verbatim passages have none."""
    for start, end, given in list(_stretches(cursor)):
        place = QTextCursor(cursor.document())
        place.setPosition(start)
        block = place.block()
        if is_verbatim(block.blockFormat()):
            continue
        place.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        base = base_of(block, look)
        thing = object_of(given) if place.selectedText().startswith(OBJECT) else None
        if thing is not None:
            place.setCharFormat(look.thing(base, thing))
        else:
            place.setCharFormat(look.marked(base, change(with_marks(given, ""))))


def _stretches(cursor: QTextCursor) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """Yield the selected stretches of one format: start, end, format."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.document().findBlock(start)
    while block.isValid() and block.position() < end:
        for found in block.textFormats():
            first = max(start, block.position() + found.start)
            last = min(end, block.position() + found.start + found.length)
            if first < last:
                yield first, last, QTextCharFormat(found.format)
        block = block.next()


def toggle_bold(editor: QTextEdit, look: Look) -> None:
    """Make the selection bold, or plain if it begins bold."""
    bold = not marks_at(editor).bold
    change_marks(editor, look, lambda run: replace(run, bold=bold))


def toggle_italic(editor: QTextEdit, look: Look) -> None:
    """Make the selection italic, or upright if it begins italic."""
    italic = not marks_at(editor).italic
    change_marks(editor, look, lambda run: replace(run, italic=italic))


def toggle_language(editor: QTextEdit, look: Look, language: str) -> None:
    """Say that the selection is in a language, or no longer if it begins in that language."""
    chosen = "" if marks_at(editor).language == language else language
    change_marks(editor, look, lambda run: replace(run, language=chosen))


def clear_marks(editor: QTextEdit, look: Look) -> None:
    """Take every mark from the selection."""
    change_marks(editor, look, lambda _: Text(""))


def link_at(cursor: QTextCursor) -> tuple[int, int, str]:
    """Return where the link under a cursor begins and ends and its address, "" where none is."""
    block, at = cursor.block(), cursor.position() - cursor.block().position()
    found = (0, 0, "")
    for stretch in block.textFormats():
        address = QTextCharFormat(stretch.format).stringProperty(Own.LINK)
        if not address or stretch.start > at:
            if stretch.start > at:
                break
            continue
        start, end = stretch.start, stretch.start + stretch.length
        if found[2] == address and found[1] == start:
            start = found[0]
        found = (start, end, address)
    start, end, address = found
    if not address or not start <= at <= end:
        return cursor.position(), cursor.position(), ""
    return block.position() + start, block.position() + end, address


def set_link(editor: QTextEdit, look: Look, address: str) -> None:
    """Link the selection, the link under the cursor, or the address itself put in; "" unlinks."""
    cursor = editor.textCursor()
    if not cursor.hasSelection():
        start, end, old = link_at(cursor)
        if old:
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        elif address:
            base = base_of(cursor.block(), look)
            cursor.insertText(address, look.marked(base, Text("", link=address)))
            return
    change_in(cursor, look, lambda run: replace(run, link=address))


def step_out(editor: QTextEdit, look: Look) -> None:
    """Let what is typed at the end of a link, beside a chip or in an empty block be as it should.

    There Qt would take the format of the neighbour, or of nothing at all.
    """
    cursor = editor.textCursor()
    if cursor.hasSelection():
        return
    given = editor.currentCharFormat()
    if object_of(given) is not None or cursor.block().length() == 1:
        run = with_marks(given, "")
    elif given.stringProperty(Own.LINK) and link_at(cursor)[1] == cursor.position():
        run = replace(with_marks(given, ""), link="")
    else:
        return
    editor.setCurrentCharFormat(look.marked(base_of(cursor.block(), look), run))


def restyle(block: QTextBlock, look: Look) -> None:
    """Give the words of a block the look of its kind; their marks stay."""
    cursor = QTextCursor(block)
    cursor.setBlockCharFormat(base_of(block, look))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    if cursor.hasSelection():
        change_in(cursor, look, lambda run: run)
