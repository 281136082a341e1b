"""Days and moments as rules count them: UK time, whole months, the round that comes next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from bidkit.domain.rounds import Round
from bidkit.domain.showing import in_uk


def seconds_left(moment: datetime, now: datetime) -> float:
    """Return the seconds from now to a moment, below nought when it has passed."""
    return in_uk(moment).timestamp() - in_uk(now).timestamp()


def days_left(moment: datetime, now: datetime) -> int:
    """Return the calendar days from today to a moment's day, both in the United Kingdom."""
    return (in_uk(moment).date() - in_uk(now).date()).days


def months_before(day: date, months: int) -> date:
    """Return the same day so many months earlier, the last of a shorter month."""
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    if not date.min.year <= year <= date.max.year:
        return date.min
    for last in range(day.day, day.day - 4, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, 1)


def coming_rounds(rounds: Iterable[Round]) -> tuple[Round, ...]:
    """Return the rounds not sent yet that have a deadline, the earliest first."""
    waiting = [
        (in_uk(one.deadline).timestamp(), at, one)
        for at, one in enumerate(rounds)
        if one.deadline is not None and one.sent_at is None
    ]
    return tuple(one for _, _, one in sorted(waiting, key=lambda found: found[:2]))


def next_deadline(rounds: Iterable[Round]) -> datetime | None:
    """Return the earliest deadline of a round that is not sent yet, in UK time."""
    waiting = coming_rounds(rounds)
    return in_uk(waiting[0].deadline) if waiting and waiting[0].deadline else None
