"""The colours, letter sizes and distances of the window, read from resources/themes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from bidkit.ui.theme_sheet import sheet_of
from bidkit.ui.theme_tokens import Choice, Tokens, tokens_of

GRID = 8
LEAST_POINTS = 10.5
CLEAR = QColor(0, 0, 0, 0)


class Theme(QObject):
    """The theme in use: asks for colours go here, and who paints listens to changed."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: Choice = Choice.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        self.tokens = tokens_of(self._resolved())
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        self._apply()

    @property
    def choice(self) -> Choice:
        """What the person chose."""
        return self._choice

    def choose(self, choice: Choice) -> None:
        """Show another theme from now on."""
        self._choice = choice
        self.tokens = tokens_of(self._resolved())
        self._apply()
        self.changed.emit()

    def colour(self, name: str) -> QColor:
        """Return a colour by its meaning, such as accent."""
        return QColor(getattr(self.tokens, name))

    def dress(self, widget: QWidget) -> None:
        """Give a region of the window the look of the theme, now and after every switch."""
        Dress(widget, self)

    def _resolved(self) -> Choice:
        if self._choice is not Choice.SYSTEM:
            return self._choice
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return Choice.DARK if dark else Choice.LIGHT

    def _follow_system(self) -> None:
        if self._choice is Choice.SYSTEM:
            self.choose(Choice.SYSTEM)

    def _apply(self) -> None:
        self._application.setPalette(palette_of(self.tokens))


class Dress(QObject):
    """Keeps one region of the window in the look of the theme, for as long as it lives."""

    def __init__(self, region: QWidget, theme: Theme) -> None:
        super().__init__(region)
        self._region = region
        self._theme = theme
        theme.changed.connect(self.put_on)
        self.put_on()

    def put_on(self) -> None:
        """Give the region the style sheet in today's colours."""
        self._region.setStyleSheet(sheet_of(self._theme.tokens))


def palette_of(tokens: Tokens) -> QPalette:
    """Return the colours as Qt's roles, so that plain widgets need no style of their own."""
    role = QPalette.ColorRole
    palette = QPalette(QColor(tokens.panel), QColor(tokens.paper))
    meanings = {
        role.Window: tokens.paper,
        role.WindowText: tokens.ink,
        role.Base: tokens.field,
        role.AlternateBase: tokens.panel,
        role.Text: tokens.ink,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.panel,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.bad,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.accent_ink,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.focus,
        role.ToolTipBase: tokens.panel,
        role.ToolTipText: tokens.ink,
        role.Mid: tokens.line,
        role.Midlight: tokens.outline,
    }
    for meaning, colour in meanings.items():
        palette.setColor(meaning, QColor(colour))
    for meaning in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, meaning, QColor(tokens.muted))
    return palette


def readable_font(system: QFont) -> QFont:
    """Return the system's font, at least 10.5 points high."""
    font = QFont(system)
    if font.pointSizeF() < LEAST_POINTS:
        font.setPointSizeF(LEAST_POINTS)
    return font


def scaled(font: QFont, share: float, *, strong: bool = False) -> QFont:
    """Return a font larger or smaller by a share of its height, in one of the two weights."""
    other = QFont(font)
    other.setPointSizeF(round(font.pointSizeF() * share * 2) / 2)
    other.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return other


def characters_wide(widget: QWidget, count: int) -> int:
    """Return how many pixels a number of average characters take in a widget's font."""
    return QFontMetrics(widget.font()).averageCharWidth() * count
