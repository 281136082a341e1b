"""A prose editor on a window of its own, and the hands of the person who types into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from bidkit.ui.prose.editor import ProseEditor

Keys = Callable[..., None]


class Hands:
    """Types into an editor and notes what it tells."""

    def __init__(self, editor: ProseEditor) -> None:
        self.editor = editor
        self.told: list[str] = []
        self.seals = 0
        editor.prose_changed.connect(self.told.append)
        editor.sealed.connect(self._sealed)

    def _sealed(self) -> None:
        self.seals += 1

    def open(self, text: str) -> None:
        """Show a text, the cursor at its end."""
        self.editor.set_prose(text)
        self.go(QTextCursor.MoveOperation.End)

    def go(self, where: QTextCursor.MoveOperation) -> None:
        self.editor.moveCursor(where)

    def put_after(self, words: str, *, select: bool = False) -> None:
        """Put the cursor after words of the text, or select them."""
        cursor = self.editor.document().find(words)
        assert not cursor.isNull(), words
        if not select:
            cursor.setPosition(cursor.selectionEnd())
        self.editor.setTextCursor(cursor)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.editor, text)

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.editor, key, modifiers)


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[ProseEditor]:
    """An editor in a window with a line before and after it."""
    window = QWidget()
    column = QVBoxLayout(window)
    before, made, after = QLineEdit(window), ProseEditor(window), QLineEdit(window)
    before.setObjectName("before")
    after.setObjectName("after")
    for widget in (before, made, after):
        column.addWidget(widget)
    qtbot.addWidget(window)
    window.resize(700, 500)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made
    made.seal()


@pytest.fixture
def hands(editor: ProseEditor) -> Hands:
    """The hands of the person in front of it."""
    return Hands(editor)
