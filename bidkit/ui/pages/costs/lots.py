"""The price of each lot and of lots together, beside what each would cost us."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.showing import money_words
from bidkit.figures.readings.lots import lots_bid_for, short_name_of_lot
from bidkit.figures.readings.scoring.lot_prices import IfWon, if_won
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.pages.costs.combinations import COMBINATIONS
from bidkit.ui.reading_card import ReadingCard, Sentence, Shown, Sight
from bidkit.ui.theme import GRID
from bidkit.words import later, tr

NOT_KNOWN = "–"


def by_lot(bid: Bid) -> Shown | None:
    """Return price, full cost and margin for each set of lots we may win."""
    found = if_won(bid)
    if not found:
        return None
    rows = [_row(one) for one in found]
    headings = (
        tr("If we win"),
        tr("Price"),
        tr("Full cost"),
        tr("Margin"),
        tr("At worst"),
    )
    return Shown(_sentences(found), headings, rows)


def _row(one: IfWon) -> tuple[str, ...]:
    figures = (one.price, one.full, one.margin, one.worst_margin)
    return (
        " + ".join(short_name_of_lot(lot) for lot in one.lots),
        *(money_words(figure) or NOT_KNOWN for figure in figures),
    )


def _sentences(found: tuple[IfWon, ...]) -> tuple[Sentence, ...]:
    unpriced = [one.lots[0] for one in found if len(one.lots) == 1 and one.price is None]
    said: list[Sentence] = []
    if unpriced:
        names = ", ".join(short_name_of_lot(lot) for lot in unpriced)
        words = tr("Not priced yet: {lots}. Name the lot on its lines of the schedule.", lots=names)
        said.append((words, "muted"))
    words = tr(
        "What the lots share is counted with each by its own direct cost; “at worst” all of it "
        "stays, as if nothing could be cut."
    )
    said.append((words, "muted"))
    for one in found:
        if one.own is not None and one.saved is not None and one.saved > 0:
            saved = money_words(one.saved)
            lots = " + ".join(short_name_of_lot(lot) for lot in one.lots)
            words = tr("{lots} together: the buyer saves {saved}.", lots=lots, saved=saved)
            said.append((words, "good"))
    return tuple(said)


SIGHT = Sight(
    later("If we win…"),
    (
        "lots",
        "lot_combinations",
        "opportunity",
        "price_lines",
        "costing",
        "cost_lines",
        "overheads",
        "projects",
        "drivers",
        "driver_shares",
        "pay_figures",
    ),
    by_lot,
)


class LotPrices(QWidget):
    """What each lot earns and costs, and combinations; out of sight where there is one lot."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(ReadingCard(desk, SIGHT, self))
        self.combinations = ItemList(desk, COMBINATIONS, self)
        column.addWidget(self.combinations)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if change.before.lots is not change.after.lots:
            self._show()

    def _show(self) -> None:
        self.setVisible(len(lots_bid_for(self._desk.bid)) > 1)
