from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.errors import InputError
from bidkit.figures.dates.deadlines import (
    UK,
    Deadline,
    Urgency,
    earliest_reading,
    in_uk,
    next_deadline,
    time_left,
    uk_moment,
    urgency,
)

NOON = datetime(2026, 12, 4, 12, 0, tzinfo=UK)
MOMENTS = st.integers(min_value=1_700_000_000, max_value=1_860_000_000).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)


def test_days_left_are_counted_between_uk_dates() -> None:
    left = time_left(NOON, datetime(2026, 11, 25, 23, 59, tzinfo=UK))
    assert left.days == 9
    assert left.exact == timedelta(days=8, hours=12, minutes=1)
    summer = datetime(2026, 7, 1, 0, 30, tzinfo=UK)
    assert time_left(summer, datetime(2026, 6, 30, 23, 45, tzinfo=UTC)).days == 0


def test_the_clocks_going_back_add_an_hour() -> None:
    evening = datetime(2026, 10, 24, 18, 0, tzinfo=UK)
    noon_after = datetime(2026, 10, 25, 12, 0, tzinfo=UK)
    assert time_left(noon_after, evening).exact == timedelta(hours=19)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(10, Urgency.CALM), (9, Urgency.SOON), (3, Urgency.SOON), (2, Urgency.CLOSE)],
)
def test_urgency(days: int, expected: Urgency) -> None:
    assert urgency(time_left(NOON, NOON - timedelta(days=days))) is expected
    assert urgency(time_left(NOON, NOON)) is Urgency.PASSED


@given(MOMENTS, MOMENTS)
def test_passed_exactly_when_not_before(deadline: datetime, now: datetime) -> None:
    left = time_left(deadline, now)
    assert left.passed == (deadline <= now)
    assert left.days >= 0 or left.passed


def test_in_doubt_the_earlier_counts() -> None:
    assert uk_moment(date(2026, 12, 4), None) == datetime(2026, 12, 4, 0, 0, tzinfo=UK)
    twice = uk_moment(date(2026, 10, 25), time(1, 30))
    assert twice.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    missing = uk_moment(date(2027, 3, 28), time(1, 30))
    assert missing.astimezone(UTC) == datetime(2027, 3, 28, 0, 30, tzinfo=UTC)
    reading = earliest_reading([NOON, NOON - timedelta(hours=1)])
    assert (reading.moment, reading.doubtful) == (NOON - timedelta(hours=1), True)
    assert not earliest_reading([NOON, NOON.astimezone(UTC)]).doubtful


def test_the_next_deadline() -> None:
    questions = Deadline("questions", NOON - timedelta(days=10))
    tender = Deadline("tender", NOON)
    now = NOON - timedelta(days=12)
    assert next_deadline([tender, questions], now) == questions
    assert next_deadline([tender, questions], NOON - timedelta(days=1)) == tender
    assert next_deadline([tender], NOON) is None


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(InputError, match="time zone"):
        in_uk(NOON.replace(tzinfo=None))
    with pytest.raises(InputError, match="no date"):
        earliest_reading([])
