"""What a buyer would work out from our latest accounts, test by test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.organisation import AccountsYear
from bidkit.figures.readings.term import in_a_year, latest_accounts
from bidkit.figures.rounding import to_places
from bidkit.figures.standing import (
    Accounts,
    Grade,
    Level,
    StandingResult,
    fair_turnover,
    going_concern,
    grade,
    judge,
    turnover_multiple,
    without_accounts,
)

SAID = {"yes": True, "no": False}
PLACES = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """The tests E1 to E9, the grade over them, and the most turnover a buyer could fairly ask.

    year_end: of the accounts that were read; None where there are none. instead: test E11, what a
    body without accounts gives in their place; None where there are accounts.
    """

    results: tuple[StandingResult, ...]
    grade: Grade
    fair_turnover: Decimal | None
    year_end: date | None
    instead: StandingResult | None = None


def standing_of(bid: Bid, levels: Mapping[str, Level], fair_most: Decimal | None) -> Standing:
    """Return how the latest accounts stand against levels, by the name of the test (E1 to E9)."""
    latest = latest_accounts(bid.accounts)
    contract = yearly_value(bid)
    accounts = _accounts(latest, contract)
    first, *others = judge(accounts, levels)
    if fair_most is not None:
        asked = levels.get(first.id)
        first = turnover_multiple(accounts, asked.value if asked else None, fair_most)
    results = going_concern(
        (first, *others),
        SAID.get(latest.going_concern_doubt) if latest else None,
    )
    fair = None
    if contract is not None and fair_most is not None:
        fair = fair_turnover(contract, fair_most)
    if latest is None:
        us = bid.organisation
        instead = without_accounts(SAID.get(us.cash_forecast), SAID.get(us.bank_letter))
        return Standing(results, grade((*results, instead)), fair, None, instead)
    return Standing(results, grade(results), fair, latest.year_end)


def standing_figures(bid: Bid) -> dict[str, Decimal]:
    """Return every figure that can be worked out now, by its address: standing.E3.

    Units: as the tests have them. Rounding: two places, a half away from nought.
    """
    found = judge(_accounts(latest_accounts(bid.accounts), yearly_value(bid)), {})
    return {
        f"standing.{one.id}": to_places(one.value, PLACES) for one in found if one.value is not None
    }


def yearly_value(bid: Bid) -> Decimal | None:
    """Return what the buyer's value comes to a year, unrounded; None without a value."""
    value = bid.opportunity.value
    return None if value is None or value <= 0 else in_a_year(value, bid.opportunity)


def _accounts(latest: AccountsYear | None, contract: Decimal | None) -> Accounts:
    if latest is None:
        return Accounts(annual_contract=contract)
    score = latest.credit_score
    return Accounts(
        income=latest.income,
        spend=latest.spending,
        free_reserves=latest.free_reserves,
        current_assets=latest.current_assets,
        stock=latest.stock,
        creditors_within_year=latest.creditors_within_year,
        total_assets=latest.total_assets,
        total_liabilities=latest.total_liabilities,
        operating_surplus=latest.operating_surplus,
        credit_score=None if score is None else Decimal(score),
        annual_contract=contract,
    )
