"""When the money comes: cash month by month, its lowest point, and results that cover cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bidkit.figures.rounding import NOUGHT, share_percent, to_pence


@dataclass(frozen=True, slots=True)
class MonthFlow:
    """One month: money in, money out, and the balance at its end, in pounds."""

    incoming: Decimal
    outgoing: Decimal
    balance: Decimal


@dataclass(frozen=True, slots=True)
class CashFlow:
    """The months in order; lowest counts the opening balance too.

    lowest_month and first_below are places in months (None: at the start, or never).
    """

    months: tuple[MonthFlow, ...]
    lowest: Decimal
    lowest_month: int | None
    first_below: int | None

    @property
    def needed(self) -> Decimal:
        """The working capital needed so that the balance never falls below nought, in pounds."""
        return max(NOUGHT, -self.lowest)


def cash_flow(
    opening: Decimal, incoming: Sequence[Decimal], outgoing: Sequence[Decimal]
) -> CashFlow:
    """Return the balance at the end of every month, and its lowest point.

    Formula: balance = balance before + incoming − outgoing, month by month; a shorter list is
    filled up with noughts. Units: pounds. Rounding: each amount to the penny.
    """
    count = max(len(incoming), len(outgoing))
    balance = lowest = to_pence(opening)
    lowest_month: int | None = None
    first_below: int | None = None
    months = []
    for month in range(count):
        gained = to_pence(incoming[month]) if month < len(incoming) else NOUGHT
        spent = to_pence(outgoing[month]) if month < len(outgoing) else NOUGHT
        balance += gained - spent
        months.append(MonthFlow(gained, spent, balance))
        if balance < lowest:
            lowest, lowest_month = balance, month
        if balance < 0 and first_below is None:
            first_below = month
    return CashFlow(tuple(months), lowest, lowest_month, first_below)


def break_even_percent(cost: Decimal, fixed: Decimal, for_results: Decimal) -> Decimal | None:
    """Return the share of the expected results at which income covers cost, in percent.

    Formula: (cost − fixed payment) ÷ payment for all expected results × 100, never below 0.
    Rounding: none. None where no results are paid for; above 100 means it cannot be covered.
    """
    if for_results <= 0:
        return None
    return max(NOUGHT, share_percent(cost - fixed, for_results) or NOUGHT)
