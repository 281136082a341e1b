"""What every command takes and how it explains itself; the work lies in the other modules."""

from __future__ import annotations

import argparse
from typing import Any

from bidkit.words import tr

ROUTES = ("small_grant", "larger_grant", "contract", "consortium")
Arguments = argparse.ArgumentParser


def add_commands(commands: Any) -> None:
    """Add every command, in the order in which a bid is made."""
    for describe in (_open, _new, _show, _set, _add, _check, _export, _history, _pack):
        describe(commands)


def command(commands: Any, name: str, summary: str, *, examples: str = "") -> Arguments:
    """Add one command with its one-line summary and some examples to copy."""
    made: Arguments = commands.add_parser(
        name,
        help=summary,
        description=summary[:1].upper() + summary[1:] + ".",
        epilog=tr("Examples:\n{lines}", lines=examples) if examples else None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    return made


def _done_by(parser: Arguments, work: str) -> None:
    """Name the function that does the work, as module:function; it is loaded only when asked."""
    parser.set_defaults(work=work)


def _bid_file(parser: Arguments) -> None:
    parser.add_argument("file", metavar="FILE", help=tr("the .bidkit file"))


def _as_json(parser: Arguments, words: str) -> None:
    parser.add_argument("--json", action="store_true", help=words)


def _open(commands: Any) -> None:
    parser = command(commands, "open", tr("open a bid in the window"))
    _bid_file(parser)


def _new(commands: Any) -> None:
    parser = command(
        commands,
        "new",
        tr("start a bid: blank, from a notice, with a question pack, or as a finished example"),
        examples="  bidkit new hubs.bidkit --notice notice.json\n"
        "  bidkit new warm-space.bidkit --route small_grant --title 'Warm space'\n"
        "  bidkit new look-around.bidkit --example harbour",
    )
    parser.add_argument("file", metavar="FILE", help=tr("the .bidkit file to make"))
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--notice", metavar="JSON", help=tr("a notice of Contracts Finder or Find a Tender (OCDS)")
    )
    source.add_argument(
        "--example", metavar="NAME", help=tr("a finished example: harbour or small-grant")
    )
    parser.add_argument(
        "--ocid",
        metavar="ID",
        default="",
        help=tr("which opportunity, where the notice has several"),
    )
    parser.add_argument(
        "--pack",
        metavar="ID",
        action="append",
        default=[],
        help=tr("add a question pack by name or file; “bidkit pack list” names them; repeatable"),
    )
    parser.add_argument("--title", metavar="T", default="", help=tr("what to call the bid"))
    parser.add_argument(
        "--route",
        choices=ROUTES,
        default="",
        help=tr("what kind of bid it is; with a notice: contract unless you say otherwise"),
    )
    _as_json(parser, tr("report as JSON what was read, what was not, and the deadlines"))
    _done_by(parser, "starting:new")


def _show(commands: Any) -> None:
    parser = command(
        commands,
        "show",
        tr("print the whole bid, one field a line, each with the address that “set” takes"),
        examples="  bidkit show hubs.bidkit\n  bidkit show hubs.bidkit --json --all",
    )
    _bid_file(parser)
    _as_json(parser, tr("as JSON"))
    parser.add_argument("--all", action="store_true", help=tr("empty fields too"))
    _done_by(parser, "showing:show")


def _set(commands: Any) -> None:
    parser = command(
        commands,
        "set",
        tr("write one field by its address"),
        examples="  bidkit set hubs.bidkit opportunity.buyer.name 'Northshire Council'\n"
        "  bidkit set hubs.bidkit opportunity.value £184,200\n"
        "  bidkit set hubs.bidkit 'rounds[R1].deadline' '2026-12-04 12:00'   (UK time)\n"
        "  bidkit set hubs.bidkit 'evidence[E7].title' ''                    (empties it)",
    )
    _bid_file(parser)
    parser.add_argument(
        "ref", metavar="REF", help=tr("such as opportunity.title or 'evidence[ID].title'")
    )
    parser.add_argument("value", metavar="VALUE", help=tr("the value; '' empties the field"))
    _done_by(parser, "fields:set_field")


def _add(commands: Any) -> None:
    parser = command(
        commands,
        "add",
        tr("add an empty thing to a collection and print its id"),
        examples="  bidkit add hubs.bidkit evidence\n"
        "  bidkit add hubs.bidkit questions --parent SECTION_ID",
    )
    _bid_file(parser)
    parser.add_argument(
        "collection", metavar="COLLECTION", help=tr("such as evidence, questions or cost_lines")
    )
    parser.add_argument(
        "--parent", metavar="ID", default="", help=tr("the id of the thing it belongs to")
    )
    _done_by(parser, "fields:add_thing")


