"""Bids to work on from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plugins.commands import Call


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
