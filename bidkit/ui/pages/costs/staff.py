"""What a member of staff costs: pay, employer's National Insurance and pension, from dated data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.costs import CostLine
from bidkit.domain.refs import Ref, ref
from bidkit.domain.showing import day_words, money_words
from bidkit.errors import InputError
from bidkit.figures.staff_cost import Post, PostCost, Rates, post_cost
from bidkit.packs.catalogue import Catalogue, shipped
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.forms.card import FormCard
from bidkit.ui.pages.costs.lists import STAFF_FORM
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.labels import Toned
from bidkit.words import tr

LINES = ref(Bid, lambda b: b.cost_lines)
AMOUNT = ref(CostLine, lambda c: c.amount)


class StaffCard(FormCard[CostLine]):
    """Works out what a post costs the employer, and takes it over as the amount."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, STAFF_FORM, None, parent)
        self._catalogue = shipped()
        self._found: PostCost | None = None
        self._said = Toned(desk.theme, "muted", "", self)
        self._take = Button("", self)
        self._take.clicked.connect(self._take_over)
        self.body.addWidget(self._said)
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
        before, after = change.before, change.after
        if before.cost_lines is not after.cost_lines or before.costing is not after.costing:
            self._tell()

    def _line(self) -> CostLine | None:
        place: Ref[Bid, CostLine] | None = self.place
        if place is None:
            return None
        return next((one for one in self._desk.bid.cost_lines if one.id == place.identity), None)

    def _tell(self) -> None:
        line = self._line()
        self.setVisible(line is not None and line.kind == "staff")
        if line is None:
            return
        on = self._desk.bid.costing.first_year_starts_on or self._desk.session.today()
        words, self._found = staff_words(line, rates_on(self._catalogue, on), on)
        self._said.setText(words)
        self._take.setVisible(self._found is not None)
        if self._found is not None:
            amount = money_words(self._found.total)
            self._take.setText(tr("Use {amount} as the amount", amount=amount))

    @Slot()
    def _take_over(self) -> None:
        if self.place is not None and self._found is not None:
            self._desk.document.seal()
            place = self.place.then(AMOUNT)
            self._desk.document.set(place, self._found.total, label=tr("Cost of a post"))
            self._desk.document.seal()


def staff_words(line: CostLine, rates: Rates | None, on: date) -> tuple[str, PostCost | None]:
    """Return what a post costs in a sentence, and the sums behind it where it is known."""
    if line.salary is None:
        return tr("Enter the full-time pay, and insurance and pension are worked out."), None
    if rates is None:
        return tr("There are no dated figures for that day; add insurance and pension yourself."), (
            None
        )
    post = Post(
        line.title,
        line.salary,
        line.fte if line.fte is not None else Decimal(1),
        pension_percent=line.pension_rate,
    )
    try:
        found = post_cost(post, rates)
    except InputError as error:
        return f"{error.what} {error.advice}", None
    words = tr(
        "Pay {pay}, employer’s National Insurance {insurance}, pension {pension}: {total} a year, "
        "by the figures known for {day}. Check them with gov.uk before you send a price.",
        pay=money_words(found.pay),
        insurance=money_words(found.insurance),
        pension=money_words(found.pension),
        total=money_words(found.total),
        day=day_words(on, weekday=False),
    )
    return words, found


def rates_on(catalogue: Catalogue, on: date) -> Rates | None:
    """Return the dated rates that held on a day; None where one of them is not known."""
    keys = ("employer_ni_rate", "employer_ni_threshold", "employer_pension_rate")
    more = ("pension_lower_earnings", "pension_upper_earnings")
    lines = [catalogue.figure(key, on) for key in (*keys, *more)]
    values = [line.value for line in lines if line is not None]
    if len(values) < len(lines):
        return None
    rate, threshold, pension, lower, upper = values
    return Rates(rate, threshold, pension, lower, upper)
