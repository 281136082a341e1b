"""The ring that shows how far something is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from bidkit.ui.theme import Theme

FULL_TURN = 360 * 16
TOP = 90 * 16
THICKNESS = 2.5


def paint_ring(painter: QPainter, box: QRectF, share: float, theme: Theme) -> None:
    """Paint a ring of which a share (0 to 1) is drawn in colour; a full one is good."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = box.adjusted(THICKNESS / 2, THICKNESS / 2, -THICKNESS / 2, -THICKNESS / 2)
    full = share >= 1
    painter.setPen(QPen(theme.colour("good" if full else "line"), THICKNESS))
    painter.drawEllipse(inner)
    if 0 < share < 1:
        pen = QPen(theme.colour("accent"), THICKNESS)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(inner, TOP, -round(FULL_TURN * share))
    if full:
        pen = QPen(theme.colour("good"), 1.8)
        painter.setPen(pen)
        middle, size = box.center(), box.width()
        painter.drawPolyline(
            [
                middle + QPointF(-0.17 * size, 0.02 * size),
                middle + QPointF(-0.04 * size, 0.15 * size),
                middle + QPointF(0.19 * size, -0.14 * size),
            ]
        )
    painter.restore()
