"""The ways out: the buyer's way first, each with what it makes and where it goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from bidkit.domain.base import Reader
from bidkit.domain.bid import Bid
from bidkit.errors import BidKitError, InputError
from bidkit.export.portal import PortalBox, portal_boxes, portal_sheet
from bidkit.progress import Progress
from bidkit.rules.routes import is_grant
from bidkit.session.document import Changed
from bidkit.session.exports import EVERYTHING, HandInSet, export_pdf, replace_output
from bidkit.session.fitting.unasked import with_unasked_told
from bidkit.session.lots.rounds import for_round, name_of_round
from bidkit.session.lots.sets import name_of_lot, set_for
from bidkit.session.session import Session
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Quiet, Words
from bidkit.ui.saving import FileKind, Made, SaveCard
from bidkit.ui.theme import GRID
from bidkit.words import tr

READS = (
    "questions",
    "parts",
    "answers",
    "responses",
    "response_rows",
    "evidence",
    "sections",
    "lots",
    "rounds",
)


def pdf_card(
    desk: Desk, reader: Reader, parent: QWidget, wanted: Callable[[], HandInSet] = HandInSet
) -> SaveCard:
    """Return the card that writes the PDF for one reader, for the lot and round chosen."""
    buyer = reader is Reader.BUYER
    titles = _titles(desk) if buyer else _titles_for_us()

    def make(progress: Progress) -> Made:
        session = desk.session
        if not isinstance(session, Session):
            raise InputError(tr("This bid is not in a file."))
        made = export_pdf(
            session, reader, wanted=wanted(), findings=session.findings, progress=progress
        )
        draft = tr("It is marked DRAFT.") if made.draft_reasons else ""
        names = ", ".join(made.other_lots)
        left = tr("Another lot is named in it: {names}.", names=names) if names else ""
        return Made(made.data, f"{tr('{n} pages.', n=made.pages)} {draft} {left}".strip())

    def kind() -> FileKind:
        title = title_of(desk, wanted())
        return FileKind(
            tr("PDF documents"), "pdf", title if buyer else tr("{title} (for us)", title=title)
        )

    def begin() -> None:
        if isinstance(desk.session, Session):
            desk.session.check_now()

    return SaveCard(desk, titles, kind, make, parent, begin=begin)


def _titles(desk: Desk) -> tuple[str, str, str]:
    purpose = tr("What was asked, in their order and numbering. Nothing of ours.")
    if is_grant(desk.bid):
        return tr("PDF for the funder"), purpose, tr("Export PDF for the funder")
    return tr("PDF for the buyer"), purpose, tr("Export PDF for the buyer")


def _titles_for_us() -> tuple[str, str, str]:
    return (
        tr("PDF for us"),
        tr("For trustees or a critical friend: marks, costs, evidence and notes besides."),
        tr("Export PDF for us"),
    )


def title_of(desk: Desk, wanted: HandInSet = EVERYTHING) -> str:
    """Return what the bid is called, with the lot and the round where they are chosen."""
    bid = desk.bid
    names = [bid.opportunity.title or bid.about.title or tr("Bid")]
    names += [name_of_lot(one) for one in bid.lots if one.id == wanted.lot]
    names += [name_of_round(one) for one in bid.rounds if one.id == wanted.round]
    return " ".join(names)


class PortalCard(Card):
    """Every box of the portal with its count and a button that copies its text."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr("Copy each text into its box, or save them all as one text file.")
        super().__init__(desk.theme, tr("Boxes of the portal"), purpose, parent)
        self._desk = desk
        self._lot = self._round = ""
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

    @Slot(str)
    def show_lot(self, lot: str) -> None:
        """Show the boxes of one lot, or of all lots we bid for."""
        self._lot = lot
        self._show()

    @Slot(str)
    def show_round(self, identity: str) -> None:
        """Show the boxes of one round, or of all."""
        self._round = identity
        self._show()

    @property
    def _handed_in(self) -> Bid:
        """The bid as it is handed in: for the lot and the round chosen."""
        told = with_unasked_told(set_for(self._desk.bid, self._lot))
        return for_round(told, self._round)

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
        boxes = portal_boxes(self._handed_in, self._desk.session.today(), self._lot)
        for box in boxes:
            row = self._row(box)
            self._column.addWidget(row)
            row.show()
        if not boxes:
            self._column.addWidget(Quiet(tr("No questions yet."), self._sheet))

    def _row(self, box: PortalBox) -> QWidget:
        row = QWidget(self._sheet)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Words(box.name, row), 1)
        line.addWidget(Quiet(box.length if box.text else tr("empty"), row, wraps=False))
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
            sheet = portal_sheet(self._handed_in, self._desk.session.today(), self._lot)
            replace_output(path, sheet.encode("utf-8"))
        except BidKitError as error:
            self._desk.notices.refuse(error)
            return
        self._desk.notices.say(tr("Wrote {name}.", name=path.name))
