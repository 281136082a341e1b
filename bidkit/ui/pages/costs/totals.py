"""The totals: margin before price, price, full cost and recovery, and what the year is made of."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.showing import money_words, percent_words
from bidkit.export.compose.charts import cost_make_up
from bidkit.figures.readings.costs import Costs, costs_of, suggested_price
from bidkit.session.document import Changed
from bidkit.ui.charts.view import ChartView
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.labels import Quiet, Toned
from bidkit.ui.theme import scaled
from bidkit.words import tr

READS = (
    "costing",
    "cost_lines",
    "projects",
    "drivers",
    "driver_shares",
    "overheads",
    "price_lines",
    "opportunity",
    "about",
)
TENTH = Decimal("0.1")


class TotalsCard(Card):
    """Adds everything up as it is typed; says what is missing and what does not agree."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, tr("How it adds up"), parent=parent)
        self._desk = desk
        self._grid = QGridLayout()
        self._grid.setColumnStretch(2, 1)
        self._grid.setHorizontalSpacing(24)
        self.body.addLayout(self._grid)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._said = [Toned(desk.theme, "muted", parent=self) for _ in range(4)]
        for one in self._said:
            self.body.addWidget(one)
        self.chart = ChartView(desk.theme, self)
        self.body.addWidget(self.chart)
        self._note = Quiet(tr("For us only: none of this is printed for the buyer."), self)
        self.body.addWidget(self._note)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if any(getattr(change.before, name) is not getattr(change.after, name) for name in READS):
            self._show()

    def _show(self) -> None:
        bid = self._desk.bid
        reading = costs_of(bid)
        for at, (label, value) in enumerate(sums_of(bid, reading)):
            self._row(at, label, value)
        for name, figure in self._rows[len(sums_of(bid, reading)) :]:
            name.hide()
            figure.hide()
        sentences = sentences_of(bid, reading)
        for at, line in enumerate(self._said):
            line.setVisible(at < len(sentences))
            if at < len(sentences):
                words, good = sentences[at]
                line.tell(words, "good" if good else "warn")
        chart = cost_make_up(bid)
        self.chart.setVisible(chart is not None)
        self.chart.show_chart(chart)

    def _row(self, at: int, label: str, value: str) -> None:
        if at == len(self._rows):
            name, figure = QLabel(self), QLabel(self)
            if at == 0:
                bold: QFont = scaled(figure.font(), 1.15, strong=True)
                figure.setFont(bold)
                name.setFont(bold)
            self._grid.addWidget(name, at, 0)
            self._grid.addWidget(figure, at, 1)
            self._rows.append((name, figure))
        name, figure = self._rows[at]
        name.setText(label)
        figure.setText(value)
        name.show()
        figure.show()


def sums_of(bid: Bid, reading: Costs) -> tuple[tuple[str, str], ...]:
    """Return the figures in their order: margin first, then price, then what it costs."""
    margin, recovery = reading.margin, reading.recovery
    share = ""
    if margin is not None and margin.of_price is not None:
        share = tr(" ({share} of the price)", share=percent_words(margin.of_price, 1))
    pairs = (
        (tr("Margin"), f"{money_words(margin.amount)}{share}" if margin is not None else ""),
        (tr("Price"), money_words(reading.price)),
        (tr("Full cost"), money_words(reading.full)),
        (tr("Direct costs"), money_words(reading.direct_total) if bid.cost_lines else ""),
        (tr("Share of running costs"), money_words(reading.overhead_total)),
        (
            tr("Full cost recovered"),
            percent_words(recovery.percent, 1)
            if recovery is not None and recovery.percent is not None
            else "",
        ),
    )
    return tuple((label, value) for label, value in pairs if value)


def sentences_of(bid: Bid, reading: Costs) -> tuple[tuple[str, bool], ...]:
    """Return what is to be said of the figures, each with whether it is good news."""
    found: list[tuple[str, bool]] = []
    if not bid.cost_lines:
        return ((tr("Begin with the costs: the rest follows."), False),)
    if reading.trouble:
        found.append((reading.trouble, False))
    elif reading.full is None:
        found.append((tr("Say how running costs are shared, and full cost is worked out."), False))
    elif reading.price is None:
        words = tr(
            "A price of {price} would cover full cost and margin.",
            price=money_words(suggested_price(bid, reading)),
        )
        found.append((words, False))
    elif reading.recovery is not None and reading.recovery.shortfall:
        short = money_words(reading.recovery.shortfall)
        found.append((tr("▲ The price is {short} below full cost.", short=short), False))
    else:
        found.append((tr("✓ The price covers full cost."), True))
    limit = bid.opportunity.grant_maximum or bid.opportunity.ceiling
    if limit is not None and reading.price is not None:
        left = limit - reading.price
        if left < 0:
            over = money_words(-left)
            found.append((tr("● {over} above the most they pay.", over=over), False))
        else:
            words = tr("✓ Within the most they pay; {left} to spare.", left=money_words(left))
            found.append((words, True))
    given = [
        one.amount for one in bid.price_lines if one.amount is not None and one.option != "yes"
    ]
    if given and reading.price is not None:
        gap = sum(given, Decimal(0)) - reading.price
        if gap:
            apart = money_words(abs(gap))
            found.append((tr("▲ Schedule and price are {apart} apart.", apart=apart), False))
        else:
            found.append((tr("✓ The schedule adds up to the price, to the penny."), True))
    return tuple(found)
