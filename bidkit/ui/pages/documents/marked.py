"""What was marked in the open document: the words, what they became, and a way to both."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.session.document import Changed
from bidkit.session.marking.kept import Kept, kept_words
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Quiet, Words
from bidkit.ui.theme import GRID
from bidkit.words import Words as Later
from bidkit.words import later, tr

MOST = 40
LONGEST = 220
NAMES: dict[str, Later] = {
    "question": later("Question"),
    "requirement": later("Requirement"),
    "date": later("Date"),
    "instruction": later("Instruction"),
    "clarification": later("Question to the buyer"),
}


class MarkedWords(QWidget):
    """One row for each marked stretch of a document; wanted tells which is to be shown in it."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, document: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._document = document
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GRID)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    def show_document(self, identity: str) -> None:
        """Speak of another document."""
        self._document = identity
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if change.before.excerpts is not change.after.excerpts:
            self._show()

    def _show(self) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        found = kept_words(self._desk.bid, self._document)
        for one in found[:MOST]:
            row = self._row(one)
            self._rows.addWidget(row)
            row.show()
        if len(found) > MOST:
            self._rows.addWidget(Quiet(tr("and {n} more", n=len(found) - MOST), self))
        if not found:
            self._rows.addWidget(Quiet(tr("Nothing was marked in this document yet."), self))

    def _row(self, one: Kept) -> QWidget:
        row = QWidget(self)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        words = " ".join(one.excerpt.quotation.split())
        column.addWidget(Words(words if len(words) <= LONGEST else f"{words[:LONGEST]}…", row))
        kind = str(NAMES.get(one.excerpt.made_into, ""))
        page = tr("page {page}", page=one.excerpt.page) if one.excerpt.page else ""
        gone = tr("taken out of the bid since") if one.place is None else ""
        below = FlowLayout()
        told = " · ".join(part for part in (kind, page, gone) if part)
        below.addWidget(Quiet(told, row, wraps=False))
        if one.version is not None and one.version.attachment:
            show = Button(tr("Show it in the document"), row, quiet=True)
            show.setAccessibleDescription(words[:LONGEST])
            show.clicked.connect(partial(self._wanted, one))
            below.addWidget(show)
        if one.place is not None:
            there = Button(tr("Take me there"), row, quiet=True)
            there.setAccessibleDescription(words[:LONGEST])
            there.clicked.connect(partial(self._desk.take_there, one.place))
            below.addWidget(there)
        column.addLayout(below)
        return row

    def _wanted(self, one: Kept, _checked: bool = False) -> None:
        self.wanted.emit(one)
