"""The command that writes a bid out for a named reader."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bidkit.cli.files import place_for_output, print_json, reading
from bidkit.domain.base import Reader
from bidkit.domain.bid import Bid
from bidkit.errors import InputError
from bidkit.export.matrix import matrix_sheet
from bidkit.export.portal import portal_sheet
from bidkit.session.afterwards.dates import dates_file
from bidkit.session.exports import (
    HandInSet,
    briefing_pdf,
    export_pdf,
    money_workbook,
    product_sheet_pdf,
    replace_output,
)
from bidkit.session.fitting.unasked import with_unasked_told
from bidkit.session.joining import heads_of_terms_pdf
from bidkit.session.lots.rounds import for_round, name_of_round
from bidkit.session.ports import Ports
from bidkit.session.presenting.papers import cards_pdf, handout_pdf
from bidkit.session.session import Session
from bidkit.words import tr

MOST_REASONS = 10
PAGES = {"briefing": briefing_pdf, "product-sheet": product_sheet_pdf}
"""Documents of one page, by the name of the format."""
PAPERS: dict[str, Callable[[Bid, date], bytes]] = {
    "terms": heads_of_terms_pdf,
    "cards": cards_pdf,
    "handout": handout_pdf,
}


def export(given: argparse.Namespace, ports: Ports) -> int:
    """Write the document; say when it is marked DRAFT and why."""
    target = place_for_output(given.output)
    session = reading(given.file, ports)
    _check_lot(session.document.bid, given.lot)
    _check_round(session.document.bid, given.round)
    if given.to == "matrix":
        return _write_plain(given, matrix_sheet(session.document.bid, session.today()), target)
    if given.to == "portal":
        return _write_sheet(given, session, target)
    if given.to == "workbook":
        book = money_workbook(
            session.document.bid, session.today(), Reader(given.reader), given.lot
        )
        return _write_plain(given, book, target)
    if given.to in PAPERS:
        return _write_plain(given, PAPERS[given.to](session.document.bid, session.today()), target)
    if given.to == "calendar":
        dates = dates_file(session.document.bid, session.now(), session.bid_id)
        return _write_plain(given, dates, target)
    if given.to in PAGES:
        return _write_plain(given, PAGES[given.to](session), target)
    made = export_pdf(session, Reader(given.reader), wanted=HandInSet(given.lot, given.round))
    path = replace_output(target, made.data)
    if given.json:
        draft, left_out = made.draft_reasons, made.left_out
        print_json({"file": str(path), "pages": made.pages, "draft": draft, "left_out": left_out})
        return 0
    print(tr("Wrote {path} ({n} pages)", path=path, n=made.pages))
    _say_draft(made.draft_reasons)
    for note in made.left_out:
        print(tr("Left out: {what}", what=note))
    return 0


def _write_sheet(given: argparse.Namespace, session: Session, target: Path) -> int:
    if given.reader == "us":
        raise InputError(
            tr("The sheet for a portal is what the buyer gets."), advice=tr("Leave --for us away.")
        )
    leaving = for_round(with_unasked_told(session.document.bid), given.round)
    sheet = portal_sheet(leaving, session.today(), given.lot)
    return _write_plain(given, sheet.encode(), target)


def _write_plain(given: argparse.Namespace, data: bytes, target: Path) -> int:
    path = replace_output(target, data)
    if given.json:
        print_json({"file": str(path)})
    else:
        print(tr("Wrote {path}", path=path))
    return 0


def _check_lot(bid: Bid, lot: str) -> None:
    if lot and lot not in {one.id for one in bid.lots}:
        known = ", ".join(f"{one.id} ({one.title})" for one in bid.lots)
        raise InputError(
            tr("This bid has no lot with the id “{lot}”.", lot=lot),
            advice=tr("There are: {lots}.", lots=known) if known else tr("It has no lots."),
        )


def _check_round(bid: Bid, wanted: str) -> None:
    if wanted and wanted not in {one.id for one in bid.rounds}:
        known = ", ".join(f"{one.id} ({name_of_round(one)})" for one in bid.rounds)
        raise InputError(
            tr("This bid has no round with the id “{round}”.", round=wanted),
            advice=tr("There are: {rounds}.", rounds=known) if known else tr("It has no rounds."),
        )


def _say_draft(reasons: tuple[str, ...]) -> None:
    if reasons:
        print(tr("Marked DRAFT, because something must still be fixed:"))
    for reason in reasons[:MOST_REASONS]:
        print(f"  {reason}")
    more = len(reasons) - MOST_REASONS
    if more > 0:
        print("  " + tr("and {n} more: “bidkit check FILE” lists them.", n=more))
