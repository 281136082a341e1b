"""What is wrong with costs: none behind the price, no overheads, full cost not recovered."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.showing import money_words, percent_words
from bidkit.domain.stages import Stage
from bidkit.figures.pricing import recovery
from bidkit.figures.readings.costs import line_amount, readable_costs
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at, here
from bidkit.rules.routes import is_grant
from bidkit.rules.subjects.money.price import BEHIND, FULL_COST, asked_price
from bidkit.words import tr


def nothing_costed(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A price, and nothing it is worked out from."""
    costed = any(line_amount(bid, one) is not None for one in bid.cost_lines)
    if not costed and asked_price(bid) is not None:
        yield Remark(
            here(lambda b: b.cost_lines),
            Level.SHOULD,
            tr("What does it cost?"),
            tr("A price without costs behind it is a guess."),
            tr("List staff, activities and the rest; a few lines are enough to begin."),
        )


def no_overheads(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Direct costs without a share of what the whole organisation costs."""
    costed = any(line_amount(bid, one) is not None for one in bid.cost_lines)
    costs = readable_costs(bid)
    if costed and costs is not None and costs.full is None:
        yield Remark(
            here(lambda b: b.costing.method),
            Level.HINT if is_grant(bid) else Level.SHOULD,
            tr("What share of running the organisation belongs to this?"),
            costs.trouble or tr("Rent, payroll, insurance and management are costs of it too."),
            tr("Choose one simple rate first; it can be refined later."),
        )


def line_empty(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A cost line without an amount."""
    empty = [one for one in bid.cost_lines if line_amount(bid, one) is None]
    if len(empty) > MOST_NAMED:
        yield Remark(
            at(lambda b: b.cost_lines, empty[0], lambda c: c.amount),
            Level.SHOULD,
            tr("{n} costs have no amount yet.", n=len(empty)),
            tr("They count as nothing until they have one."),
            tr("Fill them in one by one; take out what you do not need."),
        )
        return
    for one in empty:
        yield Remark(
            at(lambda b: b.cost_lines, one, lambda c: c.amount),
            Level.SHOULD,
            tr("“{title}” has no amount.", title=one.title) if one.title else tr("No amount."),
            tr("It counts as nothing until it has one."),
            tr("Enter the amount, or how many at what cost each."),
        )


def below_cost(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A price below full cost."""
    costs = readable_costs(bid)
    price = asked_price(bid)
    if costs is None or price is None:
        return
    full = costs.full if costs.full is not None else costs.direct_total
    if full > 0 and price < full:
        found = recovery(price, full)
        funded = sum((one.amount or Decimal(0) for one in bid.other_funding), Decimal(0))
        if funded >= found.shortfall:
            return
        yield Remark(
            here(lambda b: b.costing.price),
            Level.SHOULD,
            tr("The price is below full cost."),
            tr(
                "{price} recovers {percent} of {full}; {short} is missing.",
                price=money_words(price),
                percent=percent_words(found.percent, 1),
                full=money_words(full),
                short=money_words(found.shortfall),
            ),
            tr("Raise it, do less, or name who pays; donations must not subsidise public money."),
        )


def offer_below_cost(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """What the buyer offers does not pay for what it costs."""
    costs, offer = readable_costs(bid), bid.costing.offer
    if costs is None or offer is None or costs.full is None or offer >= costs.full:
        return
    found = recovery(offer, costs.full)
    yield Remark(
        here(lambda b: b.costing.offer),
        Level.SHOULD,
        tr("What is offered does not cover full cost."),
        tr(
            "It recovers {percent}; {short} is missing.",
            percent=percent_words(found.percent, 1),
            short=money_words(found.shortfall),
        ),
        tr("Offer less service for it, find the rest elsewhere, or do not bid."),
    )


def overhead_unshared(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """An overhead that follows nothing, where drivers were chosen."""
    known = {one.id for one in bid.drivers}
    if bid.costing.method != "drivers":
        return
    for one in bid.overheads:
        if one.driver not in known:
            yield Remark(
                at(lambda b: b.overheads, one, lambda o: o.driver),
                Level.SHOULD,
                tr("What is “{title}” shared by?", title=one.title),
                tr("Without a driver it follows direct spending."),
                tr("Choose floor space, staff, time or spending, and be able to say why."),
            )


MOST_NAMED = 3
HERE = Stage.COSTS
RULES = (
    rule(nothing_costed, HERE, "costing cost_lines price_lines lots pay_figures", FULL_COST),
    rule(line_empty, HERE, "cost_lines costing pay_figures", FULL_COST),
    rule(below_cost, HERE, f"{BEHIND} price_lines lots other_funding", FULL_COST),
    rule(offer_below_cost, HERE, BEHIND, FULL_COST),
    rule(no_overheads, HERE, f"{BEHIND} opportunity about", FULL_COST, small_grant=False),
    rule(overhead_unshared, HERE, "costing overheads drivers", FULL_COST, small_grant=False),
)
