"""Text grows with what is typed, and its own undo keeps out of the way."""

from __future__ import annotations

import pytest

from bidkit.ui.editors.text import MOST_LINES, GrowingText, LineEditor
from bidkit.ui.theme import Theme
from tests.ui.conftest import Put


@pytest.fixture
def text(theme: Theme, put: Put) -> GrowingText:
    """A text as it stands on a page."""
    made = GrowingText()
    theme.dress(made)
    put(made)
    return made


@pytest.mark.parametrize("lines", [1, 4, 9, MOST_LINES])
def test_a_text_is_as_high_as_its_lines(text: GrowingText, lines: int) -> None:
    text.setPlainText("\n".join("A line" for _ in range(lines)))
    assert text.verticalScrollBar().maximum() == 0


def test_a_long_text_scrolls(text: GrowingText) -> None:
    text.setPlainText("\n".join("A line" for _ in range(MOST_LINES + 3)))
    assert text.verticalScrollBar().maximum() > 0
    assert not text.isUndoRedoEnabled()


def test_the_cursor_stays_while_others_write(theme: Theme, put: Put) -> None:
    editor = LineEditor()
    put(editor)
    editor.line.setFocus()
    editor.show_value("Northshire")
    editor.line.setCursorPosition(5)
    editor.show_value("Northshire Council")
    assert editor.line.cursorPosition() == 5
