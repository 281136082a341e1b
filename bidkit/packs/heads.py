"""The head of a pack or calendar: what it is, where it is used, and until when it is fresh."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bidkit.words import tr

_FIRST_LIST = re.compile(r"^\[", re.MULTILINE)


@dataclass(frozen=True)
class Head:
    """What one file of dated content says of itself.

    pages: the stages whose figures or lists come from it. asks: it puts questions into a bid, so
    it concerns a bid only where its questions stand in it.
    """

    id: str
    title: str
    source: str
    last_checked: date
    review_by: date
    pages: tuple[str, ...] = ()
    asks: bool = False
    confirmed: bool = True
    note: str = ""

    def overdue(self, today: date) -> bool:
        """Tell whether it should have been looked at again by now."""
        return self.review_by < today

    @property
    def warning(self) -> str:
        """What is said where it is used after its day has passed."""
        day = f"{self.review_by.day} {self.review_by:%B %Y}"
        return tr(
            "“{title}” was due to be checked by {day}; its content may be out of date.",
            title=self.title,
            day=day,
        )


def head_of_pack(text: str) -> Head | None:
    """Return the head of a pack file without reading its lists; None where it has none."""
    first = _FIRST_LIST.search(text)
    try:
        table = tomllib.loads(text[: first.start()] if first else text)
        return _head(table, asks="[[sections]]" in text)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError):
        return None


def head_of_calendar(path: Path) -> Head:
    """Return the head of a calendar file."""
    return _head(json.loads(path.read_text(encoding="utf-8")))


def _head(table: dict[str, Any], *, asks: bool = False) -> Head:
    return Head(
        str(table["id"]),
        str(table["title"]),
        str(table["source"]),
        _day(table["last_checked"]),
        _day(table["review_by"]),
        tuple(str(page) for page in table.get("pages", ())),
        asks,
        bool(table.get("confirmed", True)) and not table.get("unconfirmed"),
        str(table.get("note", "")),
    )


def _day(given: Any) -> date:
    return given if isinstance(given, date) else date.fromisoformat(str(given))
