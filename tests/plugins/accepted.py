"""Outputs kept under version control: compared each time, rewritten with --accept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

ACCEPTED = Path(__file__).resolve().parents[1] / "accepted"

Accept = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer --accept."""
    parser.getgroup("bidkit").addoption(
        "--accept", action="store_true", help="rewrite tests/accepted with what the tests made"
    )


@pytest.fixture
def accepted(pytestconfig: pytest.Config) -> Accept:
    """Compare a text with its file under tests/accepted, or write it there with --accept."""
    rewrite = bool(pytestconfig.getoption("accept"))

    def compare(name: str, text: str) -> None:
        path = ACCEPTED / name
        if rewrite:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"nothing accepted as {name} yet: run once with --accept"
        assert text == path.read_text(encoding="utf-8"), f"{name} changed; --accept takes it"

    return compare
