from __future__ import annotations

from datetime import date

import pytest

from bidkit.figures.dates.standstill import (
    Counted,
    Standing,
    StandstillRule,
    claim_limit,
    earliest_close,
    representations,
    standstill,
)
from tests.figures.holidays import ENGLAND, STANDSTILL


def rule_of(regime: str) -> StandstillRule | None:
    data = STANDSTILL["regimes"][regime]
    return StandstillRule(data["days"], Counted(data["counted"])) if data else None


@pytest.mark.parametrize(
    ("published", "last_day"),
    [
        (date(2026, 11, 2), date(2026, 11, 11)),
        (date(2026, 12, 21), date(2027, 1, 4)),
        (date(2024, 12, 24), date(2025, 1, 7)),
        (date(2026, 4, 1), date(2026, 4, 14)),
    ],
)
def test_t_stand(published: date, last_day: date) -> None:
    found = standstill(rule_of("pa23_above"), published, None, ENGLAND)
    assert found.standing is Standing.MANDATORY
    assert found.last_day == last_day
    assert found.certain


def test_t_stand_earliest_signing() -> None:
    found = standstill(rule_of("pa23_above"), date(2026, 11, 2), None, ENGLAND)
    assert found.earliest_signing == date(2026, 11, 12)
    christmas = standstill(rule_of("pa23_above"), date(2024, 12, 24), None, ENGLAND)
    assert christmas.last_day is not None
    assert (christmas.last_day - christmas.first_day).days == 14


@pytest.mark.parametrize("regime", ["pa23_light_touch", "pa23_below", "nhs_psr", "grant"])
def test_other_regimes_never_get_eight_days_by_default(regime: str) -> None:
    rule = rule_of(regime)
    found = standstill(rule, date(2026, 11, 2), None, ENGLAND)
    assert (found.standing, found.last_day, found.earliest_signing) == (Standing.NONE, None, None)
    stated = standstill(rule, date(2026, 11, 2), date(2026, 11, 9), ENGLAND)
    assert (stated.standing, stated.last_day) == (Standing.VOLUNTARY, date(2026, 11, 9))


def test_the_end_a_notice_states() -> None:
    rule = rule_of("pa23_above")
    later = standstill(rule, date(2026, 11, 2), date(2026, 11, 20), ENGLAND)
    assert (later.last_day, later.too_short) == (date(2026, 11, 20), False)
    earlier = standstill(rule, date(2026, 11, 2), date(2026, 11, 9), ENGLAND)
    assert (earlier.last_day, earlier.too_short) == (date(2026, 11, 9), True)


def test_the_ten_days_of_the_old_regulations_end_on_a_working_day() -> None:
    found = standstill(rule_of("pcr2015"), date(2026, 11, 10), None, ENGLAND)
    assert found.last_day == date(2026, 11, 20)
    weekend = standstill(rule_of("pcr2015"), date(2026, 11, 11), None, ENGLAND)
    assert weekend.last_day == date(2026, 11, 23)


def test_health_services() -> None:
    days = STANDSTILL["nhs_psr"]
    found = representations(date(2026, 11, 3), days["representation_working_days"], ENGLAND)
    assert (found.last_day, found.certain) == (date(2026, 11, 13), True)
    after = earliest_close(date(2026, 11, 18), days["close_working_days_after_answer"], ENGLAND)
    assert after == date(2026, 11, 25)


def test_a_claim_counts_the_day_of_knowledge() -> None:
    assert claim_limit(date(2026, 11, 2), STANDSTILL["claim_days"]) == date(2026, 12, 1)


def test_beyond_the_known_holidays_nothing_is_certain() -> None:
    found = standstill(rule_of("pa23_above"), date(2028, 12, 28), None, ENGLAND)
    assert not found.certain
