"""Costs to start from, as a pack lists them."""

from __future__ import annotations

from bidkit.domain.base import Value
from bidkit.domain.costs import CostKind


class CostStarterLine(Value):
    """A cost to start from: its name and kind, what to think of, and if it comes only once."""

    key: str
    title: str
    kind: CostKind = ""
    once: bool = False
    note: str = ""
