"""The reader: a document as pictures of its pages or as words, with a search and marking."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bidkit.domain.documents import DocumentVersion
from bidkit.errors import BidKitError
from bidkit.importers.documents_text import DocumentText, Hit, find_words
from bidkit.progress import Progress
from bidkit.session.marking.words import Marked
from bidkit.session.papers import name_of_version, words_of
from bidkit.session.reissue.comparing import Comparison
from bidkit.session.reissue.reading import compare, earlier_version, gather
from bidkit.session.session import Session
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Quiet, Words
from bidkit.ui.reading.changes import show_compared, words_of_changes
from bidkit.ui.reading.marking import MarkingBar
from bidkit.ui.reading.sheets import PdfSheets, Sheet
from bidkit.ui.theme import GRID, characters_wide
from bidkit.words import tr

NOTHING = DocumentText("", ())


class Reader(QWidget):
    """One document at a time; made tells the address of what marked words became."""

    made = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._version: DocumentVersion | None = None
        self._sheets: PdfSheets | None = None
        self._read = NOTHING
        self._page = 1
        self._refusal = ""
        self._compared: Comparison | None = None
        self._hits: tuple[Hit, ...] = ()
        self._hit = -1
        self._title = Words("", self)
        self._told = Quiet("", self)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(tr("Search in this document"))
        self._search.setAccessibleName(tr("Search in this document"))
        self._search.setMinimumWidth(characters_wide(self._search, 30))
        self._search.returnPressed.connect(self._find)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Words of the page"))
        self.sheet = Sheet(self)
        self._area = QScrollArea(self)
        self._area.setWidget(self.sheet)
        self._area.setWidgetResizable(True)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.text)
        self._stack.addWidget(self._area)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(120)
        self._later.timeout.connect(self._draw)
        self._lay_out()

    def show_version(self, version: DocumentVersion | None) -> None:
        """Open a version of a document; a file that cannot be read says why."""
        self._close_sheets()
        self._version, self._read, self._page = version, NOTHING, 1
        self._refusal = ""
        self.show_changes(None)
        session = self._desk.session
        kept = version is not None and bool(version.attachment)
        for part in self._parts:
            part.setVisible(kept)
        if version is None or not kept or not isinstance(session, Session):
            self._title.setText(tr("No file of this document is here to be read."))
            self._turn(1)
            return
        self._title.setText(name_of_version(self._desk.bid, version))
        try:
            self._read = words_of(session, version)
            if self._read.kind == "pdf":
                self._sheets = PdfSheets(session.attachment_bytes(version.attachment))
        except BidKitError as error:
            self._refusal = str(error)
        self._as_words.setVisible(self._sheets is not None)
        earlier = earlier_version(self._desk.bid, version)
        self._changed.setVisible(earlier is not None)
        self._turn(1)

    def show_changes(self, comparison: Comparison | None) -> None:
        """Show what changed since the version before, or the words as they are."""
        self._compared = comparison
        self._changed.setChecked(comparison is not None)
        pages = comparison.changed_pages if comparison is not None else ()
        self._next_change.setVisible(bool(pages))
        if comparison is not None:
            self._as_words.setChecked(True)
            self._turn(pages[0] if pages else 1)

    @Slot(bool)
    def _ask_changes(self, wanted: bool) -> None:
        session, version = self._desk.session, self._version
        if not wanted or version is None or not isinstance(session, Session):
            self.show_changes(None)
            self._turn(self._page)
            return
        papers = gather(session, version)

        def work(_progress: Progress) -> Comparison:
            return compare(papers)

        if self._desk.jobs.run(tr("Comparing the versions"), work, self._compared_now) is None:
            self._changed.setChecked(False)

    @Slot(object)
    def _compared_now(self, comparison: Comparison) -> None:
        self.show_changes(comparison)

    @Slot()
    def _go_to_change(self) -> None:
        pages = self._compared.changed_pages if self._compared is not None else ()
        after = [one for one in pages if one > self._page]
        if pages:
            self._turn((after or pages)[0])

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._search)
        self._back = Button(tr("‹ Page"), self)
        self._next = Button(tr("Page ›"), self)
        self._back.clicked.connect(lambda: self._turn(self._page - 1))
        self._next.clicked.connect(lambda: self._turn(self._page + 1))
        self._as_words = Button(tr("Show the words"), self)
        self._as_words.setCheckable(True)
        self._as_words.toggled.connect(self._draw_now)
        self._changed = Button(tr("Show what changed"), self)
        self._changed.setCheckable(True)
        self._changed.clicked.connect(self._ask_changes)
        self._changed.hide()
        self._next_change = Button(tr("Next page with changes"), self)
        self._next_change.clicked.connect(self._go_to_change)
        self._next_change.hide()
        row = FlowLayout()
        turning = (self._back, self._next, self._as_words, self._changed, self._next_change)
        for button in turning:
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addLayout(row)
        column.addWidget(self._told)
        column.addWidget(self._stack, 1)
        self.bar = MarkingBar(self._desk, lambda: self.marked, self)
        self.bar.made.connect(self.made)
        column.addWidget(self.bar)
        self._parts: tuple[QWidget, ...] = (self._search, *turning[:3], self._stack, self.bar)
        self._stack.setMinimumHeight(38 * GRID)

    @Slot()
    def _find(self) -> None:
        words = self._search.text()
        found = find_words(self._read, words)
        if found != self._hits:
            self._hits, self._hit = found, -1
        if not found:
            self._told.setText(tr("“{words}” is not in this document.", words=words))
            return
        self.show_changes(None)
        self._hit = (self._hit + 1) % len(found)
        hit = found[self._hit]
        self._turn(hit.page)
        self._told.setText(
            tr("{n} of {all}, page {page}", n=self._hit + 1, all=len(found), page=hit.page)
        )
        self._mark_hit(hit)

    def _mark_hit(self, hit: Hit) -> None:
        if self._sheets is not None:
            self._as_words.setChecked(True)
        cursor = self.text.textCursor()
        cursor.setPosition(hit.start)
        cursor.setPosition(hit.end, QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)

    @property
    def page(self) -> int:
        """The number of the page that is shown."""
        return self._page

    def show_page(self, page: int) -> None:
        """Turn to a page, or to the nearest there is."""
        self._turn(page)

    @property
    def marked(self) -> Marked | None:
        """The words that are marked on this page; None where none are, with the words shown."""
        quotation = self.text.textCursor().selectedText().replace("\u2029", "\n").strip()
        version = self._version
        if not quotation or version is None:
            if self._sheets is not None:
                self._as_words.setChecked(True)
            return None
        return Marked(quotation, self._page, version.id, version.parent)

    def show_words(self, version: DocumentVersion, page: int, quotation: str) -> bool:
        """Open a version where words stand and mark them; tell whether they were found."""
        self.show_version(version)
        found = find_words(self._read, quotation)
        hit = next((one for one in found if one.page == page), found[0] if found else None)
        self._turn(hit.page if hit is not None else page)
        if hit is not None:
            self._mark_hit(hit)
        return hit is not None

    def mark_all(self) -> None:
        """Mark every word of the page."""
        self.text.selectAll()

    def _turn(self, page: int) -> None:
        last = self._sheets.count if self._sheets else max(len(self._read.pages), 1)
        self._page = min(max(page, 1), last)
        self._back.setEnabled(self._page > 1)
        self._next.setEnabled(self._page < last)
        pages = tr("Page {page} of {last}", page=self._page, last=last)
        notes = " ".join(self._read.notes)
        if self._compared is not None:
            notes = words_of_changes(self._compared)
        said = f"{pages}. {notes}".strip() if self._read.kind else ""
        self._told.setText(self._refusal or said)
        self._show_words()
        self._draw()

    def _show_words(self) -> None:
        compared = self._compared.pages if self._compared is not None else ()
        changed = next((one for one in compared if one.page == self._page), None)
        if changed is not None:
            show_compared(self.text, changed, self._desk.theme)
            return
        found = next((one for one in self._read.pages if one.number == self._page), None)
        self.text.setCurrentCharFormat(QTextCharFormat())
        self.text.setPlainText(found.text if found is not None else "")

    @Slot(bool)
    def _draw_now(self, _checked: bool) -> None:
        self._draw()

    @Slot()
    def _draw(self) -> None:
        as_picture = self._sheets is not None and not self._as_words.isChecked()
        self._stack.setCurrentIndex(1 if as_picture else 0)
        if self._sheets is None or not as_picture:
            return
        width = int(self._area.viewport().width() * self.devicePixelRatioF())
        image = self._sheets.picture(self._page, min(width, 1400))
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self.sheet.show_picture(image, tr("Page {page}", page=self._page))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the page anew for the width there is."""
        super().resizeEvent(event)
        if self._sheets is not None:
            self._later.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop drawing while nobody looks."""
        self._later.stop()
        super().hideEvent(event)

    def _close_sheets(self) -> None:
        if self._sheets is not None:
            self._sheets.close()
            self._sheets = None
