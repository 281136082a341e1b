"""Killed at any moment, a file is whole, and holds everything it was said to hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def outcomes(folder: Path, kills: int, subject: str) -> dict[str, int]:
    """Run the killing program and read what it saw."""
    command = [sys.executable, "-m", "tests.storage.killing", str(folder), str(kills), subject]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    pairs = (line.partition("=") for line in done.stdout.splitlines())
    return {name: int(count) for name, _, count in pairs}


def test_kills_while_committing(tmp_path: Path, thorough: bool) -> None:
    kills = 200 if thorough else 40
    seen = outcomes(tmp_path, kills, "commit")
    assert seen["good"] == kills
    assert seen["cut while writing"] > 0


def test_kills_while_changing_the_password(tmp_path: Path, thorough: bool) -> None:
    kills = 40 if thorough else 8
    assert outcomes(tmp_path, kills, "password")["good"] == kills
