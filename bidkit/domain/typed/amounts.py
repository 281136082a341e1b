"""How typed text is read as money, a number, a percentage, a whole number or tags."""

from __future__ import annotations

import re
from decimal import Decimal

from bidkit.domain.typed.unreadable import UnreadableError
from bidkit.words import tr

_NUMBER = re.compile(r"[-−]?(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d*)?|[-−]?\.\d+")
_MOST_DIGITS = 15


def read_money(text: str) -> Decimal | None:
    """Read an amount of pounds; '' is no amount; at most pence."""
    cleaned = text.strip().lower().removesuffix("pounds").strip()
    if not cleaned:
        return None
    negative = cleaned.startswith(("-", "−"))
    bare = (
        (cleaned[1:] if negative else cleaned).strip().removeprefix("£").removeprefix("gbp").strip()
    )
    factor = {"k": 1000, "m": 1_000_000}.get(bare[-1:], 1)
    number = _decimal(bare.rstrip("km").strip() if factor > 1 else bare)
    if number is None or number < 0:
        raise UnreadableError(tr("This is not an amount of money. Type it like £184,200."))
    amount = number * factor
    if _places(amount) > 2:
        raise UnreadableError(tr("Money has pounds and pence only. Type it like £12.50."))
    return -amount if negative else amount


def read_number(text: str) -> Decimal | None:
    """Read a number; '' is none."""
    if not text.strip():
        return None
    number = _decimal(text.strip())
    if number is None:
        raise UnreadableError(tr("This is not a number. Type it like 12 or 12.5."))
    return number


def read_percent(text: str) -> Decimal | None:
    """Read a share of a hundred, with or without its sign; '' is none."""
    try:
        return read_number(text.strip().removesuffix("%"))
    except UnreadableError:
        raise UnreadableError(tr("This is not a percentage. Type it like 60 or 60%.")) from None


def read_count(text: str) -> int | None:
    """Read a whole number that is not negative; '' is none."""
    if not text.strip():
        return None
    number = _decimal(text.strip())
    if number is None or number < 0 or number != number.to_integral_value():
        raise UnreadableError(tr("This is not a whole number. Type it like 12."))
    return int(number)


def show_tags(value: tuple[str, ...]) -> str:
    """Return tags as one line, with commas between."""
    return ", ".join(value)


def read_tags(text: str) -> tuple[str, ...]:
    """Read tags from one line: each once, in order of the alphabet."""
    return tuple(sorted({tag for tag in (part.strip() for part in text.split(",")) if tag}))


def _decimal(text: str) -> Decimal | None:
    if not _NUMBER.fullmatch(text):
        return None
    plain = text.replace(",", "").replace(" ", "").replace("−", "-")
    return Decimal(plain) if len(plain) <= _MOST_DIGITS else None


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