def _check(commands: Any) -> None:
    parser = command(
        commands,
        "check",
        tr("say what is to fix; exit 1 when something must or should be fixed"),
    )
    _bid_file(parser)
    _as_json(parser, tr("as JSON: a list of findings, each with its place and advice"))
    _done_by(parser, "checking:check")


FORMATS = (
    *("pdf", "portal", "matrix", "workbook", "calendar"),
    *("briefing", "product-sheet", "terms", "cards", "handout"),
)


def _export(commands: Any) -> None:
    parser = command(
        commands,
        "export",
        tr("write the bid as a document for a named reader"),
        examples="  bidkit export hubs.bidkit -o hubs.pdf\n"
        "  bidkit export hubs.bidkit --for us -o trustees.pdf\n"
        "  bidkit export hubs.bidkit --to portal -o boxes.txt\n"
        "  bidkit export hubs.bidkit --to matrix -o matrix.csv\n"
        "  bidkit export hubs.bidkit --to calendar -o hubs.ics\n"
        "  bidkit export hubs.bidkit --to briefing -o trustees.pdf\n"
        "  bidkit export hubs.bidkit --to terms -o heads-of-terms.pdf",
    )
    _bid_file(parser)
    parser.add_argument(
        "--to",
        choices=FORMATS,
        default="pdf",
        help=tr(
            "pdf (the default), text for a portal, the compliance matrix, costs as .xlsx, "
            "dates as .ics, one page for trustees, one page on who we are, heads of terms for "
            "partners, speakers’ cards, or a handout for the panel"
        ),
    )
    parser.add_argument(
        "--for",
        dest="reader",
        choices=("buyer", "us"),
        default="buyer",
        help=tr("who will read it: the buyer gets only what was asked (the default)"),
    )
    _lots(parser)
    parser.add_argument(
        "--round", default="", metavar="ID", help=tr("what goes in at one round of several")
    )
    parser.add_argument(
        "-o", "--output", required=True, metavar="OUT", help=tr("the file to write")
    )
    _as_json(parser, tr("report as JSON: pages, why it is marked DRAFT, what was left out"))
    _done_by(parser, "exporting:export")


def _lots(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--lot", default="", metavar="LOT", help=tr("one lot alone, by its number or id")
    )
    parser.add_argument(
        "--each-lot",
        action="store_true",
        help=tr("a set for each lot we bid for; OUT is their folder"),
    )


def _history(commands: Any) -> None:
    parser = command(commands, "history", tr("print who changed what, newest first"))
    _bid_file(parser)
    _as_json(parser, tr("as JSON"))
    parser.add_argument(
        "--most", type=_above_nought, default=200, metavar="N", help=tr("how many lines (200)")
    )
    _done_by(parser, "showing:history")


def _pack(commands: Any) -> None:
    parser = command(
        commands,
        "pack",
        tr("list question packs, check one that you wrote, or write one to change"),
        examples="  bidkit pack copy grant-due-diligence -o our-funder.toml\n"
        "  bidkit pack check our-funder.toml\n"
        "  bidkit new warm-space.bidkit --pack our-funder.toml",
    )
    inner = parser.add_subparsers(dest="pack_command", required=True, metavar="WHAT")
    listing = command(inner, "list", tr("list the question packs that are shipped"))
    _as_json(listing, tr("as JSON"))
    _done_by(listing, "packs:list_packs")
    check = command(inner, "check", tr("check a pack file; exit 1 where it has faults"))
    check.add_argument("file", metavar="FILE", help=tr("the pack, a .toml file"))
    _as_json(check, tr("as JSON"))
    _done_by(check, "packs:check_pack")
    copy = command(inner, "copy", tr("write a shipped pack as a file of your own, to change"))
    copy.add_argument("id", metavar="ID", help=tr("as “bidkit pack list” names it"))
    _output(copy, tr("the .toml file to write"))
    _done_by(copy, "packs:copy_pack")
    save = command(inner, "save", tr("write the questions of a bid as a pack, without replies"))
    _bid_file(save)
    save.add_argument("--title", metavar="T", default="", help=tr("what to call the pack"))
    _output(save, tr("the .toml file to write"))
    _done_by(save, "packs:save_pack")


def _output(parser: Arguments, words: str) -> None:
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help=words)


def _above_nought(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(tr("“{text}” is not a whole number above 0", text=text))
    return int(text)
