"""A mock panel: how far its marks lie apart, and where they still have to be talked over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median_low

from bidkit.figures.rounding import NOUGHT

USUAL_GAP = Decimal(1)
"""How far marks may lie apart before they are talked over, where the bid says nothing else."""


@dataclass(frozen=True, slots=True)
class PanelMark:
    """One person's mark for one criterion."""

    person: str
    mark: Decimal


@dataclass(frozen=True, slots=True)
class Spread:
    """How the marks of one criterion lie: lowest, highest, mean and the middle one."""

    lowest: Decimal
    highest: Decimal
    mean: Decimal
    middle: Decimal
    people: int

    @property
    def gap(self) -> Decimal:
        """The highest mark less the lowest."""
        return self.highest - self.lowest


@dataclass(frozen=True, slots=True)
class PanelCriterion:
    """The panel's marks of one criterion, and the mark agreed once they were talked over."""

    key: str
    marks: tuple[PanelMark, ...]
    moderated: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A criterion whose marks differ by more than the gap and have no agreed mark yet."""

    key: str
    spread: Spread
    lowest_by: tuple[str, ...]
    highest_by: tuple[str, ...]


def spread(marks: Sequence[PanelMark]) -> Spread | None:
    """Return how the marks lie; None where nobody has marked.

    Formula: mean = Σ marks ÷ people; middle = the median, the lower of two. Rounding: none.
    """
    if not marks:
        return None
    values = [one.mark for one in marks]
    return Spread(
        min(values),
        max(values),
        sum(values, NOUGHT) / len(values),
        median_low(values),
        len(values),
    )


def agreed_mark(criterion: PanelCriterion) -> Decimal | None:
    """Return the moderated mark, else the mark all gave alike, else None."""
    if criterion.moderated is not None:
        return criterion.moderated
    values = {one.mark for one in criterion.marks}
    return values.pop() if len(values) == 1 else None


def unsettled(criteria: Sequence[PanelCriterion], gap: Decimal) -> tuple[Unsettled, ...]:
    """Return the criteria to be talked over, the widest gap first.

    Formula: highest − lowest > gap and no moderated mark.
    """
    found = []
    for one in criteria:
        lie = spread(one.marks)
        if lie is None or one.moderated is not None or lie.gap <= gap:
            continue
        lowest_by = tuple(mark.person for mark in one.marks if mark.mark == lie.lowest)
        highest_by = tuple(mark.person for mark in one.marks if mark.mark == lie.highest)
        found.append(Unsettled(one.key, lie, lowest_by, highest_by))
    return tuple(sorted(found, key=lambda one: -one.spread.gap))
