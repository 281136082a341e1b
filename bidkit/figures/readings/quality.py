"""How a list of points rated from 0 to 2 adds up: the buyer's quality, and how well we run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bidkit.domain.decision import BuyerQuality
from bidkit.domain.organisation import SelfAssessment
from bidkit.figures.rounding import share_percent

TOP = 2
SKILL = "skill-"
"""How the keys of bidding skills begin."""


@dataclass(frozen=True)
class Rated:
    """How many points are rated, what they come to, and the most they could."""

    rated: int
    points: int
    most: int
    all: int

    @property
    def share(self) -> Decimal | None:
        """The points out of the most, in percent; None while nothing is rated."""
        return share_percent(Decimal(self.points), Decimal(self.most))


def buyer_quality_of(points: Sequence[BuyerQuality]) -> Rated:
    """Return how a buyer does; see `rated_of`."""
    return rated_of([one.rating for one in points])


def self_assessment_of(areas: Sequence[SelfAssessment]) -> Rated:
    """Return how well we run, by the areas alone: skills of bidding say nothing of it."""
    return rated_of([one.rating for one in running_areas(areas)])


def running_areas(areas: Sequence[SelfAssessment]) -> tuple[SelfAssessment, ...]:
    """Return the areas of how we run, without the skills of bidding kept beside them."""
    return tuple(one for one in areas if not one.key.startswith(SKILL))


def rated_of(ratings: Sequence[int | None]) -> Rated:
    """Return the sum of the ratings given.

    Formula: sum of ratings, each counted as 2 at most, out of 2 × those rated. What is not rated
    counts neither for nor against. Source: our own scale, 0 not, 1 partly, 2 fully.
    """
    given = [min(one, TOP) for one in ratings if one is not None]
    return Rated(len(given), sum(given), TOP * len(given), len(ratings))
