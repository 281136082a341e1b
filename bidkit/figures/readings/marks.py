"""The marks of one bid: what each criterion is worth, earns by our own marks, and could earn."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion, Scale
from bidkit.figures import marks
from bidkit.figures.weights import Counting, Remainder, Weighted, leaf_points, remainders

NOUGHT = Decimal(0)
HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Marks:
    """The whole tree as marked: points by criterion, totals, what adds up, where to gain most."""

    worth: dict[str, Decimal]
    earned: dict[str, Decimal]
    total: marks.Total
    remainders: tuple[Remainder, ...]
    next_marks: tuple[marks.NextMark, ...]


def marks_of(bid: Bid) -> Marks:
    """Return the marks of a bid from its criteria, scales and own (or moderated) marks."""
    children = children_of(bid)
    tree = tuple(_weighted(one, children) for one in children.get("", ()))
    counting = counting_of(bid)
    worth = dict(leaf_points(tree, counting))
    scales = {scale.id: scale for scale in bid.scales}
    moderated = {one.parent: one.mark for one in bid.moderated_marks if one.mark is not None}
    marked = tuple(
        _marked(one, worth[one.id], scales.get(one.scale), moderated.get(one.id))
        for one in bid.criteria
        if one.id in worth and one.kind not in ("price", "cost")
    )
    usable = tuple(one for one in marked if _on_scale(one))
    earned = {one.key: points for one in usable if (points := marks.points(one)) is not None}
    return Marks(
        worth=worth,
        earned=earned,
        total=marks.total(usable),
        remainders=remainders(tree, counting),
        next_marks=marks.where_next(usable),
    )


def children_of(bid: Bid) -> dict[str, tuple[Criterion, ...]]:
    """Return the criteria under each criterion ('' = the top), in order; lost ones on top."""
    known = {one.id for one in bid.criteria}
    found: dict[str, tuple[Criterion, ...]] = {}
    for one in bid.criteria:
        parent = one.parent if one.parent in known and not _circles(bid, one) else ""
        found[parent] = (*found.get(parent, ()), one)
    return found


def counting_of(bid: Bid) -> Counting:
    """Tell whether weights below a criterion are points of the whole or percentages of it.

    They are points when the parts of every weighted parent add up nearer to its own weight
    than to 100.
    """
    nearer = 0
    for parent in bid.criteria:
        parts = [one.weight or NOUGHT for one in bid.criteria if one.parent == parent.id]
        if parts and parent.weight is not None:
            given = sum(parts, NOUGHT)
            nearer += 1 if abs(given - parent.weight) <= abs(given - HUNDRED) else -1
    return Counting.POINTS if nearer >= 0 else Counting.PERCENT


def _circles(bid: Bid, one: Criterion) -> bool:
    parents = {other.id: other.parent for other in bid.criteria}
    seen: set[str] = set()
    at = one.id
    while at:
        if at in seen:
            return True
        seen.add(at)
        at = parents.get(at, "")
    return False


def _weighted(one: Criterion, children: dict[str, tuple[Criterion, ...]]) -> Weighted:
    parts = tuple(_weighted(child, children) for child in children.get(one.id, ()))
    return Weighted(one.id, one.weight or NOUGHT, parts)


def _marked(
    one: Criterion, weight: Decimal, scale: Scale | None, moderated: Decimal | None
) -> marks.Marked:
    levels: tuple[Decimal, ...] = ()
    if scale is not None:
        levels = tuple(sorted({level.mark for level in scale.levels}))
        if not levels and scale.most is not None:
            levels = tuple(Decimal(step) for step in range(int(scale.most) + 1))
    return marks.Marked(
        key=one.id,
        weight=weight,
        levels=levels,
        mark=moderated if moderated is not None else one.own_mark,
        met=scale.met if scale is not None else None,
        how_exceeded=one.how_exceed,
        lowest=one.threshold,
        words=one.words,
    )


def _on_scale(one: marks.Marked) -> bool:
    top = marks.top_mark(one.levels)
    return top > 0 and (one.mark is None or 0 <= one.mark <= top)
