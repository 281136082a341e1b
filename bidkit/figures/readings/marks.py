"""The marks of one bid: what each criterion is worth, earns by our own marks, and could earn."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion, Scale
from bidkit.domain.opportunity import Lot
from bidkit.figures import marks
from bidkit.figures.readings.lots import marked_for, marking_lots
from bidkit.figures.weights import Counting, Remainder, Weighted, leaf_points, remainders

NOUGHT = Decimal(0)
HUNDRED = Decimal(100)
MOST_STEPS = 1000


@dataclass(frozen=True)
class Marks:
    """The whole tree as marked: points by criterion, totals, what adds up, where to gain most.

    worth, earned, stake: points by criterion, stake those still to be won. only_met: the criteria
    whose mark is that for meeting what is asked, where exceeding it earns more.
    """

    worth: dict[str, Decimal]
    earned: dict[str, Decimal]
    stake: dict[str, Decimal]
    total: marks.Total
    remainders: tuple[Remainder, ...]
    next_marks: tuple[marks.NextMark, ...]
    only_met: tuple[str, ...]


def marks_of(bid: Bid, lot: str = "") -> Marks:
    """Return the marks of a bid, or of one lot, from criteria, scales, own or moderated marks."""
    seen = marked_for(bid, lot) if lot else bid
    children = children_of(seen)
    tree = tuple(_weighted(one, children) for one in children.get("", ()))
    counting = counting_of(seen)
    worth = dict(leaf_points(tree, counting))
    scales = {scale.id: scale for scale in seen.scales}
    moderated = {one.parent: one.mark for one in seen.moderated_marks if one.mark is not None}
    marked = tuple(
        _marked(one, worth[one.id], scales.get(one.scale), moderated.get(one.id))
        for one in seen.criteria
        if one.id in worth and one.kind not in ("price", "cost")
    )
    usable = tuple(one for one in marked if _on_scale(one))
    earned = {one.key: points for one in usable if (points := marks.points(one)) is not None}
    return Marks(
        worth=worth,
        earned=earned,
        stake={one.key: marks.marks_at_stake(one) for one in usable},
        total=marks.total(usable),
        remainders=remainders(tree, counting),
        next_marks=marks.where_next(usable),
        only_met=tuple(one.key for one in usable if _is_only_met(one)),
    )


def open_levels(bid: Bid) -> tuple[tuple[Lot | None, Remainder], ...]:
    """Return the levels whose weights do not add up, each with the lot it is wrong for.

    Where lots have criteria of their own, the weights of each lot must add up for themselves; a
    level that is wrong alike for all of them is told once, without a lot.
    """
    lots = marking_lots(bid)
    if not lots:
        return tuple((None, one) for one in marks_of(bid).remainders if one.left)
    found = [(lot, one) for lot in lots for one in marks_of(bid, lot.id).remainders if one.left]
    times = Counter(one for _lot, one in found)
    alike = tuple((None, one) for one in times if times[one] == len(lots))
    return (*alike, *((lot, one) for lot, one in found if times[one] < len(lots)))


def levels_of(scale: Scale | None) -> tuple[Decimal, ...]:
    """Return the marks a scale knows, rising; whole numbers to its top where none are named.

    Above a thousand nobody marks in whole numbers: then the top alone is known.
    A top mark above every named level is a mark of its own, so that points are parts of it.
    """
    if scale is None:
        return ()
    levels = {level.mark for level in scale.levels}
    if not levels and scale.most is not None:
        if scale.most > MOST_STEPS:
            return (scale.most,)
        return tuple(Decimal(step) for step in range(int(scale.most) + 1)) or (scale.most,)
    top = {scale.most} if scale.most is not None and scale.most > max(levels) else set()
    return tuple(sorted(levels | top))


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
    than to 100. Where lots have criteria of their own, the parts of each lot are added up apart.
    """
    views = [marked_for(bid, lot.id) for lot in marking_lots(bid)] or [bid]
    nearer = sum(_nearer(parent, view) for view in views for parent in view.criteria)
    return Counting.POINTS if nearer >= 0 else Counting.PERCENT


def _nearer(parent: Criterion, bid: Bid) -> int:
    """Return 1 where the parts add up nearer to their parent's weight, -1 nearer to 100, else 0."""
    parts = [one.weight or NOUGHT for one in bid.criteria if one.parent == parent.id]
    if not parts or parent.weight is None:
        return 0
    given = sum(parts, NOUGHT)
    return 1 if abs(given - parent.weight) <= abs(given - HUNDRED) else -1


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
    return marks.Marked(
        key=one.id,
        weight=weight,
        levels=levels_of(scale),
        mark=moderated if moderated is not None else one.own_mark,
        met=scale.met if scale is not None else None,
        how_exceeded=one.how_exceed,
        lowest=lowest_of(one, scale),
        words=one.words,
    )


def lowest_of(one: Criterion, scale: Scale | None) -> Decimal | None:
    """Return the lowest mark the buyer accepts: the criterion's own, else the scale's."""
    if one.threshold is not None:
        return one.threshold
    return scale.least if scale is not None else None


def _is_only_met(one: marks.Marked) -> bool:
    claimed = marks.claimed_mark(one)
    top = marks.top_mark(one.levels)
    return one.met is not None and claimed == one.met and one.met < top


def _on_scale(one: marks.Marked) -> bool:
    top = marks.top_mark(one.levels)
    return top > 0 and (one.mark is None or 0 <= one.mark <= top)
