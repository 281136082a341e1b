"""Choosing for which lot the hand-in set is made, and writing a set for every lot at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from bidkit.domain.opportunity import Lot
from bidkit.errors import InputError
from bidkit.progress import Progress
from bidkit.session.document import Changed
from bidkit.session.lots.handing import HandedSet, export_sets
from bidkit.session.lots.sets import Sharing, has_sets, lots_bid_for, name_of_lot, sharing_of
from bidkit.session.session import Session
from bidkit.ui.desk import Desk
from bidkit.ui.editors.choices import Chooser
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Quiet, Toned
from bidkit.words import tr

READS = ("lots", "answers", "questions", "parts", "sections")


class LotChooser(Card):
    """One set for each lot we bid for, or all together.

    chosen tells the lot's id, '' for all; written tells the sets that were written.
    """

    chosen = Signal(str)
    written = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr("Each lot gets its own PDF and boxes. Choose which set to make.")
        super().__init__(desk.theme, tr("Which lot?"), purpose, parent)
        self._desk = desk
        self.lot = self.round = ""
        self._lots: tuple[Lot, ...] = ()
        self._chooser = Chooser(self)
        self._chooser.setAccessibleName(tr("Lot to hand in for"))
        self._chooser.setObjectName("hand-in-lot")
        self._chooser.activated.connect(self._choose)
        self._told = Quiet("", self)
        self._shared = Quiet("", self)
        self._each = Button(tr("Write a set for each lot"), self)
        self._each.clicked.connect(self._ask)
        self._result = Toned(desk.theme, "muted", "", self)
        row = FlowLayout()
        row.addWidget(self._each)
        for widget in (self._chooser, self._told, self._shared):
            self.body.addWidget(widget)
        self.body.addLayout(row)
        self.body.addWidget(self._result)
        self._result.hide()
        desk.binder.bid_changed.connect(self._follow)
        self._list()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if change.before.lots is not change.after.lots:
            self._list()
        elif any(getattr(change.before, name) is not getattr(change.after, name) for name in READS):
            self._tell_shared()

    def _list(self) -> None:
        bid = self._desk.bid
        self._lots = lots_bid_for(bid)
        self._chooser.clear()
        self._chooser.addItem(tr("All lots we bid for, together"))
        for one in self._lots:
            self._chooser.addItem(name_of_lot(one))
        known = [one.id for one in self._lots]
        self._chooser.setCurrentIndex(known.index(self.lot) + 1 if self.lot in known else 0)
        if self.lot and self.lot not in known:
            self._choose(0)
        left = [name_of_lot(one) for one in bid.lots if one.bidding == "no"]
        self._told.setText(tr("Left out: {lots}", lots=", ".join(left)))
        self._told.setVisible(bool(left))
        self._each.setVisible(len(self._lots) > 1)
        self.setVisible(has_sets(bid))
        self._tell_shared()

    def _tell_shared(self) -> None:
        words = sharing_words(sharing_of(self._desk.bid, self.lot)) if self.lot else ""
        self._shared.setText(words)
        self._shared.setVisible(bool(words))

    @Slot(int)
    def _choose(self, at: int) -> None:
        self.lot = self._lots[at - 1].id if at > 0 else ""
        self._tell_shared()
        self.chosen.emit(self.lot)

    @Slot(str)
    def show_round(self, identity: str) -> None:
        """Write the sets of one round, or of all."""
        self.round = identity

    @Slot()
    def _ask(self) -> None:
        dialog = QFileDialog(self, self._each.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.write_sets(Path(name)))
        dialog.open()

    def write_sets(self, folder: Path) -> None:
        """Write the set of every lot into a folder, with a bar where it takes long."""
        self._desk.binder.leave_all()
        session = self._desk.session
        findings, wanted = session.check_now(), self.round

        def work(progress: Progress) -> tuple[HandedSet, ...]:
            if not isinstance(session, Session):
                raise InputError(tr("This bid is not in a file."))
            return export_sets(session, folder, wanted, findings, progress)

        self._desk.jobs.run(self._each.text(), work, self._written)

    @Slot(object)
    def _written(self, sets: tuple[HandedSet, ...]) -> None:
        lines = [set_words(one) for one in sets]
        clean = not any(one.draft_reasons or one.other_lots for one in sets)
        self._result.tell("\n".join(lines), "good" if clean else "warn")
        self._result.show()
        self._desk.notices.say(" ".join(lines))
        self.written.emit(sets)


def set_words(one: HandedSet) -> str:
    """Return what was written for a lot, and what to look at in it."""
    draft = bool(one.draft_reasons)
    sign = "▲" if draft or one.other_lots else "✓"
    files = ", ".join(path.name for path in one.files)
    words = tr("{sign} {files}: {n} pages.", sign=sign, files=files, n=one.pages)
    if draft:
        words = f"{words} {tr('It is marked DRAFT.')}"
    if one.other_lots:
        names = ", ".join(one.other_lots)
        words = f"{words} {tr('Another lot is named in it: {names}.', names=names)}"
    return words


def sharing_words(found: Sharing) -> str:
    """Return which answers a lot shares, which it has to itself, and which are its own words."""
    pieces = (
        (tr("Shared with other lots: {names}.", names=", ".join(found.shared)), found.shared),
        (tr("Asked for this lot alone: {names}.", names=", ".join(found.alone)), found.alone),
        (tr("In its own words: {names}.", names=", ".join(found.varied)), found.varied),
    )
    return " ".join(words for words, there in pieces if there)
