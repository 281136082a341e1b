"""Working days: not a weekend and not a bank holiday; the holidays are data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bidkit.errors import InputError
from bidkit.words import tr

SATURDAY = 5
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The bank holidays of one part of the United Kingdom, and the days they are known for."""

    holidays: frozenset[date]
    known_from: date
    known_to: date

    def covers(self, *days: date) -> bool:
        """Tell whether the holidays are known on all these days, so that a count is certain."""
        return all(self.known_from <= day <= self.known_to for day in days)

    def is_working(self, day: date) -> bool:
        """Tell whether this is a working day."""
        return day.weekday() < SATURDAY and day not in self.holidays


def working_day_counted(calendar: WorkingCalendar, first: date, count: int) -> date:
    """Return the last of so many working days of which the first day is one, if it works.

    Formula: the first working day on or after `first` is day 1. Units: working days, at least 1.
    Errors: InputError where the count is below 1.
    Source: the standstill counts "beginning with the day of publication"; T-STAND.
    """
    if count < 1:
        raise InputError(tr("A number of working days must be at least 1."))
    day = next_working_day(calendar, first)
    return day if count == 1 else shift(calendar, day, count - 1)


def next_working_day(calendar: WorkingCalendar, day: date) -> date:
    """Return the day itself if it is a working day, else the next one that is."""
    return day if calendar.is_working(day) else shift(calendar, day, 1)


def shift(calendar: WorkingCalendar, day: date, count: int) -> date:
    """Return the working day so many after a day (before it, for a count below nought).

    Formula: the day itself is not counted. A count of nought gives the day itself.
    Errors: InputError where the calendar has no such day.
    """
    step = ONE_DAY if count > 0 else -ONE_DAY
    left = abs(count)
    try:
        while left:
            day += step
            left -= calendar.is_working(day)
    except OverflowError as error:
        raise InputError(tr("This date is too far away.")) from error
    return day


def working_days_between(calendar: WorkingCalendar, start: date, end: date) -> int:
    """Return how many working days follow the start, up to and with the end.

    Formula: working days d with start < d ≤ end; the sign turned where the end comes first.
    """
    if end < start:
        return -working_days_between(calendar, end, start)
    whole_weeks, rest = divmod((end - start).days, 7)
    weekdays = whole_weeks * 5
    weekdays += sum((end - i * ONE_DAY).weekday() < SATURDAY for i in range(rest))
    holidays = (day for day in calendar.holidays if start < day <= end)
    return weekdays - sum(day.weekday() < SATURDAY for day in holidays)
