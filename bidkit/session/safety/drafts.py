"""Text being typed: kept in the file every two seconds, offered again after a crash."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref, parse_ref
from bidkit.domain.shape import Leaf, canonical, shape_of
from bidkit.errors import InputError
from bidkit.storage.loaded import Draft

JSON, TYPED = "json", "typed"


@dataclass(frozen=True)
class Leftover:
    """A draft of a session that ended badly: where it stood, its words, and by whom."""

    draft: Draft
    place: Ref[Bid, Any]
    words: str
    author: str
    at: str


class DraftBook:
    """What is being typed, by address, and which of it the file already holds."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}
        self._bases: dict[str, str] = {}
        self._unwritten: set[str] = set()
        self._written: set[str] = set()

    def note(self, address: str, new: str, old: str | None) -> None:
        """Remember a field's new JSON, and what stood there when the typing began."""
        self._bases.setdefault(address, old or "")
        self._put(address, canonical({JSON: new}))

    def note_typed(self, address: str, text: str) -> None:
        """Remember a text that is no value of its field yet."""
        self._bases.setdefault(address, "")
        self._put(address, canonical({TYPED: text}))

    def unwritten(self) -> list[tuple[str, str, str]]:
        """Return address, value and base of everything the file does not hold yet."""
        return [(one, self._values[one], self._bases[one]) for one in sorted(self._unwritten)]

    def wrote(self, address: str) -> None:
        """Remember that the file holds this draft now."""
        self._unwritten.discard(address)
        self._written.add(address)

    def finish(self) -> tuple[str, ...]:
        """Everything became changes: forget it all, and return which drafts to clear."""
        done = tuple(sorted(self._written))
        self._values.clear()
        self._bases.clear()
        self._unwritten.clear()
        self._written.clear()
        return done

    def drop(self, address: str) -> None:
        """Forget one text that was not readable and is gone now."""
        if TYPED in self._values.get(address, ""):
            self._values.pop(address, None)
            self._unwritten.discard(address)

    def _put(self, address: str, value: str) -> None:
        if self._values.get(address) != value:
            self._values[address] = value
            self._unwritten.add(address)


def leftovers_in(
    drafts: Iterable[Draft], present: Container[str], bid: Bid
) -> tuple[Leftover, ...]:
    """Return what drafts of sessions that are gone say beyond the bid; present ones are alive."""
    found = (
        leftover_of(draft, bid)
        for draft in drafts
        if not draft.ours and draft.replica not in present
    )
    return tuple(one for one in found if one is not None)


def leftover_of(draft: Draft, bid: Bid) -> Leftover | None:
    """Return what a draft of another session says; None where it says nothing new."""
    try:
        place = parse_ref(Bid, draft.place)
        stored = json.loads(draft.value)
    except (InputError, ValueError):
        return None
    if not isinstance(stored, dict) or not (JSON in stored or TYPED in stored):
        return None
    if JSON in stored:
        if place.exists(bid) and _json_at(place, bid) == stored[JSON]:
            return None
        words = str(json.loads(stored[JSON]))
    else:
        words = str(stored[TYPED])
    return Leftover(draft, place, words, draft.author, draft.at)


def value_of(leftover: Leftover) -> Any:
    """Return the value a leftover puts into its field; ValueError where it is none."""
    stored = json.loads(leftover.draft.value)
    leaf = leaf_at(leftover.place)
    return leaf.from_json(stored[JSON] if JSON in stored else canonical(stored[TYPED]))


def _json_at(place: Ref[Bid, Any], bid: Bid) -> str:
    text: str = leaf_at(place).to_json(place.get(bid))
    return text


def leaf_at(place: Ref[Bid, Any]) -> Leaf:
    """Return what the domain knows of the field at an address."""
    shape = shape_of(Bid)
    if place.identity and place.collection in shape.collections:
        shape = shape_of(shape.collections[place.collection])
    return shape.leaves[place.field]
