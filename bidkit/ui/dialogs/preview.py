"""The preview: what a reader would get, page by page, without leaving the program."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.labels import Quiet
from bidkit.ui.reader.view import PdfView
from bidkit.ui.theme import GRID, Theme
from bidkit.words import tr


class Preview(QDialog):
    """Shows a finished PDF."""

    def __init__(self, theme: Theme, data: bytes, about: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Preview"))
        self.view = PdfView(theme, self)
        self.page = Quiet("", self, wraps=False)
        self.view.page_changed.connect(self._tell)
        self.view.show_bytes(data)
        smaller, larger = Button(tr("Smaller"), self), Button(tr("Larger"), self)
        smaller.clicked.connect(lambda: self.view.zoom(1 / 1.2))
        larger.clicked.connect(lambda: self.view.zoom(1.2))
        close = Button(tr("Close"), self, main=True)
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        foot.setSpacing(GRID)
        foot.addWidget(self.page)
        foot.addWidget(Quiet(about, self), 1)
        for button in (smaller, larger, close):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        theme.dress(self)
        self.resize(900, 680)
        self.view.setFocus()

    @Slot(int)
    def _tell(self, page: int) -> None:
        self.page.setText(tr("Page {page} of {count}", page=page, count=self.view.page_count))
