"""Composition root of the window: settings, ports, window; and the self-test. No logic."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bidkit.words import tr


def show_window(file: str = "") -> int:
    """Open the window, with a file where one is named; say so where there is no screen."""
    if not has_screen():
        sys.stderr.write(
            tr("There is no screen here to show a window on.")
            + "\n"
            + tr("“bidkit --help” lists what BidKit does without one.")
            + "\n"
        )
        return 2
    from bidkit.session.ports import ports_here
    from bidkit.ui.application import start

    return start(ports_here(), Path(file) if file else None)


def has_screen() -> bool:
    """Tell whether a window can be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def test_installation() -> int:
    """Make, reopen, check and export an example, and build a window; say what works."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from bidkit.session.selftest import run_checks
    from bidkit.ui.application import try_window

    failed = 0
    for name, problem in run_checks((("window", try_window),)):
        state = "failed" if problem else "works "
        sys.stdout.write(f"{state}  {name}{': ' + problem if problem else ''}\n")
        failed += bool(problem)
    return 2 if failed else 0
