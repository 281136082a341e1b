"""The ways out: the buyer's way first, each with what it makes and where it goes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from bidkit.domain.base import Reader
from bidkit.errors import BidKitError
from bidkit.export.portal import PortalBox, portal_boxes, portal_sheet
from bidkit.progress import Progress
from bidkit.session.document import Changed
from bidkit.session.exports import Exported, export_pdf, replace_output
from bidkit.session.session import Session
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Quiet, Words
from bidkit.ui.theme import GRID
from bidkit.words import tr

READS = ("questions", "parts", "answers", "responses", "response_rows", "evidence", "sections")


class PdfCard(Card):
    """A PDF for one reader: a sentence on what is in it, and a button that writes it."""

    written = Signal(object)

    def __init__(self, desk: Desk, reader: Reader, parent: QWidget | None = None) -> None:
        buyer = reader is Reader.BUYER
        title = tr("PDF for the buyer") if buyer else tr("PDF for us")
        purpose = (
            tr("What was asked, in the buyer’s order and numbering. Nothing of ours.")
            if buyer
            else tr("For trustees or a critical friend: marks, costs, evidence and notes besides.")
        )
        super().__init__(desk.theme, title, purpose, parent)
        self._desk, self._reader = desk, reader
        words = tr("Export PDF for the buyer") if buyer else tr("Export PDF for us")
        button = Button(words, self, main=buyer)
        button.clicked.connect(self._ask)
        row = FlowLayout()
        row.addWidget(button)
        self.body.addLayout(row)

    @Slot()
    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("Export PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("PDF documents (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self._name())
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def _name(self) -> str:
        bid = self._desk.bid
        title = bid.opportunity.title or bid.about.title or tr("Bid")
        kept = "".join(one if one.isalnum() or one in " -_" else " " for one in title)
        ours = "" if self._reader is Reader.BUYER else tr(" (for us)")
        return f"{' '.join(kept.split())}{ours}.pdf"

    def write(self, path: Path) -> None:
        """Write the document to a file, with a bar where it takes long."""
        session = self._desk.session
        if not isinstance(session, Session):
            return
        self._desk.binder.leave_all()

        def work(progress: Progress) -> tuple[Exported, Path]:
            made = export_pdf(session, self._reader, progress=progress)
            return made, replace_output(path, made.data)

        self._desk.jobs.run(tr("Writing the PDF"), work, self._tell)

    @Slot(object)
    def _tell(self, result: tuple[Exported, Path]) -> None:
        made, path = result
        draft = tr(" It is marked DRAFT.") if made.draft_reasons else ""
        said = tr("Wrote {name}, {pages} pages.", name=path.name, pages=made.pages)
        self._desk.notices.say(said + draft)
        self.written.emit(path)


class PortalCard(Card):
    """Every box of the portal with its count and a button that copies its text."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr("Copy each text into its box, or save them all as one text file.")
        super().__init__(desk.theme, tr("Boxes of the portal"), purpose, parent)
        self._desk = desk
        save = Button(tr("Save as a text file"), self)
        save.clicked.connect(self._ask)
        top = FlowLayout()
        top.addWidget(save)
        self.body.addLayout(top)
        self._sheet = QWidget(self)
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)
        self.body.addWidget(self._sheet)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if any(getattr(change.before, name) is not getattr(change.after, name) for name in READS):
            self._show()

    def _show(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        boxes = portal_boxes(self._desk.bid)
        for box in boxes:
            self._column.addWidget(self._row(box))
        if not boxes:
            self._column.addWidget(Quiet(tr("No questions yet."), self._sheet))

    def _row(self, box: PortalBox) -> QWidget:
        row = QWidget(self._sheet)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Words(box.name, row), 1)
        counted = tr(
            "{words} words, {characters} characters", words=box.words, characters=box.characters
        )
        line.addWidget(Quiet(counted if box.text else tr("empty"), row, wraps=False))
        button = Button(tr("Copy"), row)
        button.setAccessibleName(tr("Copy {name}", name=box.name))
        button.setEnabled(bool(box.text))
        button.clicked.connect(partial(self._copy, box))
        line.addWidget(button)
        return row

    def _copy(self, box: PortalBox) -> None:
        QGuiApplication.clipboard().setText(box.text)
        self._desk.notices.say(tr("{name} is copied.", name=box.name))

    @Slot()
    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("Save as a text file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Text files (*.txt)"))
        dialog.setDefaultSuffix("txt")
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the whole sheet to a text file."""
        try:
            replace_output(path, portal_sheet(self._desk.bid).encode("utf-8"))
        except BidKitError as error:
            self._desk.notices.refuse(error)
            return
        self._desk.notices.say(tr("Wrote {name}.", name=path.name))
