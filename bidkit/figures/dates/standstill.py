"""After the award: until when the buyer must wait, and until when we may object."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bidkit.figures.dates.calendar import (
    ONE_DAY,
    WorkingCalendar,
    next_working_day,
    shift,
    working_day_counted,
)


class Standing(StrEnum):
    """Why there is a standstill, or that there is none."""

    MANDATORY = "mandatory"
    VOLUNTARY = "voluntary"
    NONE = "none"


class Counted(StrEnum):
    """How the days of a standstill are counted."""

    WORKING_DAYS_WITH_PUBLICATION = "working_days_with_publication"
    DAYS_AFTER_SENDING = "days_after_sending"


@dataclass(frozen=True, slots=True)
class StandstillRule:
    """The shortest standstill a law demands; dated data."""

    days: int
    counted: Counted


@dataclass(frozen=True, slots=True)
class Standstill:
    """From which day to which the buyer must wait; midnight ends the last day.

    too_short: the notice states an end before the law's. certain: all bank holidays are known.
    """

    standing: Standing
    first_day: date
    last_day: date | None = None
    earliest_signing: date | None = None
    too_short: bool = False
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Representations:
    """Health services: the last day to object, and whether all bank holidays up to it are known."""

    last_day: date
    certain: bool


def standstill(
    rule: StandstillRule | None,
    published: date,
    stated_end: date | None,
    calendar: WorkingCalendar,
) -> Standstill:
    """Return the standstill after an award notice.

    Formula: with a rule, its days counted in its manner; the notice's own end holds where it is
    later, and where it is earlier the earlier counts and is marked too short. Without a rule
    (light touch, below threshold, grant) only an end the notice states, else none.
    Earliest signing: the day after the last. Units: days.
    Source: Procurement Act 2023, section 51; Public Contracts Regulations 2015; T-STAND.
    """
    if rule is None:
        return _voluntary(published, stated_end)
    least = _least_end(rule, published, calendar)
    last = least if stated_end is None else stated_end
    return Standstill(
        Standing.MANDATORY,
        published,
        last,
        last + ONE_DAY,
        too_short=last < least,
        certain=calendar.covers(published, max(last, least)),
    )


def representations(begins: date, days: int, calendar: WorkingCalendar) -> Representations:
    """Return the last day for written representations on a health services award.

    Formula: the working day so many after the standstill begins, until midnight at its end.
    Source: Provider Selection Regime guidance, NHS England; SI 2023/1348, regulation 12.
    """
    last = shift(calendar, begins, days)
    return Representations(last, calendar.covers(begins, last))


def earliest_close(answered: date, days: int, calendar: WorkingCalendar) -> date:
    """Return the last day a health body must still wait after its answer was given.

    Formula: the working day so many after the answer. Source: as representations.
    """
    return shift(calendar, answered, days)


def claim_limit(known_on: date, days: int) -> date:
    """Return the last day to start a claim.

    Formula: so many days of which the day of knowledge is the first, so that in doubt the earlier
    day counts. Source: Procurement Act 2023 as read at legal500.com; take legal advice.
    """
    return known_on + timedelta(days=days - 1)


def _voluntary(published: date, stated_end: date | None) -> Standstill:
    if stated_end is None:
        return Standstill(Standing.NONE, published)
    return Standstill(Standing.VOLUNTARY, published, stated_end, stated_end + ONE_DAY)


def _least_end(rule: StandstillRule, published: date, calendar: WorkingCalendar) -> date:
    if rule.counted is Counted.WORKING_DAYS_WITH_PUBLICATION:
        return working_day_counted(calendar, published, rule.days)
    return next_working_day(calendar, published + timedelta(days=rule.days))
