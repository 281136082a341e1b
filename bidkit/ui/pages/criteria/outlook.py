"""Where marks are to be won: one more mark, words and marks, the price if the lowest were other."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.showing import money_words, number_words
from bidkit.drawing.bars import Bar, BarChart
from bidkit.drawing.charts import Chart
from bidkit.drawing.comparison import ComparedBar, Comparison
from bidkit.drawing.grouped_bars import Group, GroupedBars
from bidkit.export.compose.charts import next_marks
from bidkit.figures.readings.marks import marks_of
from bidkit.figures.readings.prices import CUT, OURS, beside_rival, prices_of
from bidkit.figures.readings.stake import words_worth
from bidkit.figures.rounding import share_percent
from bidkit.session.document import Changed
from bidkit.ui.charts.view import ChartView
from bidkit.ui.desk import Desk
from bidkit.ui.editors.choices import Chooser
from bidkit.ui.forms.card import WHOLE_BID, FormCard
from bidkit.ui.pages.criteria import forms
from bidkit.ui.pages.criteria.cells import READS, whole_words
from bidkit.ui.pages.criteria.telling import Sentence, name_of
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.figures import FigureTable
from bidkit.ui.pieces.labels import Quiet, Toned
from bidkit.words import tr

APART = tuple(Decimal(step) for step in (-20, -10, 0, 10, 20))
BEST = Decimal(100)


class MarksChart(Box):
    """One chart that follows the marks; chosen tells which criterion was clicked."""

    chosen = Signal(str)

    def __init__(
        self,
        desk: Desk,
        make: Callable[[Bid], Chart | None],
        nothing: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.theme, parent)
        self._desk = desk
        self._make = make
        self._nothing = Quiet(nothing, self)
        self.view = ChartView(desk.theme, self)
        self.view.chosen.connect(self.chosen)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.view)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if any(getattr(before, name) is not getattr(after, name) for name in READS):
            self._show()

    def _show(self) -> None:
        chart = self._make(self._desk.bid)
        self._nothing.setVisible(chart is None)
        self.view.setVisible(chart is not None)
        self.view.show_chart(chart)


def where_next(bid: Bid) -> Chart | None:
    """Return where one more mark is worth most, with our price a little lower beside it."""
    chart = next_marks(bid)
    prices = prices_of(bid)
    cut = prices.cut
    if chart is None or cut is None or cut.gained <= 0:
        return chart
    label = tr("Our price {percent}% lower", percent=number_words(-CUT))
    bar = Bar(label, cut.gained, prices.key, quiet=True)
    return BarChart(chart.title, (*chart.bars, bar), chart.write, chart.measured)


def per_hundred_words(bid: Bid) -> Chart | None:
    """Return what a hundred words are worth and may still win, where most is at stake first."""
    names = {one.id: name_of(one) for one in bid.criteria}
    groups = tuple(
        Group(names[one.key], (one.worth, one.stake), one.key) for one in words_worth(bid)
    )
    if not groups:
        return None
    series = (tr("Worth"), tr("Still to win"))
    return GroupedBars(tr("Points on each hundred words"), series, groups, _points)


class PriceCard(FormCard[Bid]):
    """The price by the buyer's formula: what it earns if the lowest price were another one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, forms.PRICE, WHOLE_BID, parent)
        self._said = Toned(desk.theme, "muted", "", self)
        self.table = FigureTable(self)
        self.body.addWidget(self._said)
        self.body.addWidget(self.table)
        desk.binder.bid_changed.connect(self._follow)
        self._tell()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if any(getattr(before, name) is not getattr(after, name) for name in READS):
            self._tell()

    def _tell(self) -> None:
        found = prices_of(self._desk.bid)
        if found.points is None:
            self._said.tell(found.trouble, "muted")
        else:
            words = tr(
                "Our price earns {points} of {weight} points.",
                points=number_words(found.points, 1),
                weight=whole_words(found.weight),
            )
            self._said.tell(words, "ink")
        rows = [
            (money_words(one.rival), tr("{n} points", n=number_words(one.points, 1)))
            for one in found.around
        ]
        self.table.setVisible(bool(rows))
        if rows:
            self.table.tell((tr("If the lowest price is"), tr("ours earns")), rows)


class RivalCard(Box):
    """Our whole bid beside one rival, by what their answers may earn; nothing is kept of it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent)
        self._desk = desk
        label = Quiet(tr("The cheapest rival's answers are"), self)
        self.chooser = Chooser(self)
        self.chooser.setAccessibleName(label.text())
        for step in APART:
            self.chooser.addItem(apart_words(step))
        self.chooser.setCurrentIndex(APART.index(Decimal(0)))
        self.chooser.currentIndexChanged.connect(self._show)
        self._said = Toned(desk.theme, "muted", "", self)
        self.view = ChartView(desk.theme, self)
        for widget in (label, self.chooser, self._said, self.view):
            self.body.addWidget(widget)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if any(getattr(before, name) is not getattr(after, name) for name in READS):
            self._show()

    @Slot()
    def _show(self) -> None:
        bid = self._desk.bid
        marks = marks_of(bid)
        ours = share_percent(marks.total.points, marks.total.possible) or Decimal(0)
        step = APART[max(self.chooser.currentIndex(), 0)]
        theirs = min(max(ours + step, Decimal(0)), BEST)
        found = beside_rival(bid, marks, theirs)
        self.view.setVisible(bool(found))
        if not found or bid.scoring.price_formula == "price_per_quality_point":
            self.view.hide()
            self._said.tell(tr("Needs our marks, our price and the lowest price."), "muted")
            return
        names = {OURS: tr("Our bid")}
        bars = tuple(
            ComparedBar(
                names.get(one.key, tr("Cheapest rival")),
                (one.quality, one.price),
                one.key,
                best=one.rank == 1,
            )
            for one in found
        )
        title = tr("Our bid beside the cheapest")
        parts = (tr("Answers"), tr("Price"))
        self.view.show_chart(Comparison(title, parts, bars, _points, tr("most points")))
        self._said.tell(*_lead(found[0].total - found[1].total))


def apart_words(step: Decimal) -> str:
    """Return how much better or worse a rival's answers are."""
    if not step:
        return tr("as good as ours")
    by = number_words(abs(step))
    if step > 0:
        return tr("better than ours by {n} in a hundred", n=by)
    return tr("weaker than ours by {n} in a hundred", n=by)


def _lead(gap: Decimal) -> Sentence:
    points = number_words(abs(gap), 1)
    if gap > 0:
        return tr("✓ We lead by {points} points.", points=points), "good"
    if gap < 0:
        return tr("▲ They lead by {points} points.", points=points), "warn"
    return tr("It is a draw."), "muted"


def _points(value: Decimal) -> str:
    return number_words(value, 1)
