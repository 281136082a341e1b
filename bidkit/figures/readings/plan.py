"""Money month by month from the costs, the price, and how the buyer pays, results included."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.figures.payments import break_even_percent
from bidkit.figures.readings.costs import Costs, readable_costs
from bidkit.figures.readings.schedule import by_year, schedule_of
from bidkit.figures.rounding import HUNDRED, NOUGHT, to_pence
from bidkit.figures.shares import apportion

MONTHS = 12
PERIOD = {"month": 1, "quarter": 3, "half year": 6, "year": 12}
LATEST = 24


@dataclass(frozen=True, slots=True)
class Plan:
    """The months of a contract from its first: what comes in and what goes out, in pounds.

    for_results: what is paid in all if every result is reached, within what comes in or not.
    """

    first: date
    incoming: tuple[Decimal, ...]
    outgoing: tuple[Decimal, ...]
    fixed: Decimal
    for_results: Decimal


def plan_of(bid: Bid) -> Plan | None:
    """Return the months of the contract; None until price, first day and rhythm are known.

    Formula: costs of a year are spent in twelve like parts. The price of a year (of the schedule,
    else by full cost) is paid in like parts at the beginning or in the last month of each period,
    so many months later; the part for results is earned in twelve like parts × results reached
    ÷ 100 and paid so many months after. Rounding: like parts by largest remainder, to the penny.
    """
    costing, costs = bid.costing, readable_costs(bid)
    first, rhythm = costing.first_year_starts_on, costing.paid_every
    if costs is None or first is None or not rhythm:
        return None
    prices = prices_by_year(bid, costs)
    if not prices or first.year + len(prices) + 3 > date.max.year:
        return None
    length = len(prices) * MONTHS + 2 * LATEST
    incoming, outgoing = [NOUGHT] * length, [NOUGHT] * length
    fixed = earned = NOUGHT
    for year, (price, cost) in enumerate(zip(prices, costs.full_by_year, strict=True)):
        for month, part in enumerate(_parts(cost, MONTHS)):
            outgoing[year * MONTHS + month] += part
        for_results = to_pence(price * _share(costing.results_share) / HUNDRED)
        fixed, earned = fixed + price - for_results, earned + for_results
        _pay_fixed(bid, incoming, year * MONTHS, price - for_results)
        _pay_results(bid, incoming, year * MONTHS, for_results)
    last = max((at for at in range(length) if incoming[at] or outgoing[at]), default=0) + 1
    plan_in, plan_out = tuple(incoming[:last]), tuple(outgoing[:last])
    return Plan(first.replace(day=1), plan_in, plan_out, fixed, earned)


def prices_by_year(bid: Bid, costs: Costs) -> tuple[Decimal, ...]:
    """Return the price of each year: the schedule's, else the price shared by full cost.

    What the schedule puts into no year is shared by full cost too. Empty without a price.
    """
    weights = [max(NOUGHT, cost) for cost in costs.full_by_year]
    if not any(weights):
        weights = [Decimal(1)] * len(weights)
    rows = by_year(bid, costs)
    given = [row.given for row in rows if row.year]
    if given:
        rest = sum((row.given for row in rows if not row.year), NOUGHT)
        shared = apportion(rest, weights)
        return tuple(a + b for a, b in zip(given, shared, strict=True))
    price = costs.price if costs.price is not None else schedule_of(bid).given or None
    return apportion(price, weights) if price is not None else ()


def break_even(bid: Bid) -> Decimal | None:
    """Return the share of the results at which income covers full cost, in percent, or None.

    Formula: break_even_percent of full cost, fixed payments and payments for all results.
    """
    plan, costs = plan_of(bid), readable_costs(bid)
    if plan is None or costs is None or costs.full is None:
        return None
    return break_even_percent(costs.full, plan.fixed, plan.for_results)


def _pay_fixed(bid: Bid, incoming: list[Decimal], start: int, amount: Decimal) -> None:
    length = PERIOD[bid.costing.paid_every]
    later = 0 if bid.costing.paid_when == "in advance" else length - 1
    for at, part in enumerate(_parts(amount, MONTHS // length)):
        incoming[start + at * length + later + _delay(bid.costing.paid_after)] += part


def _pay_results(bid: Bid, incoming: list[Decimal], start: int, amount: Decimal) -> None:
    reached = bid.costing.results_reached
    expected = to_pence(amount * (HUNDRED if reached is None else max(NOUGHT, reached)) / HUNDRED)
    for month, part in enumerate(_parts(expected, MONTHS)):
        incoming[start + month + _delay(bid.costing.results_after)] += part


def _parts(amount: Decimal, count: int) -> tuple[Decimal, ...]:
    return apportion(amount, [Decimal(1)] * count)


def _share(percent: Decimal | None) -> Decimal:
    return min(HUNDRED, max(NOUGHT, percent or NOUGHT))


def _delay(months: int | None) -> int:
    return min(LATEST, max(0, months or 0))
