"""What every editor promises: to show a value, to read it back, and to tell of edits."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bidkit.domain.typed import UnreadableError

__all__ = ["Editor", "UnreadableError"]


class Editor(QWidget):
    """Shows and reads one value. edited: a person changed it; sealed: a pause in the typing."""

    edited = Signal()

    @property
    def focus_widget(self) -> QWidget:
        """The widget that takes the keyboard and carries the address and accessible name."""
        return self

    def show_value(self, value: Any) -> None:
        """Show a value; never tells of an edit."""
        raise NotImplementedError

    def value(self) -> Any:
        """Return the value that is shown; raise UnreadableError where the text is none."""
        raise NotImplementedError

    def typed_text(self) -> str:
        """Return what stands there as text, so that nothing typed is lost."""
        return ""

    def show_typed(self, text: str) -> None:
        """Show a text that could not be read as a value, as it was typed."""

    def tidy(self) -> None:
        """Show the value in its usual form, as the person leaves the field."""

    def tell_now(self) -> None:
        """Tell of an edit that still waits for the keys to rest."""
