"""A PDF read in the program: pages one below the other, drawn only where they are in sight."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from bidkit.ui.reader.pages import PdfPages
from bidkit.ui.theme import GRID, Theme
from bidkit.words import tr

GAP = GRID * 3 // 2
LEAST_ZOOM, MOST_ZOOM = 0.4, 4.0


class PdfView(QAbstractScrollArea):
    """Shows a PDF; page_changed tells which page is at the top (counted from 1)."""

    page_changed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages: PdfPages | None = None
        self._tops: list[int] = []
        self._zoom = 1.0
        self._page = 0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme.changed.connect(self.viewport().update)

    def show_bytes(self, data: bytes) -> None:
        """Show a PDF; FileError where it cannot be read."""
        pages = PdfPages(data)
        self.clear()
        self._pages = pages
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._scrolled()

    def clear(self) -> None:
        """Show nothing."""
        if self._pages is not None:
            self._pages.close()
        self._pages = None
        self._page = 0
        self.viewport().update()

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._pages) if self._pages is not None else 0

    @property
    def page(self) -> int:
        """The page at the top, counted from 1."""
        return self._page + 1

    def go_to_page(self, number: int) -> None:
        """Bring a page into sight, counted from 1."""
        if 1 <= number <= len(self._tops):
            self.verticalScrollBar().setValue(self._tops[number - 1])

    def zoom(self, factor: float) -> None:
        """Show the pages larger or smaller; 1 fits the width."""
        self._zoom = min(max(self._zoom * factor, LEAST_ZOOM), MOST_ZOOM)
        self._lay_out()

    def words_of_page(self, number: int) -> str:
        """Return the text of a page, counted from 1."""
        return self._pages.words(number - 1) if self._pages is not None else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the width."""
        super().resizeEvent(event)
        at = self._page
        self._lay_out()
        self.go_to_page(at + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus zoom; the page keys scroll."""
        factors = {Qt.Key.Key_Plus: 1.2, Qt.Key.Key_Equal: 1.2, Qt.Key.Key_Minus: 1 / 1.2}
        factor = factors.get(Qt.Key(event.key()))
        if factor is not None:
            self.zoom(factor)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages that are in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("panel"))
        pages = self._pages
        if pages is None:
            return
        left = -self.horizontalScrollBar().value()
        down = self.verticalScrollBar().value()
        dense = self.devicePixelRatioF()
        for number, top in enumerate(self._tops):
            box = self._box(number, top).translated(left, -down)
            if not box.intersects(self.viewport().rect()):
                continue
            picture = pages.picture(number, round(box.width() * dense))
            painter.drawImage(box, picture)
            painter.setPen(self._theme.colour("line"))
            painter.drawRect(box)
        painter.end()

    def _width(self) -> int:
        room = self.viewport().width() - 2 * GAP
        return max(round(room * self._zoom), 80)

    def _box(self, number: int, top: int) -> QRect:
        assert self._pages is not None
        wide, high = self._pages.size(number)
        width = self._width()
        x = max((self.viewport().width() - width) // 2, GAP)
        return QRect(x, top, width, round(width * high / max(wide, 1.0)))

    def _lay_out(self) -> None:
        self._tops = []
        top = GAP
        for number in range(self.page_count):
            self._tops.append(top)
            top += self._box(number, top).height() + GAP
        port = self.viewport()
        vertical, across = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(top - port.height(), 0))
        vertical.setPageStep(port.height())
        vertical.setSingleStep(5 * GRID)
        across.setRange(0, max(self._width() + 2 * GAP - port.width(), 0))
        across.setPageStep(port.width())
        port.update()

    def _scrolled(self) -> None:
        down = self.verticalScrollBar().value() + GAP
        at = max((n for n, top in enumerate(self._tops) if top <= down + GAP), default=0)
        self._page = at
        count = self.page_count
        self.setAccessibleName(tr("Page {page} of {count}", page=at + 1, count=count))
        self.page_changed.emit(at + 1)
