"""The parts of our offer that are more than a form: word counts, charts, transferring staff."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.showing import day_words
from bidkit.drawing.charts import Chart
from bidkit.figures.counting import CountRule, Limit, against
from bidkit.packs.catalogue import shipped
from bidkit.session.document import Changed
from bidkit.session.fitting.mobilising import with_mobilisation
from bidkit.session.offering import ask_for_staff_list
from bidkit.ui.charts.view import ChartView
from bidkit.ui.desk import Desk
from bidkit.ui.forms.card import WHOLE_BID, FormCard
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.pages.offer.forms import ASSUMED, SHORT, TUPE
from bidkit.ui.pages.offer.people import TRANSFERRING
from bidkit.ui.pages.offer.readings import transfer_sight
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.labels import Quiet, Tone, Toned
from bidkit.ui.reading_card import ReadingCard, changed_in
from bidkit.ui.theme import GRID
from bidkit.words import tr

LIMITS = (50, 100, 200)


class ShortCard(FormCard[Bid]):
    """Three short descriptions, each with its words counted as they are typed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, SHORT, WHOLE_BID, parent)
        self._labels: list[Toned] = []
        for row in self.rows.values():
            count = Toned(desk.theme, "muted", "", row)
            row.column.addWidget(count)
            self._labels.append(count)
        desk.binder.bid_changed.connect(self._follow)
        self._count()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if change.before.offer is not change.after.offer:
            self._count()

    def _count(self) -> None:
        offer = self._desk.bid.offer
        texts = (offer.words_50, offer.words_100, offer.words_200)
        for label, text, most in zip(self._labels, texts, LIMITS, strict=True):
            label.tell(*count_words(text, most))


def count_words(text: str, most: int) -> tuple[str, Tone]:
    """Return how many words there are of those allowed, and in which tone to say so."""
    found = against(text, Limit(most, CountRule.WORDS))
    if found.over:
        over = -found.left
        if over == 1:
            return tr("{used} of {most} words: 1 too many", used=found.used, most=most), "bad"
        words = tr("{used} of {most} words: {n} too many", used=found.used, most=most, n=over)
        return words, "bad"
    return tr("{used} of {most} words", used=found.used, most=most), "muted"


class OfferChart(Box):
    """A chart that follows the offer; hidden while there is nothing to show. chosen: a part."""

    def __init__(
        self,
        desk: Desk,
        make: Callable[[Bid], Chart | None],
        names: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.theme, parent)
        self._desk = desk
        self._make = make
        self._names = names
        self.view = ChartView(desk.theme, self)
        self.body.addWidget(self.view)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if any(getattr(before, name) is not getattr(after, name) for name in self._names):
            self._show()

    def _show(self) -> None:
        chart = self._make(self._desk.bid)
        self.view.show_chart(chart)
        self.setVisible(chart is not None)


class Transfer(QWidget):
    """Staff who may transfer to us: what is known, the posts without names, what we assume."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.posts = ItemList(desk, TRANSFERRING, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(FormCard(desk, TUPE, WHOLE_BID, self))
        known = ReadingCard(desk, transfer_sight(desk.session.today), self)
        known.taken.connect(self._ask)
        column.addWidget(known)
        column.addWidget(self.posts)
        column.addWidget(FormCard(desk, ASSUMED, WHOLE_BID, self))
        self._desk = desk

    @Slot()
    def _ask(self) -> None:
        session = self._desk.session
        place = ask_for_staff_list(self._desk.document, session.bid_id, session.today())
        self._desk.take_there(place)


class PlanCard(Box):
    """Lays the usual steps of getting ready back from the first day; gone once there are some."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent, ground="panel")
        self._desk = desk
        self._words = Quiet("", self)
        self._button = Button(tr("Plan back from the first day"), self)
        self._button.clicked.connect(self._plan)
        self.body.addWidget(self._words)
        self.body.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if changed_in(change, "steps", "opportunity"):
            self._show()

    def _show(self) -> None:
        bid = self._desk.bid
        start = bid.opportunity.period.starts_on
        if start is not None:
            words = tr(
                "Nine usual steps of getting ready, dated back from {day}. Change all of it.",
                day=day_words(start, weekday=False),
            )
        else:
            words = tr(
                "Nine usual steps of getting ready. They get dates once the start of the "
                "contract is known."
            )
        self._words.setText(words)
        self.setVisible(not any(one.phase == "mobilisation" for one in bid.steps))

    @Slot()
    def _plan(self) -> None:
        session, lines = self._desk.session, shipped().delivery_steps
        self._desk.document.edit(
            tr("Plan back from the first day"),
            lambda bid: with_mobilisation(bid, lines, session.bid_id, session.today()),
        )
        self._desk.notices.say(tr("{n} steps are planned. Change them to fit.", n=len(lines)))
