"""The card that weighs the work of the bid against its marks, the hours and the money."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.showing import money_words, number_words, percent_words
from bidkit.figures.effort import Fit
from bidkit.figures.readings.effort import (
    Weighing,
    Work,
    days_left,
    heaviest,
    top_weights,
    work_of,
)
from bidkit.session.afterwards.standstill import working_calendar
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.labels import Words
from bidkit.words import tr

READS = ("decision", "questions", "criteria", "rounds")


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
        before, after = change.before, change.after
        if any(getattr(before, name) is not getattr(after, name) for name in READS):
            self._show()

    def _show(self) -> None:
        bid, today = self._desk.bid, self._desk.session.today()
        work = work_of(bid, days_left(bid, today, working_calendar()))
        self._words.setText("\n".join((*lines_of(work), *weight_lines(bid))))


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


def weight_lines(bid: Bid) -> tuple[str, ...]:
    """Return how the marks are shared out, and where most of them lie, in sentences."""
    shares = [
        tr("{title} {points}", title=_name(one), points=percent_words(one.points))
        for one in top_weights(bid)
    ]
    lines = [tr("The buyer’s weights: {shares}.", shares=", ".join(shares))] if shares else []
    most = [
        tr("{title} {points}", title=_name(one), points=percent_words(one.points))
        for one in heaviest(bid)
    ]
    if most and len(bid.criteria) > len(shares):
        lines.append(tr("Most marks lie in: {most}.", most=", ".join(most)))
    return tuple(lines)


def _name(one: Weighing) -> str:
    return one.criterion.title or one.criterion.number or tr("one criterion")


def _hours(work: Work) -> str:
    if work.worked_out and work.available is None and work.days is not None:
        return tr(
            "About {n} hours needed, and {days} working days left. Say how many hours you have.",
            n=number_words(work.needed, 0),
            days=work.days,
        )
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
