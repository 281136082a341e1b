"""How much changed and how sure we are: rates, strength of evidence, and quality of a study."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bidkit.errors import InputError
from bidkit.figures.rounding import share_percent
from bidkit.words import Words, later, tr


@dataclass(frozen=True, slots=True)
class Reach:
    """Everybody reached, and how many indirectly for each person directly."""

    total: int
    indirect_for_each: Decimal | None


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """What stands behind a claim, as yes or no."""

    theory: bool = False
    indicator: bool = False
    baseline: bool = False
    result: bool = False
    comparison_group: bool = False
    independent_replication: bool = False
    manuals_and_systems: bool = False


@dataclass(frozen=True, slots=True)
class Strength:
    """A suggested strength 0…5, why, and what the next step would need (none at 5)."""

    level: int
    why: Words
    next_step: Words | None


class Band(StrEnum):
    """The colour band of a study's quality; always shown with its word."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Bands:
    """From which total amber and green begin; dated data."""

    amber_from: int
    green_from: int


@dataclass(frozen=True, slots=True)
class GridResult:
    """The total of a quality grid, each principle's own sum, its band and how many lack a score."""

    total: int
    by_principle: tuple[int, ...]
    band: Band
    unscored: int


PRINCIPLES = 5
QUESTIONS = 4

WHY = (
    later("It is told, but nothing shows yet why it should work or how it is measured."),
    later("It is said why it should work, and how the change is measured."),
    later("A baseline and a result show the change, not yet that we caused it."),
    later("A comparison group shows that the change came from the work."),
    later("Somebody independent found the same again."),
    later("Manuals and systems keep the results the same wherever it is done."),
)
NEXT = (
    later("Say why it should work, and choose an indicator."),
    later("Measure before and after: enter a baseline and a result."),
    later("Compare with similar people who did not take part."),
    later("Have the results repeated by somebody independent."),
    later("Write down how it is done, so that others get the same results."),
)


def achievement_percent(baseline: Decimal, target: Decimal, result: Decimal) -> Decimal | None:
    """Return how much of the intended change came about.

    Formula: (result − baseline) ÷ (target − baseline) × 100; also for a target below the baseline.
    Rounding: none; above 100 is more than intended, below 0 the wrong way.
    None where target and baseline are the same. Source: T-E1.
    """
    return share_percent(result - baseline, target - baseline)


def success_rate(achieved: Decimal, started: Decimal) -> Decimal | None:
    """Return achieved ÷ started × 100, of all who started and not only those who finished.

    Rounding: none. None where nobody started.
    """
    return share_percent(achieved, started)


def response_rate(replies: Decimal, asked: Decimal) -> Decimal | None:
    """Return replies ÷ asked × 100. Rounding: none. None where nobody was asked."""
    return share_percent(replies, asked)


def reach(direct: int, indirect: int) -> Reach:
    """Return everybody reached, and indirect ÷ direct.

    Source: the I CAN case of Partnership in Public Services, 2006; T-E2.
    """
    return Reach(direct + indirect, Decimal(indirect) / direct if direct else None)


def could_identify(people: int, fewest: int) -> bool:
    """Tell whether so few people stand behind a figure that they might be recognised.

    The fewest that is safe is dated data.
    """
    return 0 < people < fewest


def suggest_strength(facts: EvidenceFacts) -> Strength:
    """Suggest a strength of evidence from what stands behind it; each step needs those before.

    0 told only · 1 theory and indicator · 2 baseline and result · 3 comparison group · 4 repeated
    independently · 5 manuals and systems.
    Source: Nesta, Standards of Evidence (Puttick and Ludlow, 2013), in our own words.
    """
    steps = (
        facts.theory and facts.indicator,
        facts.baseline and facts.result,
        facts.comparison_group,
        facts.independent_replication,
        facts.manuals_and_systems,
    )
    level = next((place for place, reached in enumerate(steps) if not reached), len(steps))
    return Strength(level, WHY[level], NEXT[level] if level < len(NEXT) else None)


def quality_grid(scores: Sequence[Sequence[int | None]], bands: Bands) -> GridResult:
    """Return the total of five principles with four questions each, scored 1…4.

    Formula: Σ scores (20…80), banded; the band stays unknown while a question has no score.
    Errors: InputError where the grid is not 5 × 4 or a score not 1…4.
    Source: Bond, Principles for assessing the quality of evidence; the bands are dated data.
    """
    if len(scores) != PRINCIPLES or any(len(row) != QUESTIONS for row in scores):
        raise InputError(tr("This grid needs five principles with four questions each."))
    flat = [score for row in scores for score in row]
    if any(score is not None and not 1 <= score <= 4 for score in flat):
        raise InputError(tr("A score must be 1, 2, 3 or 4."))
    sums = tuple(sum(score or 0 for score in row) for row in scores)
    unscored = flat.count(None)
    return GridResult(sum(sums), sums, _band(sum(sums), unscored, bands), unscored)


def _band(total: int, unscored: int, bands: Bands) -> Band:
    if unscored:
        return Band.UNKNOWN
    if total >= bands.green_from:
        return Band.GREEN
    return Band.AMBER if total >= bands.amber_from else Band.RED
