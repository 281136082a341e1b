"""Composition root of the window: settings, ports, window; and the self-test. No logic."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def run(arguments: Sequence[str]) -> int:
    """Open the window (with a file, where one is named) or run the self-test."""
    if arguments[:1] == ["--self-test"]:
        return self_test()
    from bidkit.session.ports import ports_here
    from bidkit.ui.application import start

    files = [Path(argument) for argument in arguments[1:] if not argument.startswith("-")]
    return start(ports_here(), files[0] if files else None)


def self_test() -> int:
    """Make, reopen, check and export an example, and build a window; say what works."""
    from bidkit.session.selftest import run_checks

    failed = 0
    for name, problem in run_checks():
        state = "failed" if problem else "works "
        sys.stdout.write(f"{state}  {name}{': ' + problem if problem else ''}\n")
        failed += bool(problem)
    return 2 if failed else 0
