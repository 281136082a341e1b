"""The card that works out how long the standstill lasts, and what must be done until then."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.session.afterwards.standstill import standstill_words
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.labels import Words
from bidkit.words import tr


class StandstillCard(Card):
    """Says in words when the standstill ends, by the rules this procurement falls under."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, tr("When it ends"), parent=parent)
        self._desk = desk
        self._words = Words("", self)
        self.body.addWidget(self._words)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if before.after is not after.after or before.opportunity is not after.opportunity:
            self._show()

    def _show(self) -> None:
        self._words.setText(self._said(self._desk.bid, self._desk.session.today()))

    def _said(self, bid: Bid, today: date) -> str:
        return "\n".join(standstill_words(bid, today))
