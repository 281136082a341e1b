"""A bid as a plain table of fields, for printing, JSON and tests."""

from __future__ import annotations

import json
from typing import Any

from bidkit.domain.base import Frozen
from bidkit.domain.bid import Bid
from bidkit.domain.edits import value_at
from bidkit.domain.shape import shape_of


def bid_as_table(bid: Bid, *, filled_only: bool = True) -> dict[str, Any]:
    """Return every field of a bid as JSON values; by default only those that are filled."""
    table = _fields(bid, filled_only=filled_only)
    for name in shape_of(Bid).collections:
        entries = getattr(bid, name)
        if entries or not filled_only:
            table[name] = [
                {"id": entry.id} | _fields(entry, filled_only=filled_only) for entry in entries
            ]
    return table


def _fields(model: Frozen, *, filled_only: bool) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for path, leaf in shape_of(type(model)).leaves.items():
        value = value_at(model, path)
        if filled_only and value == leaf.default:
            continue
        place = table
        *groups, name = path.split(".")
        for group in groups:
            place = place.setdefault(group, {})
        place[name] = json.loads(leaf.to_json(value))
    return table
