"""Where marks are to be won: one more mark, words and marks, the price if the lowest were other."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import Lot
from bidkit.domain.refs import ref
from bidkit.domain.showing import money_words, number_words
from bidkit.drawing.bars import Bar, BarChart
from bidkit.drawing.charts import Chart
from bidkit.drawing.grouped_bars import Group, GroupedBars
from bidkit.export.compose.charts import next_marks
from bidkit.figures.readings.lots import lots_bid_for, name_of_lot
from bidkit.figures.readings.prices import CUT, PriceReading, prices_of
from bidkit.figures.readings.scoring.lot_prices import schedule_by_lot
from bidkit.figures.readings.scoring.stake import words_worth
from bidkit.session.document import Changed
from bidkit.ui.charts.view import ChartView
from bidkit.ui.desk import Desk
from bidkit.ui.editors.choices import Chooser
from bidkit.ui.forms.card import WHOLE_BID, FormCard
from bidkit.ui.pages.criteria import forms
from bidkit.ui.pages.criteria.cells import READS, whole_words
from bidkit.ui.pages.criteria.lots import LotChoice, LotChooser
from bidkit.ui.pages.criteria.telling import name_of
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.figures import FigureTable
from bidkit.ui.pieces.labels import Quiet, Toned
from bidkit.words import tr

LOTS = ref(Bid, lambda b: b.lots)
LOT_READS = (*READS, "price_lines")


class MarksChart(Box):
    """One chart that follows the marks of all or one lot; chosen tells the criterion clicked.

    words: the name of its chooser of lots, and what is said where there is nothing to show.
    """

    chosen = Signal(str)

    def __init__(
        self,
        desk: Desk,
        choice: LotChoice,
        make: Callable[[Bid, str], Chart | None],
        words: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.theme, parent)
        self._desk = desk
        self._choice = choice
        self._make = make
        name, nothing = words
        self._nothing = Quiet(nothing, self)
        self.lots = LotChooser(desk, choice, name, self)
        self.view = ChartView(desk.theme, self)
        self.view.chosen.connect(self.chosen)
        for widget in (self.lots, self._nothing, self.view):
            self.body.addWidget(widget)
        choice.changed.connect(self._show)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if any(getattr(before, name) is not getattr(after, name) for name in LOT_READS):
            self._show()

    @Slot()
    def _show(self) -> None:
        chart = self._make(self._desk.bid, self._choice.lot)
        self._nothing.setVisible(chart is None)
        self.view.setVisible(chart is not None)
        self.view.show_chart(chart)


def where_next(bid: Bid, lot: str = "") -> Chart | None:
    """Return where one more mark is worth most, with our price a little lower beside it."""
    chart = next_marks(bid, lot)
    prices = prices_of(bid, lot)
    cut = prices.cut
    if chart is None or cut is None or cut.gained <= 0:
        return chart
    label = tr("Our price {percent}% lower", percent=number_words(-CUT))
    bar = Bar(label, cut.gained, prices.key, quiet=True)
    return BarChart(chart.title, (*chart.bars, bar), chart.write, chart.measured)


def per_hundred_words(bid: Bid, lot: str = "") -> Chart | None:
    """Return what a hundred words are worth and may still win, where most is at stake first."""
    names = {one.id: name_of(one) for one in bid.criteria}
    groups = tuple(
        Group(names[one.key], (one.worth, one.stake), one.key) for one in words_worth(bid, lot)
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
        tell_prices(prices_of(self._desk.bid), self._said, self.table)


class LotPriceCard(Box):
    """The price of one lot by the buyer's formula; out of sight where lots have no prices."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent)
        self._desk = desk
        self._lots: tuple[Lot, ...] = ()
        self.chooser = Chooser(self)
        self.chooser.setObjectName("price-of-lot")
        self.chooser.setAccessibleName(tr("Lot whose price is tried"))
        self.chooser.activated.connect(self._choose)
        self._card = FormCard(desk, forms.LOT_RIVAL, None, self)
        self._said = Toned(desk.theme, "muted", "", self)
        self.table = FigureTable(self)
        for widget in (Quiet(tr("Each lot is won by its own price:"), self), self.chooser):
            self.body.addWidget(widget)
        for shown in (self._card, self._said, self.table):
            self.body.addWidget(shown)
        desk.binder.bid_changed.connect(self._follow)
        self._list()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if [one.id for one in lots_bid_for(before)] != [one.id for one in lots_bid_for(after)]:
            self._list()
        elif any(getattr(before, name) is not getattr(after, name) for name in LOT_READS):
            self._tell()

    def _list(self) -> None:
        at = max(self.chooser.currentIndex(), 0)
        self._lots = lots_bid_for(self._desk.bid)
        self.chooser.clear()
        for one in self._lots:
            self.chooser.addItem(name_of_lot(one))
        if self._lots:
            self._choose(min(at, len(self._lots) - 1))
        self._tell()

    @Slot(int)
    def _choose(self, at: int) -> None:
        self.chooser.setCurrentIndex(at)
        self._card.show_at(LOTS.item(self._lots[at].id))
        self._tell()

    def _tell(self) -> None:
        priced = bool(schedule_by_lot(self._desk.bid)) and len(self._lots) > 1
        self.setVisible(priced)
        if priced:
            lot = self._lots[max(self.chooser.currentIndex(), 0)]
            tell_prices(prices_of(self._desk.bid, lot.id), self._said, self.table)


def tell_prices(found: PriceReading, said: Toned, table: FigureTable) -> None:
    """Say what a price earns, and what it would with other lowest prices."""
    if found.points is None:
        said.tell(found.trouble, "muted")
    else:
        words = tr(
            "Our price earns {points} of {weight} points.",
            points=number_words(found.points, 1),
            weight=whole_words(found.weight),
        )
        said.tell(words, "ink")
    rows = [
        (money_words(one.rival), tr("{n} points", n=number_words(one.points, 1)))
        for one in found.around
    ]
    table.setVisible(bool(rows))
    if rows:
        table.tell((tr("If the lowest price is"), tr("ours earns")), rows)


def _points(value: Decimal) -> str:
    return number_words(value, 1)
