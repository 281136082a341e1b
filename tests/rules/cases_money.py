"""Cases of the rules over value, price and costs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from bidkit.domain.consortium import Partner
from bidkit.domain.costs import (
    CostLine,
    Driver,
    OtherFunding,
    Overhead,
    PayFigures,
    PriceLine,
    Project,
)
from bidkit.domain.finding import Level
from bidkit.domain.opportunity import Lot
from bidkit.domain.value import Commitment, SocialClause, ValueItem
from tests.rules.making import FACTS, LEVELS, Case, made

MUST, SHOULD, HINT = Level.MUST, Level.SHOULD, Level.HINT
LINE = CostLine(id="c1", title="Staff", amount=Decimal(100))
LOTS = (Lot(id="l1", number="1"), Lot(id="l2", number="2"))
RATE: dict[str, Any] = {"costing__method": "one rate", "costing__overhead_rate": Decimal(20)}


def price(amount: int | str) -> dict[str, Any]:
    """The price field."""
    return {"costing__price": Decimal(amount)}


def item(**fields: object) -> ValueItem:
    """A benefit with these fields."""
    return ValueItem(id="v1").model_copy(update=fields)


def promise(**fields: object) -> Commitment:
    """A whole promise, changed."""
    whole = Commitment(
        id="m1", quantity=Decimal(4), due_on=date(2027, 9, 1), owner="Manager", method="As before"
    )
    return whole.model_copy(update=fields)


PROVED: dict[str, Any] = {"interest": 2, "relevance": 2, "evidence": ("e1",)}
VALUE = (
    Case(
        "value.claimed_unproved",
        made(item(include="yes", interest=2, relevance=2)),
        made(item(include="yes", **PROVED)),
        SHOULD,
        "value_items[v1].include",
    ),
    Case(
        "value.worth_claiming",
        made(item(**PROVED)),
        made(item(include="no", **PROVED)),
        HINT,
        "value_items[v1].include",
    ),
    Case(
        "value.unpaid_extra",
        made(item(paid_for="no", cost=Decimal(500))),
        made(item(paid_for="yes", cost=Decimal(500))),
        SHOULD,
        "value_items[v1].who_pays",
    ),
    Case(
        "value.not_a_comparison",
        made(item(include="yes", stakeholder="Families", **PROVED)),
        made(item(include="yes", stakeholder="Families", compared_with="In-house", **PROVED)),
        HINT,
        "value_items[v1].compared_with",
    ),
    Case(
        "value.sector_wide",
        made(item(statement="Charities reach people others can't.")),
        made(item(statement="We reached 40 people nobody else had.")),
        SHOULD,
        "value_items[v1].statement",
    ),
    Case(
        "value.bare_words",
        made(item(statement="An excellent welcome.")),
        made(item(statement="An excellent welcome: 4.8 of 5.")),
        HINT,
        "value_items[v1].statement",
    ),
    Case(
        "value.bare_words",
        made(full_value__statement="We aim to be there."),
        made(full_value__statement="We were there on 203 of 208 days."),
        SHOULD,
        "full_value.statement",
    ),
    Case(
        "value.bare_words",
        made(promise(method="We aim to find somebody.")),
        made(promise(method="The hub manager asks each month.")),
        SHOULD,
        "commitments[m1].method",
    ),
    Case(
        "value.promise_vague",
        made(promise(due_on=None)),
        made(promise()),
        SHOULD,
        "commitments[m1]",
    ),
    Case(
        "value.clause_unanswered",
        made(SocialClause(id="x1", title="Local jobs", include="yes")),
        made(SocialClause(id="x1", title="Local jobs", include="yes", barriers="Lawful: yes")),
        HINT,
        "social_clauses[x1].barriers",
    ),
    Case(
        "value.promise_unproved",
        made(promise(status="offered", method="")),
        made(promise(status="offered")),
        HINT,
        "commitments[m1].method",
    ),
)
LOW = replace(FACTS, levels=replace(LEVELS, low_price_percent=Decimal(20)))
PRICE = (
    Case(
        "costs.above_ceiling",
        made(**price(101), opportunity__ceiling=Decimal(100)),
        made(**price(100), opportunity__ceiling=Decimal(100)),
        MUST,
        "costing.price",
    ),
    Case(
        "costs.above_grant",
        made(**price(2001), opportunity__grant_maximum=Decimal(2000)),
        made(**price(2000), opportunity__grant_maximum=Decimal(2000)),
        MUST,
        "costing.price",
    ),
    Case(
        "costs.price_not_allowed",
        made(**price(1), costing__price_wanted="no"),
        made(costing__price_wanted="no"),
        MUST,
        "costing.price_wanted",
    ),
    Case(
        "costs.price_missing",
        made(costing__price_wanted="yes"),
        made(PriceLine(id="l1", amount=Decimal(1)), costing__price_wanted="yes"),
        MUST,
        "costing.price",
    ),
    Case(
        "costs.schedule_differs",
        made(PriceLine(id="l1", amount=Decimal("99.99")), **price(100)),
        made(PriceLine(id="l1", amount=Decimal(100)), **price(100)),
        SHOULD,
        "price_lines",
    ),
    Case(
        "costs.no_margin",
        made(**price(100)),
        made(**price(100), costing__margin=Decimal(0)),
        HINT,
        "costing.margin",
    ),
    Case(
        "costs.looks_low",
        made(**price(79), opportunity__value=Decimal(100)),
        made(**price(80), opportunity__value=Decimal(100)),
        HINT,
        "costing.low_price_explanation",
        LOW,
    ),
    Case(
        "costs.vat_unclear",
        made(**price(100)),
        made(**price(100), costing__vat_treatment="exempt"),
        HINT,
        "costing.vat_treatment",
    ),
    Case(
        "costs.schedule_differs",
        made(PriceLine(id="p1", quantity=Decimal(2), rate=Decimal(40)), **price(100)),
        made(PriceLine(id="p1", quantity=Decimal(2), rate=Decimal(50)), **price(100)),
        SHOULD,
        "price_lines",
    ),
    Case(
        "costs.schedule_line_empty",
        made(PriceLine(id="p1", rate=Decimal(2))),
        made(PriceLine(id="p1", rate=Decimal(2), quantity=Decimal(2))),
        SHOULD,
        "price_lines[p1].amount",
    ),
    Case(
        "costs.lot_below_cost",
        made(*LOTS, LINE, PriceLine(id="p1", lot="l1", amount=Decimal(40)), **RATE),
        made(*LOTS, LINE, PriceLine(id="p1", lot="l1", amount=Decimal(60)), **RATE),
        SHOULD,
        "price_lines",
    ),
)
COSTS = (
    Case(
        "costs.nothing_costed", made(**price(100)), made(LINE, **price(100)), SHOULD, "cost_lines"
    ),
    Case(
        "costs.line_empty",
        made(CostLine(id="c1", title="Staff", quantity=Decimal(2))),
        made(CostLine(id="c1", title="Staff", quantity=Decimal(2), unit_cost=Decimal(3))),
        SHOULD,
        "cost_lines[c1].amount",
    ),
    Case("costs.no_overheads", made(LINE), made(LINE, **RATE), SHOULD, "costing.method"),
    Case(
        "costs.below_cost",
        made(LINE, **RATE, **price("119.99")),
        made(LINE, **RATE, **price(120)),
        SHOULD,
        "costing.price",
    ),
    Case(
        "costs.below_cost",
        made(LINE, **price(99)),
        made(LINE, OtherFunding(id="f1", amount=Decimal(1)), **price(99)),
        SHOULD,
        "costing.price",
    ),
    Case(
        "costs.offer_below_cost",
        made(LINE, **RATE, costing__offer=Decimal(119)),
        made(LINE, **RATE, costing__offer=Decimal(120)),
        SHOULD,
        "costing.offer",
    ),
    Case(
        "costs.overhead_unshared",
        made(Overhead(id="o1", title="Rent"), costing__method="drivers"),
        made(Overhead(id="o1", driver="d1"), Driver(id="d1"), costing__method="drivers"),
        SHOULD,
        "overheads[o1].driver",
    ),
)
PAY = PayFigures(
    id="y1",
    from_year=1,
    insurance_rate=Decimal(15),
    insurance_from=Decimal(5000),
    pension_rate=Decimal(3),
    least_hourly=Decimal("12.71"),
)
POST = CostLine(id="c1", title="Worker", kind="staff", salary=Decimal(26000))
CHECKED = PAY.model_copy(update={"checked": "yes"})
STAFF = (
    Case(
        "costs.post_amiss",
        made(POST.model_copy(update={"months": Decimal(13)}), PAY),
        made(POST.model_copy(update={"months": Decimal(9)}), PAY),
        SHOULD,
        "cost_lines[c1].fte",
    ),
    Case(
        "costs.post_amiss",
        made(POST.model_copy(update={"hours": Decimal(20)}), PAY),
        made(
            POST.model_copy(update={"hours": Decimal(20)}),
            PAY,
            costing__full_time_hours=Decimal(40),
        ),
        SHOULD,
        "cost_lines[c1].fte",
    ),
    Case(
        "costs.pay_below_law",
        made(POST, PAY, costing__full_time_hours=Decimal(40)),
        made(POST, PAY, costing__full_time_hours=Decimal(35)),
        SHOULD,
        "cost_lines[c1].salary",
    ),
    Case(
        "costs.figures_unchecked",
        made(POST, PAY),
        made(POST, CHECKED),
        HINT,
        "pay_figures[y1].checked",
    ),
)
PARTNER = Partner(id="p1", name="Link", price=Decimal(50))
THEIRS = CostLine(id="c2", amount=Decimal(50), partner="p1")
VAT: dict[str, Any] = {
    "costing__vat_treatment": "exempt",
    "costing__irrecoverable_vat": Decimal(9),
}
PLAN: dict[str, Any] = {
    **RATE,
    "costing__first_year_starts_on": date(2027, 4, 1),
    "costing__paid_every": "month",
    "costing__price": Decimal(240),
}
MONITORING = CostLine(id="c3", kind="monitoring", amount=Decimal(10))
VOLUNTEERS = CostLine(id="c4", kind="volunteers", amount=Decimal(10))
EMPTY_LINES = tuple(CostLine(id=f"e{at}") for at in range(4))
JOINT = (
    Case(
        "costs.partner_uncosted",
        made(PARTNER, LINE),
        made(PARTNER, LINE, THEIRS),
        SHOULD,
        "partners[p1].price",
    ),
    Case(
        "costs.partner_differs",
        made(PARTNER, THEIRS.model_copy(update={"amount": Decimal(51)})),
        made(PARTNER, THEIRS),
        SHOULD,
        "cost_lines",
    ),
    Case(
        "costs.vat_uncosted",
        made(LINE, **VAT),
        made(LINE, CostLine(id="v", kind="vat", amount=Decimal(9)), **VAT),
        SHOULD,
        "costing.irrecoverable_vat",
    ),
    Case(
        "costs.monitoring_uncosted",
        made(LINE, **price(200)),
        made(LINE, MONITORING, **price(200)),
        HINT,
        "cost_lines",
    ),
    Case(
        "costs.monitoring_uncosted",
        made(MONITORING, **price(200), costing__monitoring_cost=Decimal(11)),
        made(MONITORING, **price(200), costing__monitoring_cost=Decimal(10)),
        HINT,
        "costing.monitoring_cost",
    ),
    Case(
        "costs.money_runs_out",
        made(LINE, **PLAN, costing__paid_after=2),
        made(LINE, **PLAN, costing__paid_after=2, costing__opening_cash=Decimal(20)),
        SHOULD,
        "costing.opening_cash",
    ),
    Case(
        "costs.results_do_not_carry",
        made(
            LINE, **PLAN, costing__results_share=Decimal(80), costing__results_reached=Decimal(30)
        ),
        made(
            LINE, **PLAN, costing__results_share=Decimal(80), costing__results_reached=Decimal(40)
        ),
        SHOULD,
        "costing.results_reached",
    ),
    Case(
        "costs.units_missing",
        made(**price(10), costing__price_basis="a unit"),
        made(**price(10), costing__price_basis="a unit", costing__units=Decimal(4)),
        SHOULD,
        "costing.units",
    ),
    Case(
        "costs.margin_too_large",
        made(costing__margin_kind="margin", costing__margin=Decimal(100)),
        made(costing__margin_kind="mark-up", costing__margin=Decimal(100)),
        SHOULD,
        "costing.margin",
    ),
    Case(
        "costs.line_empty",
        made(*EMPTY_LINES),
        made(LINE),
        SHOULD,
        "cost_lines[e0].amount",
    ),
)
LATE = CostLine(id="c9", title="Van", amount=Decimal(5), year=3)
OURS = Project(id="j1", this_bid=True)
LINES = (
    Case(
        "costs.line_outside",
        made(LATE, costing__years=2),
        made(LATE, costing__years=3),
        SHOULD,
        "cost_lines[c9].year",
    ),
    Case(
        "costs.price_line_outside",
        made(PriceLine(id="p1", amount=Decimal(1), year=0)),
        made(PriceLine(id="p1", amount=Decimal(1), year=1)),
        SHOULD,
        "price_lines[p1].year",
    ),
    Case(
        "costs.line_negative",
        made(CostLine(id="c1", amount=Decimal(-1))),
        made(CostLine(id="c1", amount=Decimal(0))),
        HINT,
        "cost_lines[c1].amount",
    ),
    Case(
        "costs.projects_unclear",
        made(OURS, Project(id="j2", this_bid=True), costing__method="drivers"),
        made(OURS, Project(id="j2"), costing__method="drivers"),
        SHOULD,
        "projects[j2].this_bid",
    ),
    Case(
        "costs.projects_unclear",
        made(Project(id="j1", this_bid=True, central=True), costing__method="drivers"),
        made(OURS, costing__method="drivers"),
        SHOULD,
        "projects[j1].this_bid",
    ),
    Case(
        "costs.volunteers_uncosted",
        made(LINE, **price(200), organisation__volunteers=12),
        made(LINE, VOLUNTEERS, **price(200), organisation__volunteers=12),
        HINT,
        "cost_lines",
    ),
)
CASES = (*VALUE, *PRICE, *COSTS, *STAFF, *JOINT, *LINES)
