"""What winning would mean for our money."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.costs import Payment
from bidkit.domain.edits import with_fields
from bidkit.domain.organisation import AccountsYear
from bidkit.figures.readings.affording import affording_of, yearly_value
from bidkit.figures.readings.standing import yearly_value as contract_a_year

ACCOUNTS = AccountsYear(
    id="a",
    year_end=date(2026, 3, 31),
    income=Decimal(180_000),
    spending=Decimal(172_000),
    free_reserves=Decimal(43_000),
)


def bid_with(**fields: object) -> Bid:
    named = {name.replace("__", "."): value for name, value in fields.items()}
    made: Bid = with_fields(EMPTY, named)
    return made


@pytest.mark.requirement(7, 140)
def test_a_year_of_it_beside_income_and_reserves() -> None:
    bid = bid_with(accounts=(ACCOUNTS,), opportunity__value=Decimal(75_000))
    found = affording_of(bid)
    assert found.a_year == Decimal(75_000)
    assert found.share is not None
    assert round(found.share, 2) == Decimal("41.67")
    assert found.times == Decimal("2.4")
    assert found.reserves == Decimal(3)


def test_a_long_contract_is_counted_by_the_year_and_a_short_one_whole() -> None:
    years = bid_with(opportunity__value=Decimal(90_000), opportunity__period__months=36)
    assert yearly_value(years) == Decimal(30_000)
    half = bid_with(opportunity__value=Decimal(90_000), opportunity__period__months=6)
    assert yearly_value(half) == Decimal(90_000)
    dated = bid_with(
        opportunity__value=Decimal(90_000),
        opportunity__period__starts_on=date(2027, 4, 1),
        opportunity__period__ends_on=date(2029, 3, 31),
    )
    assert yearly_value(dated) == Decimal(45_000)
    assert yearly_value(EMPTY) is None


def test_one_term_is_as_long_wherever_it_is_counted() -> None:
    bid = bid_with(
        opportunity__value=Decimal(130_000),
        opportunity__period__starts_on=date(2027, 4, 1),
        opportunity__period__ends_on=date(2028, 5, 15),
    )
    assert yearly_value(bid) == contract_a_year(bid) == Decimal(120_000)


def test_accounts_without_their_day_are_read_too_and_count_as_oldest() -> None:
    undated = ACCOUNTS.model_copy(update={"id": "u", "year_end": None, "income": Decimal(1)})
    bid = bid_with(accounts=(undated,), opportunity__value=Decimal(75_000))
    assert affording_of(bid).times is not None
    both = bid_with(accounts=(undated, ACCOUNTS), opportunity__value=Decimal(75_000))
    assert affording_of(both).times == Decimal("2.4")


def test_the_price_counts_before_the_value() -> None:
    bid = bid_with(opportunity__value=Decimal(90_000), costing__price=Decimal(80_000))
    assert yearly_value(bid) == Decimal(80_000)


def test_the_cash_needed_is_typed_or_read_from_the_payments() -> None:
    payments = (
        Payment(id="1", direction="out", on=date(2027, 4, 5), amount=Decimal(6_000)),
        Payment(id="2", direction="in", on=date(2027, 6, 5), amount=Decimal(9_000)),
    )
    bid = bid_with(payments=payments, decision__cash_available=Decimal(5_000))
    found = affording_of(bid)
    assert (found.lowest, found.lowest_in) == (Decimal(-6_000), date(2027, 4, 1))
    assert (found.needed, found.short) == (Decimal(6_000), Decimal(1_000))
    typed = affording_of(with_fields(bid, {"decision.cash_needed": Decimal(4_000)}))
    assert (typed.needed, typed.short) == (Decimal(4_000), Decimal(0))
    assert affording_of(EMPTY).short is None
