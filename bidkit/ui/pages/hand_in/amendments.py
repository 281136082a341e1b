"""The card that says whether every change the buyer made has been read."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.documents import Amendment
from bidkit.domain.refs import ref
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.labels import Toned, Words
from bidkit.ui.theme import GRID
from bidkit.words import tr

AMENDMENTS = ref(Bid, lambda b: b.amendments)
READ = ref(Amendment, lambda a: a.read_by_us)


class AmendmentsCard(Card):
    """All amendments read, or those that are not, each with a way to it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr("Dates and limits move. Read every change before you hand in.")
        super().__init__(desk.theme, tr("What the buyer changed"), purpose, parent)
        self._desk = desk
        self._head = Toned(desk.theme, "good", parent=self)
        self.body.addWidget(self._head)
        self._rows = QWidget(self)
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self.body.addWidget(self._rows)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if change.before.amendments is not change.after.amendments:
            self._show()

    def _show(self) -> None:
        every = self._desk.bid.amendments
        unread = [one for one in every if one.read_by_us != "yes"]
        if not every:
            self._head.tell(tr("No amendment is known. Look once more before you send."), "muted")
        elif unread:
            words = tr("▲ {n} of {all} amendments are not read yet.", n=len(unread), all=len(every))
            self._head.tell(words, "warn")
        else:
            self._head.tell(tr("✓ All amendments are read ({n}).", n=len(every)), "good")
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows.setVisible(bool(unread))
        for one in unread:
            row = self._row(one)
            self._column.addWidget(row)
            row.show()

    def _row(self, one: Amendment) -> QWidget:
        row = QWidget(self._rows)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        what = "\n".join(part for part in (one.title, one.what_changed) if part)
        line.addWidget(Words(what or tr("A change without words"), row), 1)
        there = Button(tr("Take me there"), row, quiet=True)
        read = Button(tr("Read"), row)
        place = AMENDMENTS.item(one.id)
        there.clicked.connect(partial(self._desk.take_there, place))
        read.clicked.connect(partial(self._mark_read, one.id))
        for button in (there, read):
            button.setAccessibleDescription(one.title)
            line.addWidget(button)
        return row

    def _mark_read(self, identity: str) -> None:
        place = AMENDMENTS.item(identity).then(READ)
        self._desk.document.set(place, "yes", label=tr("Mark an amendment as read"))
        self._desk.document.seal()
