"""The line that adds up the partners' shares and says what is missing."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.showing import money_words, percent_words
from bidkit.figures.readings.costs import price_of
from bidkit.figures.shares import slice_top
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.labels import Words
from bidkit.words import tr

WHOLE = Decimal(100)


class SharesCard(Card):
    """What the shares add up to, and what the hub's share comes to in pounds."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, tr("Adding up"), parent=parent)
        self._desk = desk
        self._words = Words("", self)
        self.body.addWidget(self._words)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        same = before.partners is after.partners and before.partnership is after.partnership
        if not same or before.costing is not after.costing:
            self._show()

    def _show(self) -> None:
        self._words.setText("\n".join(lines_of(self._desk.bid)))


def lines_of(bid: Bid) -> tuple[str, ...]:
    """Return what the shares and the hub's share come to, in sentences."""
    if not bid.partners:
        return (tr("Nobody is listed yet."),)
    total = sum((one.share or Decimal(0) for one in bid.partners), Decimal(0))
    given = percent_words(total)
    if total == WHOLE:
        lines = [tr("The shares add up to 100%.")]
    elif total < WHOLE:
        lines = [
            tr(
                "The shares add up to {given}; {left} is still to give out.",
                given=given,
                left=percent_words(WHOLE - total),
            )
        ]
    else:
        lines = [
            tr(
                "The shares add up to {given}: {over} too much.",
                given=given,
                over=percent_words(total - WHOLE),
            )
        ]
    price, share = price_of(bid), bid.partnership.top_slice
    if price is not None and share is not None and 0 <= share <= WHOLE:
        cut = slice_top(price, share, (Decimal(1),))
        lines.append(
            tr(
                "The hub keeps {hub} of {price}; {rest} is shared out.",
                hub=money_words(cut.hub),
                price=money_words(price),
                rest=money_words(cut.members),
            )
        )
    return tuple(lines)
