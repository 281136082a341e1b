"""Costs and price: what it takes, the share of the centre, and what we ask."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from bidkit.domain.base import Reader
from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.domain.stages import Stage
from bidkit.packs.catalogue import shipped
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.forms.lists import holds as holds_list
from bidkit.ui.forms.spec import Text
from bidkit.ui.pages.costs import acts, cash, forms, lists, pay, price_lists, tables
from bidkit.ui.pages.costs.acts import Act, ActCard
from bidkit.ui.pages.costs.book import book_card
from bidkit.ui.pages.costs.combinations import COMBINATIONS
from bidkit.ui.pages.costs.lots import LotPrices
from bidkit.ui.pages.costs.overheads import Overheads, holds
from bidkit.ui.pages.costs.partners import ADD_PARTNERS, PARTNERS
from bidkit.ui.pages.costs.schedule import BUDGET, SCHEDULE, draft_act
from bidkit.ui.pages.costs.staff import StaffCard
from bidkit.ui.pages.costs.tables import TAKE_PRICE
from bidkit.ui.pages.costs.totals import Totals
from bidkit.ui.parts import Part, PartsPage, listed, part
from bidkit.ui.reading_card import ReadingCard, Sight
from bidkit.ui.starters import offer_starters
from bidkit.words import later, tr

FEW = "costing cost_lines other_funding price_lines"
COSTS = (
    "cost_lines overheads drivers driver_shares projects pay_figures costing.method "
    "costing.pay_rise costing.full_time_hours costing.allowance_free "
    "costing.overhead_rate costing.two_pass costing.accounts_total costing.running_total"
)
YEARS = (
    "costing.years costing.first_year_starts_on costing.inflation costing.efficiency "
    "costing.efficiency_kind costing.efficiency_note"
)
PRICE = (
    "price_lines lot_combinations costing.price costing.margin costing.units costing.vat_treatment "
    "costing.offer costing.core_cost_gap costing.low_price_explanation costing"
)
CASH = (
    "payments other_funding costing.opening_cash costing.paid_every costing.paid_when "
    "costing.paid_after costing.results_share costing.results_reached costing.results_after"
)


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
        rate = self._figure("flat_overhead")
        return part(
            later("What it costs"),
            FEW,
            *add(lists.FEW_LINES),
            form(forms.RATE),
            partial(self._add_act, acts.rate_sight(rate), acts.rate_act(rate)),
            form(forms.ASK),
            partial(self._add_act, tables.PRICE_HELP, TAKE_PRICE),
            *add(price_lists.BUDGET),
            partial(self._add_act, BUDGET, draft_act(self.desk.session.bid_id)),
            *add(lists.FUNDING),
        )

    def _costs(self) -> Part:
        form, sight = partial(partial, self.add_form), partial(partial, self._add_sight)
        act, rate = partial(partial, self._add_act), self._figure("flat_overhead")
        return part(
            later("Costs"),
            COSTS,
            self._add_lines,
            act(acts.POSTS, acts.ADD_POSTS),
            act(PARTNERS, ADD_PARTNERS),
            form(forms.OVERHEAD),
            act(acts.rate_sight(rate), acts.rate_act(rate)),
            act(acts.ACCOUNTS, acts.USE_ACCOUNTS),
            sight(tables.MAKE_UP),
            form(pay.PAY),
            *partial(listed, self)(pay.FIGURES),
            self._add_overheads,
        )

    def _years(self) -> Part:
        form, sight = partial(partial, self.add_form), partial(partial, self._add_sight)
        act, rate = partial(partial, self._add_act), self._figure("efficiency")
        return part(
            later("Years"),
            YEARS,
            form(forms.YEARS),
            act(acts.saving_sight(rate), acts.saving_act(rate)),
            sight(tables.YEARS),
        )

    def _price(self) -> Part:
        form, add = partial(partial, self.add_form), partial(listed, self)
        sight, act = partial(partial, self._add_sight), partial(partial, self._add_act)
        return part(
            later("Price"),
            PRICE,
            form(forms.PRICE),
            act(tables.PRICE_HELP, TAKE_PRICE),
            *add(price_lists.SCHEDULE),
            act(SCHEDULE, draft_act(self.desk.session.bid_id)),
            self._add_lots,
            form(forms.PRICE_WORDS),
            act(acts.tax_sight(self._figure("vat_standard_rate")), acts.ADD_TAX),
            form(forms.OFFERED),
            sight(tables.OFFERED),
            form(forms.LOW),
            act(acts.EXPLANATION, acts.EXPLAIN),
            self._add_books,
        )

    def _cash(self) -> Part:
        form, add = partial(partial, self.add_form), partial(listed, self)
        sight = partial(partial, self._add_sight)
        return part(
            later("Money in hand"),
            CASH,
            form(forms.PAID),
            form(forms.RESULTS),
            sight(cash.RESULTS),
            sight(cash.CASH),
            *add(lists.PAYMENTS),
            *add(lists.FUNDING),
        )

    def _add_books(self) -> None:
        for reader in (Reader.BUYER, Reader.US):
            self.add(book_card(self.desk, reader, self))

    def _figure(self, key: str) -> Decimal | None:
        line = shipped().figure(key, self.desk.session.today())
        return line.value if line is not None else None

    def _add_lines(self) -> None:
        shown = self.add_list(lists.LINES)
        if not self.desk.bid.cost_lines:
            offer_starters(self.desk, shown, lists.USUAL_COSTS)
        if isinstance(shown, ItemList):
            staff = StaffCard(self.desk, shown)
            shown.add_after_first(staff)
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

    def _add_act(self, sight: Sight, act: Act) -> None:
        self.add(ActCard(self.desk, sight, act, self))

    def _add_lots(self) -> None:
        made = LotPrices(self.desk, self)
        held = partial(holds_list, COMBINATIONS)
        self.add_section("", lambda: made, held, reveal=made.combinations.go_to)

    def _add_sight(self, sight: Sight) -> None:
        self.add(ReadingCard(self.desk, sight, self))


PAGE = CostsPage
