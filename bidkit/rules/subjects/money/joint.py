"""What is wrong with partners' money and with cash: not among our costs, too little, too late."""

from __future__ import annotations

from collections.abc import Iterable

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.showing import money_words, percent_words
from bidkit.domain.stages import Stage
from bidkit.figures.readings.cash import cash_of
from bidkit.figures.readings.costs import line_amount, readable_costs
from bidkit.figures.readings.partner_costs import partner_costs, uncosted
from bidkit.figures.readings.plan import break_even
from bidkit.figures.rounding import HUNDRED, NOUGHT
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at, here
from bidkit.rules.routes import is_grant
from bidkit.rules.subjects.money.price import BEHIND, FULL_COST, asked_price
from bidkit.words import tr


def partner_uncosted(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A partner who is paid something that stands nowhere among our costs."""
    for one in uncosted(bid) if bid.cost_lines else ():
        yield Remark(
            at(lambda b: b.partners, one, lambda p: p.price),
            Level.SHOULD,
            tr("What {name} is paid is not among the costs.", name=one.name or tr("a partner")),
            tr("{price} would come out of your margin.", price=money_words(one.price)),
            tr("Take it over under Costs, or name the partner at the cost lines it is for."),
        )


def partner_differs(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A partner whose lines among our costs are not what is agreed with it."""
    costs = readable_costs(bid)
    for one in partner_costs(bid, costs).partners if costs is not None else ():
        if one.apart:
            yield Remark(
                here(lambda b: b.cost_lines),
                Level.SHOULD,
                tr("The costs and what {name} is paid differ.", name=one.name),
                tr(
                    "Over all years our costs hold {held}, {paid} is agreed.",
                    held=money_words(one.in_costs),
                    paid=money_words(one.paid),
                ),
                tr("Correct one of them before the price is agreed."),
            )


def money_runs_out(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Months in which more must be paid than is there."""
    needed = cash_of(bid).flow.needed
    if needed:
        yield Remark(
            here(lambda b: b.costing.opening_cash),
            Level.SHOULD,
            tr("The money runs out on the way."),
            tr("{needed} more must be in hand than you have.", needed=money_words(needed)),
            tr("Ask to be paid earlier, or find out where it comes from before you sign."),
        )


def results_do_not_carry(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Payment by results that covers cost only with more results than are expected."""
    even = break_even(bid)
    if even is None or bid.costing.results_share in (None, 0):
        return
    reached = bid.costing.results_reached
    expected = HUNDRED if reached is None else reached
    if even > expected:
        yield Remark(
            here(lambda b: b.costing.results_reached),
            Level.SHOULD,
            tr("The results you expect do not pay for the work."),
            tr(
                "It takes {even} of them; you count on {expected}.",
                even=percent_words(even, 1),
                expected=percent_words(expected),
            ),
            tr("Ask for a larger fixed part, or a higher price for each result."),
        )


def vat_uncosted(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """VAT that cannot be got back, and no line for it among the costs."""
    costing = bid.costing
    kept = costing.irrecoverable_vat if costing.vat_treatment != "taxable" else None
    if kept and bid.cost_lines and not any(one.kind == "vat" for one in bid.cost_lines):
        yield Remark(
            here(lambda b: b.costing.irrecoverable_vat),
            Level.SHOULD,
            tr("VAT you cannot get back is not among the costs."),
            tr("{amount} a year would come out of your margin.", amount=money_words(kept)),
            tr("Add it to the costs; the card under VAT does it with one press."),
        )


def monitoring_uncosted(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A contract priced without anything for measuring results, or with two figures for it."""
    if is_grant(bid) or asked_price(bid) is None or not bid.cost_lines:
        return
    lines = [one for one in bid.cost_lines if one.kind == "monitoring"]
    told = bid.costing.monitoring_cost
    held = sum((line_amount(bid, one) or NOUGHT for one in lines), NOUGHT)
    if not lines:
        yield Remark(
            here(lambda b: b.cost_lines),
            Level.HINT,
            tr("Who pays for measuring results and reporting?"),
            tr("Reports take hours, and they are forgotten more than any other cost."),
            tr("Add a line of the kind “Measuring results”."),
        )
    elif told is not None and told != held:
        yield Remark(
            here(lambda b: b.costing.monitoring_cost),
            Level.HINT,
            tr("Two figures for measuring results."),
            tr(
                "The cost lines come to {held}, here stands {told}.",
                held=money_words(held),
                told=money_words(told),
            ),
            tr("Correct one of them."),
        )


HERE = Stage.COSTS
GERSHON = "Partnership in Public Services, 2006: full cost, and monitoring in proportion"
RULES = (
    rule(partner_uncosted, HERE, "partners cost_lines", FULL_COST),
    rule(partner_differs, HERE, f"{BEHIND} partners", FULL_COST),
    rule(vat_uncosted, HERE, "costing cost_lines", "Charity Tax Group"),
    rule(
        monitoring_uncosted,
        HERE,
        f"{BEHIND} price_lines lots opportunity about",
        GERSHON,
        small_grant=False,
    ),
    rule(
        money_runs_out,
        HERE,
        f"{BEHIND} price_lines lots payments",
        "Practice of lenders and funders",
        small_grant=False,
    ),
    rule(
        results_do_not_carry,
        HERE,
        f"{BEHIND} price_lines lots payments",
        "Partnership in Public Services, 2006: payment by outcome",
        small_grant=False,
    ),
)
