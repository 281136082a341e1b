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
    origin: where the idea first came from, named after the source and only as history.
    not_for: routes that never meet this. when: "before notice" or "after notice" only.
    """

    title: str
    text: str
    source: str = ""
    origin: str = ""
    about: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()
    when: str = ""
    confirmed: bool = True


def guidance_for(
    stage: Stage, address: str = "", *, route: str = "", notice_out: bool | None = None
) -> tuple[Note, ...]:
    """Return the notes for a place, nearest first; for a stage alone, all of its notes.

    route leaves out what such a bid never meets; notice_out what is too late or too early now.
    """
    notes = tuple(note for note in notes_of(stage) if _speaks(note, route, notice_out))
    if not address:
        return notes
    nearness = [(_nearest(note, address), place) for place, note in enumerate(notes)]
    near = sorted((one for one in nearness if one[0] > 0), key=lambda one: (-one[0], one[1]))
    if near:
        return tuple(notes[place] for _, place in near)
    return tuple(note for note in notes if not note.about)


def _speaks(note: Note, route: str, notice_out: bool | None) -> bool:
    if route and route in note.not_for:
        return False
    too_late = notice_out is True and note.when == "before notice"
    too_early = notice_out is False and note.when == "after notice"
    return not (too_late or too_early)


def _nearest(note: Note, address: str) -> int:
    return max((_reach(start, address) for start in note.about), default=0)


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
    source, origin = str(entry.get("source", "")), str(entry.get("origin", ""))
    if origin:
        source = f"{source}. {tr('First said in {origin}', origin=origin)}".removeprefix(". ")
    return Note(
        title=str(entry.get("title", "")),
        text=" ".join(str(entry.get("text", "")).split()),
        source=source,
        origin=origin,
        about=tuple(str(start) for start in entry.get("about", ())),
        not_for=tuple(str(route) for route in entry.get("not_for", ())),
        when=str(entry.get("when", "")),
        confirmed=entry.get("confirmed", True) is True,
    )
