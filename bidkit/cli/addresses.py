"""Addresses as people type them: the field one means, and a suggestion where there is none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from bidkit.domain.base import Entity
from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref, parse_ref
from bidkit.domain.shape import Leaf, Shape, shape_of
from bidkit.errors import InputError
from bidkit.words import tr

_ITEM = re.compile(r"([a-z_]+)\[([^\[\]]*)\]\.?(.*)", re.ASCII | re.DOTALL)
_NAMES = ("title", "name", "number", "label", "text")
MOST_NAMED = 8


def place_of(text: str, bid: Bid) -> tuple[Ref[Bid, Any], Leaf]:
    """Return the address of one field of this bid; InputError says what was meant instead."""
    match = _ITEM.fullmatch(text)
    if match is not None:
        return _place_in_collection(bid, match[1], match[2], match[3])
    shape = shape_of(Bid)
    name, _, field = text.partition(".")
    if name in shape.collections:
        first = field if field in shape_of(shape.collections[name]).leaves else "title"
        raise InputError(
            tr("“{name}” holds several things: say which.", name=name),
            tr("There are: {names}.", names=_things(getattr(bid, name)) or tr("none yet")),
            tr("Its address looks like {address}.", address=f"{name}[ID].{first}"),
        )
    leaf = shape.leaves.get(text) or _no_field(shape, text, "", shape.collections)
    return parse_ref(Bid, text), leaf


def collection_of(name: str) -> type[Entity]:
    """Return the kind of thing a collection holds; InputError with the names there are."""
    collections = shape_of(Bid).collections
    kind = collections.get(name)
    if kind is not None:
        return kind
    raise InputError(
        tr("There is no collection “{name}”.", name=name),
        _meant(get_close_matches(name, collections)),
        tr("There are: {names}.", names=", ".join(sorted(collections))),
    )


def check_parent(bid: Bid, identity: str) -> None:
    """Refuse an id that nothing in the bid has."""
    collections = shape_of(Bid).collections
    if not any(one.id == identity for name in collections for one in getattr(bid, name)):
        raise InputError(
            tr("Nothing in this bid has the id “{id}”.", id=identity),
            advice=tr("“bidkit show FILE” lists what there is."),
        )


def _place_in_collection(
    bid: Bid, name: str, identity: str, field: str
) -> tuple[Ref[Bid, Any], Leaf]:
    shape = shape_of(collection_of(name))
    entries: tuple[Entity, ...] = getattr(bid, name)
    if not any(one.id == identity for one in entries):
        raise InputError(
            tr("There is nothing with the id “{id}” in {name}.", id=identity, name=name),
            tr("There are: {names}.", names=_things(entries) or tr("none yet")),
            tr("“bidkit add FILE {name}” adds one and prints its id.", name=name),
        )
    leaf = shape.leaves.get(field) or _no_field(shape, field, f"{name}[{identity}].", ())
    return parse_ref(Bid, f"{name}[{identity}].{field}"), leaf


def _no_field(shape: Shape, field: str, before: str, also: Iterable[str]) -> Leaf:
    group = f"{field}." if field else ""
    inside = [leaf for leaf in shape.leaves if leaf.startswith(group)]
    if inside and (field or before):
        names = ", ".join(f"{before}{leaf}" for leaf in inside[:MOST_NAMED])
        raise InputError(
            tr("“{address}” is not one field but several.", address=f"{before}{field}".rstrip(".")),
            advice=tr("Name one of them, such as: {names}.", names=names),
        )
    close = get_close_matches(field, [*shape.leaves, *also], n=3, cutoff=0.5)
    last = field.rpartition(".")[2]
    close += [one for one in shape.leaves if one.rpartition(".")[2] == last and one not in close]
    raise InputError(
        tr("There is no field “{address}”.", address=f"{before}{field}"),
        _meant(f"{before}{one}" for one in close[:3]),
        tr("Addresses look like opportunity.buyer.name or evidence[ID].title."),
    )


def _meant(names: Iterable[str]) -> str:
    found = ", ".join(names)
    return tr("Did you mean {names}?", names=found) if found else ""


def _things(entries: tuple[Entity, ...]) -> str:
    named = [f"{one.id}{_called(one)}" for one in entries[:MOST_NAMED]]
    return ", ".join([*named, "…"] if len(entries) > MOST_NAMED else named)


def _called(entry: Entity) -> str:
    name = next((str(value) for field in _NAMES if (value := getattr(entry, field, ""))), "")
    return f" ({name[:40]})" if name else ""
