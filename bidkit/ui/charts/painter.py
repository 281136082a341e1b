"""Paints a picture of the drawing room with QPainter; decides nothing but the colours' values."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from bidkit.drawing.primitives import (
    Anchor,
    Circle,
    Line,
    Picture,
    Polyline,
    Rect,
    Role,
    Shape,
    Text,
)
from bidkit.ui.theme import Theme


class ScreenMetrics:
    """How wide words are in the window's font; sizes are logical pixels."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._known: dict[tuple[float, bool], QFontMetricsF] = {}

    def width(self, text: str, size: float, bold: bool) -> float:
        """Return the width of the words."""
        key = (size, bold)
        if key not in self._known:
            self._known[key] = QFontMetricsF(font_of(self._font, size, bold=bold))
        return self._known[key].horizontalAdvance(text)


def font_of(font: QFont, size: float, *, bold: bool) -> QFont:
    """Return a font of so many pixels in one of the two weights."""
    made = QFont(font)
    made.setPixelSize(max(round(size), 6))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def paint_picture(painter: QPainter, picture: Picture, theme: Theme, font: QFont) -> None:
    """Paint every shape in its order."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in picture.shapes:
        _paint(painter, shape, theme, font)


def bounds_of(shape: Shape) -> QRectF:
    """Return the rectangle around a shape, for pointing at it."""
    match shape:
        case Rect():
            return QRectF(shape.x, shape.y, shape.width, shape.height)
        case Circle():
            side = 2 * shape.radius
            return QRectF(shape.x - shape.radius, shape.y - shape.radius, side, side)
        case Line():
            line = QRectF(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))
            return line.normalized().adjusted(-4, -4, 4, 4)
        case Polyline():
            return QPolygonF([QPointF(x, y) for x, y in shape.points]).boundingRect()
        case Text():
            width = 0.6 * shape.size * len(shape.words)
            start = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[shape.anchor]
            return QRectF(shape.x - start * width, shape.y - shape.size, width, shape.size * 1.3)


def _paint(painter: QPainter, shape: Shape, theme: Theme, font: QFont) -> None:
    match shape:
        case Rect():
            _dress(painter, theme, shape.fill, shape.stroke, shape.stroke_width)
            box = QRectF(shape.x, shape.y, shape.width, shape.height)
            painter.drawRoundedRect(box, shape.radius, shape.radius)
        case Circle():
            _dress(painter, theme, shape.fill, shape.stroke, shape.stroke_width)
            painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
        case Line():
            painter.setPen(_pen(theme, shape.stroke, shape.width, shape.dash))
            painter.drawLine(QLineF(shape.x1, shape.y1, shape.x2, shape.y2))
        case Polyline():
            _dress(painter, theme, shape.fill, None, 0)
            if shape.stroke is not None:
                painter.setPen(_pen(theme, shape.stroke, shape.width, shape.dash))
            points = [QPointF(x, y) for x, y in shape.points]
            if shape.closed or shape.fill is not None:
                painter.drawPolygon(points)
            else:
                painter.drawPolyline(points)
        case Text():
            _paint_text(painter, shape, theme, font)


def _paint_text(painter: QPainter, text: Text, theme: Theme, font: QFont) -> None:
    painter.setFont(font_of(font, text.size, bold=text.bold))
    painter.setPen(theme.colour(text.role.value))
    width = QFontMetricsF(painter.font()).horizontalAdvance(text.words)
    start = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[text.anchor]
    painter.drawText(QPointF(text.x - start * width, text.y), text.words)


def _dress(
    painter: QPainter, theme: Theme, fill: Role | None, stroke: Role | None, width: float
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else theme.colour(fill.value))
    painter.setPen(Qt.PenStyle.NoPen if stroke is None else _pen(theme, stroke, width, ()))


def _pen(theme: Theme, stroke: Role, width: float, dash: tuple[float, ...]) -> QPen:
    pen = QPen(theme.colour(stroke.value), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash and width > 0:
        pen.setDashPattern([part / width for part in dash])
    return pen
