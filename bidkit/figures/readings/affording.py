"""Can we afford to win: what a year of it is, beside our income, our cash and our reserves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.figures.readings.cash import cash_of
from bidkit.figures.readings.costs import price_of
from bidkit.figures.readings.term import in_a_year, latest_accounts
from bidkit.figures.rounding import NOUGHT, share_percent, to_pence
from bidkit.figures.standing import Accounts, judge


@dataclass(frozen=True)
class Affording:
    """The figures beside the question; None where something is not known.

    a_year: what a year of it brings, pounds. share: of a year's income, percent. times: how often
    income covers a year of it. reserves: free reserves in months of spending. lowest: the lowest
    balance of the cash flow and its month (None: at the start). needed: cash needed before we are
    paid, typed or worked out. short: how much of it is missing, nought where it is there.
    """

    a_year: Decimal | None
    share: Decimal | None
    times: Decimal | None
    reserves: Decimal | None
    lowest: Decimal | None
    lowest_in: date | None
    needed: Decimal | None
    available: Decimal | None

    @property
    def short(self) -> Decimal | None:
        """What is missing of the cash that is needed, in pounds."""
        if self.needed is None or self.available is None:
            return None
        return max(NOUGHT, self.needed - self.available)


def affording_of(bid: Bid) -> Affording:
    """Return what winning would mean for our money.

    Formula: a year = price (else value) × 12 ÷ months, the whole where it runs a year or less;
    share = a year ÷ income of the latest accounts × 100; the cash needed is what was typed, else
    the deepest point of the cash flow below nought. Units: pounds, percent, months. Rounding: a
    year and the cash to the penny. Source: tests E1, E2 and E7 of `standing`.
    """
    latest = latest_accounts(bid.accounts)
    a_year = yearly_value(bid)
    given = Accounts(
        income=latest.income if latest is not None else None,
        spend=latest.spending if latest is not None else None,
        free_reserves=latest.free_reserves if latest is not None else None,
        annual_contract=a_year,
    )
    tests = {one.id: one.value for one in judge(given, {})}
    cash = cash_of(bid)
    flows = bool(cash.months)
    month = cash.flow.lowest_month
    typed = bid.decision.cash_needed
    return Affording(
        a_year=a_year,
        share=income_share(bid),
        times=tests["E1"],
        reserves=tests["E7"],
        lowest=cash.flow.lowest if flows else None,
        lowest_in=cash.months[month] if flows and month is not None else None,
        needed=typed if typed is not None else (cash.flow.needed if flows else None),
        available=bid.decision.cash_available,
    )


def income_share(bid: Bid) -> Decimal | None:
    """Return what percentage of the latest income a year of it would be, unrounded."""
    latest, a_year = latest_accounts(bid.accounts), yearly_value(bid)
    if latest is None or not latest.income or a_year is None:
        return None
    return share_percent(a_year, latest.income)


def yearly_value(bid: Bid) -> Decimal | None:
    """Return what a year of the contract or grant brings, in pounds; None while not known."""
    whole = price_of(bid)
    if whole is None:
        whole = bid.opportunity.value
    if whole is None:
        return None
    return to_pence(in_a_year(whole, bid.opportunity))
