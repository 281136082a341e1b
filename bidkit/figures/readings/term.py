"""How long a contract or grant runs, what it is worth a year, and the accounts beside it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from bidkit.domain.opportunity import Opportunity
from bidkit.domain.organisation import AccountsYear

MONTHS = 12


def whole_months(start: date, end: date) -> int:
    """Return the months from one day to another, both included: 1 April to 31 March are 12."""
    after = end if end == date.max else end + timedelta(days=1)
    months = (after.year - start.year) * MONTHS + after.month - start.month
    return months - 1 if after.day < start.day else months


def term_months(opportunity: Opportunity) -> int | None:
    """Return how many months the contract or grant runs; None while unknown."""
    period = opportunity.period
    if period.months is not None:
        return period.months
    if period.starts_on is None or period.ends_on is None or period.ends_on < period.starts_on:
        return None
    return whole_months(period.starts_on, period.ends_on)


def in_a_year(whole: Decimal, opportunity: Opportunity) -> Decimal:
    """Return what a year brings of a sum for the whole term.

    Formula: whole × 12 ÷ months; a term under twelve months, or one that is not known, counts as
    a year. Units: pounds. Not rounded.
    """
    return whole * MONTHS / max(term_months(opportunity) or MONTHS, MONTHS)


def latest_accounts(accounts: Iterable[AccountsYear]) -> AccountsYear | None:
    """Return the accounts that end last; those without a day count as oldest."""
    return max(
        accounts, key=lambda one: (one.year_end or date.min, one.order, one.id), default=None
    )
