"""Costs and price: what it takes, the share of the centre, and what we ask."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref, ref
from bidkit.domain.stages import Stage
from bidkit.session.fitting.schedule import with_drafted_lines
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.forms.spec import Text
from bidkit.ui.pages.costs import forms, lists, pay, tables
from bidkit.ui.pages.costs.overheads import Overheads, holds
from bidkit.ui.pages.costs.schedule import SCHEDULE
from bidkit.ui.pages.costs.staff import StaffCard
from bidkit.ui.pages.costs.totals import Totals
from bidkit.ui.parts import Part, PartsPage, listed, part
from bidkit.ui.reading_card import ReadingCard, Sight
from bidkit.words import later, tr

FEW = "costing cost_lines other_funding"
COSTS = (
    "cost_lines overheads drivers driver_shares projects pay_figures costing.method "
    "costing.pay_rise costing.full_time_hours costing.allowance_free "
    "costing.overhead_rate costing.two_pass costing.accounts_total"
)
YEARS = "costing.years costing.first_year_starts_on costing.inflation costing.efficiency"
PRICE = (
    "price_lines costing.price costing.margin costing.units costing.vat_treatment "
    "costing.offer costing.core_cost_gap costing.low_price_explanation costing"
)
CASH = "payments costing.opening_cash costing.monitoring_cost other_funding"


class CostsPage(PartsPage):
    """From costs to price, with the margin in sight."""

    stage: ClassVar[Stage] = Stage.COSTS
    purpose: ClassVar[Text] = later(
        "What the work really costs, and what we ask for it. Full cost first; then the price."
    )

    def build_top(self) -> None:
        """Keep the totals in sight, whichever part is open."""
        self.add(Totals(self.desk, self, small=self.short))

    def parts(self) -> tuple[Part, ...]:
        """Return the parts from costs to money in hand; a small grant has one."""
        if self.short:
            return (self._few_costs(),)
        return (self._costs(), self._years(), self._price(), self._cash())

    def _few_costs(self) -> Part:
        form, add = partial(partial, self.add_form), partial(listed, self)
        return part(
            later("What it costs"),
            FEW,
            *add(lists.FEW_LINES),
            form(forms.RATE),
            form(forms.ASK),
            *add(lists.FUNDING),
        )

    def _costs(self) -> Part:
        form, sight = partial(partial, self.add_form), partial(partial, self._add_sight)
        return part(
            later("Costs"),
            COSTS,
            self._add_lines,
            form(forms.OVERHEAD),
            sight(tables.MAKE_UP),
            form(pay.PAY),
            *partial(listed, self)(pay.FIGURES),
            self._add_overheads,
        )

    def _years(self) -> Part:
        form, sight = partial(partial, self.add_form), partial(partial, self._add_sight)
        return part(later("Years"), YEARS, form(forms.YEARS), sight(tables.YEARS))

    def _price(self) -> Part:
        form, add = partial(partial, self.add_form), partial(listed, self)
        sight = partial(partial, self._add_sight)
        return part(
            later("Price"),
            PRICE,
            form(forms.PRICE),
            self._add_price_help,
            *add(lists.SCHEDULE),
            self._add_schedule_help,
            form(forms.PRICE_WORDS),
            form(forms.OFFERED),
            sight(tables.OFFERED),
            form(forms.LOW),
        )

    def _cash(self) -> Part:
        form, add = partial(partial, self.add_form), partial(listed, self)
        sight = partial(partial, self._add_sight)
        return part(
            later("Money in hand"),
            CASH,
            form(forms.CASH),
            *add(lists.PAYMENTS),
            sight(tables.CASH),
            *add(lists.FUNDING),
        )

    def _add_lines(self) -> None:
        shown = self.add_list(lists.LINES)
        if isinstance(shown, ItemList):
            staff = StaffCard(self.desk, shown)
            shown.add_below(staff)
            shown.chosen.connect(staff.show_line)
            staff.show_line(shown.current)

    def _add_overheads(self) -> None:
        made: list[Overheads] = []

        def build() -> QWidget:
            made.append(Overheads(self.desk, self))
            return made[0]

        def reveal(place: Ref[Bid, Any]) -> None:
            made[0].reveal(place)

        title = tr("Overheads by what they follow")
        self.add_section(title, build, holds, deeper=True, reveal=reveal)

    def _add_price_help(self) -> None:
        card = ReadingCard(self.desk, tables.PRICE_HELP, self)
        card.taken.connect(self._take_price)
        self.add(card)

    @Slot()
    def _take_price(self) -> None:
        place = ref(Bid, lambda b: b.costing.price)
        self.desk.document.edit(tr("Price"), tables.take_price, place=place)

    def _add_schedule_help(self) -> None:
        card = ReadingCard(self.desk, SCHEDULE, self)
        card.taken.connect(self._draft_schedule)
        self.add(card)

    @Slot()
    def _draft_schedule(self) -> None:
        bid_id, place = self.desk.session.bid_id, ref(Bid, lambda b: b.price_lines)
        self.desk.document.edit(
            tr("Draft the schedule"), lambda bid: with_drafted_lines(bid, bid_id), place=place
        )

    def _add_sight(self, sight: Sight) -> None:
        self.add(ReadingCard(self.desk, sight, self))


PAGE = CostsPage
