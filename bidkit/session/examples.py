"""Finished examples: data under resources/examples, with dates counted from the day of making."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from bidkit.domain.base import Entity, key_after
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import entity_from, with_fields
from bidkit.domain.prose import read_prose, write_prose
from bidkit.domain.shape import Leaf, Shape, canonical, shape_of
from bidkit.domain.showing import MONTHS, UK
from bidkit.errors import InputError
from bidkit.resources import resource
from bidkit.words import tr

_DAY = re.compile(r"@([+-]\d+)(?: (\d\d:\d\d))?")
_FIXED = re.compile(r"@y([+-]\d+)?-(\d\d)-(\d\d)")
_YEAR = re.compile(r"\{y([+-]\d+)?\}")
_LONG_DAY = re.compile(r"\{day ([+-]\d+)\}")


def example_names() -> tuple[str, ...]:
    """Return the names of the examples that are shipped."""
    return tuple(sorted(path.stem for path in resource("examples").glob("*.toml")))


def load_example(name: str, today: date) -> Bid:
    """Return an example as it would stand today; InputError when there is none of this name."""
    path = resource("examples", f"{name}.toml")
    if name not in example_names():
        raise InputError(
            tr("There is no example called “{name}”.", name=name),
            advice=tr("Choose one of: {names}.", names=", ".join(example_names())),
        )
    return bid_from_table(tomllib.loads(path.read_text(encoding="utf-8")), today)


def bid_from_table(table: Mapping[str, Any], today: date) -> Bid:
    """Return the bid a TOML table describes; ValueError names the field that does not fit."""
    shape = shape_of(Bid)
    own: dict[str, Any] = {}
    collections: dict[str, tuple[Entity, ...]] = {}
    for name, content in table.items():
        if name in shape.collections:
            collections[name] = tuple(_entities(name, shape.collections[name], content, today))
        else:
            for path, value in _flat(name, content, shape):
                own[path] = _value(shape.leaves[path], value, today)
    bid: Bid = with_fields(EMPTY, own)
    return bid.model_copy(update=collections)


def _entities(
    name: str, kind: type[Entity], entries: list[dict[str, Any]], today: date
) -> Iterator[Entity]:
    order = ""
    shape = shape_of(kind)
    for at, entry in enumerate(entries):
        order = key_after(order)
        fields = {"order": canonical(order)}
        for key, content in entry.items():
            if key == "id":
                continue
            for path, value in _flat(key, content, shape):
                leaf = shape.leaves.get(path)
                if leaf is None:
                    raise ValueError(f"{name} has no field {path}")
                fields[path] = leaf.to_json(_value(leaf, value, today))
        yield entity_from(kind, entry.get("id", f"{name}-{at + 1}"), fields)


def _flat(path: str, content: Any, shape: Shape) -> Iterator[tuple[str, Any]]:
    if isinstance(content, dict) and path not in shape.leaves:
        for key, inner in content.items():
            yield from _flat(f"{path}.{key}", inner, shape)
    else:
        yield path, content


def _value(leaf: Leaf, value: Any, today: date) -> Any:
    if isinstance(value, str):
        value = _dated(value, today)
        if leaf.mark.prose:
            value = write_prose(read_prose(value))
        elif leaf.mark.multiline:
            value = value.strip()
    elif leaf.mark.elementwise:
        value = sorted(set(value))
    try:
        return leaf.from_json(json.dumps(value))
    except ValueError as error:
        raise ValueError(f"{leaf.path}: {error}") from error


def _dated(text: str, today: date) -> str:
    """Return a text with its relative dates counted from today."""
    if match := _DAY.fullmatch(text):
        day = today + timedelta(days=int(match[1]))
        if not match[2]:
            return day.isoformat()
        while day.weekday() > 4:
            day += timedelta(days=1)
        return datetime.combine(day, time.fromisoformat(match[2]), UK).isoformat()
    if match := _FIXED.fullmatch(text):
        year = today.year + int(match[1] or 0)
        return date(year, int(match[2]), int(match[3])).isoformat()
    text = _YEAR.sub(lambda found: str(today.year + int(found[1] or 0)), text)
    return _LONG_DAY.sub(lambda found: _long(today + timedelta(days=int(found[1]))), text)


def _long(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
