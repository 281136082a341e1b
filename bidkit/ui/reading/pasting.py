"""A block of words pasted from a PDF, an e-mail or a portal, kept with where it came from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from bidkit.session.marking.words import Marked
from bidkit.session.papers import add_pasted, newest_version
from bidkit.session.session import Session
from bidkit.ui.desk import Desk
from bidkit.ui.editors.choices import Chooser
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.labels import Heading, Quiet, Words
from bidkit.ui.reading.marking import MarkingBar
from bidkit.ui.theme import GRID
from bidkit.words import tr

MOST_LETTERS = 500_000
MOST_PAGES = 9_999


class PasteDialog(QDialog):
    """Takes a block of words and its source; opened hears which document was made of a new text."""

    def __init__(
        self, desk: Desk, opened: Callable[[str], object], parent: QWidget, document: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Paste a block of words"))
        self._desk, self._opened = desk, opened
        self._kept: Marked | None = None
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(tr("The words"))
        self.text.setPlainText(QGuiApplication.clipboard().text()[:MOST_LETTERS].strip())
        self.source = Chooser(self)
        self.source.setAccessibleName(tr("Where it comes from"))
        self.source.addItem(tr("A message or a page that is not here yet"), "")
        for one in desk.bid.documents:
            self.source.addItem(one.title or tr("A document without a title"), one.id)
        self.title = QLineEdit(self)
        self.title.setAccessibleName(tr("What to call it"))
        self.title.setPlaceholderText(tr("E-mail from the council, 3 December"))
        self.page = QSpinBox(self)
        self.page.setRange(0, MOST_PAGES)
        self.page.setSpecialValueText(tr("not known"))
        self.page.setAccessibleName(tr("Page"))
        self._page_label = Words(tr("Page"), self, wraps=False)
        self._title_label = Words(tr("What to call it"), self, wraps=False)
        self.bar = MarkingBar(desk, self._marked, self)
        self._lay_out()
        self.source.currentIndexChanged.connect(self._follow)
        self.source.setCurrentIndex(max(self.source.findData(document), 0) if document else 0)
        self.text.textChanged.connect(self._forget)
        self._follow()
        self.text.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(Heading(tr("Paste a block of words"), 1, self))
        told = tr(
            "From a PDF, an e-mail or the portal. Say where it comes from, then what it is. Mark "
            "a part of it to use only that; otherwise all of it counts."
        )
        column.addWidget(Quiet(told, self))
        column.addWidget(self.text, 1)
        column.addWidget(Words(tr("Where it comes from"), self, wraps=False))
        column.addWidget(self.source)
        row = QHBoxLayout()
        row.addWidget(self._title_label)
        row.addWidget(self.title, 1)
        row.addWidget(self._page_label)
        row.addWidget(self.page)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self.bar)
        foot = QHBoxLayout()
        foot.addStretch()
        done = Button(tr("Done"), self)
        done.clicked.connect(self.accept)
        foot.addWidget(done)
        column.addLayout(foot)
        self._desk.theme.dress(self)
        wide, high = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(wide * 92, high * 28)

    @Slot()
    def _follow(self) -> None:
        new = not self.source.currentData()
        self._title_label.setVisible(new)
        self.title.setVisible(new)
        self._page_label.setVisible(not new)
        self.page.setVisible(not new)

    @Slot()
    def _forget(self) -> None:
        self._kept = None

    def _marked(self) -> Marked | None:
        """Return the marked part of the block, or all of it, with its source."""
        session, whole = self._desk.session, self.text.toPlainText().strip()
        part = self.text.textCursor().selectedText().replace("\u2029", "\n").strip()
        if not whole or not isinstance(session, Session):
            return None
        document = str(self.source.currentData() or "")
        if document:
            version = newest_version(self._desk.bid, document)
            identity = version.id if version is not None else ""
            return Marked(part or whole, self.page.value(), identity, document)
        if self._kept is None:
            self._kept = add_pasted(session, whole, self.title.text())
            self._opened(self._kept.document)
        return Marked(part or whole, 1, self._kept.version, self._kept.document)
