"""Tender documents: kept in the bid, read here, and marked into what must be done."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from bidkit.domain.stages import Stage
from bidkit.errors import BidKitError
from bidkit.session.papers import add_document, newest_version
from bidkit.session.reissue.comparing import Comparison
from bidkit.session.session import Session
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.forms.spec import Text
from bidkit.ui.page import Page
from bidkit.ui.pages.documents.lists import AMENDMENTS, DOCUMENTS, REQUIREMENTS
from bidkit.ui.pages.documents.versions import Versions
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.reading.reader import Reader
from bidkit.words import later, tr


class DocumentsPage(Page):
    """The buyer's pack: dropped in, read, searched and marked."""

    stage: ClassVar[Stage] = Stage.DOCUMENTS
    purpose: ClassVar[Text] = later(
        "The buyer’s documents, kept in the bid. Mark words and make them requirements, "
        "questions or instructions: each keeps its page."
    )

    def build(self) -> None:
        """Lay out the documents, the reader under them, then what was found."""
        self.setAcceptDrops(True)
        add = Button(tr("Add files"), self, main=True)
        add.clicked.connect(self._ask)
        row = FlowLayout()
        row.addWidget(add)
        self.column.addLayout(row)
        self.versions = Versions(self.desk, self)
        self.add(self.versions)
        self._list = self.add_list(DOCUMENTS)
        self.reader = Reader(self.desk, self)
        self.add(self.reader)
        self.versions.added.connect(self._show_version)
        self.versions.compared.connect(self._show_changes)
        self.add_list(REQUIREMENTS)
        self.add_list(AMENDMENTS)
        if isinstance(self._list, ItemList):
            self._list.chosen.connect(self._open)
            self._open(self._list.current)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the files that are dropped here."""
        self.take([Path(url.toLocalFile()) for url in event.mimeData().urls()])
        event.acceptProposedAction()

    def take(self, paths: list[Path]) -> None:
        """Keep files in the bid as tender documents; say which could not be kept and why."""
        session = self.desk.session
        if not isinstance(session, Session):
            return
        kept = 0
        newest = ""
        for path in paths:
            try:
                newest = add_document(session, path)
                kept += 1
            except BidKitError as error:
                self.desk.notices.refuse(error)
        if kept:
            words = tr("1 file was added.") if kept == 1 else tr("{n} files were added.", n=kept)
            self.desk.notices.say(words)
            self._choose(newest)

    def _choose(self, version: str) -> None:
        versions = {one.id: one.parent for one in self.desk.bid.document_versions}
        owner = versions.get(version, "")
        if isinstance(self._list, ItemList) and self._list.choose(owner):
            self._open(owner)

    @Slot()
    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("Add files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.take([Path(name) for name in names]))
        dialog.open()

    @Slot(str)
    def _show_version(self, identity: str) -> None:
        versions = self.desk.bid.document_versions
        self.reader.show_version(next((one for one in versions if one.id == identity), None))

    @Slot(object)
    def _show_changes(self, comparison: Comparison) -> None:
        self.reader.show_changes(comparison)
        self.bring_into_sight(self.reader)

    @Slot(str)
    def _open(self, identity: str) -> None:
        self.versions.show_document(identity)
        self.reader.show_version(newest_version(self.desk.bid, identity))


PAGE = DocumentsPage
