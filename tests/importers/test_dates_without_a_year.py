"""Dates without a year are read near to days that are known, and never taken for something else."""

from __future__ import annotations

from datetime import date, time

import pytest

from bidkit.importers.notice.moments import dates_in

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("by 12 noon on Friday 4 December", date(2026, 12, 4)),
        ("no later than 4th of Dec.", date(2026, 12, 4)),
        ("by FRI 4 DECEMBER", date(2026, 12, 4)),
        ("on 5 January", date(2027, 1, 5)),
        ("issued on 20 November", date(2026, 11, 20)),
        ("by 10 June", date(2027, 6, 10)),
        ("by Tuesday 1 September", date(2026, 9, 1)),
        ("open 3 May", date(2027, 5, 3)),
        ("on 29 February", None),
    ],
)
def test_the_likeliest_year_is_assumed(words: str, day: date | None) -> None:
    found = list(dates_in(words, (TODAY,)))
    assert [one.day for one in found] == ([day] if day else [])
    assert all(one.year_assumed and one.weekday_fits for one in found)


def test_the_time_beside_it_is_read() -> None:
    (found,) = dates_in("by 12 noon on Friday 4 December", (TODAY,))
    assert found.at == time(12)


def test_a_day_of_the_week_that_fits_no_near_year_is_told() -> None:
    (found,) = dates_in("by Monday 4 December", (TODAY,))
    assert (found.day, found.weekday_fits) == (date(2026, 12, 4), False)


def test_a_full_date_in_the_sentence_gives_the_year() -> None:
    both = list(dates_in("from 3 December to 5 January 2030", (TODAY,)))
    assert [one.day for one in both] == [date(2029, 12, 3), date(2030, 1, 5)]
    assert [one.year_assumed for one in both] == [True, False]


@pytest.mark.parametrize(
    "words",
    ["section 3 may be left empty", "see clause 12.4 December", "14 Marketing", "4 December 2026"],
)
def test_nothing_else_is_taken_for_one(words: str) -> None:
    assert not any(one.year_assumed for one in dates_in(words, (TODAY,)))


def test_without_days_to_be_near_to_only_full_dates_are_found() -> None:
    assert not list(dates_in("by 12 noon on Friday 4 December"))
