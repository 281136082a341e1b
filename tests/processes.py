"""Starts BidKit as people do: a program of its own, with what it prints and how it ends."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PATIENCE = 60
DROP_FROM_BOUNDS, PASS_OVER_PERMISSIONS = 24, 1


def environment(**changes: str) -> dict[str, str]:
    """Return this process's environment with some of it changed."""
    return {**os.environ, **changes}


def bidkit(
    *arguments: object, ordinary: bool = False, **changes: str
) -> subprocess.CompletedProcess[bytes]:
    """Run BidKit to its end; an ordinary person obeys permissions even where we are root."""
    return subprocess.run(
        [sys.executable, "-m", "bidkit", *map(str, arguments)],
        cwd=ROOT,
        env=environment(**changes),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
        preexec_fn=obey_permissions if ordinary else None,
    )


def python(
    code: str, *arguments: object, ordinary: bool = False, **changes: str
) -> subprocess.CompletedProcess[str]:
    """Run a piece of Python in a process of its own; it must end well."""
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        env=environment(**changes),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=True,
        preexec_fn=obey_permissions if ordinary else None,
    )


def obey_permissions() -> None:
    """Give up root's right to write everywhere, where we have it."""
    if sys.platform == "linux" and os.geteuid() == 0:
        ctypes.CDLL(None).prctl(DROP_FROM_BOUNDS, PASS_OVER_PERMISSIONS, 0, 0, 0)
