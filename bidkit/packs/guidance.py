"""Guidance: two or three plain sentences for a place, with today's source, as shipped data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from bidkit.domain.stages import Stage
from bidkit.errors import FileError
from bidkit.resources import resource
from bidkit.words import tr


@dataclass(frozen=True)
class Note:
    """One note: why the buyer asks and what a strong answer shows, with its source.

    about: the starts of the addresses it speaks of; none means the whole stage.
    origin: where the idea first came from, named only as history.
    """

    title: str
    text: str
    source: str = ""
    origin: str = ""
    about: tuple[str, ...] = ()
    confirmed: bool = True


def guidance_for(stage: Stage, address: str = "") -> tuple[Note, ...]:
    """Return the notes for a place, nearest first; for a stage alone, all of its notes."""
    notes = notes_of(stage)
    if not address:
        return notes
    nearness = {
        id(note): max((_reach(start, address) for start in note.about), default=0) for note in notes
    }
    near = [note for note in notes if nearness[id(note)] > 0]
    near.sort(key=lambda note: -nearness[id(note)])
    return tuple(near) or tuple(note for note in notes if not note.about)


def notes_of(stage: Stage) -> tuple[Note, ...]:
    """Return every note of a stage, in the order of its page; () when it has none."""
    return _read(resource("guidance", f"{stage.value}.toml"))


def _reach(about: str, address: str) -> int:
    """Return how many letters of an address a start covers, whole steps only; 0 for none."""
    plain = _without_items(address)
    if plain == about or plain.startswith((about + ".", about + "[")):
        return len(about)
    return 0


def _without_items(address: str) -> str:
    """Return an address without the identities in it: evidence[e7].title is evidence.title."""
    text, depth = "", 0
    for letter in address:
        depth += (letter == "[") - (letter == "]")
        text += letter if depth == 0 and letter != "]" else ""
    return text


@lru_cache(maxsize=32)
def _read(path: Path) -> tuple[Note, ...]:
    if not path.is_file():
        return ()
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise FileError(
            tr("The guidance in “{name}” cannot be read.", name=path.name), details=str(error)
        ) from error
    return tuple(_note(entry) for entry in table.get("notes", ()))


def _note(entry: dict[str, Any]) -> Note:
    return Note(
        title=str(entry.get("title", "")),
        text=" ".join(str(entry.get("text", "")).split()),
        source=str(entry.get("source", "")),
        origin=str(entry.get("origin", "")),
        about=tuple(str(start) for start in entry.get("about", ())),
        confirmed=entry.get("confirmed", True) is True,
    )
