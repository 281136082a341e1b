"""Opens the notices of the tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bidkit.domain.bid import EMPTY, Bid
from bidkit.importers import notice
from bidkit.importers.base import Proposal, take

NOTICES = Path(__file__).parent / "notices"


def proposal(name: str) -> Proposal:
    """Return what one of the test notices proposes."""
    return notice.read(NOTICES / f"{name}.json")


def bid_from(name: str) -> Bid:
    """Return a new bid with everything taken from a test notice."""
    return take(EMPTY, proposal(name))


def data_of(name: str) -> Any:
    """Return a test notice as plain data, to be changed in a test."""
    return json.loads((NOTICES / f"{name}.json").read_text("utf-8"))


def bid_of(data: Any) -> Bid:
    """Return a new bid from plain data."""
    return take(EMPTY, read_data(data))


def read_data(data: Any) -> Proposal:
    """Return what plain data proposes."""
    return notice.read(json.dumps(data).encode())


def said(found: Proposal) -> str:
    """Return every caution of a proposal as one text."""
    return "\n".join(str(caution) for caution in found.warnings)
