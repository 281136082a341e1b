"""The command line: one parser, one way out; exit 0 done, 1 findings, 2 refused."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from bidkit import __version__
from bidkit.cli.commands import add_commands
from bidkit.errors import BidKitError
from bidkit.words import tr

if TYPE_CHECKING:
    from bidkit.session.ports import Ports

DONE, FINDINGS, REFUSED = 0, 1, 2

Work = Callable[[argparse.Namespace, "Ports"], int]


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    whole = argparse.ArgumentParser(
        prog="bidkit",
        description=tr("Prepare a bid for a public contract or grant, offline."),
        epilog=tr(
            "Without a command BidKit opens its window. “bidkit COMMAND --help” explains one. "
            "Exit: 0 done, 1 findings or conflicts, 2 refused."
        ),
        allow_abbrev=False,
    )
    whole.add_argument("--version", action="version", version=f"BidKit {__version__}")
    whole.add_argument(
        "--self-test",
        action="store_true",
        help=tr("check that this installation works, window and all, then stop"),
    )
    add_commands(whole.add_subparsers(dest="command", metavar="COMMAND", title=tr("commands")))
    return whole


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what the arguments ask for; help, version and mistakes end the program here."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    return parser().parse_args(arguments)


def run(given: argparse.Namespace) -> int:
    """Carry out one command that needs no window and return its exit code."""
    module, _, name = given.work.partition(":")
    work: Work = getattr(import_module(f"bidkit.cli.{module}"), name)
    gc.freeze()
    gc.enable()
    try:
        code = work(given, ports())
        sys.stdout.flush()
    except BidKitError as error:
        sys.stdout.flush()
        print(told(error), file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        _let_go_of_output()
        return DONE
    except KeyboardInterrupt:
        print(tr("Stopped."), file=sys.stderr)
        return REFUSED
    return code


def ports() -> Ports:
    """Return the clock, this machine, and the person as the settings name them."""
    from bidkit.session.ports import ports_here
    from bidkit.session.preferences import Preferences

    return ports_here(Preferences().settings.author)


def told(error: BidKitError) -> str:
    """Return a refusal as lines: what happened, why, and what to do."""
    return "\n".join(line for line in (error.what, error.why, error.advice) if line)


def _let_go_of_output() -> None:
    """Let the reader at the other end of the pipe be gone, without a word when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
