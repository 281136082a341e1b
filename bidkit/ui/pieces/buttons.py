"""Buttons in the three voices of the program: plain, main, and quiet."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

RADIUS = 6
SIDE = 12
OPENS = " \u25be"
ABOVE = 6


class Button(QPushButton):
    """A flat button: plain with an edge, main on the accent, quiet as words alone."""

    def __init__(
        self, words: str, parent: QWidget | None = None, *, main: bool = False, quiet: bool = False
    ) -> None:
        super().__init__(words, parent)
        self._main = main
        self._quiet = quiet
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        """Ask for the words and some air around them."""
        words = self.text() + (OPENS if self.menu() is not None else "")
        text = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, words)
        side = SIDE // 2 if self._quiet else SIDE
        icon = self.iconSize().width() + 6 if not self.icon().isNull() else 0
        return QSize(text.width() + icon + 2 * side + 2, text.height() + 2 * ABOVE)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words off."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button from the palette, with the keyboard's place in sight."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        role = QPalette.ColorRole.ButtonText
        if self._main and self.isEnabled():
            role = QPalette.ColorRole.HighlightedText
        elif self._quiet and self.isEnabled():
            role = QPalette.ColorRole.Link
        option.palette.setColor(QPalette.ColorRole.ButtonText, self.palette().color(role))
        if option.features & QStyleOptionButton.ButtonFeature.HasMenu:
            option.features &= ~QStyleOptionButton.ButtonFeature.HasMenu
            option.text += OPENS
        style = self.style()
        style.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option, painter, self)
        painter.end()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionButton) -> None:
        palette = self.palette()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        edge = QPen(palette.color(QPalette.ColorRole.Midlight), 1)
        ground = palette.color(QPalette.ColorRole.Base)
        if self._main and self.isEnabled():
            ground = palette.color(QPalette.ColorRole.Highlight)
            edge = QPen(ground, 1)
        down = bool(option.state & (QStyle.StateFlag.State_Sunken | QStyle.StateFlag.State_On))
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if down or (over and self.isEnabled() and not self._main):
            ground = palette.color(QPalette.ColorRole.AlternateBase)
        if self._main and (down or over):
            ground = ground.darker(112) if ground.lightness() < 128 else ground.lighter(108)
        if self._quiet:
            edge = QPen(Qt.PenStyle.NoPen)
            ground = ground if (down or over) else palette.color(QPalette.ColorRole.Window)
        if option.state & QStyle.StateFlag.State_HasFocus:
            edge = QPen(palette.color(QPalette.ColorRole.LinkVisited), 2)
        painter.setPen(edge)
        painter.setBrush(Qt.BrushStyle.NoBrush if self._quiet and not (down or over) else ground)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
