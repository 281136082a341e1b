"""The card that weighs the work of the bid against the hours and the money there are."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.showing import money_words, number_words
from bidkit.figures.effort import Fit
from bidkit.figures.readings.effort import Work, work_of
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.labels import Words
from bidkit.words import tr


class EffortCard(Card):
    """Says how much there is to write, whether the hours are enough, and what bidding costs."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, tr("What it takes"), parent=parent)
        self._desk = desk
        self._words = Words("", self)
        self.body.addWidget(self._words)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        same = change.before.decision is change.after.decision
        if not same or change.before.questions is not change.after.questions:
            self._show()

    def _show(self) -> None:
        self._words.setText("\n".join(lines_of(work_of(self._desk.bid))))


def lines_of(work: Work) -> tuple[str, ...]:
    """Return the reading in plain sentences."""
    if not work.questions and work.needed is None:
        return (tr("Add the questions, and the hours needed are worked out from their limits."),)
    lines = [
        tr(
            "{questions} questions to write, about {words} words.",
            questions=number_words(work.questions),
            words=number_words(work.words),
        )
    ]
    if work.without_limit:
        lines.append(tr("{n} have no limit; 300 words are taken for each.", n=work.without_limit))
    if work.needed is not None:
        lines.append(_hours(work))
    if work.cost is not None:
        lines.append(tr("Bidding costs us about {cost}.", cost=money_words(work.cost)))
    if work.expected_value is not None:
        lines.append(tr("Expected value: {value}.", value=money_words(work.expected_value)))
    return tuple(lines)


def _hours(work: Work) -> str:
    needed = number_words(work.needed, 0)
    available = number_words(work.available, 0)
    match work.fit:
        case Fit.ENOUGH:
            return tr("{n} hours needed, {a} at hand: enough.", n=needed, a=available)
        case Fit.TIGHT:
            return tr("{n} hours needed, {a} at hand: tight.", n=needed, a=available)
        case Fit.SHORT:
            return tr("{n} hours needed, only {a} at hand: too few.", n=needed, a=available)
    return tr("{n} hours needed. Say how many you have.", n=needed)
