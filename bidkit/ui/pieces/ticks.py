"""Tick boxes and round options, painted in the theme's colours and the letters' size."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

GAP = 8
AIR = 3


class TickBox(QCheckBox):
    """A tick box."""

    def sizeHint(self) -> QSize:
        """Ask for the box and its words."""
        return size_of(self)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words off."""
        return size_of(self)

    def hitButton(self, place: QPoint) -> bool:
        """The words belong to the box."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box and its words."""
        painter = QPainter(self)
        box = paint_ground(painter, self, round_mark=False)
        if self.isChecked():
            size = box.width()
            points = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.30))
            line = [QPointF(box.x() + x * size, box.y() + y * size) for x, y in points]
            ink = self.palette().color(QPalette.ColorRole.HighlightedText)
            painter.setPen(QPen(ink, max(1.6, size / 8)))
            painter.drawPolyline(line)
        painter.end()


class RoundOption(QRadioButton):
    """One of several options."""

    def sizeHint(self) -> QSize:
        """Ask for the circle and its words."""
        return size_of(self)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words off."""
        return size_of(self)

    def hitButton(self, place: QPoint) -> bool:
        """The words belong to the circle."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the circle and its words."""
        painter = QPainter(self)
        box = paint_ground(painter, self, round_mark=True)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().color(QPalette.ColorRole.HighlightedText))
            inner = box.width() * 0.3
            painter.drawEllipse(box.adjusted(inner, inner, -inner, -inner))
        painter.end()


def size_of(button: QAbstractButton) -> QSize:
    """Return the room a mark and its words take."""
    metrics = button.fontMetrics()
    words = metrics.size(Qt.TextFlag.TextShowMnemonic, button.text())
    high = max(words.height(), metrics.height()) + 2 * AIR
    return QSize(metrics.ascent() + GAP + words.width() + 2 * AIR + 4, high)


def paint_ground(painter: QPainter, button: QAbstractButton, *, round_mark: bool) -> QRectF:
    """Paint the empty mark, the words and where the keyboard is; return the mark's place."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    palette = button.palette()
    size = button.fontMetrics().ascent() + 1.0
    box = QRectF(AIR + 0.5, (button.height() - size) / 2, size, size)
    chosen = button.isChecked()
    ground = palette.color(QPalette.ColorRole.Highlight if chosen else QPalette.ColorRole.Base)
    painter.setPen(QPen(ground if chosen else palette.color(QPalette.ColorRole.Midlight), 1.2))
    painter.setBrush(ground)
    if round_mark:
        painter.drawEllipse(box)
    else:
        painter.drawRoundedRect(box, 3, 3)
    if button.hasFocus():
        painter.setPen(QPen(palette.color(QPalette.ColorRole.LinkVisited), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(1, 1, -1, -1), 4, 4)
    painter.setPen(palette.color(QPalette.ColorRole.WindowText))
    area = button.rect().adjusted(int(AIR + size + GAP), 0, 0, 0)
    side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(area, side.value | Qt.TextFlag.TextShowMnemonic.value, button.text())
    return box
