"""The entry: chooses the window or the command line."""

from __future__ import annotations

import sys

WINDOW_COMMANDS = frozenset({"open"})


def main() -> int:
    """Start what the arguments ask for and return the exit code."""
    arguments = sys.argv[1:]
    wants_window = not arguments or arguments[0] in WINDOW_COMMANDS
    asks_help = any(argument in ("-h", "--help") for argument in arguments)
    if (wants_window and not asks_help) or arguments[:1] == ["--self-test"]:
        from bidkit.app import run

        return run(arguments)
    from bidkit.cli.main import run as run_command

    return run_command(arguments)


if __name__ == "__main__":
    sys.exit(main())
