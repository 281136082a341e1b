"""Commands on single fields: set a value by its address, add a thing to a collection."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref, parse_ref
from bidkit.domain.shape import Leaf, shape_of
from bidkit.errors import InputError
from bidkit.session.document import in_order
from bidkit.session.files import open_bid
from bidkit.session.ports import ports_here


def add_commands(commands: Any) -> None:
    """Add set and add to the command line."""
    setting = commands.add_parser("set", help="write one field by its address")
    setting.add_argument("file", metavar="FILE")
    setting.add_argument(
        "ref", metavar="REF", help="such as opportunity.title or evidence[ID].title"
    )
    setting.add_argument("value", metavar="VALUE", help="the value; '' empties the field")
    setting.set_defaults(run=run_set)
    adding = commands.add_parser("add", help="add a thing to a collection and print its id")
    adding.add_argument("file", metavar="FILE")
    adding.add_argument("collection", metavar="COLLECTION", help="such as evidence or cost_lines")
    adding.add_argument("--parent", default="", help="the id of what it belongs to")
    adding.set_defaults(run=run_add)


def run_set(given: argparse.Namespace) -> int:
    """Write one field and save."""
    place = parse_ref(Bid, given.ref)
    leaf = leaf_at(place)
    session = open_bid(Path(given.file), ports_here())
    if not place.exists(session.document.bid):
        raise InputError(
            f"There is nothing at {place}.", advice="“bidkit show FILE” lists what there is."
        )
    session.document.set(place, value_from(leaf, given.value))
    session.close()
    return 0


def run_add(given: argparse.Namespace) -> int:
    """Add an empty thing to a collection, save, and print its id."""
    kind = shape_of(Bid).collections.get(given.collection)
    if kind is None:
        names = ", ".join(sorted(shape_of(Bid).collections))
        raise InputError(
            f"There is no collection “{given.collection}”.", advice=f"There are: {names}."
        )
    session = open_bid(Path(given.file), ports_here())
    collection: Ref[Bid, Any] = Ref(Bid, (given.collection,))
    entry = in_order(
        kind(id=new_id(), parent=given.parent), getattr(session.document.bid, given.collection)
    )
    session.document.add(collection, entry)
    session.close()
    print(entry.id)
    return 0


def leaf_at(place: Ref[Bid, Any]) -> Leaf:
    """Return the stored field at an address; InputError where it is a group or collection."""
    shape = shape_of(Bid)
    if place.identity and place.collection in shape.collections:
        shape = shape_of(shape.collections[place.collection])
    leaf = shape.leaves.get(place.field)
    if leaf is None:
        raise InputError(
            f"{place} is not one field.", advice="Name a field inside it, such as its title."
        )
    return leaf


def value_from(leaf: Leaf, text: str) -> Any:
    """Return the value that typed words stand for in this field; InputError if they do not."""
    if text == "":
        return leaf.default
    for candidate in (json.dumps(text), text):
        try:
            return leaf.from_json(candidate)
        except ValueError:
            continue
    if leaf.mark.elementwise:
        return tuple(sorted({piece.strip() for piece in text.split(",") if piece.strip()}))
    raise InputError(
        f"“{text}” cannot stand in {leaf.path}.", advice=_takes(leaf), details=str(leaf.annotation)
    )


def _takes(leaf: Leaf) -> str:
    choices = [
        str(choice)
        for choice in getattr(leaf.annotation, "__args__", ())
        if isinstance(choice, str)
    ]
    if choices:
        return "It takes one of: " + ", ".join(f"“{choice}”" for choice in choices if choice) + "."
    name = str(leaf.annotation)
    if "datetime" in name and "date" in name.replace("datetime", ""):
        return "It takes a day such as 2026-12-04."
    if "datetime.datetime" in name:
        return "It takes a time with its zone, such as 2026-12-04T12:00:00+00:00."
    if "date" in name:
        return "It takes a day such as 2026-12-04."
    if "Decimal" in name or "int" in name:
        return "It takes a plain number such as 184200 or 12.50."
    return "It takes another kind of value."
