"""Runs commands: inside this process for speed, or as a program where that is the point."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bidkit.cli.main import parse, run


@dataclass(frozen=True)
class Done:
    """What a command came to: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What was printed, read as JSON."""
        return json.loads(self.out)


Call = Callable[..., Done]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Carry out one command line."""

    def called(*arguments: object) -> Done:
        try:
            code = run(parse([str(one) for one in arguments]))
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 2
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return called


@pytest.fixture
def bid(call: Call, tmp_path: Path) -> Path:
    """A blank bid of a small grant."""
    path = tmp_path / "bid.bidkit"
    assert call("new", path, "--route", "small_grant", "--title", "Warm space").code == 0
    return path


@pytest.fixture
def harbour(call: Call, tmp_path: Path) -> Path:
    """The finished example."""
    path = tmp_path / "harbour.bidkit"
    assert call("new", path, "--example", "harbour").code == 0
    return path
