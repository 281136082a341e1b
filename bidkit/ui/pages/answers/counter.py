"""The bar that shows how full a limit is, with the words that say the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from bidkit.rules.lengths import Length
from bidkit.ui.pieces.labels import Toned
from bidkit.ui.theme import GRID, Theme
from bidkit.words import tr

NEARLY = 0.95
WIDTH = 112


class Bar(QWidget):
    """A flat bar filled to a share."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self._tone = "accent"
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_share(self, share: float, tone: str) -> None:
        """Fill the bar to a share in a tone."""
        self._share, self._tone = min(max(share, 0.0), 1.0), tone
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a slim bar."""
        return QSize(WIDTH, 2 * GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the filled part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area = QRectF(self.rect()).adjusted(0, 2, 0, -2)
        painter.setBrush(self._theme.colour("line"))
        painter.drawRoundedRect(area, 4, 4)
        area.setWidth(area.width() * self._share)
        painter.setBrush(self._theme.colour(self._tone))
        if self._share > 0:
            painter.drawRoundedRect(area, 4, 4)
        painter.end()


class Counter(QWidget):
    """How long an answer is against its limit, in words and as a bar; names the rule."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = Bar(theme, self)
        self._words = Toned(theme, "ink", parent=self)
        self._words.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._bar)
        row.addWidget(self._words)

    def show_length(self, length: Length | None, words: int, unit: str, rule: str) -> None:
        """Show a length; without a limit only the words written."""
        self._bar.setVisible(length is not None)
        self.setToolTip(tr("{rule}", rule=rule) if rule else "")
        if length is None:
            self._words.tell(tr("{n} words, no limit", n=words), "muted")
            return
        share = length.used / length.most
        tone = "bad" if length.over else "warn" if share > NEARLY else "accent"
        self._bar.show_share(share, tone)
        said = tr("{used} of {most} {unit}", used=length.used, most=length.most, unit=unit)
        self._words.tell(said, "bad" if length.over else "ink")
        self.setAccessibleName(said)
        self.setAccessibleDescription(rule)
