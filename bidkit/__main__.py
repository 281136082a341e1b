"""The entry: chooses the window or the command line."""

from __future__ import annotations

import gc
import sys

from bidkit.cli.main import parse, run


def main() -> int:
    """Start what the arguments ask for and return the exit code.

    Nothing that is made while a program starts is garbage, and looking for some takes a tenth of
    the start; whoever is started begins to collect when it stands.
    """
    gc.disable()
    arguments = sys.argv[1:]
    if len(arguments) == 1 and arguments[0].endswith(".bidkit"):
        arguments = ["open", *arguments]
    given = parse(arguments)
    if given.self_test:
        from bidkit.app import test_installation

        return test_installation()
    if given.command in (None, "open"):
        from bidkit.app import show_window

        return show_window(given.file if given.command else "")
    return run(given)


if __name__ == "__main__":
    sys.exit(main())
