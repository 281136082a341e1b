"""What pre-qualification looks for in the end: our track record and our stability."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.stages import Stage
from bidkit.rules.ratings import Rated, Rating, stability, track_record
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Heading, Tone, Toned, Words
from bidkit.words import Words as Told
from bidkit.words import later, tr

READS = ("track_record", "opportunity", "accounts", "organisation", "policies", "self_assessment")
SHOWN: dict[Rating, tuple[str, Told, Tone]] = {
    Rating.STRONG: ("✓", later("strong"), "good"),
    Rating.FAIR: ("▲", later("fair"), "warn"),
    Rating.THIN: ("●", later("thin"), "bad"),
    Rating.UNKNOWN: ("○", later("not known yet"), "muted"),
}


class RatingsCard(Card):
    """The two ratings with what speaks for each and what against."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr(
            "Pre-qualification looks for two things: have you done such work, and will you still "
            "be there? Worked out from “Our organisation”; a rule of thumb, not the buyer’s."
        )
        super().__init__(desk.theme, tr("How we look to the buyer"), purpose, parent)
        self._desk = desk
        self._parts: list[tuple[Toned, Words]] = []
        for title in (tr("Track record"), tr("Organisational stability")):
            self.body.addWidget(Heading(title, 3, self))
            said, reasons = Toned(desk.theme, "muted", parent=self), Words("", self)
            self.body.addWidget(said)
            self.body.addWidget(reasons)
            self._parts.append((said, reasons))
        go = Button(tr("Go to “Our organisation”"), self, quiet=True)
        go.clicked.connect(self._go)
        row = FlowLayout()
        row.addWidget(go)
        self.body.addLayout(row)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot()
    def _go(self) -> None:
        self._desk.go_to(Stage.ORGANISATION)

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if any(getattr(change.before, name) is not getattr(change.after, name) for name in READS):
            self._show()

    def _show(self) -> None:
        bid, today = self._desk.bid, self._desk.session.today()
        rated = (track_record(bid, today), stability(bid, today))
        for (said, reasons), one in zip(self._parts, rated, strict=True):
            shape, words, tone = SHOWN[one.rating]
            said.tell(f"{shape} {words}", tone)
            lines = reason_words(one)
            reasons.setText(lines)
            reasons.setVisible(bool(lines))


def reason_words(rated: Rated) -> str:
    """Return what speaks for a rating and what against, a line each."""
    good = [f"+ {words}" for words in rated.speaks_for]
    return "\n".join([*good, *(f"− {words}" for words in rated.speaks_against)])
