"""The compliance matrix as a table for any sheet program (.csv)."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import date

from bidkit.domain.bid import Bid
from bidkit.domain.consent.held_back import without_held_back
from bidkit.figures.readings.compliance import State, compliance
from bidkit.words import Words, later, tr

STATES: Mapping[State, Words] = {
    "open": later("Open"),
    "unwritten": later("Answer to be written"),
    "replied": later("Replied"),
    "met": later("Met"),
    "exceeded": later("Exceeded"),
    "partly": later("Partly"),
    "not met": later("Not met"),
}
STRENGTHS: Mapping[str, Words] = {
    "must": later("Must"),
    "should": later("Should"),
    "information": later("For information"),
}


def matrix_sheet(bid: Bid, today: date) -> bytes:
    """Return the matrix as CSV that Excel and LibreOffice open; no cell is taken as a formula."""
    bid = without_held_back(bid, today)
    titles = (
        tr("No."),
        tr("Requirement"),
        tr("Document"),
        tr("Page"),
        tr("How strong"),
        tr("Our reply"),
        tr("Answered in"),
        tr("State"),
    )
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(titles)
    for number, one in enumerate(compliance(bid).lines, start=1):
        cells = (
            str(number),
            " ".join(one.words.split()),
            one.document,
            str(one.page or ""),
            str(STRENGTHS.get(one.strength, "")),
            " ".join(one.reply.split()),
            ", ".join(one.answered_in),
            str(STATES[one.state]),
        )
        writer.writerow([_harmless(cell) for cell in cells])
    return made.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """Return a cell that no sheet program runs: words that begin like a formula get a sign."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t") else cell
