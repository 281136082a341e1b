"""What an outcome saves: in words, and worked out from those who achieved it and a unit cost."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Outcome
from bidkit.domain.refs import ref
from bidkit.domain.showing import money_words, number_words
from bidkit.figures.readings.value import Saved, measure_of, saved_by
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.forms.card import FormCard
from bidkit.ui.pages.evidence.changes import SAVES
from bidkit.ui.pieces.labels import Quiet
from bidkit.ui.reading_card import changed_in
from bidkit.words import tr

OUTCOMES = ref(Bid, lambda b: b.outcomes)
READS = ("outcomes", "indicators", "social_measures")


class SavingCard(FormCard[Outcome]):
    """What the chosen outcome saves and whom, with the sum beside it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, SAVES, None, parent)
        self._said = Quiet("", self)
        self.body.addWidget(self._said)
        desk.binder.bid_changed.connect(self._follow)

    @Slot(str)
    def show_outcome(self, identity: str) -> None:
        """Speak of another outcome; hidden where there is none."""
        self.setVisible(bool(identity))
        if identity:
            self.show_at(OUTCOMES.item(identity))
        else:
            self.let_go()
        self._tell()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if changed_in(change, *READS):
            self._tell()

    def _tell(self) -> None:
        bid, place = self._desk.bid, self.place
        found = [one for one in bid.outcomes if place is not None and one.id == place.identity]
        words = saving_words(bid, found[0]) if found else ""
        self._said.setText(words)
        self._said.setVisible(bool(words))


def saving_words(bid: Bid, outcome: Outcome) -> str:
    """Return the sum of what an outcome saved in a sentence, or what is missing for it."""
    found = saved_by(bid, outcome)
    if found is not None:
        return _sum_words(found)
    if not bid.social_measures:
        return tr("Enter what one costs, with its source, under Full value; the sum is done here.")
    if measure_of(bid, outcome.unit_value) is None:
        return ""
    return tr("Say how many achieved it, and what one costs, and the sum is done here.")


def _sum_words(found: Saved) -> str:
    measure = found.measure
    pieces = [
        tr(
            "{n} × {each} = {whole}",
            n=number_words(found.cases),
            each=money_words(found.each),
            whole=money_words(found.whole),
        )
    ]
    if measure.bearing.strip():
        pieces.append(tr("borne today by {who}", who=measure.bearing.strip()))
    year = measure.to_year if measure.index_now is not None else measure.price_year
    if year is not None:
        pieces.append(tr("in prices of {year}", year=year))
    if measure.source.strip():
        pieces.append(tr("source: {source}", source=measure.source.strip()))
    return "; ".join(pieces) + "."
