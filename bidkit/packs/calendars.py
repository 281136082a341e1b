"""Dated calendars shipped as data: bank holidays, and the standstill of each regime."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from bidkit.packs.heads import Head, head_of_calendar
from bidkit.resources import resource

HOLIDAYS = "bank-holidays-england-wales"
STANDSTILL = "standstill"


@dataclass(frozen=True)
class Holidays:
    """The bank holidays of a part of the United Kingdom and the days they are known for."""

    days: frozenset[date]
    known_from: date
    known_to: date
    review_by: date


@dataclass(frozen=True)
class StandstillLine:
    """The shortest standstill of one regime: how many days, counted how."""

    days: int
    counted: str


@dataclass(frozen=True)
class TimeLimits:
    """What the law demands after an award, by regime; a regime not named demands nothing."""

    standstill: dict[str, StandstillLine]
    claim_days: int
    health_begins_days_after: int
    representation_working_days: int
    close_working_days: int


@lru_cache(maxsize=1)
def holidays() -> Holidays:
    """Return the bank holidays of England and Wales."""
    table = _table(HOLIDAYS)
    return Holidays(
        frozenset(date.fromisoformat(entry["date"]) for entry in table["holidays"]),
        date.fromisoformat(table["known_from"]),
        date.fromisoformat(table["known_to"]),
        date.fromisoformat(table["review_by"]),
    )


@lru_cache(maxsize=1)
def time_limits() -> TimeLimits:
    """Return the time limits after an award."""
    table = _table(STANDSTILL)
    lines = {
        regime: StandstillLine(entry["days"], entry["counted"])
        for regime, entry in table["regimes"].items()
        if entry is not None
    }
    health = table["nhs_psr"]
    return TimeLimits(
        lines,
        table["claim_days"],
        health["begins_days_after_notice"],
        health["representation_working_days"],
        health["close_working_days_after_answer"],
    )


def heads() -> tuple[Head, ...]:
    """Return what each calendar says of itself."""
    return tuple(head_of_calendar(_path(name)) for name in (HOLIDAYS, STANDSTILL))


def _table(name: str) -> dict[str, Any]:
    table: dict[str, Any] = json.loads(_path(name).read_text(encoding="utf-8"))
    return table


def _path(name: str) -> Path:
    return resource("packs", "calendar", f"{name}.json")
