"""Marks: what each answer earns, what is still to win, and where one more mark is worth most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bidkit.errors import InputError
from bidkit.figures.rounding import HUNDRED, NOUGHT
from bidkit.words import tr


class Threshold(StrEnum):
    """Where a mark stands against the lowest mark the buyer accepts."""

    NONE = "none"
    UNKNOWN = "unknown"
    REACHED = "reached"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Marked:
    """One criterion as it is marked.

    weight: points of the total. levels: the marks the scale knows, in any order.
    met: the mark for meeting and no more, where the scale has one.
    words: the limit of the answer, where there is one.
    """

    key: str
    weight: Decimal
    levels: tuple[Decimal, ...]
    mark: Decimal | None = None
    met: Decimal | None = None
    how_exceeded: str = ""
    lowest: Decimal | None = None
    words: int | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """The points of a whole set of criteria; unmarked names those without a mark."""

    points: Decimal
    possible: Decimal
    possible_marked: Decimal
    unmarked: tuple[str, ...]
    below: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NextMark:
    """What the next level up would earn; needs_excess where only exceeding the ask reaches it."""

    key: str
    mark: Decimal
    next: Decimal
    points: Decimal
    needs_excess: bool


def weighted_mark(weight: Decimal, mark: Decimal, top: Decimal) -> Decimal:
    """Return the points a mark earns.

    Formula: weight × mark ÷ top. Units: the weight's points. Rounding: none.
    Errors: InputError where the top mark is not above nought, or the mark lies outside 0…top.
    Source: the usual arithmetic of weighted evaluation; test vector T-Q1.
    """
    if top <= 0:
        raise InputError(
            tr("This scale has no highest mark."),
            tr("The points are weight × mark ÷ highest mark."),
            tr("Give the scale at least one mark above 0."),
        )
    if not 0 <= mark <= top:
        raise InputError(
            tr("The mark {mark} is not on the scale.", mark=mark),
            advice=tr("Choose a mark from 0 to {top}.", top=top),
        )
    return weight * mark / top


def capped_mark(mark: Decimal, met: Decimal | None, how_exceeded: str) -> Decimal:
    """Return the mark that may be claimed: no more than "met" until it is said how we exceed.

    Formula: min(mark, met) where the words are empty, else mark.
    Source: From Policy to Practice, 2007 (meeting earns 7 of 10, the rest only exceeding); T-Q2.
    """
    if met is None or how_exceeded.strip():
        return mark
    return min(mark, met)


def top_mark(levels: Sequence[Decimal]) -> Decimal:
    """Return the highest mark of a scale, nought for a scale without levels."""
    return max(levels, default=NOUGHT)


def claimed_mark(marked: Marked) -> Decimal | None:
    """Return the mark that counts for a criterion after the cap; None while it has none."""
    if marked.mark is None:
        return None
    return capped_mark(marked.mark, marked.met, marked.how_exceeded)


def points(marked: Marked) -> Decimal | None:
    """Return the points a criterion earns after the cap; None while it has no mark.

    Formula, units and errors: weighted_mark of the claimed mark.
    """
    claimed = claimed_mark(marked)
    if claimed is None:
        return None
    return weighted_mark(marked.weight, claimed, top_mark(marked.levels))


def marks_at_stake(marked: Marked) -> Decimal:
    """Return the points still to be won: weight − points; the whole weight while unmarked."""
    return marked.weight - (points(marked) or NOUGHT)


def points_per_hundred_words(weight: Decimal, words: int) -> Decimal | None:
    """Return the points that stand on each hundred words allowed.

    Formula: weight × 100 ÷ words. Rounding: none. None where no words are allowed.
    """
    return weight * HUNDRED / words if words > 0 else None


def threshold(mark: Decimal | None, lowest: Decimal | None) -> Threshold:
    """Tell whether a mark reaches the lowest accepted; without a mark this stays unknown.

    Source: the minimum score of the open contracting award criteria.
    """
    if lowest is None:
        return Threshold.NONE
    if mark is None:
        return Threshold.UNKNOWN
    return Threshold.REACHED if mark >= lowest else Threshold.BELOW


def total(criteria: Sequence[Marked]) -> Total:
    """Return the sum of the points of all criteria, and what it leaves open.

    Formula: Σ weight × claimed mark ÷ top. Units: points. Rounding: none.
    Source: the usual arithmetic of weighted evaluation; test vector T-Q1.
    """
    earned = {one.key: points(one) for one in criteria}
    return Total(
        points=sum((earned[one.key] or NOUGHT for one in criteria), NOUGHT),
        possible=sum((one.weight for one in criteria), NOUGHT),
        possible_marked=sum(
            (one.weight for one in criteria if earned[one.key] is not None), NOUGHT
        ),
        unmarked=tuple(one.key for one in criteria if earned[one.key] is None),
        below=tuple(
            one.key
            for one in criteria
            if threshold(claimed_mark(one), one.lowest) is Threshold.BELOW
        ),
    )


def next_mark(marked: Marked) -> NextMark | None:
    """Return the next level of the scale above the claimed mark, and what it adds.

    Formula: weight × (next level − claimed mark) ÷ top. Units: points. Rounding: none.
    None where there is no mark yet, or none above it.
    """
    claimed = claimed_mark(marked)
    above = () if claimed is None else [level for level in marked.levels if level > claimed]
    if claimed is None or not above:
        return None
    following = min(above)
    gain = weighted_mark(marked.weight, following - claimed, top_mark(marked.levels))
    capped = marked.met is not None and following > marked.met
    return NextMark(
        marked.key, claimed, following, gain, capped and not marked.how_exceeded.strip()
    )


def where_next(criteria: Sequence[Marked]) -> tuple[NextMark, ...]:
    """Return what one more mark would add to each criterion, the most first.

    Ties keep the order of the criteria.
    """
    found = [step for one in criteria if (step := next_mark(one)) is not None]
    return tuple(sorted(found, key=lambda step: -step.points))
