"""Where the caret and the page stand, kept while the text is replaced."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit


@dataclass(frozen=True, slots=True)
class Standing:
    """The caret, the other end of the selection and the scroll of an editor, and its text then."""

    units: bytes
    position: int
    anchor: int
    scroll: int


def standing_of(editor: QTextEdit) -> Standing:
    """Return where the caret and the page of an editor stand."""
    cursor = editor.textCursor()
    scroll = editor.verticalScrollBar().value()
    return Standing(_units(editor), cursor.position(), cursor.anchor(), scroll)


def restore(editor: QTextEdit, before: Standing) -> None:
    """Put the caret beside the same words as before, and the page where it was."""
    now = _units(editor)
    prefix = shared_start(before.units, now)
    suffix = shared_start(before.units[2 * prefix :][::-1], now[2 * prefix :][::-1])
    cursor = editor.textCursor()
    last = len(now) // 2 - 1
    lengths = (len(before.units) // 2, len(now) // 2, prefix, suffix)
    cursor.setPosition(min(_moved(before.anchor, *lengths), max(last, 0)))
    place = min(_moved(before.position, *lengths), max(last, 0))
    cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.verticalScrollBar().setValue(before.scroll)


def _units(editor: QTextEdit) -> bytes:
    return editor.document().toRawText().encode("utf-16-le", "surrogatepass")


def shared_start(one: bytes, two: bytes) -> int:
    """Return how many two-byte characters two texts share at their beginning."""
    low, high = 0, min(len(one), len(two)) // 2
    while low < high:
        middle = (low + high + 1) // 2
        if one[2 * low : 2 * middle] == two[2 * low : 2 * middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _moved(position: int, before: int, now: int, prefix: int, suffix: int) -> int:
    if position <= prefix:
        return position
    if before - position <= suffix:
        return now - (before - position)
    return min(position, now - suffix)
