"""Our bid beside others: the bids one expects, whole bids compared, and what would put us first."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.domain.showing import money_words, number_words, percent_words
from bidkit.export.compose.rivals import bids_compared
from bidkit.figures.readings.marks import marks_of
from bidkit.figures.readings.scoring.rivals import CHEAPEST, SideBySide, side_by_side
from bidkit.figures.rounding import share_percent
from bidkit.session.document import Changed
from bidkit.ui.charts.view import ChartView
from bidkit.ui.desk import Desk
from bidkit.ui.editors.choices import Chooser
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.pages.criteria.cells import READS
from bidkit.ui.pages.criteria.forms import RIVALS
from bidkit.ui.pages.criteria.lots import LotChoice, LotChooser
from bidkit.ui.pages.criteria.telling import Sentence
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.figures import FigureTable
from bidkit.ui.pieces.labels import Quiet, Toned
from bidkit.ui.theme import GRID
from bidkit.words import tr

APART = tuple(Decimal(step) for step in (-20, -10, 0, 10, 20))
BEST = Decimal(100)


class RivalCard(Box):
    """Whole bids side by side: those named, else one with the lowest price."""

    def __init__(self, desk: Desk, choice: LotChoice, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent)
        self._desk = desk
        self._choice = choice
        self.lots = LotChooser(desk, choice, "rivals-of-lot", self)
        self._asked = Quiet(tr("The cheapest rival's answers are"), self)
        self.chooser = Chooser(self)
        self.chooser.setAccessibleName(self._asked.text())
        for step in APART:
            self.chooser.addItem(apart_words(step))
        self.chooser.setCurrentIndex(APART.index(Decimal(0)))
        self.chooser.currentIndexChanged.connect(self._show)
        self._said = [Toned(desk.theme, "muted", "", self) for _ in range(3)]
        self.view = ChartView(desk.theme, self)
        self.table = FigureTable(self)
        for widget in (self.lots, self._asked, self.chooser, *self._said, self.view, self.table):
            self.body.addWidget(widget)
        choice.changed.connect(self._show)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        names = (*READS, "competitors", "price_lines")
        if any(getattr(before, name) is not getattr(after, name) for name in names):
            self._show()

    @Slot()
    def _show(self) -> None:
        bid = self._desk.bid
        found = side_by_side(bid, self._choice.lot, self._quality())
        named = any(one.key == CHEAPEST for one in found.offers) or not found.offers
        self._asked.setVisible(named)
        self.chooser.setVisible(named)
        chart = bids_compared(found)
        self.view.setVisible(chart is not None)
        self.view.show_chart(chart)
        rows = table_of(found)
        self.table.setVisible(bool(rows))
        if rows:
            self.table.tell(headings_of(found), rows)
        sentences = sentences_of(found)
        for at, label in enumerate(self._said):
            label.setVisible(at < len(sentences))
            if at < len(sentences):
                label.tell(*sentences[at])

    def _quality(self) -> Decimal:
        total = marks_of(self._desk.bid, self._choice.lot).total
        ours = share_percent(total.points, total.possible) or Decimal(0)
        step = APART[max(self.chooser.currentIndex(), 0)]
        return min(max(ours + step, Decimal(0)), BEST)


class Rivals(QWidget):
    """The bids we expect, and under them all of them compared."""

    def __init__(self, desk: Desk, choice: LotChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        self.list = ItemList(desk, RIVALS, self)
        self.card = RivalCard(desk, choice, self)
        column.addWidget(self.list)
        column.addWidget(self.card)


def headings_of(found: SideBySide) -> tuple[str, ...]:
    """Return the headings of the table of bids."""
    last = tr("For each point") if found.per_point else tr("Points in all")
    return (tr("Bid"), tr("Price"), tr("Quality"), last, tr("Place"))


def table_of(found: SideBySide) -> list[tuple[str, ...]]:
    """Return every bid with its price, quality, total and place, two decimals of each total."""
    return [
        (
            name,
            money_words(offer.price),
            percent_words(offer.quality_percent, 1),
            money_words(one.total) if found.per_point else number_words(one.total, 2),
            str(one.rank),
        )
        for one, name, offer in zip(found.bids, found.names, found.offers, strict=True)
    ]


def sentences_of(found: SideBySide) -> tuple[Sentence, ...]:
    """Return who leads and by how much, and the price at which we would be level."""
    if not found.bids:
        return ((found.trouble, "muted"), *apart_sentence(found))
    by = number_words(abs(found.gap), 2)
    unit = tr("{by} points", by=by)
    if found.per_point:
        unit = tr("{by} for each point", by=money_words(abs(found.gap)))
    lead: Sentence = (tr("It is a draw."), "muted")
    if found.gap > 0:
        lead = (tr("✓ We lead by {by}.", by=unit), "good")
    elif found.gap < 0:
        lead = (tr("▲ They lead by {by}.", by=unit), "warn")
    return (lead, *level_words(found), *apart_sentence(found))


def apart_sentence(found: SideBySide) -> tuple[Sentence, ...]:
    """Return how many bids are left out, as they are for something else than ours here."""
    if not found.apart:
        return ()
    words = tr("Left out: {n}. Say in the list which lot each bid is for.", n=found.apart)
    return ((words, "warn"),)


def level_words(found: SideBySide) -> tuple[Sentence, ...]:
    """Return what our price would have to be to come first, or could be."""
    if found.level is None:
        words = tr("No price would put us first: only better answers would.")
        return ((words, "muted"),) if found.gap < 0 else ()
    ours = found.offers[0].price
    level, apart = money_words(found.level), money_words(abs(found.level - ours))
    if found.gap < 0:
        words = tr("At {price}, {apart} less, we would draw level.", price=level, apart=apart)
    elif found.level >= ours * 2:
        return ()
    else:
        words = tr(
            "Up to {price}, {apart} more, we would still be first.", price=level, apart=apart
        )
    return ((words, "muted"),)


def apart_words(step: Decimal) -> str:
    """Return how much better or worse a rival's answers are."""
    if not step:
        return tr("as good as ours")
    by = number_words(abs(step))
    if step > 0:
        return tr("better than ours by {n} in a hundred", n=by)
    return tr("weaker than ours by {n} in a hundred", n=by)
