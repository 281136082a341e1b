"""Tests of the window speak of people's acts: a person types, presses, chooses, goes somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QWidget,
)

Modifier = Qt.KeyboardModifier


class Person:
    """Somebody in front of a window, who finds fields by their address and buttons by words."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def field(self, address: str) -> QWidget:
        """Return the field with an address that is in sight."""
        every = [one for one in self.window.findChildren(QWidget) if one.objectName() == address]
        seen = [one for one in every if one.isVisible()]
        assert every, f"there is no field {address}"
        assert seen, f"the field {address} is out of sight"
        return seen[0]

    def sees_field(self, address: str) -> bool:
        """Tell whether a field is in sight."""
        every = self.window.findChildren(QWidget)
        return any(one.objectName() == address and one.isVisible() for one in every)

    def type_in(self, address: str, text: str) -> None:
        """Go into a field, write over what stands there, and stay in it."""
        field = self.field(address)
        field.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit):
            field.selectAll()
        if text:
            QTest.keyClicks(field, text)
        else:
            QTest.keyClick(field, Qt.Key.Key_Delete)

    def leave(self) -> None:
        """Go out of the field the keyboard is in."""
        focused = self.window.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def read(self, address: str) -> str:
        """Return what stands in a field."""
        field = self.field(address)
        if isinstance(field, QLineEdit):
            return field.text()
        if isinstance(field, QPlainTextEdit | QTextEdit):
            return field.toPlainText()
        if isinstance(field, QComboBox):
            return field.currentText()
        if isinstance(field, QCheckBox):
            return "yes" if field.isChecked() else "no"
        chosen = [one.text() for one in field.findChildren(QRadioButton) if one.isChecked()]
        return ", ".join(chosen)

    def choose(self, address: str, words: str) -> None:
        """Choose an option of a field by its words."""
        field = self.field(address)
        if isinstance(field, QComboBox):
            field.setFocus(Qt.FocusReason.TabFocusReason)
            at = field.findText(words)
            assert at >= 0, f"{address} does not offer “{words}”"
            field.setCurrentIndex(at)
            field.activated.emit(at)
            return
        buttons = [one for one in field.findChildren(QAbstractButton) if one.text() == words]
        assert buttons, f"{address} does not offer “{words}”"
        buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        buttons[0].click()

    def press(self, words: str) -> None:
        """Press a button that is in sight, by its words."""
        every = self.window.findChildren(QAbstractButton)
        seen = [one for one in every if plain(one.text()) == words and one.isVisible()]
        assert seen, f"there is no button “{words}” in sight"
        assert seen[0].isEnabled(), f"the button “{words}” cannot be pressed now"
        seen[0].click()

    def keys(self, keys: str) -> None:
        """Press keys such as Ctrl+Z or Alt+Down where the keyboard is."""
        focused = QApplication.focusWidget()
        if focused is None or focused.window() is not self.window.window():
            focused = self.window.focusWidget() or self.window
        QTest.keySequence(focused, QKeySequence(keys))

    def words_in_sight(self) -> str:
        """Return all words that labels and buttons show, for finding a sentence in them."""
        return "\n".join(self._words())

    def sees(self, words: str) -> bool:
        """Tell whether words are in sight."""
        return any(words in shown for shown in self._words())

    def _words(self) -> Iterator[str]:
        for one in self.window.findChildren(QWidget):
            if one.isVisible() and isinstance(one, QLabel | QAbstractButton):
                yield one.text()


def plain(words: str) -> str:
    """Return the words of a button without the marks of its access key."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&")
