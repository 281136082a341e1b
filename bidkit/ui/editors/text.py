"""Editors of text: one line, several lines, tags, and lines that are read as a value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from bidkit.domain.typed import read_tags, show_tags
from bidkit.ui.editors.editor import Editor, UnreadableError

LEAST_LINES = 3
MOST_LINES = 14
LONGEST_LINE = 20_000


class LineEditor(Editor):
    """One line of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setMaxLength(LONGEST_LINE)
        self.line.textEdited.connect(self.edited)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.addWidget(self.line)

    @property
    def focus_widget(self) -> QWidget:
        """The line."""
        return self.line

    def show_value(self, value: Any) -> None:
        """Show a text; the cursor stays where it was as far as that is possible."""
        self._show(str(value))

    def value(self) -> Any:
        """Return the text."""
        return self.line.text()

    def typed_text(self) -> str:
        """Return the text."""
        return self.line.text()

    def show_typed(self, text: str) -> None:
        """Show the text."""
        self._show(text)

    def _show(self, text: str) -> None:
        if text != self.line.text():
            at = self.line.cursorPosition()
            self.line.setText(text)
            self.line.setCursorPosition(at if self.line.hasFocus() else 0)


class ReadLineEditor(LineEditor):
    """One line whose text is read as a value, such as an amount or a day."""

    def __init__(
        self,
        show: Callable[[Any], str],
        read: Callable[[str], Any],
        parent: QWidget | None = None,
        *,
        unit: str = "",
    ) -> None:
        super().__init__(parent)
        self._shown = show
        self._read = read
        if unit:
            self.row.addWidget(QLabel(unit, self))
            self.row.addStretch()

    def show_value(self, value: Any) -> None:
        """Show a value in its usual form."""
        self._show(self._shown(value))

    def value(self) -> Any:
        """Return the value the text stands for."""
        return self._read(self.line.text())

    def tidy(self) -> None:
        """Show the value in its usual form; a text that is none stays as it is."""
        try:
            self.show_value(self.value())
        except UnreadableError:
            return


class TagEditor(ReadLineEditor):
    """Tags on one line, with commas between."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(show_tags, read_tags, parent)


class GrowingText(QPlainTextEdit):
    """Plain text of several lines that grows with what is typed, up to a height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines = 0
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for the height of the text."""
        return QSize(super().sizeHint().width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere now: measure again."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        lines = int(self.document().size().height())
        lines = min(max(lines, LEAST_LINES), MOST_LINES)
        if lines != self._lines:
            self._lines = lines
            edges = 2 * (int(self.document().documentMargin()) + 8)
            self.setFixedHeight(round(lines * self._line_height()) + edges)

    def _line_height(self) -> float:
        block = self.document().lastBlock()
        height = self.document().documentLayout().blockBoundingRect(block).height()
        height -= self.document().documentMargin()
        usual = QFontMetricsF(self.font()).lineSpacing()
        return max(height / max(block.lineCount(), 1), usual)


class ParagraphEditor(Editor):
    """Plain text of several lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = GrowingText(self)
        self._showing = False
        self.text.textChanged.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.text)

    @property
    def focus_widget(self) -> QWidget:
        """The text."""
        return self.text

    def show_value(self, value: Any) -> None:
        """Show a text; the cursor stays where it was as far as that is possible."""
        if value == self.text.toPlainText():
            return
        self._showing = True
        at = self.text.textCursor().position()
        self.text.setPlainText(value)
        cursor = self.text.textCursor()
        cursor.setPosition(min(at, len(value)) if self.text.hasFocus() else 0)
        self.text.setTextCursor(cursor)
        self._showing = False

    def value(self) -> Any:
        """Return the text."""
        return self.text.toPlainText()

    def typed_text(self) -> str:
        """Return the text."""
        return self.text.toPlainText()

    def show_typed(self, text: str) -> None:
        """Show the text."""
        self.show_value(text)

    @Slot()
    def _tell(self) -> None:
        if not self._showing:
            self.edited.emit()
