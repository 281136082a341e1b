"""A chart on a page: as wide as its place, read out in words, clicked or chosen by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontInfo,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from bidkit.drawing.charts import Chart, draw
from bidkit.drawing.metrics import Frame
from bidkit.drawing.primitives import Picture
from bidkit.ui.charts.painter import ScreenMetrics, bounds_of, paint_picture
from bidkit.ui.theme import Theme
from bidkit.words import tr

WIDEST = 860
EMPTY = Picture(0, 0)


class ChartView(QWidget):
    """Shows one chart; chosen tells the key of the part that was clicked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chart: Chart | None = None
        self._current = ""
        self.picture = EMPTY
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(WIDEST)
        theme.changed.connect(self.update)

    def show_chart(self, chart: Chart | None) -> None:
        """Show a chart, or nothing."""
        if chart == self._chart:
            return
        self._chart = chart
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.keys() else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.picture.alt or tr("Chart"))
        self.setToolTip("")
        self.updateGeometry()

    def keys(self) -> list[str]:
        """Return what can be chosen in the chart, in the order it is drawn."""
        return list(dict.fromkeys(shape.key for shape in self.picture.shapes if shape.key))

    def sizeHint(self) -> QSize:
        """Ask for the chart's own size."""
        return QSize(round(self.picture.width), round(self.picture.height))

    def heightForWidth(self, width: int) -> int:
        """Return how high the chart is at a width."""
        if self._chart is None:
            return 0
        return round(draw(self._chart, self._frame(width)).height) + 1

    def hasHeightForWidth(self) -> bool:
        """Be higher where it is narrow."""
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the chart out for its new width, and ask for the height that takes."""
        super().resizeEvent(event)
        before = self.picture.height
        self._lay_out()
        if self.picture.height != before:
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the chart out for another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lay_out()
            self.updateGeometry()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the part under the pointer."""
        key = self.key_at(event.position())
        if key:
            self._current = key
            self.chosen.emit(key)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from part to part, Enter and the space bar choose."""
        keys = self.keys()
        step = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
        }.get(Qt.Key(event.key()), 0)
        if step and keys:
            at = keys.index(self._current) + step if self._current in keys else 0
            self._current = keys[at % len(keys)]
            self.setAccessibleDescription(self.words_of(self._current))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self._current:
                self.chosen.emit(self._current)
        else:
            super().keyPressEvent(event)

    def key_at(self, place: QPointF) -> str:
        """Return the key of the part at a place, the uppermost first, or ''."""
        for shape in reversed(self.picture.shapes):
            if shape.key and bounds_of(shape).contains(place):
                return shape.key
        return ""

    def words_of(self, key: str) -> str:
        """Return the words of a part, for those who cannot see it."""
        words = (getattr(s, "words", "") for s in self.picture.shapes if s.key == key)
        return " ".join(one for one in words if one)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chart, and where the keyboard is in it."""
        painter = QPainter(self)
        paint_picture(painter, self.picture, self._theme, self.font())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            box = self._box_of(self._current) if self._current else QRectF(self.rect())
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 4, 4)
        painter.end()

    def _box_of(self, key: str) -> QRectF:
        box = QRectF()
        for shape in self.picture.shapes:
            if shape.key == key:
                box = box.united(bounds_of(shape))
        return box

    def _lay_out(self) -> None:
        if self._chart is None:
            self.picture = EMPTY
        else:
            self.picture = draw(self._chart, self._frame(self.width()))
        self.update()

    def _frame(self, width: int) -> Frame:
        size = QFontInfo(self.font()).pixelSize() * 0.93
        return Frame(float(width), ScreenMetrics(self.font()), size)
