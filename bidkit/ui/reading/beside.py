"""A tender document beside what one writes: the reader in a window of its own, kept at its page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.documents import DocumentVersion
from bidkit.session.document import Changed
from bidkit.session.marking.kept import words_behind
from bidkit.session.papers import name_of_version
from bidkit.session.session import Session
from bidkit.ui.desk import Desk
from bidkit.ui.editors.choices import Chooser
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.labels import Quiet
from bidkit.ui.reading.reader import Reader
from bidkit.ui.theme import GRID
from bidkit.words import tr

KEYS = "Ctrl+Shift+D"
READS = ("documents", "document_versions", "attachments")
SIZE = (560, 680)


def readable(bid: Bid) -> dict[str, DocumentVersion]:
    """Return the newest version with a file of each tender document, in their order."""
    files = {one.id for one in bid.attachments}
    newest = {one.parent: one for one in bid.document_versions if one.attachment in files}
    return {one.id: newest[one.id] for one in bid.documents if one.id in newest}


class BesideWindow(QDialog):
    """One document at a time beside the program's window; each is found again at its page."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.setWindowTitle(tr("Tender documents"))
        self._desk = desk
        self._pages: dict[str, int] = {}
        self._open = ""
        self.chooser = Chooser(self)
        self.chooser.setAccessibleName(tr("Document"))
        self.chooser.activated.connect(self._choose)
        self.reader = Reader(desk, self)
        close = Button(tr("Close"), self)
        close.clicked.connect(self.reject)
        top = QHBoxLayout()
        top.addWidget(self.chooser, 1)
        top.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self.reader, 1)
        column.addWidget(Quiet(tr("Esc closes it; the page is remembered."), self))
        desk.theme.dress(self)
        self.resize(*SIZE)

    @property
    def document(self) -> str:
        """The identity of the document that is open; '' where none is."""
        return self.chooser.currentData() or ""

    def list_documents(self) -> None:
        """List what can be read now; a document that is open stays open while it is there."""
        bid, here = self._desk.bid, self.document
        titles = {one.id: one.title for one in bid.documents}
        known = readable(bid)
        self.chooser.clear()
        for identity, version in known.items():
            self.chooser.addItem(titles[identity] or name_of_version(bid, version), identity)
        self.chooser.setCurrentIndex(max(self.chooser.findData(here), 0) if known else -1)
        if self.document:
            self._show(known[self.document])

    def show_behind(self, identity: str) -> bool:
        """Open the page something was marked on, with its words; tell whether it is known."""
        behind = words_behind(self._desk.bid, identity) if identity else None
        at = self.chooser.findData(behind.document) if behind is not None else -1
        if behind is None or behind.version is None or at < 0:
            return False
        self._remember()
        self.chooser.setCurrentIndex(at)
        self._open = behind.version.id
        excerpt = behind.excerpt
        return self.reader.show_words(behind.version, excerpt.page or 1, excerpt.quotation)

    def place_beside(self, window: QWidget) -> None:
        """Stand to the right of a window where the screen has room, else over its right edge."""
        room = window.screen().availableGeometry()
        frame: QRect = window.frameGeometry()
        width, height = min(SIZE[0], room.width()), min(SIZE[1], room.height())
        left = min(frame.right() + 1, room.right() - width + 1)
        top = min(max(frame.top(), room.top()), room.bottom() - height + 1)
        self.setGeometry(max(left, room.left()), top, width, height)

    @Slot(int)
    def _choose(self, _at: int) -> None:
        known = readable(self._desk.bid)
        if self.document in known:
            self._show(known[self.document])

    def _show(self, version: DocumentVersion) -> None:
        if version.id == self._open:
            return
        self._remember()
        self._open = version.id
        self.reader.show_version(version)
        self.reader.show_page(self._pages.get(version.id, 1))

    def _remember(self) -> None:
        if self._open:
            self._pages[self._open] = self.reader.page


class BesideButton(QObject):
    """A button that opens the tender documents beside the text; hidden while none can be read.

    The first time it opens at the words the open question was made of, later where one was.
    """

    def __init__(self, desk: Desk, parent: QWidget, question: Callable[[], str]) -> None:
        super().__init__(parent)
        self._desk, self._parent, self._question = desk, parent, question
        self.window: BesideWindow | None = None
        self.button = Button(tr("Documents"), parent)
        keys = QKeySequence(KEYS)
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self.button.setToolTip(tr("Read a tender document beside your text ({keys})", keys=shown))
        self.button.clicked.connect(self.open)
        self._keys = QShortcut(keys, parent, self.open)
        desk.binder.bid_changed.connect(self._follow)
        self._tell()

    @Slot()
    def open(self) -> None:
        """Open the window beside this one, or bring it to the front at the page it was left at."""
        self._tell()
        if not self._any():
            return
        first = self.window is None
        if self.window is None:
            outer = self._parent.window()
            outer.installEventFilter(self)
            self.window = BesideWindow(self._desk, self._parent)
            self.window.place_beside(outer)
            self.window.finished.connect(self._come_back)
        self.window.list_documents()
        if first:
            self.window.show_behind(self._question())
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.chooser.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the program's window goes, which leaves windows beside it standing."""
        gone = event.type() == QEvent.Type.Hide and not event.spontaneous()
        if gone and self.window is not None:
            self.window.hide()
        return super().eventFilter(watched, event)

    def _any(self) -> bool:
        return isinstance(self._desk.session, Session) and bool(readable(self._desk.bid))

    def _tell(self) -> None:
        self.button.setVisible(self._any())
        if not self._any() and self.window is not None:
            self.window.hide()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if any(getattr(change.before, n) is not getattr(change.after, n) for n in READS):
            self._tell()
            if self.window is not None and self.window.isVisible():
                self.window.list_documents()

    @Slot()
    def _come_back(self) -> None:
        self._parent.window().activateWindow()
