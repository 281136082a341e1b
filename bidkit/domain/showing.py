"""How days, moments, money and numbers are written for people, the same everywhere."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_EVEN, Context, Decimal
from zoneinfo import ZoneInfo

from bidkit.words import tr

EXACT = Context(prec=60)
MOST_FIGURES = 40
"""Sums of more figures are nobody's: they are written short, as 1.000E+45."""

UK = ZoneInfo("Europe/London")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def in_uk(moment: datetime) -> datetime:
    """Return a moment as UK clocks show it; one without a zone is taken as UK time already."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UK)
    try:
        return moment.astimezone(UK)
    except OverflowError:
        return moment.replace(tzinfo=UK)


def day_words(day: date | None, *, weekday: bool = True) -> str:
    """Return a day as "Fri 4 Dec 2026" (or "4 Dec 2026"), '' for none."""
    if day is None:
        return ""
    plain = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{DAYS[day.weekday()]} {plain}" if weekday else plain


def time_words(moment: datetime) -> str:
    """Return a UK time as "12 noon", "midnight", "5 pm" or "5.30 pm"; never a bare 12:00."""
    local = in_uk(moment)
    if (local.hour, local.minute) == (12, 0):
        return tr("12 noon")
    if (local.hour, local.minute) == (0, 0):
        return tr("midnight at the start of the day")
    half = "am" if local.hour < 12 else "pm"
    hour = local.hour % 12 or 12
    return f"{hour} {half}" if local.minute == 0 else f"{hour}.{local.minute:02d} {half}"


def moment_words(moment: datetime | None) -> str:
    """Return a moment in UK time as "Fri 4 Dec 2026, 12 noon", '' for none."""
    if moment is None:
        return ""
    return f"{day_words(in_uk(moment).date())}, {time_words(moment)}"


def clock_words(moment: datetime) -> str:
    """Return the UK time of day as "10:42", for small print such as the saved state."""
    return f"{in_uk(moment):%H:%M}"


def money_words(amount: Decimal | None) -> str:
    """Return money as "£184,200" or "£184,200.50", '' for none; a minus stands before the £."""
    if amount is None:
        return ""
    sign = "−" if amount < 0 else ""
    text = _placed(amount.copy_abs(), 2)
    return f"{sign}£{text.removesuffix('.00')}"


def number_words(number: Decimal | int | None, places: int | None = None) -> str:
    """Return a number with thousands commas and no needless zeros, '' for none."""
    if number is None:
        return ""
    value = Decimal(number)
    if places is not None:
        return _placed(value, places)
    text = f"{value:,f}" if _can_be_read(value) else f"{value:.3E}"
    return text.rstrip("0").rstrip(".") if "." in text and "E" not in text else text


def _placed(value: Decimal, places: int) -> str:
    if not _can_be_read(value):
        return f"{value:.3E}"
    unit = Decimal(1).scaleb(-places)
    return f"{value.quantize(unit, ROUND_HALF_EVEN, EXACT):,.{places}f}"


def _can_be_read(value: Decimal) -> bool:
    return value.adjusted() <= MOST_FIGURES


def percent_words(share: Decimal | None, places: int | None = None) -> str:
    """Return a percentage as "12.5%", '' for none."""
    return f"{number_words(share, places)}%" if share is not None else ""
