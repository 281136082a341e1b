"""Tender documents: kept in the bid, read here, and marked into what must be done."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref, ref
from bidkit.domain.stages import Stage
from bidkit.errors import BidKitError
from bidkit.session.marking.kept import Kept, words_behind
from bidkit.session.papers import Taken, files_below, newest_version, take_file, words_of_taken
from bidkit.session.reissue.comparing import Comparison
from bidkit.session.session import Session
from bidkit.ui.forms.asking import CLARIFICATIONS
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.forms.spec import Text
from bidkit.ui.page import Page
from bidkit.ui.pages.documents.lists import AMENDMENTS, DOCUMENTS, REQUIREMENTS
from bidkit.ui.pages.documents.marked import MarkedWords
from bidkit.ui.pages.documents.matrix import Matrix
from bidkit.ui.pages.documents.versions import Versions
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.reading.pasting import PasteDialog
from bidkit.ui.reading.reader import Reader
from bidkit.words import later, tr

EXCERPTS = ref(Bid, lambda b: b.excerpts)


class DocumentsPage(Page):
    """The buyer's pack: dropped in, read, searched and marked."""

    stage: ClassVar[Stage] = Stage.DOCUMENTS
    purpose: ClassVar[Text] = later(
        "The buyer’s documents, kept in the bid. Mark words and make them questions, "
        "requirements, dates or instructions: each keeps its document and page."
    )

    def build(self) -> None:
        """Lay out the documents, the reader under them, then what was found."""
        self.setAcceptDrops(True)
        self.dialog: PasteDialog | None = None
        self._marked: MarkedWords | None = None
        self._add_buttons()
        self.versions = Versions(self.desk, self)
        self.add(self.versions)
        self._list = self.add_list(DOCUMENTS)
        self.reader = Reader(self.desk, self)
        self.add(self.reader)
        self.add_section(tr("What was marked in it"), self._marked_words, _is_excerpt, deeper=True)
        self.matrix = Matrix(self.desk, self)
        self.add(self.matrix)
        self._requirements = self.add_list(REQUIREMENTS)
        self._add_way_back()
        self.add_list(AMENDMENTS)
        self.add_list(CLARIFICATIONS)
        self.versions.added.connect(self._show_version)
        self.versions.compared.connect(self._show_changes)
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
        """Keep files as tender documents; folders and zips are gone through, copies left out."""
        session = self.desk.session
        if not isinstance(session, Session):
            return
        taken: list[Taken] = []
        for found in files_below(paths):
            try:
                taken.append(take_file(session, *found()))
            except BidKitError as error:
                self.desk.notices.refuse(error)
        if taken:
            self.desk.notices.say(words_of_taken(session.document.bid, taken))
            self._choose(taken[-1].document)

    @Slot()
    def paste(self) -> None:
        """Take a block of words from the clipboard, with where it comes from."""
        current = self._list.current if isinstance(self._list, ItemList) else ""
        self.dialog = PasteDialog(self.desk, self._choose, self, current)
        self.dialog.open()

    def _add_buttons(self) -> None:
        add = Button(tr("Add files"), self, main=True)
        add.clicked.connect(self._ask)
        paste = Button(tr("Paste a block of words"), self)
        paste.clicked.connect(self.paste)
        row = FlowLayout()
        row.addWidget(add)
        row.addWidget(paste)
        self.column.addLayout(row)

    def _add_way_back(self) -> None:
        """Let every requirement lead to the words it was made of."""
        if not isinstance(self._requirements, ItemList):
            return
        self.back = Button(tr("Show it in its document"), self)
        self.back.clicked.connect(self._show_requirement)
        self._requirements.add_below(self.back)
        self._requirements.chosen.connect(self._offer_way_back)
        self._offer_way_back(self._requirements.current)

    def _marked_words(self) -> QWidget:
        current = self._list.current if isinstance(self._list, ItemList) else ""
        self._marked = MarkedWords(self.desk, current, self)
        self._marked.wanted.connect(self._show_kept)
        return self._marked

    @Slot(str)
    def _offer_way_back(self, identity: str) -> None:
        behind = words_behind(self.desk.bid, identity) if identity else None
        self.back.setVisible(behind is not None and behind.version is not None)

    @Slot()
    def _show_requirement(self) -> None:
        current = self._requirements.current if isinstance(self._requirements, ItemList) else ""
        behind = words_behind(self.desk.bid, current)
        if behind is not None:
            self._show_kept(behind)

    @Slot(object)
    def _show_kept(self, kept: Kept) -> None:
        if kept.version is None:
            return
        self._choose(kept.document)
        excerpt = kept.excerpt
        if not self.reader.show_words(kept.version, excerpt.page or 1, excerpt.quotation):
            self.desk.notices.say(tr("The words were not found on this page."))
        self.bring_into_sight(self.reader)

    @Slot(str)
    def _choose(self, document: str) -> None:
        if isinstance(self._list, ItemList) and self._list.choose(document):
            self._open(document)

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
        if self._marked is not None:
            self._marked.show_document(identity)


def _is_excerpt(place: Ref[Bid, Any]) -> bool:
    return place.starts_with(EXCERPTS)


PAGE = DocumentsPage
