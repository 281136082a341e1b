"""The command line: every command with its help, exit 0 done, 1 findings, 2 refused."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from bidkit import __version__
from bidkit.cli import bids, checking, exporting, fields, packs
from bidkit.errors import BidKitError

DONE, FINDINGS, REFUSED = 0, 1, 2

Run = Callable[[argparse.Namespace], int]


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    whole = argparse.ArgumentParser(
        prog="bidkit",
        description="Prepare a bid for a public contract or grant, offline.",
        epilog="Without a command BidKit opens its window. Exit: 0 done, 1 findings, 2 refused.",
    )
    whole.add_argument("--version", action="version", version=f"BidKit {__version__}")
    whole.add_argument(
        "--self-test", action="store_true", help="check that this installation works, then stop"
    )
    commands = whole.add_subparsers(dest="command", metavar="COMMAND")
    opening = commands.add_parser("open", help="open a bid in the window")
    opening.add_argument("file", metavar="FILE", help="the .bidkit file")
    for room in (bids, fields, checking, exporting, packs):
        room.add_commands(commands)
    return whole


def run(arguments: Sequence[str]) -> int:
    """Carry out one command that needs no window and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    given = parser().parse_args(arguments)
    command: Run | None = getattr(given, "run", None)
    if command is None:
        parser().print_help()
        return REFUSED
    try:
        return command(given)
    except BidKitError as error:
        print(told(error), file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        return DONE


def told(error: BidKitError) -> str:
    """Return a refusal as lines: what happened, why, and what to do."""
    return "\n".join(line for line in (error.what, error.why, error.advice) if line)
