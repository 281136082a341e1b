"""The colours of a theme by what they mean, read from resources/themes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from bidkit.resources import resource


class Choice(StrEnum):
    """Which theme a person wants; by default what the system shows."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


@dataclass(frozen=True)
class Tokens:
    """The colours of one theme, by meaning, as #rrggbb."""

    ink: str
    muted: str
    paper: str
    panel: str
    field: str
    line: str
    outline: str
    accent: str
    accent_ink: str
    accent_soft: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    highlight: str
    note: str
    note_line: str
    focus: str
    series_1: str
    series_2: str
    series_3: str
    series_4: str
    series_5: str
    series_6: str
    dark: bool = False


def tokens_of(choice: Choice) -> Tokens:
    """Read the colours of one theme; every colour must be there."""
    with resource("themes", f"{choice.value}.toml").open("rb") as file:
        found: dict[str, Any] = tomllib.load(file)
    names = {entry.name for entry in fields(Tokens)} - {"dark"}
    missing = names ^ set(found["colours"])
    if missing:
        raise ValueError(f"{choice.value}.toml: {', '.join(sorted(missing))}")
    return Tokens(**found["colours"], dark=bool(found["dark"]))
