"""Lots on the command line: one named by its number, and a set written for each."""

from __future__ import annotations

import argparse
from pathlib import Path

from bidkit.cli.files import print_json, reading
from bidkit.domain.bid import Bid
from bidkit.errors import InputError
from bidkit.session.lots.handing import HandedSet, export_sets
from bidkit.session.lots.sets import set_for
from bidkit.session.ports import Ports
from bidkit.words import tr

__all__ = ["each_lot", "lot_of", "say_draft", "set_for"]
MOST_REASONS = 10


def lot_of(bid: Bid, named: str) -> str:
    """Return the id of a lot named by its number or its id; InputError where there is none."""
    wanted = named.casefold().removeprefix("lot").strip()
    for one in bid.lots:
        if named == one.id or (wanted and wanted == one.number.casefold()):
            return one.id
    if named:
        known = ", ".join(f"{one.number or one.id} ({one.title})" for one in bid.lots)
        raise InputError(
            tr("This bid has no lot “{lot}”.", lot=named),
            advice=tr("There are: {lots}.", lots=known) if known else tr("It has no lots."),
        )
    return ""


def each_lot(given: argparse.Namespace, ports: Ports) -> int:
    """Write a set for each lot we bid for into a folder; say what to look at in each."""
    if given.to != "pdf" or given.reader == "us" or given.lot:
        raise InputError(
            tr("A set for each lot is what the buyer gets, as PDF."),
            advice=tr("Leave --to, --for and --lot away."),
        )
    sets = export_sets(reading(given.file, ports), Path(given.output), given.round)
    if given.json:
        print_json([_told(one) for one in sets])
        return 0
    for one in sets:
        files = ", ".join(str(path) for path in one.files)
        print(tr("Wrote {path} ({n} pages)", path=files, n=one.pages))
        say_draft(one.draft_reasons)
        for name in one.other_lots:
            print(tr("Another lot is named in it: {names}.", names=name))
    return 0


def _told(one: HandedSet) -> dict[str, object]:
    return {
        "lot": one.lot.number or one.lot.id,
        "files": [str(path) for path in one.files],
        "pages": one.pages,
        "draft": one.draft_reasons,
        "other_lots": one.other_lots,
    }


def say_draft(reasons: tuple[str, ...]) -> None:
    """Say why a document is marked DRAFT, the first reasons in words."""
    if reasons:
        print(tr("Marked DRAFT, because something must still be fixed:"))
    for reason in reasons[:MOST_REASONS]:
        print(f"  {reason}")
    more = len(reasons) - MOST_REASONS
    if more > 0:
        print("  " + tr("and {n} more: “bidkit check FILE” lists them.", n=more))
