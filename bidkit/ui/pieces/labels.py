"""Labels: headings, quiet words, and words in a colour that has a meaning."""

from __future__ import annotations

from html import escape
from typing import Literal

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bidkit.ui.theme import Theme, scaled

Tone = Literal["good", "warn", "bad", "accent", "muted", "ink"]


class Words(QLabel):
    """Plain words that break the line and can be marked and copied by mouse."""

    def __init__(self, words: str, parent: QWidget | None = None, *, wraps: bool = True) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)


class Heading(Words):
    """A heading: level 1 for a page, 2 for a card, 3 inside it."""

    def __init__(self, words: str, level: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setFont(scaled(self.font(), {1: 1.6, 2: 1.15}.get(level, 1.0), strong=True))


class Quiet(Words):
    """Help and captions."""

    def __init__(self, words: str, parent: QWidget | None = None, *, wraps: bool = True) -> None:
        super().__init__(words, parent, wraps=wraps)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)


class Toned(Words):
    """Words in a colour that has a meaning; the words always say it too."""

    def __init__(
        self, theme: Theme, tone: Tone, words: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(words, parent)
        self._theme = theme
        self._tone = tone
        theme.changed.connect(self._colour)
        self._colour()

    def tell(self, words: str, tone: Tone) -> None:
        """Say other words in another tone."""
        if words != self.text():
            self.setText(words)
        if tone != self._tone:
            self._tone = tone
            self._colour()

    def showEvent(self, event: QShowEvent) -> None:
        """Wear the tone: a style sheet above may have put an earlier one back before this."""
        super().showEvent(event)
        self._colour()

    @Slot()
    def _colour(self) -> None:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(self._tone))
        self.setPalette(palette)


def plain_tip(words: str) -> str:
    """Return words for a tool tip so that no mark in them is taken for formatting."""
    return f"<qt>{escape(words)}</qt>" if words else ""
