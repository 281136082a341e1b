"""A stretch of days with as many dates written above it as fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bidkit.domain.showing import MONTHS

MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400)
DAY_STEPS = (1, 2, 7, 14)


@dataclass(frozen=True, slots=True)
class Days:
    """Places days from the first to the last along a stretch; a day ends where the next begins."""

    first: date
    last: date
    start: float
    end: float

    def place(self, day: date) -> float:
        """Return where a day begins, held inside the stretch."""
        whole = (self.last - self.first).days + 1
        share = (day - self.first).days / whole
        return self.start + min(1.0, max(0.0, share)) * (self.end - self.start)

    def after(self, day: date) -> float:
        """Return where a day ends."""
        return self.end if day >= self.last else self.place(day + timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Tick:
    """A day with what is written for it."""

    day: date
    words: str


def month_ticks(days: Days, width_of: Callable[[str], float], gap: float) -> tuple[Tick, ...]:
    """Return days of the stretch, none nearer to the next than its words are wide.

    Whole months where there are two or more, else days. A last one whose words would pass the
    end is left out.
    """
    for step in DAY_STEPS if (days.last - days.first).days <= 45 else ():
        found = _within(days, tuple(_by_days(days, step)), width_of)
        if _fits(days, found, width_of, gap):
            return found
    for step in MONTH_STEPS:
        found = _within(days, tuple(_by_months(days, step)), width_of)
        if _fits(days, found, width_of, gap):
            return found
    return ()


def _within(
    days: Days, found: tuple[Tick, ...], width_of: Callable[[str], float]
) -> tuple[Tick, ...]:
    if len(found) > 1 and days.place(found[-1].day) + width_of(found[-1].words) > days.end:
        return found[:-1]
    return found


def _by_days(days: Days, step: int) -> Iterator[Tick]:
    for count in range(0, (days.last - days.first).days + 1, step):
        day = days.first + timedelta(days=count)
        yield Tick(day, f"{day.day} {MONTHS[day.month - 1]}")


def _by_months(days: Days, step: int) -> Iterator[Tick]:
    last = days.last.year * 12 + days.last.month - 1
    first = days.first.year * 12 + days.first.month - 1
    for count in range(-(-first // step) * step, last + 1, step):
        year, month = divmod(count, 12)
        day = date(max(1, year), month + 1, 1)
        if day >= days.first:
            yield Tick(day, str(year) if step >= 12 else f"{MONTHS[month]} {year}")


def _fits(
    days: Days, found: tuple[Tick, ...], width_of: Callable[[str], float], gap: float
) -> bool:
    if not found:
        return False
    places = [days.place(tick.day) for tick in found]
    ends = [*places[1:], days.end + gap]
    pairs = zip(found, places, ends, strict=True)
    return all(place + width_of(tick.words) + gap <= end for tick, place, end in pairs)
