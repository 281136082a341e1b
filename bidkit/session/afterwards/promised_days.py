"""Days that a promise counts from the start of the contract: “within six weeks of the start”."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bidkit.rules.moments import months_before

NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
ORDINALS = "first second third fourth fifth sixth seventh".split()
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(NUMBERS)})"
_UNIT = r"(?P<unit>day|week|month|year)s?"
_START = r"(?:the\s+)?(?:contract(?:’s|'s)?\s+)?(?:start|award|beginning|signing|go-live)"
_FORMS = (
    re.compile(rf"\bwithin\s+{_COUNT}\s+{_UNIT}\s+(?:of|from|after)\s+{_START}", re.IGNORECASE),
    re.compile(rf"\b(?:in|within|during)\s+the\s+first\s+{_COUNT}\s+{_UNIT}\b", re.IGNORECASE),
    re.compile(
        r"\bby\s+(?:the\s+end\s+of\s+)?(?P<unit>day|week|month|year)\s+"
        rf"(?P<count>\d{{1,3}}|{'|'.join(NUMBERS)})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:in|by\s+the\s+end\s+of)\s+(?:the\s+)?(?P<count>{'|'.join(ORDINALS)})\s+"
        r"(?P<unit>year|month)\b",
        re.IGNORECASE,
    ),
)


def day_from_start(sentence: str, start: date | None) -> date | None:
    """Return the last day a sentence allows, counted from the contract's start; None if none.

    “Within six weeks of the start”, “in the first 3 months”, “by month 6”, “in the first year”.
    """
    if start is None:
        return None
    for form in _FORMS:
        found = form.search(sentence)
        if found is not None:
            return _after(start, _number(found["count"]), found["unit"].lower())
    return None


def _number(words: str) -> int:
    told = words.lower()
    if told.isdigit():
        return int(told)
    return (NUMBERS.index(told) if told in NUMBERS else ORDINALS.index(told)) + 1


def _after(start: date, count: int, unit: str) -> date | None:
    try:
        if unit in ("day", "week"):
            return start + timedelta(days=count * (7 if unit == "week" else 1))
        return months_before(start, -count * (12 if unit == "year" else 1)) - timedelta(days=1)
    except OverflowError:
        return None
