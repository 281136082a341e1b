"""Rail, page and panel side by side; where it is narrow the panel is a drawer over the page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from bidkit.ui.shell.rail import Rail

DRAWER_UNDER = 1100
ICONS_UNDER = 900
PANEL_CHARACTERS = 40
PAGE_CHARACTERS = 78


class Frame(QWidget):
    """Gives each part its room; the page never gets less than it needs to be read."""

    rearranged = Signal()

    def __init__(self, rail: Rail, page: QWidget, panel: QWidget) -> None:
        super().__init__()
        self.rail, self.page, self.panel = rail, page, panel
        for part in (rail, page, panel):
            part.setParent(self)
        self._wanted = True
        self._opened = False
        self.drawer = False
        self.setMinimumSize(480, 240)

    @property
    def panel_in_sight(self) -> bool:
        """Tell whether the panel can be seen."""
        return self._opened if self.drawer else self._wanted

    def toggle_panel(self) -> None:
        """Show the panel, or hide it."""
        if self.drawer:
            self._opened = not self._opened
        else:
            self._wanted = not self._wanted
        self.arrange()

    def open_panel(self) -> None:
        """Show the panel where it is hidden."""
        if not self.panel_in_sight:
            self.toggle_panel()

    def close_drawer(self) -> None:
        """Put the drawer away; a panel beside the page stays."""
        if self.drawer and self._opened:
            self._opened = False
            self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each part its room."""
        super().resizeEvent(event)
        self.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the drawer away."""
        if event.key() == Qt.Key.Key_Escape and self.drawer and self._opened:
            self.close_drawer()
            self.page.setFocus()
        else:
            super().keyPressEvent(event)

    def arrange(self) -> None:
        """Lay the parts out for the width there is."""
        width, height = self.width(), self.height()
        letter = self.fontMetrics().averageCharWidth()
        least = letter * PAGE_CHARACTERS
        panel = letter * PANEL_CHARACTERS
        rail = self.rail.wanted_width(narrow=False)
        narrow = width < ICONS_UNDER or width - rail < least
        if narrow:
            rail = self.rail.wanted_width(narrow=True)
        if narrow != self.rail.narrow:
            self.rail.set_narrow(narrow=narrow)
        drawer = width < DRAWER_UNDER or width - rail - panel < least
        if drawer != self.drawer:
            self.drawer = drawer
            self._opened = False
        beside = panel if self._wanted and not drawer else 0
        self.rail.setGeometry(0, 0, rail, height)
        self.page.setGeometry(rail, 0, width - rail - beside, height)
        panel = min(panel, width - rail)
        self.panel.setGeometry(width - panel, 0, panel, height)
        self.panel.setVisible(self.panel_in_sight)
        self.panel.raise_()
        self.rearranged.emit()
