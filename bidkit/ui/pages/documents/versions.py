"""A new version of a document: added beside the old one, compared, and taken into the bid."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from bidkit.errors import BidKitError
from bidkit.packs.catalogue import shipped
from bidkit.progress import Progress
from bidkit.session.document import Changed
from bidkit.session.papers import add_document, newest_version
from bidkit.session.reissue.changes import Source
from bidkit.session.reissue.questions import changes_of_pack
from bidkit.session.reissue.reading import (
    Reissue,
    gather,
    offers_of_reissue,
    read_pack,
    read_reissue,
    take_reissue,
)
from bidkit.session.session import Session
from bidkit.ui.desk import Desk
from bidkit.ui.dialogs.taking import TakeDialog, Telling
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Quiet
from bidkit.words import tr


class Versions(QWidget):
    """Buttons for the document that is open; read tells a comparison, added a new version."""

    compared = Signal(object)
    added = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._document = ""
        self.dialog: TakeDialog | None = None
        self._told = Quiet("", self)
        self._add = Button("", self)
        self._add.clicked.connect(self._ask)
        self._bid = Button(tr("What it changes in the bid"), self)
        self._bid.clicked.connect(self.read)
        self._packs = Button(tr("Compare the questions with the pack of today"), self)
        self._packs.clicked.connect(self.read_packs)
        row = FlowLayout()
        for button in (self._add, self._bid, self._packs):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._told)
        self._told.hide()
        desk.binder.bid_changed.connect(self._follow)
        self._tell()

    def show_document(self, identity: str) -> None:
        """Speak of another document from now on."""
        self._document = identity
        self._told.hide()
        self._tell()

    def take(self, path: Path) -> None:
        """Keep a file as the newest version of the open document, and read what it changes."""
        session = self._desk.session
        if not isinstance(session, Session) or not self._document:
            return
        try:
            version = add_document(session, path, self._document)
        except BidKitError as error:
            self._desk.notices.refuse(error)
            return
        self.added.emit(version)
        self.read()

    @Slot()
    def read(self) -> None:
        """Read the newest version beside the window, then show what it changes."""
        session = self._desk.session
        version = newest_version(self._desk.bid, self._document)
        if version is None or not isinstance(session, Session):
            return
        papers = gather(session, version)

        def work(_progress: Progress) -> Reissue:
            return read_reissue(papers)

        self._desk.jobs.run(tr("Reading what changed"), work, self._show)

    @Slot()
    def read_packs(self) -> None:
        """Show what the packs of today ask otherwise than the bid's questions."""
        bid, today = self._desk.bid, self._desk.session.today()
        for pack in shipped().packs:
            if any(one.pack == pack.id for one in bid.questions) and changes_of_pack(bid, pack):
                self._show(read_pack(bid, pack, Source(pack.title, "", pack.id, today)))
                return
        self._say(tr("The questions of the bid are those of the packs of today."))

    @Slot(object)
    def _show(self, reissue: Reissue) -> None:
        if reissue.comparison.pages:
            self.compared.emit(reissue.comparison)
        offers = offers_of_reissue(reissue)
        if not offers:
            self._say(tr("No question, limit or date of the bid changes."))
            return
        telling = Telling(
            tr("What {title} changes", title=reissue.source.title),
            tr(
                "Your answers stay where they are. Each change becomes an amendment, and a note "
                "stands at its answer until somebody has read it."
            ),
            use=tr("Take them in"),
        )
        then = partial(self._take, reissue)
        self.dialog = TakeDialog(self._desk.theme, telling, offers, then, self)
        self.dialog.open()

    def _take(self, reissue: Reissue, chosen: frozenset[str]) -> None:
        session = self._desk.session
        if isinstance(session, Session):
            take_reissue(session, reissue, chosen)
            self._say(tr("{n} changes are in the bid. Undo takes them out.", n=len(chosen)))

    def _say(self, words: str) -> None:
        self._told.setText(words)
        self._told.show()
        self._desk.notices.say(words)

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if (
            before.documents is not after.documents
            or before.document_versions is not after.document_versions
            or before.questions is not after.questions
        ):
            self._tell()

    def _tell(self) -> None:
        bid = self._desk.bid
        chosen = next((one for one in bid.documents if one.id == self._document), None)
        self._add.setVisible(chosen is not None)
        if chosen is not None:
            title = chosen.title or tr("this document")
            self._add.setText(tr("Add a new version of {title}", title=title.replace("&", "&&")))
        kept = newest_version(bid, self._document) is not None
        self._bid.setVisible(kept and bool(bid.questions))
        self._packs.setVisible(any(one.pack for one in bid.questions))

    @Slot()
    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("Add a new version"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.open()
