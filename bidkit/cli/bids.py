"""Commands on whole bids: new, show, history."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.showing import moment_words
from bidkit.errors import InputError
from bidkit.session.examples import load_example
from bidkit.session.files import create_bid, open_bid
from bidkit.session.picture import bid_as_table
from bidkit.session.ports import ports_here
from bidkit.session.starting import begin, notice_proposal, take_notice, with_pack


def add_commands(commands: Any) -> None:
    """Add new, show and history to the command line."""
    new = commands.add_parser("new", help="start a bid: blank, from a notice, pack or example")
    new.add_argument("file", metavar="FILE", help="the .bidkit file to make")
    new.add_argument("--notice", metavar="JSON", help="a Contracts Finder or Find a Tender notice")
    new.add_argument(
        "--pack", metavar="ID", action="append", default=[], help="add a question pack"
    )
    new.add_argument("--title", metavar="T", default="", help="what to call the bid")
    new.add_argument("--example", metavar="NAME", help="a finished example: harbour, small-grant")
    new.add_argument(
        "--route",
        choices=("small_grant", "larger_grant", "contract", "consortium"),
        default="",
        help="what kind of bid it is",
    )
    new.set_defaults(run=run_new)
    show = commands.add_parser("show", help="print the whole bid")
    show.add_argument("file", metavar="FILE")
    show.add_argument("--json", action="store_true", help="as JSON, every field")
    show.set_defaults(run=run_show)
    history = commands.add_parser("history", help="print who changed what, newest first")
    history.add_argument("file", metavar="FILE")
    history.add_argument("--json", action="store_true", help="as JSON")
    history.add_argument("--most", type=int, default=200, help="how many lines (200)")
    history.set_defaults(run=run_history)


def run_new(given: argparse.Namespace) -> int:
    """Make a new bid file and say what was read into it."""
    ports = ports_here()
    path = Path(given.file)
    if path.suffix != ".bidkit":
        path = path.with_name(path.name + ".bidkit")
    told: list[str] = []
    bid: Bid = load_example(given.example, ports.today()) if given.example else EMPTY
    if not given.example:
        bid = begin(given.route, ports.today())
    if given.notice:
        proposal = notice_proposal(Path(given.notice))
        bid = take_notice(bid, proposal)
        told += [f"Read: {line}" for line in proposal.read]
        told += [f"Not read: {line}" for line in proposal.not_read]
        told += [f"Look at this: {line}" for line in proposal.warnings]
    for pack in given.pack:
        bid = with_pack(bid, pack)
    if given.title:
        bid = with_fields(bid, {"about.title": given.title})
    create_bid(path, bid, ports).close()
    for line in told:
        print(line)
    for one in bid.rounds:
        if one.deadline is not None:
            print(f"Deadline to confirm: {moment_words(one.deadline)} ({one.title or one.kind})")
    print(f"Made {path}")
    return 0


def run_show(given: argparse.Namespace) -> int:
    """Print a bid, field by field or as JSON."""
    session = open_bid(Path(given.file), ports_here(), read_only=True)
    table = bid_as_table(session.document.bid)
    if given.json:
        json.dump(table, sys.stdout, ensure_ascii=False, indent=1, sort_keys=True)
        print()
        return 0
    for address, value in _lines(table):
        print(f"{address}: {value}")
    return 0


def _lines(table: dict[str, Any], before: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            found += _lines(value, f"{before}{name}.")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for entry in value:
                fields = {key: inner for key, inner in entry.items() if key != "id"}
                found += _lines(fields, f"{before}{name}[{entry['id']}].")
        else:
            words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            found.append((f"{before}{name}", words))
    return found


def run_history(given: argparse.Namespace) -> int:
    """Print the changes of a bid, newest first."""
    if given.most < 1:
        raise InputError("--most takes a whole number above 0.")
    session = open_bid(Path(given.file), ports_here(), read_only=True)
    entries = session.history(given.most)
    if given.json:
        json.dump([asdict(entry) for entry in entries], sys.stdout, ensure_ascii=False, indent=1)
        print()
        return 0
    for entry in entries:
        at = moment_words(datetime.fromisoformat(entry.at))
        change = f"{entry.old or '–'} → {entry.new or '–'}" if entry.place else entry.label
        print(f"{at}  {entry.author or '–'}  {entry.act}  {entry.place}  {change}")
    return 0
