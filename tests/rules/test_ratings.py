"""Track record and stability: rated in a word, with reasons, unknown while nothing is said."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.organisation import AccountsYear, Policy, SelfAssessment, TrackRecord
from bidkit.rules.ratings import Rating, stability, track_record
from tests.rules.making import TODAY, made
from tests.strategies import bids

VALUE: dict[str, Any] = {"opportunity__value": Decimal(100_000)}


def record(number: int, **fields: object) -> TrackRecord:
    """A contract delivered this year, with its result."""
    whole = TrackRecord(
        id=f"t{number}", ends_on=date(2026, 3, 31), value=Decimal(50_000), result="82% stayed"
    )
    return whole.model_copy(update=fields)


@pytest.mark.requirement(24)
def test_three_recent_contracts_with_results_are_strong() -> None:
    strong = track_record(made(record(1), record(2), record(3), **VALUE), TODAY)
    assert strong.rating is Rating.STRONG
    assert len(strong.speaks_for) == 3


@pytest.mark.requirement(24)
@pytest.mark.parametrize(
    "fields", [{"result": ""}, {"value": Decimal(49_999)}, {"ends_on": date(2023, 11, 19)}]
)
def test_what_is_missing_makes_it_fair_and_is_named(fields: dict[str, object]) -> None:
    rated = track_record(made(*(record(n, **fields) for n in (1, 2)), record(3), **VALUE), TODAY)
    whole = track_record(made(*(record(n, **fields) for n in (1, 2, 3)), **VALUE), TODAY)
    assert rated.rating in (Rating.FAIR, Rating.STRONG)
    assert whole.rating in (Rating.FAIR, Rating.THIN)
    assert whole.speaks_against


@pytest.mark.requirement(21, 24)
def test_an_empty_register_is_unknown_and_an_old_one_thin() -> None:
    assert track_record(EMPTY, TODAY).rating is Rating.UNKNOWN
    assert track_record(made(record(1, ends_on=date(2020, 1, 1))), TODAY).rating is Rating.THIN


ACCOUNTS = AccountsYear(
    id="y1",
    year_end=date(2026, 3, 31),
    total_assets=Decimal(10),
    total_liabilities=Decimal(4),
    going_concern_doubt="no",
)
HELD = Policy(id="p1", held="yes", review_on=TODAY)
AREA = SelfAssessment(id="a1", rating=2)


@pytest.mark.requirement(7, 24)
def test_stability_is_read_from_what_is_held() -> None:
    strong = stability(made(ACCOUNTS, HELD, AREA, organisation__filings_current="yes"), TODAY)
    assert strong.rating is Rating.STRONG
    assert strong.speaks_against == ()
    late = made(ACCOUNTS, HELD, AREA, organisation__filings_current="no")
    assert stability(late, TODAY).rating is Rating.FAIR
    owing = ACCOUNTS.model_copy(
        update={"total_liabilities": Decimal(11), "going_concern_doubt": "yes"}
    )
    assert stability(made(owing), TODAY).rating is Rating.THIN
    assert stability(EMPTY, TODAY).rating is Rating.UNKNOWN


@given(bids(("track_record", "accounts", "policies", "self_assessment"), ("organisation",)))
def test_ratings_never_raise_and_always_say_why(bid: Bid) -> None:
    for rated in (track_record(bid, TODAY), stability(bid, TODAY)):
        assert (rated.rating is Rating.UNKNOWN) or rated.speaks_for or rated.speaks_against
