"""Carries out command lines inside the process of the tests."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
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
