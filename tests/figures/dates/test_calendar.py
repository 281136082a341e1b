from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.errors import InputError
from bidkit.figures.dates.calendar import (
    WorkingCalendar,
    next_working_day,
    shift,
    working_day_counted,
    working_days_between,
)
from tests.figures.holidays import DATA, ENGLAND

DAYS = st.dates(min_value=ENGLAND.known_from, max_value=ENGLAND.known_to - timedelta(days=200))


def easter(year: int) -> date:
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, over = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * over + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def on_or_after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def by_rule(year: int) -> set[date]:
    sunday = easter(year)
    found = {sunday - timedelta(days=2), sunday + timedelta(days=1)}
    found |= {on_or_after(date(year, month, day), 0) for month, day in ((5, 1), (5, 25), (8, 25))}
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        day = fixed
        while day.weekday() > 4 or day in found:
            day += timedelta(days=1)
        found.add(day)
    return found


@pytest.mark.parametrize("year", range(2024, 2029))
def test_the_shipped_holidays_follow_the_rules(year: int) -> None:
    assert {day for day in ENGLAND.holidays if day.year == year} == by_rule(year)


@pytest.mark.requirement(122)
def test_the_data_say_where_they_come_from_and_when_to_look_again() -> None:
    for name in ("source", "url", "effective", "last_checked", "review_by"):
        assert DATA[name]
    assert date.fromisoformat(DATA["review_by"]) < ENGLAND.known_to


def test_counting_with_and_without_the_first_day() -> None:
    friday, monday, tuesday = date(2026, 11, 20), date(2026, 11, 23), date(2026, 11, 24)
    assert working_day_counted(ENGLAND, friday, 1) == friday
    assert working_day_counted(ENGLAND, friday, 2) == monday
    assert working_day_counted(ENGLAND, friday + timedelta(days=1), 1) == monday
    assert shift(ENGLAND, friday, 2) == tuesday
    assert shift(ENGLAND, tuesday, -2) == friday
    assert shift(ENGLAND, friday, 0) == friday
    assert next_working_day(ENGLAND, date(2026, 12, 25)) == date(2026, 12, 29)


@given(DAYS, st.integers(min_value=1, max_value=120))
def test_a_shift_is_what_is_counted_between(day: date, count: int) -> None:
    later = shift(ENGLAND, day, count)
    assert ENGLAND.is_working(later)
    assert working_days_between(ENGLAND, day, later) == count


@given(DAYS, st.integers(min_value=-60, max_value=120))
def test_days_between_are_those_that_work(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    low, high = sorted((start, end))
    days = [low + timedelta(days=i + 1) for i in range((high - low).days)]
    expected = sum(map(ENGLAND.is_working, days)) * (1 if end >= start else -1)
    assert working_days_between(ENGLAND, start, end) == expected


def test_a_calendar_knows_how_far_it_reaches() -> None:
    assert ENGLAND.covers(date(2026, 1, 1), date(2028, 12, 31))
    assert not ENGLAND.covers(date(2026, 1, 1), date(2029, 1, 1))


def test_impossible_counts_are_refused() -> None:
    with pytest.raises(InputError):
        working_day_counted(ENGLAND, date(2026, 1, 1), 0)
    no_holidays = WorkingCalendar(frozenset(), date.min, date.max)
    with pytest.raises(InputError, match="too far"):
        shift(no_holidays, date(9999, 12, 30), 5)
