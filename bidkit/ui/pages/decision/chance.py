"""The card beside our chances: low, fair or good as the bid suggests, with the reasons."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.figures.effort import Chance, ChanceResult
from bidkit.rules.prospects import chance_said
from bidkit.session.fitting.deciding import facts_at, take_chance
from bidkit.ui.desk import Desk
from bidkit.ui.pages.decision.following import FollowingCard
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Quiet, Tone, Toned, Words
from bidkit.words import Words as Later
from bidkit.words import later, tr

BANDS: dict[Chance, tuple[Later, Tone]] = {
    Chance.LOW: (later("● The bid suggests: low."), "bad"),
    Chance.FAIR: (later("▲ The bid suggests: fair."), "warn"),
    Chance.GOOD: (later("✓ The bid suggests: good."), "good"),
    Chance.UNKNOWN: (later("○ Nothing is known yet to judge by."), "muted"),
}
TO_SAY = {
    "meets_conditions": later("whether we meet every condition (gates, pre-qualification)"),
    "time_enough": later("whether the hours are enough (Is there time?)"),
    "outcomes_proven": later("whether our outcomes rest on evidence"),
    "delivered_similar": later("what we have delivered before (track record)"),
    "known_to_buyer": later("whether the buyer knows us (gates, conversations)"),
    "price_in_reach": later("whether the price covers full cost"),
    "beats_rivals": later("who else may bid, and our edge"),
}


class ChanceCard(FollowingCard):
    """Suggests a chance from what is known; a person decides."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("What speaks for us, and against"), parent=parent)
        self._band = Toned(desk.theme, "muted", parent=self)
        self._words = Words("", self)
        self._open = Quiet("", self)
        self._take = Button(tr("Take this over"), self)
        self._take.clicked.connect(self._take_over)
        row = FlowLayout()
        row.addWidget(self._take)
        for part in (self._band, self._words, self._open):
            self.body.addWidget(part)
        self.body.addLayout(row)
        self.tell()

    def tell(self) -> None:
        """Read what speaks for and against it again."""
        bid = self.desk.bid
        found = chance_said(bid, facts_at(self.desk.session.now()))
        words, tone = BANDS[found.chance]
        self._band.tell(str(words), tone)
        self._words.setText("\n".join(reasons_of(found)))
        self._words.setVisible(bool(self._words.text()))
        waiting = "; ".join(str(TO_SAY[name]) for name in found.not_said)
        self._open.setText(tr("Not known yet: {what}.", what=waiting))
        self._open.setVisible(bool(waiting))
        new = found.chance is not Chance.UNKNOWN and found.chance.value != bid.decision.chance_band
        self._take.setVisible(new)

    @Slot()
    def _take_over(self) -> None:
        take_chance(self.desk.document, self.desk.session.now())


def reasons_of(found: ChanceResult) -> tuple[str, ...]:
    """Return the reasons, those for it first, each with its sign."""
    return (
        *(f"+ {one}" for one in found.speaks_for),
        *(f"− {one}" for one in found.speaks_against),
    )
