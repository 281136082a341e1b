"""The bank holidays shipped with the program, as the figures take them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from bidkit.figures.dates.calendar import WorkingCalendar

FOLDER = Path(__file__).parents[2] / "resources" / "packs" / "calendar"
DATA = json.loads((FOLDER / "bank-holidays-england-wales.json").read_text(encoding="utf-8"))
STANDSTILL = json.loads((FOLDER / "standstill.json").read_text(encoding="utf-8"))
ENGLAND = WorkingCalendar(
    frozenset(date.fromisoformat(one["date"]) for one in DATA["holidays"]),
    date.fromisoformat(DATA["known_from"]),
    date.fromisoformat(DATA["known_to"]),
)
