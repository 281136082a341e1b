"""The command that writes a bid out for a named reader."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bidkit.cli.files import place_for_output, print_json, reading
from bidkit.cli.lots import each_lot, lot_of, say_draft, set_for
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

PAGES = {"briefing": briefing_pdf, "product-sheet": product_sheet_pdf}
"""Documents of one page, by the name of the format."""
PAPERS: dict[str, Callable[[Bid, date], bytes]] = {
    "terms": heads_of_terms_pdf,
    "cards": cards_pdf,
    "handout": handout_pdf,
}


def export(given: argparse.Namespace, ports: Ports) -> int:
    """Write the document; say when it is marked DRAFT and why."""
    if given.each_lot:
        return each_lot(given, ports)
    target = place_for_output(given.output)
    session = reading(given.file, ports)
    given.lot = lot_of(session.document.bid, given.lot)
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
        told = {"file": str(path), "pages": made.pages, "draft": made.draft_reasons}
        more = {"other_lots": made.other_lots} if given.lot else {}
        print_json({**told, "left_out": made.left_out, **more})
        return 0
    print(tr("Wrote {path} ({n} pages)", path=path, n=made.pages))
    say_draft(made.draft_reasons)
    for note in made.left_out:
        print(tr("Left out: {what}", what=note))
    for name in made.other_lots:
        print(tr("Another lot is named in it: {names}.", names=name))
    return 0


def _write_sheet(given: argparse.Namespace, session: Session, target: Path) -> int:
    if given.reader == "us":
        raise InputError(
            tr("The sheet for a portal is what the buyer gets."), advice=tr("Leave --for us away.")
        )
    bid = set_for(session.document.bid, given.lot)
    leaving = for_round(with_unasked_told(bid), given.round)
    sheet = portal_sheet(leaving, session.today(), given.lot)
    return _write_plain(given, sheet.encode(), target)


def _write_plain(given: argparse.Namespace, data: bytes, target: Path) -> int:
    path = replace_output(target, data)
    if given.json:
        print_json({"file": str(path)})
    else:
        print(tr("Wrote {path}", path=path))
    return 0


def _check_round(bid: Bid, wanted: str) -> None:
    if wanted and wanted not in {one.id for one in bid.rounds}:
        known = ", ".join(f"{one.id} ({name_of_round(one)})" for one in bid.rounds)
        raise InputError(
            tr("This bid has no round with the id “{round}”.", round=wanted),
            advice=tr("There are: {rounds}.", rounds=known) if known else tr("It has no rounds."),
        )
