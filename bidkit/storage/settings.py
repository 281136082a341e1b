"""Preferences in two small files: those that follow a person, and those of this computer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bidkit.errors import BidKitError
from bidkit.storage.replacing import beside, replace_file

MOST_BYTES = 1_000_000


class Stored(BaseModel):
    """A strict set of preferences; anything unknown or wrong falls back to its default."""

    model_config = ConfigDict(frozen=True, strict=True, extra="ignore")


class Settings(Stored):
    """What a person prefers, on whichever computer they sit at."""

    author: str = ""
    theme: Literal["system", "light", "dark", "high-contrast"] = "system"
    text_size: Annotated[int, Field(ge=50, le=300)] = 100
    accessible_letters: bool = False
    language: str = "en"
    check_spelling: bool = True
    hints: bool = True
    remember_passwords: bool = False


class LocalSettings(Stored):
    """What belongs to this computer alone."""

    window: str = ""
    panels: str = ""
    last_folder: str = ""


S = TypeVar("S", bound=Stored)


def read_settings(path: Path, kind: type[S]) -> S:
    """Return the preferences in a file; what is missing or damaged is as it is by default."""
    try:
        if path.stat().st_size > MOST_BYTES:
            return kind()
        text = path.read_bytes()
    except OSError:
        return kind()
    try:
        return kind.model_validate_json(text)
    except ValidationError as error:
        return _salvaged(text, kind, {str(one["loc"][0]) for one in error.errors() if one["loc"]})


def write_settings(path: Path, settings: Stored) -> bool:
    """Write preferences whole or not at all; tell whether they could be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside(path) as finished:
            finished.write_text(settings.model_dump_json(indent=1), encoding="utf-8")
            replace_file(finished, path)
    except (OSError, ValueError, BidKitError):
        return False
    return True


def _salvaged(text: bytes, kind: type[S], wrong: set[str]) -> S:
    try:
        known = _Loose.model_validate_json(text)
    except ValidationError:
        return kind()
    rest = {name: value for name, value in (known.model_extra or {}).items() if name not in wrong}
    try:
        return kind.model_validate(rest)
    except ValidationError:
        return kind()


class _Loose(BaseModel):
    """Any JSON object, to keep what is still good of a damaged file."""

    model_config = ConfigDict(extra="allow")
