"""Prose as an editor of a form: the buttons, the line for links and the text in one piece."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.ui.editors.editor import Editor
from bidkit.ui.prose.acts.commands import Command
from bidkit.ui.prose.editor import ProseEditor
from bidkit.ui.prose.link_bar import LinkBar
from bidkit.ui.prose.toolbar import ProseToolBar

_LEAST_LINES = 8


class ProseField(Editor):
    """Edits prose kept as canonical CommonMark; evidence and comments are asked of the page."""

    def __init__(self, parent: QWidget | None = None, *, with_page_commands: bool = True) -> None:
        super().__init__(parent)
        self.text = ProseEditor(self)
        self.buttons = ProseToolBar(self)
        self.link_bar = LinkBar(self)
        if not with_page_commands:
            self.buttons.leave_out(Command.EVIDENCE, Command.FROM_BID, Command.COMMENT)
        self.buttons.serve(self.text)
        self.text.link_wanted.connect(self.link_bar.ask)
        self.link_bar.chosen.connect(self.text.set_link)
        self.link_bar.left.connect(self.text.setFocus)
        self.text.prose_changed.connect(self._tell)
        self.text.setMinimumHeight(_LEAST_LINES * QFontMetrics(self.font()).lineSpacing())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.buttons, self.link_bar, self.text):
            column.addWidget(widget)
        column.setStretchFactor(self.text, 1)
        self.setFocusProxy(self.text)

    @property
    def focus_widget(self) -> QWidget:
        """The text."""
        return self.text

    def show_value(self, value: Any) -> None:
        """Show a text; the caret stays beside the same words."""
        self.text.set_prose(str(value))

    def value(self) -> Any:
        """Return the canonical text as it now stands."""
        return self.text.prose()

    def typed_text(self) -> str:
        """Return the canonical text as it now stands."""
        return self.text.prose()

    def show_typed(self, text: str) -> None:
        """Show a text."""
        self.text.set_prose(text)

    def tidy(self) -> None:
        """Tell what there is and end the step of undo."""
        self.text.seal()

    def tell_now(self) -> None:
        """Tell what there is, wherever the keyboard is."""
        self.text.seal()

    @Slot(str)
    def _tell(self, _text: str) -> None:
        self.edited.emit()
