"""Choosing for which lot the hand-in set is made."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.opportunity import Lot
from bidkit.session.document import Changed
from bidkit.session.lots.sets import has_sets, lots_bid_for, name_of_lot
from bidkit.ui.desk import Desk
from bidkit.ui.editors.choices import Chooser
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.labels import Quiet
from bidkit.words import tr


class LotChooser(Card):
    """One set for each lot we bid for, or all together; chosen tells the lot's id, '' for all."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr("Each lot gets its own PDF and boxes. Choose which set to make.")
        super().__init__(desk.theme, tr("Which lot?"), purpose, parent)
        self._desk = desk
        self.lot = ""
        self._lots: tuple[Lot, ...] = ()
        self._chooser = Chooser(self)
        self._chooser.setAccessibleName(tr("Lot to hand in for"))
        self._chooser.setObjectName("hand-in-lot")
        self._chooser.activated.connect(self._choose)
        self._told = Quiet("", self)
        self.body.addWidget(self._chooser)
        self.body.addWidget(self._told)
        desk.binder.bid_changed.connect(self._follow)
        self._list()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if change.before.lots is not change.after.lots:
            self._list()

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
        self.setVisible(has_sets(bid))

    @Slot(int)
    def _choose(self, at: int) -> None:
        self.lot = self._lots[at - 1].id if at > 0 else ""
        self.chosen.emit(self.lot)
