"""Staff of one bid: what each post costs an employer, year by year, from the figures in the bid."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.costs import CostLine, PayFigures
from bidkit.errors import InputError
from bidkit.figures.rounding import HUNDRED, NOUGHT, to_pence
from bidkit.figures.staff_cost import (
    MONTHS,
    Post,
    PostCost,
    Rates,
    full_time_equivalent,
    post_cost,
)
from bidkit.words import tr

WEEKS = Decimal(365) / Decimal(7)
NOTHING = PostCost("", NOUGHT, NOUGHT, NOUGHT)


def worked_out(bid: Bid, line: CostLine) -> bool:
    """Tell whether a line is a post whose cost is worked out, and not typed."""
    typed = line.amount is not None
    return line.kind == "staff" and line.salary is not None and not typed and bool(bid.pay_figures)


def rates_by_year(bid: Bid, count: int) -> tuple[Rates, ...]:
    """Return the figures of each year: those of the last year that has any, carried on.

    rise_percent is the pay rise said for the bid, or inflation where none is said.
    Empty where the bid holds no figures at all.
    """
    known = sorted(bid.pay_figures, key=lambda one: one.from_year or 1)
    if not known:
        return ()
    rise = bid.costing.pay_rise
    rise = (bid.costing.inflation or NOUGHT) if rise is None else rise
    found = []
    for year in range(1, count + 1):
        held = [one for one in known if (one.from_year or 1) <= year]
        found.append(_rates(held[-1] if held else known[0], rise))
    return tuple(found)


def post_line_years(bid: Bid, line: CostLine, count: int) -> tuple[PostCost, ...]:
    """Return what one staff line costs in each year; noughts in the years it does not run.

    Formula: post_cost for each post, × how many such posts; 1.8 of full time counts as one whole
    post and one of 0.8, because thresholds are for each person. Pay rises from the second year on.
    months counts in the first year the line runs. Rounding: each post's parts to the penny.
    Errors: InputError where hours, months or shares do not make sense.
    """
    rates = rates_by_year(bid, count)
    full_time, month_count = time_of(bid, line), line.months
    if line.year is not None:
        runs = range(line.year, line.year + 1)
    else:
        runs = range(1, count + 1 if line.every_year else 2)
    growth, years = Decimal(1), []
    for year, figures in enumerate(rates, 1):
        if year > 1 and line.year is None:
            growth *= 1 + figures.rise_percent / HUNDRED
        if year not in runs:
            years.append(NOTHING)
            continue
        part = MONTHS if month_count is None or year != runs.start else month_count
        years.append(_team_cost(line, full_time, part, figures, growth))
    return tuple(years)


def time_of(bid: Bid, line: CostLine) -> Decimal:
    """Return the share of full time of a post: as typed, from its hours, or all of it."""
    if line.fte is not None:
        return line.fte
    if line.hours is not None:
        full = bid.costing.full_time_hours
        share = full_time_equivalent(line.hours, full) if full is not None else None
        if share is None:
            raise InputError(
                tr("How many hours are a full week with you?"),
                tr("The pay is for full time, and the post is in hours."),
                tr("Enter the hours of a full week beside the hours of the post."),
            )
        return share
    return Decimal(1)


def free_allowance(bid: Bid, by_line: Sequence[Sequence[PostCost]], count: int) -> list[Decimal]:
    """Return what the Employment Allowance takes off in each year.

    Formula: min(allowance left over by other staff, Σ insurance of the year). Units: pounds.
    """
    left = max(NOUGHT, to_pence(bid.costing.allowance_free or NOUGHT))
    insured = [sum((years[at].insurance for years in by_line), NOUGHT) for at in range(count)]
    return [min(left, amount) for amount in insured]


def hourly_pay(line: CostLine, full_time_hours: Decimal | None) -> Decimal | None:
    """Return full-time pay ÷ (full week × 365 ÷ 7), to the penny; None where one is not known."""
    if line.salary is None or full_time_hours is None or full_time_hours <= 0:
        return None
    return to_pence(line.salary / (full_time_hours * WEEKS))


def _team_cost(
    line: CostLine, full_time: Decimal, months: Decimal, rates: Rates, growth: Decimal
) -> PostCost:
    share = Decimal(1) if line.time_share is None else line.time_share / HUNDRED
    whole, part = divmod(full_time, 1) if full_time > 1 else (NOUGHT, full_time)
    team = Decimal(1) if line.quantity is None else line.quantity
    pay = line.salary or NOUGHT
    found = NOTHING
    for count, time in ((whole, Decimal(1)), (Decimal(1), part)):
        if count:
            post = Post(line.title, pay, time, months, share, line.pension_rate)
            found = _sum(found, post_cost(post, rates, growth), count * team)
    return found


def _sum(so_far: PostCost, one: PostCost, count: Decimal) -> PostCost:
    return PostCost(
        one.key,
        so_far.pay + to_pence(one.pay * count),
        so_far.insurance + to_pence(one.insurance * count),
        so_far.pension + to_pence(one.pension * count),
    )


def _rates(known: PayFigures, rise: Decimal) -> Rates:
    return Rates(
        known.insurance_rate or NOUGHT,
        known.insurance_from or NOUGHT,
        known.pension_rate or NOUGHT,
        known.pension_from or NOUGHT,
        known.pension_to,
        rise,
    )
