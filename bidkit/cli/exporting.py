"""The command that writes a bid out for a named reader."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from bidkit.domain.base import Reader
from bidkit.export.portal import portal_sheet
from bidkit.session.exports import export_pdf, replace_output
from bidkit.session.files import open_bid
from bidkit.session.ports import ports_here


def add_commands(commands: Any) -> None:
    """Add export to the command line."""
    export = commands.add_parser("export", help="write the bid as a document")
    export.add_argument("file", metavar="FILE")
    export.add_argument(
        "--to",
        choices=("pdf", "portal"),
        default="pdf",
        help="pdf, or plain text for the boxes of a portal",
    )
    export.add_argument(
        "--for",
        dest="reader",
        choices=("buyer", "us"),
        default="buyer",
        help="who will read it: the buyer gets only what was asked (the default)",
    )
    export.add_argument("--lot", default="", metavar="ID", help="one lot alone")
    export.add_argument("-o", "--output", required=True, metavar="OUT", help="the file to write")
    export.set_defaults(run=run_export)


def run_export(given: argparse.Namespace) -> int:
    """Write the document; say when it is marked DRAFT and why."""
    session = open_bid(Path(given.file), ports_here(), read_only=True)
    if given.to == "portal":
        sheet = portal_sheet(session.document.bid, given.lot)
        print(f"Wrote {replace_output(Path(given.output), sheet.encode('utf-8'))}")
        return 0
    made = export_pdf(session, Reader(given.reader), lot=given.lot)
    path = replace_output(Path(given.output), made.data)
    print(f"Wrote {path} ({made.pages} pages)")
    if made.draft_reasons:
        print("Marked DRAFT, because something must still be fixed:")
        for reason in made.draft_reasons[:10]:
            print(f"  {reason}")
    for note in made.left_out:
        print(f"Left out: {note}")
    return 0
