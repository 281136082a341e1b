"""What a member of staff costs: pay, employer's National Insurance and pension, year by year."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.costs import CostLine
from bidkit.domain.refs import Ref, ref
from bidkit.domain.showing import money_words
from bidkit.errors import InputError
from bidkit.figures.readings.costs import MOST_YEARS, year_count
from bidkit.figures.readings.staff import post_line_years, worked_out
from bidkit.figures.staff_cost import PostCost
from bidkit.packs.catalogue import shipped
from bidkit.session.document import Changed
from bidkit.session.fitting.pay import with_pay_figures
from bidkit.ui.desk import Desk
from bidkit.ui.forms.card import FormCard
from bidkit.ui.pages.costs.pay import STAFF_FORM
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.figures import FigureTable
from bidkit.ui.pieces.labels import Toned
from bidkit.ui.reading_card import changed_in
from bidkit.words import tr

LINES = ref(Bid, lambda b: b.cost_lines)
READS = ("cost_lines", "costing", "pay_figures")
Years = tuple[PostCost, ...]


class StaffCard(FormCard[CostLine]):
    """Works out what a post costs the employer, and lets that count as the cost."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, STAFF_FORM, None, parent)
        self._packs = shipped()
        self._said = Toned(desk.theme, "muted", "", self)
        self.table = FigureTable(self)
        self._take = Button("", self)
        self._take.clicked.connect(self._take_over)
        self.body.addWidget(self._said)
        self.body.addWidget(self.table)
        self.body.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)
        desk.binder.bid_changed.connect(self._follow)

    @Slot(str)
    def show_line(self, identity: str) -> None:
        """Work for another cost line; hidden where it is not a member of staff."""
        if identity:
            self.show_at(LINES.item(identity))
        else:
            self.let_go()
        self._tell()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if changed_in(change, *READS):
            self._tell()

    def _line(self, bid: Bid) -> CostLine | None:
        place: Ref[Bid, CostLine] | None = self.place
        if place is None:
            return None
        return next((one for one in bid.cost_lines if one.id == place.identity), None)

    def _counted(self, bid: Bid) -> Bid:
        """Return the bid with the dated figures, and this post worked out and not typed."""
        bid = with_pay_figures(self._packs, bid, self._desk.session.today())
        if self.place is None:
            return bid
        return self.place.then(ref(CostLine, lambda c: c.amount)).set(bid, None)

    def _tell(self) -> None:
        bid = self._desk.bid
        line = self._line(bid)
        self.setVisible(line is not None and line.kind == "staff")
        if line is None:
            return
        after = self._counted(bid)
        words, years = post_words(after, self._line(after) or line)
        counts = worked_out(bid, line)
        if years and not counts and line.amount is not None:
            typed = money_words(line.amount)
            words += " " + tr("Now {amount} counts, as typed above.", amount=typed)
        self._said.setText(words)
        rows = year_rows(years)
        self.table.setVisible(bool(rows))
        if rows:
            headings = (tr("Year"), tr("Pay"), tr("Insurance"), tr("Pension"), tr("Cost"))
            self.table.tell(headings, rows)
        self._take.setVisible(bool(years) and not counts)
        first = next((one.total for one in years if one.total), None)
        if first is not None:
            self._take.setText(tr("Count {amount} as its cost", amount=money_words(first)))

    @Slot()
    def _take_over(self) -> None:
        if self.place is not None:
            self._desk.document.edit(tr("Cost of a post"), self._counted, place=self.place)


def post_words(bid: Bid, line: CostLine) -> tuple[str, Years]:
    """Return how a post's cost comes about in a sentence, and its years where they are known."""
    if line.salary is None:
        return tr("Enter the full-time pay, and insurance and pension are worked out."), ()
    if not bid.pay_figures:
        return tr("There are no dated figures for that day; add insurance and pension yourself."), (
            ()
        )
    count = max(year_count(bid), min(line.year or 1, MOST_YEARS))
    try:
        years = post_line_years(bid, line, count)
    except InputError as error:
        return f"{error.what} {error.advice}", ()
    first = next((one for one in years if one.total), None)
    if first is None:
        return tr("It costs nothing as it stands."), ()
    words = tr(
        "Pay {pay}, employer’s National Insurance {insurance}, pension {pension}: {total} in its "
        "first year. Check the figures with gov.uk before you send a price.",
        pay=money_words(first.pay),
        insurance=money_words(first.insurance),
        pension=money_words(first.pension),
        total=money_words(first.total),
    )
    return words, years


def year_rows(years: Years) -> list[tuple[str, ...]]:
    """Return the years of a post that runs for several, as rows of a table."""
    if len(years) < 2:
        return []
    return [
        (
            tr("Year {n}", n=at),
            money_words(one.pay),
            money_words(one.insurance),
            money_words(one.pension),
            money_words(one.total),
        )
        for at, one in enumerate(years, 1)
        if one.total
    ]
