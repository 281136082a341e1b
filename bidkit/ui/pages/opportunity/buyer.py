"""How this kind of buyer decides and what it looks for, beside its name."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.packs.catalogue import shipped
from bidkit.packs.lists import BuyerKindLine
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.labels import Words
from bidkit.words import tr


class BuyerHint(QWidget):
    """Two sentences on the kind of buyer that is chosen; nothing for others."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        packs = shipped()
        self._kinds: dict[str, BuyerKindLine] = {
            line.key: line for pack in packs.holding("buyer_kinds") for line in pack.buyer_kinds
        }
        box = Box(desk.theme, self, ground="note", edge="note_line")
        self._how, self._looks = Words("", box), Words("", box)
        box.body.addWidget(self._how)
        box.body.addWidget(self._looks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(box)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if change.before.opportunity.buyer is not change.after.opportunity.buyer:
            self._show()

    def _show(self) -> None:
        line = self._kinds.get(self._desk.bid.opportunity.buyer.kind)
        self.setVisible(line is not None)
        if line is not None:
            self._how.setText(line.how_it_works)
            self._looks.setText(tr("Looks for: {what}", what=line.looks_for))
