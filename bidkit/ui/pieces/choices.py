"""Large choices: a title and a sentence in one button."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from bidkit.ui.theme import GRID, Theme, scaled

SIDE = 2 * GRID
WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value


class LargeChoice(QAbstractButton):
    """One of a few ways to go on: a title, a sentence, and perhaps a remark at the right."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        sentence: str = "",
        parent: QWidget | None = None,
        *,
        remark: str = "",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sentence = sentence
        self._remark = remark
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(part for part in (sentence, remark) if part))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Ask for a column of readable width."""
        width = self.fontMetrics().averageCharWidth() * 60
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(self.fontMetrics().averageCharWidth() * 24, 4 * GRID)

    def heightForWidth(self, width: int) -> int:
        """Return the height of the title and of the sentence broken at this width."""
        high = self._title_height() + 3 * GRID
        if self._sentence:
            room = QRect(0, 0, max(width - 2 * SIDE - self._remark_width(), 80), 10_000)
            high += self.fontMetrics().boundingRect(room, WRAPPED, self._sentence).height() + 4
        return high

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, the title, the sentence and the remark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.underMouse() or self.isDown()
        edge = self._theme.colour("focus" if self.hasFocus() else "outline" if over else "line")
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.setBrush(self._theme.colour("accent_soft" if self.isDown() else "paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), GRID, GRID)
        inside = self.rect().adjusted(SIDE, GRID * 3 // 2, -SIDE, -GRID)
        painter.setFont(scaled(self.font(), 1.1, strong=True))
        painter.setPen(self._theme.colour("accent"))
        painter.drawText(inside, Qt.AlignmentFlag.AlignTop.value, self.text())
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("muted"))
        if self._remark:
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(inside, side.value, self._remark)
        below = inside.adjusted(0, self._title_height() + 4, -self._remark_width(), 0)
        painter.drawText(below, WRAPPED, self._sentence)
        painter.end()

    def _title_height(self) -> int:
        return round(self.fontMetrics().height() * 1.15)

    def _remark_width(self) -> int:
        if not self._remark:
            return 0
        return self.fontMetrics().horizontalAdvance(self._remark) + 2 * GRID
