"""What was done, one line for each change, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bidkit.changes.change import DELETED, FORGET, KEPT, STEP, VERSION, Header
from bidkit.changes.conflict import address_of
from bidkit.changes.ledger import Ledger
from bidkit.changes.values import Values, plain

Act = Literal["set", "added", "deleted", "kept", "version", "forgotten"]
SHORT = 120
TELLING = ("title", "name", "text", "claim", "number", "code")


@dataclass(frozen=True)
class Entry:
    """One change as people read it: who, when, where, and from what to what in short."""

    change: str
    act: Act
    at: str
    author: str
    place: str
    old: str
    new: str
    label: str = ""


def entries(ledger: Ledger, values: Values, *, place: str = "", most: int = 500) -> list[Entry]:
    """Return the newest entries, for one place and everything inside it if one is named."""
    labels = _labels(ledger, values)
    chosen = [
        header
        for header in reversed(list(ledger))
        if header.kind != STEP and _inside(_place(header), place)
    ][:most]
    values.fetch(_needed(chosen))
    return [_entry(header, ledger, values, labels) for header in chosen]


def _needed(headers: Iterable[Header]) -> list[str]:
    return [name for header in headers for name in (header.id, *header.parents)]


def _place(header: Header) -> str:
    if header.kind in (FORGET, VERSION):
        return ""
    return address_of(header.kind, header.item, header.field)


def _inside(address: str, place: str) -> bool:
    return not place or address == place or address.startswith((f"{place}.", f"{place}["))


def _entry(
    header: Header, ledger: Ledger, values: Values, labels: dict[tuple[str, int], str]
) -> Entry:
    new = values(header.id)
    act = _act(header, new)
    old = "" if act in ("added", "version") else _before(header, ledger, values)
    label = labels.get((header.replica, header.number), "")
    shown = "" if act in ("deleted", "kept", "forgotten") else short(new)
    return Entry(
        header.id, act, header.made_at.isoformat(), header.author, _place(header), old, shown, label
    )


def _act(header: Header, value: str | None) -> Act:
    if header.kind == FORGET:
        return "forgotten"
    if header.kind == VERSION:
        return "version"
    if header.field:
        return "set"
    if value == DELETED:
        return "deleted"
    return "kept" if value == KEPT else "added"


def _before(header: Header, ledger: Ledger, values: Values) -> str:
    """Return in short what the change replaced."""
    for name in header.parents:
        parent = ledger.get(name)
        if parent is None or (parent.kind, parent.item) != (header.kind, header.item):
            continue
        text = values(name)
        if parent.field or not header.field:
            return short(text)
        fields = plain(text)
        if isinstance(fields, dict):
            return short_of(fields.get(header.field, ""))
    return ""


def _labels(ledger: Ledger, values: Values) -> dict[tuple[str, int], str]:
    """Return the name of the step each change belonged to."""
    labels: dict[tuple[str, int], str] = {}
    for header in ledger.special(STEP):
        content = plain(values(header.id))
        if isinstance(content, dict) and isinstance(content.get("label"), str):
            first, last = content.get("first"), content.get("last")
            if isinstance(first, int) and isinstance(last, int) and last - first < len(ledger):
                for number in range(first, last + 1):
                    labels[header.replica, number] = content["label"]
    return labels


def short(text: str | None) -> str:
    """Return a value in a few words."""
    return short_of(plain(text))


def short_of(value: Any) -> str:
    """Return plain data in a few words: a thing by its title or name."""
    if isinstance(value, dict):
        named: Sequence[Any] = [value[name] for name in TELLING if value.get(name)]
        return short_of(named[0] if named else value.get("title", ""))
    if isinstance(value, list):
        return short_of(", ".join(short_of(one) for one in value))
    if value is None or value is False:
        return ""
    text = " ".join(str(value).split())
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"
