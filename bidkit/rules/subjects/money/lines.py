"""What is odd in the lists of costs: years that are not there, costs below nought, whose work."""

from __future__ import annotations

from collections.abc import Iterable

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.stages import Stage
from bidkit.figures.readings.costs import line_amount, year_count
from bidkit.rules.engine import Remark, rule
from bidkit.rules.facts import Facts
from bidkit.rules.places import at, here
from bidkit.rules.subjects.money.price import BEHIND, FULL_COST, asked_price
from bidkit.words import tr


def line_outside(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A cost in a year the contract does not have."""
    count = year_count(bid)
    for one in bid.cost_lines:
        if one.year is not None and not 1 <= one.year <= count:
            yield Remark(
                at(lambda b: b.cost_lines, one, lambda c: c.year),
                Level.SHOULD,
                tr("“{title}” falls into no year of the contract.", title=one.title),
                tr("It is in year {n}; there are {count}.", n=one.year, count=count),
                tr("Correct the year, or say under Years how many there are."),
            )


def price_line_outside(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A line of the schedule in a year the contract does not have."""
    count = year_count(bid)
    for one in bid.price_lines:
        if one.year is not None and not 1 <= one.year <= count:
            yield Remark(
                at(lambda b: b.price_lines, one, lambda p: p.year),
                Level.SHOULD,
                tr("“{title}” falls into no year of the contract.", title=one.title),
                tr("It is in year {n}; there are {count}.", n=one.year, count=count),
                tr("Correct the year, or say under Years how many there are."),
            )


def line_negative(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """A cost below nought, which is usually income in the wrong place."""
    for one in bid.cost_lines:
        amount = line_amount(bid, one)
        if amount is not None and amount < 0:
            yield Remark(
                at(lambda b: b.cost_lines, one, lambda c: c.amount),
                Level.HINT,
                tr("“{title}” makes the work cheaper.", title=one.title),
                tr("Money from others is no cost below nought: full cost would look too low."),
                tr("Put it under “Other money for the same work”."),
            )


def projects_unclear(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Several projects that are said to be this bid, or one that is the centre too."""
    if bid.costing.method not in ("one driver", "drivers"):
        return
    ours = [one for one in bid.projects if one.this_bid]
    for one in ours[1:] or [one for one in ours if one.central]:
        yield Remark(
            at(lambda b: b.projects, one, lambda p: p.this_bid),
            Level.SHOULD,
            tr("Which project is this bid?"),
            tr("Exactly one is, and the centre is none of them."),
            tr("Take the tick away where it does not belong."),
        )


def volunteers_uncosted(bid: Bid, _facts: Facts) -> Iterable[Remark]:
    """Volunteers with us, and nothing in the costs for what they need."""
    costed = any(one.kind == "volunteers" for one in bid.cost_lines)
    if not bid.organisation.volunteers or not bid.cost_lines or costed:
        return
    if asked_price(bid) is not None:
        yield Remark(
            here(lambda b: b.cost_lines),
            Level.HINT,
            tr("Do volunteers help with this work?"),
            tr("Fares, training and support cost money, and giving is no unseen subsidy."),
            tr("Add a line of the kind “Volunteers” if they do."),
        )


HERE = Stage.COSTS
GERSHON = "Partnership in Public Services, 2006: no subsidy by donations or volunteers"
RULES = (
    rule(line_outside, HERE, "cost_lines costing", FULL_COST),
    rule(price_line_outside, HERE, "price_lines costing", FULL_COST),
    rule(line_negative, HERE, "cost_lines costing pay_figures", FULL_COST),
    rule(projects_unclear, HERE, "projects costing", FULL_COST, small_grant=False),
    rule(
        volunteers_uncosted,
        HERE,
        f"{BEHIND} organisation price_lines lots",
        GERSHON,
        small_grant=False,
    ),
)
