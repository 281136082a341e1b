"""The commands that print what is in a bid, and who changed what."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bidkit.cli.files import print_json, reading
from bidkit.domain.bid import Bid
from bidkit.domain.shape import shape_of
from bidkit.domain.showing import moment_words
from bidkit.session.picture import bid_as_table
from bidkit.session.ports import Ports


def show(given: argparse.Namespace, ports: Ports) -> int:
    """Print a bid, field by field or as JSON."""
    bid = reading(given.file, ports).document.bid
    table = bid_as_table(bid, filled_only=not given.all)
    if given.json:
        print_json(table)
        return 0
    for address, value in _lines(table):
        print(f"{address}: {value}")
    return 0


def history(given: argparse.Namespace, ports: Ports) -> int:
    """Print the changes of a bid, newest first."""
    entries = reading(given.file, ports).history(given.most)
    if given.json:
        print_json([asdict(entry) for entry in entries])
        return 0
    for entry in entries:
        at = moment_words(datetime.fromisoformat(entry.at))
        change = f"{entry.old or '–'} → {entry.new or '–'}" if entry.place else entry.label
        print(f"{at}  {entry.author or '–'}  {entry.act}  {entry.place}  {change}")
    return 0


def _lines(table: dict[str, Any]) -> Iterator[tuple[str, str]]:
    collections = shape_of(Bid).collections
    for name, value in table.items():
        if name in collections:
            for entry in value:
                inside = {key: inner for key, inner in entry.items() if key != "id"}
                yield from _fields(inside, f"{name}[{entry['id']}].")
        else:
            yield from _fields({name: value}, "")


def _fields(fields: dict[str, Any], before: str) -> Iterator[tuple[str, str]]:
    for name, value in fields.items():
        if isinstance(value, dict):
            yield from _fields(value, f"{before}{name}.")
        else:
            words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            yield f"{before}{name}", words
