"""Our organisation as the library keeps it: a part of a bid as plain data, and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bidkit.domain.base import Entity
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import entity_from, with_fields
from bidkit.domain.shape import Leaf, canonical, shape_of
from bidkit.session.picture import bid_as_table

GROUP = "organisation"
LISTS = (
    "identifiers",
    "people",
    "connected_bodies",
    "policies",
    "insurances",
    "quality_marks",
    "accounts",
    "funding_sources",
    "track_record",
    "case_studies",
    "referees",
    "self_assessment",
)
SAME_BY: Mapping[str, str] = {"policies": "key", "insurances": "kind", "self_assessment": "key"}
"""The field that makes two things of a list the same, whichever pack or bid they come from."""
OF_ONE_BID: Mapping[str, tuple[str, ...]] = {
    GROUP: ("refreshed_on",),
    "people": ("born_on", "nationality", "address"),
    "policies": ("mandatory",),
    "insurances": ("limit_asked", "premium_quote"),
    "case_studies": ("include", "testimonial"),
    "referees": ("told_about_bid",),
}
"""What belongs to one bid, or is too personal to keep; files are not kept either."""
FILES = "attachment"


def profile_of(bid: Bid) -> dict[str, Any]:
    """Return our organisation as it stands in a bid, without what belongs to that bid alone."""
    table = bid_as_table(bid)
    kept: dict[str, Any] = {}
    group = _without(table.get(GROUP, {}), GROUP)
    if group:
        kept[GROUP] = group
    for name in LISTS:
        entries = [_without(entry, name) for entry in table.get(name, ())]
        entries = [entry for entry in entries if set(entry) - {"id", "order", "key", "kind"}]
        if entries:
            kept[name] = entries
    return kept


def bid_of(profile: Mapping[str, Any]) -> Bid:
    """Return a bid that holds nothing but this profile; what is no longer understood is left."""
    shape = shape_of(Bid)
    fields: dict[str, Any] = {}
    for path, value in _flat(GROUP, profile.get(GROUP, {}), shape.leaves):
        try:
            fields[path] = shape.leaves[path].from_json(canonical(value))
        except ValueError:
            continue
    bid: Bid = with_fields(EMPTY, fields)
    lists = {
        name: tuple(things_of(shape.collections[name], profile.get(name, ()))) for name in LISTS
    }
    return bid.model_copy(update=lists)


def things_of(kind: type[Entity], entries: Any) -> Iterator[Entity]:
    """Yield the things of stored tables, in order; those that are no longer understood are left."""
    leaves = shape_of(kind).leaves
    for entry in entries if isinstance(entries, list) else ():
        if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
            continue
        fields: dict[str, str] = {}
        for name, inner in entry.items():
            fields |= {path: canonical(value) for path, value in _flat(name, inner, leaves)}
        try:
            yield entity_from(kind, entry["id"], fields)
        except ValueError:
            continue


def table_of(thing: Entity, collection: str) -> dict[str, Any]:
    """Return one thing as plain data."""
    alone: Bid = with_fields(EMPTY, {collection: (thing,)})
    return _without(bid_as_table(alone)[collection][0], collection)


def _without(table: Mapping[str, Any], name: str) -> dict[str, Any]:
    left = OF_ONE_BID.get(name, ())
    return {key: value for key, value in table.items() if key not in left and key != FILES}


def _flat(path: str, content: Any, leaves: Mapping[str, Leaf]) -> Iterator[tuple[str, Any]]:
    if path in leaves:
        yield path, content
    elif isinstance(content, dict):
        for name, inner in content.items():
            yield from _flat(f"{path}.{name}", inner, leaves)
