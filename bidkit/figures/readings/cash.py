"""The money of one bid month by month: what comes in, what goes out, and the lowest point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.costs import Payment
from bidkit.figures.payments import CashFlow, cash_flow
from bidkit.figures.readings.plan import plan_of
from bidkit.figures.rounding import HUNDRED, NOUGHT, to_pence

MONTHS = 12
MOST_MONTHS = 240


@dataclass(frozen=True, slots=True)
class Cash:
    """The months by their first day, and the flow of money through them.

    undated: how many payments have no day or no amount yet, and are left out.
    """

    months: tuple[date, ...]
    flow: CashFlow
    undated: int


def cash_of(bid: Bid) -> Cash:
    """Return the cash flow of a bid from its plan and its payments, from the opening balance on.

    Formula: in each month what the plan spreads over it (plan_of), and the sum of the payments
    × how sure each is ÷ 100 (100 where not said).
    Units: pounds. Rounding: each amount to the penny. From the first month with a payment to the
    last, twenty years at most.
    """
    dated = [one for one in bid.payments if one.on is not None and one.amount is not None]
    dated = [one for one in dated if one.direction]
    plan = plan_of(bid)
    days = [one.on for one in dated if one.on is not None]
    if plan is not None:
        days += [plan.first, _months_later(plan.first, len(plan.incoming) - 1)]
    months = tuple(_months(days))
    places = {month: place for place, month in enumerate(months)}
    incoming, outgoing = [NOUGHT] * len(months), [NOUGHT] * len(months)
    for one in dated:
        if one.on is None or one.on.replace(day=1) not in places:
            continue
        side = incoming if one.direction == "in" else outgoing
        side[places[one.on.replace(day=1)]] += expected_amount(one)
    if plan is not None:
        start = places.get(plan.first, len(months))
        for at in range(min(len(plan.incoming), len(months) - start)):
            incoming[start + at] += plan.incoming[at]
            outgoing[start + at] += plan.outgoing[at]
    flow = cash_flow(bid.costing.opening_cash or NOUGHT, incoming, outgoing)
    return Cash(months, flow, len(bid.payments) - len(dated))


def expected_amount(payment: Payment) -> Decimal:
    """Return what a payment is counted as.

    Formula: amount × how sure it is ÷ 100, the whole where that is not said.
    Units: pounds. Rounding: to the penny.
    """
    sure = HUNDRED if payment.expected is None else payment.expected
    return to_pence((payment.amount or NOUGHT) * sure / HUNDRED)


def _months(days: list[date]) -> Iterator[date]:
    if not days:
        return
    month, last = min(days).replace(day=1), max(days).replace(day=1)
    for _ in range(MOST_MONTHS):
        if month > last:
            return
        yield month
        month = _months_later(month, 1)


def _months_later(month: date, count: int) -> date:
    years, at = divmod(month.month - 1 + count, MONTHS)
    return date(month.year + years, at + 1, 1)
