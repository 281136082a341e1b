"""Cards: a quiet box with a heading, and one that opens when somebody wants to go deeper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from bidkit.ui.pieces.labels import Heading, Quiet
from bidkit.ui.theme import GRID, Theme, scaled
from bidkit.words import tr


class Box(QWidget):
    """A box with a thin edge and round corners, in two colours of the theme."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        ground: str = "paper",
        edge: str = "line",
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = ground
        self._edge = edge
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(2 * GRID, GRID * 3 // 2, 2 * GRID, 2 * GRID)
        self.body.setSpacing(GRID)
        theme.changed.connect(self.update)

    def recolour(self, ground: str, edge: str) -> None:
        """Wear other colours of the theme."""
        self._ground, self._edge = ground, edge
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(self._edge), 1))
        painter.setBrush(self._theme.colour(self._ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), GRID, GRID)
        painter.end()


class Card(Box):
    """A box with a heading and a sentence on what it is for."""

    def __init__(
        self, theme: Theme, title: str, purpose: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(title)
        if title:
            self.heading = Heading(title, 2, self)
            self.body.addWidget(self.heading)
        if purpose:
            self.body.addWidget(Quiet(purpose, self))


def triangle(size: float) -> QPolygonF:
    """Return a small triangle that points to the right, around the origin."""
    corners = [(-size / 2, -size), (size * 0.6, 0.0), (-size / 2, size)]
    return QPolygonF([QPointF(x, y) for x, y in corners])


class Turner(QToolButton):
    """A line of words that opens and closes what stands under it."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setArrowType(Qt.ArrowType.RightArrow)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(scaled(self.font(), 1.0, strong=True))
        self.setAccessibleName(words)
        self._describe(is_open=False)
        self.toggled.connect(self._turned)

    def sizeHint(self) -> QSize:
        """Ask for a row that is easy to hit."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), 4 * GRID))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a small triangle and the words, and where the keyboard is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        if self.hasFocus():
            painter.setPen(QPen(palette.color(QPalette.ColorRole.LinkVisited), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(palette.color(QPalette.ColorRole.Link))
        middle = self.height() / 2
        painter.save()
        painter.translate(2 * GRID, middle)
        painter.rotate(90 if self.isChecked() else 0)
        painter.setBrush(palette.color(QPalette.ColorRole.Link))
        painter.drawPolygon(triangle(5))
        painter.restore()
        area = self.rect().adjusted(4 * GRID, 0, -GRID, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    @Slot(bool)
    def _turned(self, is_open: bool) -> None:
        self._describe(is_open=is_open)
        self.update()

    def _describe(self, *, is_open: bool) -> None:
        self.setAccessibleDescription(tr("open") if is_open else tr("closed"))


class Deeper(QWidget):
    """A section that waits closed and is built when it is first opened."""

    opened = Signal()

    def __init__(
        self, title: str, build: Callable[[], QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._build = build
        self.content: QWidget | None = None
        self.turner = Turner(tr("Go deeper: {title}", title=title), self)
        self.turner.toggled.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.turner)

    def open(self) -> None:
        """Open the section."""
        self.turner.setChecked(True)

    @Slot(bool)
    def _turn(self, is_open: bool) -> None:
        layout = self.layout()
        if is_open and self.content is None and layout is not None:
            self.content = self._build()
            layout.addWidget(self.content)
            self.opened.emit()
        if self.content is not None:
            self.content.setVisible(is_open)
