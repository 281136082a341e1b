"""Weights of a tree of criteria: whether each level adds up, and what each leaf is worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bidkit.figures.rounding import HUNDRED, NOUGHT


class Counting(StrEnum):
    """How the weights below a criterion are meant."""

    POINTS = "points"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Weighted:
    """A criterion with its weight and the criteria it is made of."""

    key: str
    weight: Decimal
    parts: tuple[Weighted, ...] = ()


@dataclass(frozen=True, slots=True)
class Remainder:
    """What one level still lacks (above nought) or has too much (below); key is its parent."""

    key: str
    expected: Decimal
    given: Decimal

    @property
    def left(self) -> Decimal:
        """The weight still to be given out; below nought where too much was given."""
        return self.expected - self.given


def given(parts: Sequence[Weighted]) -> Decimal:
    """Return the sum of the weights of one level."""
    return sum((part.weight for part in parts), NOUGHT)


def likely_counting(parent: Decimal, parts: Sequence[Weighted]) -> Counting:
    """Suggest how a level's weights are meant, by which whole they come nearer to.

    Points where they add up nearer to the parent's own weight, percent where nearer to 100.
    """
    sum_given = given(parts)
    nearer_hundred = abs(sum_given - HUNDRED) < abs(sum_given - parent)
    return Counting.PERCENT if nearer_hundred else Counting.POINTS


def remainders(
    criteria: Sequence[Weighted], counting: Counting, whole: Decimal = HUNDRED
) -> tuple[Remainder, ...]:
    """Return for every level what its weights should add up to and what they do.

    Formula: the top level to the whole; below, to the parent's weight (points) or 100 (percent).
    Units: as typed. The top level has the key "".
    """
    found = [Remainder("", whole, given(criteria))]
    waiting = list(criteria)
    while waiting:
        one = waiting.pop(0)
        if one.parts:
            expected = one.weight if counting is Counting.POINTS else HUNDRED
            found.append(Remainder(one.key, expected, given(one.parts)))
            waiting.extend(one.parts)
    return tuple(found)


def leaf_points(
    criteria: Sequence[Weighted], counting: Counting, whole: Decimal = HUNDRED
) -> tuple[tuple[str, Decimal], ...]:
    """Return what each criterion without parts is worth in points of the whole, in order.

    Formula: its own weight (points), or the product of the percentages above it (percent).
    Rounding: none.
    """
    found: list[tuple[str, Decimal]] = []
    for one in criteria:
        worth = one.weight if counting is Counting.POINTS else whole * one.weight / HUNDRED
        if one.parts:
            found.extend(leaf_points(one.parts, counting, worth))
        else:
            found.append((one.key, worth))
    return tuple(found)
