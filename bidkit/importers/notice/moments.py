"""Dates as notices write them, in UK time; and the dates that stand in their text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if name != "may" else "may" for name in _MONTHS)
_DATE = re.compile(
    rf"(?:(?P<day>{'|'.join(_DAYS)}),?\s+(?:the\s+)?)?"
    rf"(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m>{_MONTH})\.?,?\s+(?P<y>\d{{4}})"
    r"|(?P<dn>\d{1,2})[/.](?P<mn>\d{1,2})[/.](?P<yn>\d{4}))",
    re.IGNORECASE,
)
_NAMED = "|".join(
    rf"{written[:3]}(?:{written[3:]})?" if len(written) > 3 else written
    for name in _MONTHS
    for written in (name.title(), name.upper())
)
_YEARLESS = re.compile(
    rf"(?:(?P<day>(?i:{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in _DAYS)})),?\s+"
    r"(?:the\s+)?)?(?<![\d.,/£-])(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?"
    rf"(?P<m>{_NAMED})\b\.?(?!,?\s+\d{{4}}\b)"
)
A_YEAR, LONG_AGO = timedelta(days=366), timedelta(days=92)
_TIME = re.compile(
    r"\b(?:(?P<noon>noon|midday)|(?P<midnight>midnight)"
    r"|(?P<h>\d{1,2})(?:[:.](?P<min>\d{2}))?\s*(?P<half>a\.?m\.?|p\.?m\.?|noon|hours|hrs)"
    r"|(?P<h24>[01]?\d|2[0-3]):(?P<min24>[0-5]\d))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Moment:
    """A moment in UK time, as written, and what was not said of it."""

    when: datetime
    as_written: str
    has_time: bool = True
    has_zone: bool = True

    @property
    def day(self) -> date:
        """The day in the United Kingdom."""
        return self.when.date()

    @property
    def at_midnight(self) -> bool:
        """Whether it falls on the first minute of a day, which people read two ways."""
        return self.when.time() == time(0, 0)


@dataclass(frozen=True)
class WrittenDate:
    """A date found in a text, with its time if one stands near, and the words around it.

    year_assumed: the text names no year; the day is the likeliest one.
    """

    day: date
    at: time | None
    quotation: str
    weekday_fits: bool = True
    year_assumed: bool = False

    @property
    def when(self) -> datetime | None:
        """The moment in UK time, when a time is given."""
        return None if self.at is None else in_uk(datetime.combine(self.day, self.at, LONDON))


def in_uk(moment: datetime) -> datetime:
    """Return the same moment in UK time, with the offset of that day written out."""
    local = moment.astimezone(LONDON)
    offset = local.utcoffset()
    return local if offset is None else local.astimezone(timezone(offset))


def instant(text: str) -> Moment | None:
    """Return the moment an ISO date or date-time stands for; None when it is neither."""
    text = text.strip()
    if not _ISO.match(text):
        return None
    has_time = len(text) > 10
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    has_zone = found.tzinfo is not None
    if not has_zone:
        found = found.replace(tzinfo=LONDON)
    try:
        return Moment(
            in_uk(found).replace(second=0, microsecond=0), text, has_time, has_zone or not has_time
        )
    except (OverflowError, ValueError):
        return None


def day_of(text: str) -> date | None:
    """Return the UK day of an ISO date or date-time."""
    found = instant(text)
    return found.day if found is not None else None


def dates_in(text: str, near: Collection[date] = ()) -> Iterator[WrittenDate]:
    """Yield the dates of a sentence, each with the nearest time on either side of it.

    With near, dates without a year are found too, and read as the day nearest to one of these,
    or to a date that the sentence states in full.
    """
    full = list(_DATE.finditer(text))
    stated = [day for match in full if (day := _day(match)) is not None]
    found = full + [one for one in _YEARLESS.finditer(text) if near and _apart(one, full)]
    found.sort(key=re.Match.start)
    for place, match in enumerate(found):
        assumed = match.re is _YEARLESS
        day = _nearest_day(match, stated or near) if assumed else _day(match)
        if day is None:
            continue
        start = found[place - 1].end() if place else 0
        end = found[place + 1].start() if place + 1 < len(found) else len(text)
        at = _nearest_time(text, match, start, end)
        yield WrittenDate(day, at, " ".join(text.split()), _fits(day, match), assumed)


def _apart(one: re.Match[str], others: Collection[re.Match[str]]) -> bool:
    return all(one.end() <= other.start() or other.end() <= one.start() for other in others)


def _fits(day: date, match: re.Match[str]) -> bool:
    """Tell whether the day of the week that is written, if one is, is that of a day."""
    named = (match["day"] or "").lower()
    return not named or _DAYS[day.weekday()].startswith(named)


def _nearest_day(match: re.Match[str], near: Collection[date]) -> date | None:
    """Return the day nearest to one of some days, a later one first where two are as near.

    One on the day of the week that is written goes first if it is less than a year away; one
    more than three months before all of them goes last, as tenders speak of what comes.
    """
    ranked = []
    for year in {one.year + more for one in near for more in (-1, 0, 1)}:
        try:
            day = date(year, _month(match["m"]), int(match["d"]))
        except ValueError:
            continue
        away = min(abs(day - one) for one in near)
        unlike = not (_fits(day, match) and away < A_YEAR)
        ranked.append((unlike, day < min(near) - LONG_AGO, away, -day.toordinal(), day))
    return min(ranked)[-1] if ranked else None


def _month(name: str) -> int:
    return [one[:3] for one in _MONTHS].index(name.lower()[:3]) + 1


def _day(match: re.Match[str]) -> date | None:
    try:
        if match["d"]:
            return date(int(match["y"]), _month(match["m"]), int(match["d"]))
        return date(int(match["yn"]), int(match["mn"]), int(match["dn"]))
    except ValueError:
        return None


def _nearest_time(text: str, near: re.Match[str], start: int, end: int) -> time | None:
    nearest: tuple[int, time] | None = None
    for match in _TIME.finditer(text, max(start, near.start() - 40), min(end, near.end() + 40)):
        at = _time(match)
        before = match.end() <= near.start()
        gap = near.start() - match.end() if before else match.start() - near.end()
        if at is not None and gap >= 0 and (nearest is None or gap < nearest[0]):
            nearest = (gap, at)
    return nearest[1] if nearest else None


def _time(match: re.Match[str]) -> time | None:
    if match["noon"]:
        return time(12, 0)
    if match["midnight"]:
        return time(23, 59)
    if match["h24"]:
        return time(int(match["h24"]), int(match["min24"]))
    hour, minute = int(match["h"]), int(match["min"] or 0)
    half = match["half"].lower().replace(".", "")
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None
