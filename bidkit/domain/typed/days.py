"""How typed text is read as a day or a moment in UK time; and what is neither."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from bidkit.domain.showing import DAYS, UK, time_words
from bidkit.domain.typed.unreadable import UnreadableError
from bidkit.words import tr

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NUMERIC_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDED_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([^\W\d]{3,})\.?(?:\s+(\d{4}|\d{2}))?")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|noon)?")


def read_day(text: str, today: date) -> date | None:
    """Read a day in the British order; without a year it is the next such day; '' is none."""
    cleaned = _without_weekday(text)
    if not cleaned:
        return None
    near = {"today": 0, "tomorrow": 1, "yesterday": -1}
    if cleaned in near:
        return today + timedelta(days=near[cleaned])
    try:
        return _day_in(cleaned, today)
    except ValueError:
        raise UnreadableError(tr("This day is not in the calendar.")) from None


def start_of_day() -> str:
    """Return the words for midnight as a day begins, which can be read back."""
    return time_words(datetime.combine(date.min.replace(year=2000), time(), UK))


def read_moment(text: str, today: date) -> datetime | None:
    """Read a day and a time of day in UK time; '' is none."""
    if not text.strip():
        return None
    if text.strip().endswith(start_of_day()):
        day = read_day(text.strip().removesuffix(start_of_day()).rstrip(" ,"), today)
        return _at(day, time())
    head, _, tail = text.strip().rpartition(",")
    if not head:
        head, tail = _split_clock(text.strip())
    day = read_day(head, today)
    if day is None:
        raise UnreadableError(tr("Type the day and the time, like 4 Dec 2026, 12 noon."))
    return _at(day, _clock(tail))


def _without_weekday(text: str) -> str:
    cleaned = " ".join(text.lower().replace(",", " ").split())
    for name in DAYS:
        match = re.match(rf"{name.lower()}[^\W\d]*\s+", cleaned)
        if match:
            return cleaned[match.end() :]
    return cleaned


def _day_in(text: str, today: date) -> date:
    if match := _NUMERIC_DAY.fullmatch(text):
        return date(_year(match[3]), int(match[2]), int(match[1]))
    if match := _ISO_DAY.fullmatch(text):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _WORDED_DAY.fullmatch(text):
        month = _month(match[2])
        if match[3]:
            return date(_year(match[3]), month, int(match[1]))
        this_year = date(today.year, month, int(match[1]))
        return this_year if this_year >= today else date(today.year + 1, month, int(match[1]))
    raise UnreadableError(tr("This is not a day. Type it like 4 Dec 2026 or 4/12/26."))


def _month(text: str) -> int:
    for number, name in enumerate(MONTHS, start=1):
        if name.startswith(text):
            return number
    if text == "sept":
        return 9
    raise UnreadableError(tr("This month has no name that is known here. Type it like 4 Dec 2026."))


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _split_clock(text: str) -> tuple[str, str]:
    match = re.search(r"\s(?:at\s+)?(noon|midday|midnight|12 noon|\d{1,2}[:.]\d{2}.*)$", text)
    match = match or re.search(r"\s(?:at\s+)?(\d{1,2}\s*(?:am|pm|noon))$", text.lower())
    if match is None:
        return text, ""
    return text[: match.start()], match[1]


def _clock(text: str) -> time:
    cleaned = text.strip().lower().replace("a.m.", "am").replace("p.m.", "pm")
    if cleaned in ("noon", "midday"):
        return time(12)
    if cleaned == "midnight":
        raise UnreadableError(
            tr("Midnight can mean the start or the end of the day. Type 00:01 or 23:59.")
        )
    match = _CLOCK.fullmatch(cleaned)
    if match is None or not (match[2] or match[3]):
        raise UnreadableError(tr("Add the time of day, like 12 noon or 17:00."))
    return _time(int(match[1]), int(match[2] or 0), match[3] or "")


def _time(hour: int, minute: int, half: str) -> time:
    if (half and not 1 <= hour <= 12) or (half == "noon" and (hour, minute) != (12, 0)):
        raise UnreadableError(tr("This time is not on the clock. Type it like 5 pm or 17:00."))
    if half in ("am", "pm"):
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        raise UnreadableError(
            tr("This time is not on the clock. Type it like 5 pm or 17:00.")
        ) from None


def _at(day: date | None, clock: time) -> datetime:
    if day is None:
        raise UnreadableError(tr("Type the day and the time, like 4 Dec 2026, 12 noon."))
    return datetime.combine(day, clock, UK)
