"""How findings lie in the panel: what is at hand first, and many of one kind as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Finding
from bidkit.domain.refs import Item, Ref, Step

ALIKE = 3
"""From how many on findings of one kind are shown as one."""

WRITTEN_FOR = frozenset({"answers", "responses", "parts"})
"""What belongs to a question and is written on the same page."""


def gathered(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """Return findings in their order, those of one kind together where there are many.

    One kind: the same rule, weight, reason and advice, so that only the place differs.
    """
    kinds: dict[object, list[Finding]] = {}
    for one in findings:
        key = (one.rule, one.level, one.why, one.advice) if one.span is None else one
        kinds.setdefault(key, []).append(one)
    groups: list[tuple[Finding, ...]] = []
    for alike in kinds.values():
        if len(alike) >= ALIKE:
            groups.append(tuple(alike))
        else:
            groups.extend((one,) for one in alike)
    return tuple(groups)


def nearest_first(
    findings: Sequence[Finding], bid: Bid, place: Ref[Bid, Any] | None
) -> tuple[Finding, ...]:
    """Return findings so that those of the thing at a place come first, else in their order."""
    here = _thing(bid, place) if place is not None else ()
    if not here:
        return tuple(findings)
    return tuple(sorted(findings, key=lambda one: _thing(bid, one.place) != here))


def _thing(bid: Bid, place: Ref[Bid, Any]) -> tuple[Step, ...]:
    """Return the steps to the thing a place lies in; for an answer, to its question."""
    if len(place.steps) < 2 or not isinstance(item := place.steps[1], Item):
        return ()
    collection = str(place.steps[0])
    if collection in WRITTEN_FOR:
        found = next((one for one in getattr(bid, collection) if one.id == item.id), None)
        if found is not None:
            part = next((one for one in bid.parts if one.id == found.parent), None)
            return ("questions", Item(part.parent if part is not None else found.parent))
    return (collection, item)
