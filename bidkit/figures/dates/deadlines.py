"""Deadlines in UK time: how much is left, which comes next, and the earlier of two readings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bidkit.errors import InputError
from bidkit.words import tr

UK = ZoneInfo("Europe/London")
MIDNIGHT = time(0)


class Urgency(StrEnum):
    """How near a deadline is; always shown with its words as well as its colour."""

    CALM = "calm"
    SOON = "soon"
    CLOSE = "close"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class TimeLeft:
    """What is left: calendar days between the UK dates, and the exact time."""

    days: int
    exact: timedelta

    @property
    def passed(self) -> bool:
        """Tell whether the deadline has gone by."""
        return self.exact <= timedelta(0)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment something must be done by; the key says what."""

    key: str
    moment: datetime


@dataclass(frozen=True, slots=True)
class Reading:
    """The earliest of several readings of one deadline, and whether they disagree."""

    moment: datetime
    doubtful: bool


def in_uk(moment: datetime) -> datetime:
    """Return a moment as UK clocks show it.

    Errors: InputError for a moment without a time zone.
    """
    if moment.tzinfo is None:
        raise InputError(
            tr("This time does not say in which time zone it is."),
            advice=tr("Confirm the date and time of the deadline."),
        )
    return moment.astimezone(UK)


def uk_moment(day: date, at: time | None) -> datetime:
    """Return a day and time typed as UK clocks show them; in doubt the earlier counts.

    Without a time it is the very start of the day. Of the two readings of a time when the clocks
    change, it is the earlier.
    """
    shown = datetime.combine(day, at or MIDNIGHT)
    readings = (shown.replace(tzinfo=UK, fold=fold) for fold in (0, 1))
    return min(readings, key=datetime.timestamp)


def time_left(deadline: datetime, now: datetime) -> TimeLeft:
    """Return what is left until a deadline.

    Formula: UK date of the deadline − UK date of now, in days (0 on the day itself, below nought
    after it); exact = deadline − now. Errors: InputError for a moment without a time zone.
    """
    until, since = in_uk(deadline), in_uk(now)
    exact = timedelta(seconds=until.timestamp() - since.timestamp())
    return TimeLeft((until.date() - since.date()).days, exact)


def urgency(left: TimeLeft, soon_below: int = 10, close_below: int = 3) -> Urgency:
    """Return how near a deadline is: under ten days soon, under three close."""
    if left.passed:
        return Urgency.PASSED
    if left.days < close_below:
        return Urgency.CLOSE
    return Urgency.SOON if left.days < soon_below else Urgency.CALM


def next_deadline(deadlines: Sequence[Deadline], now: datetime) -> Deadline | None:
    """Return the first deadline still to come, the earlier in the list on a tie."""
    coming = [one for one in deadlines if in_uk(one.moment) > in_uk(now)]
    return min(coming, key=lambda one: one.moment.timestamp(), default=None)


def earliest_reading(readings: Sequence[datetime]) -> Reading:
    """Return the earliest of the readings of one deadline: the earlier counts.

    Errors: InputError where there is none, or one has no time zone.
    """
    if not readings:
        raise InputError(tr("There is no date to read."))
    moments = [in_uk(one) for one in readings]
    stamps = {one.timestamp() for one in moments}
    return Reading(min(moments, key=datetime.timestamp), len(stamps) > 1)
