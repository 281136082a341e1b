"""How much a risk weighs: likelihood and impact, each from 1 to 5."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bidkit.errors import InputError
from bidkit.words import tr

MOST = 5
MEDIUM_FROM = 5
HIGH_FROM = 10
SEVERE_FROM = 16


class Weight(StrEnum):
    """How heavy a risk is, always shown with its word."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    SEVERE = "severe"


@dataclass(frozen=True, slots=True)
class RiskScore:
    """The score of a risk, 1 to 25, and its weight."""

    score: int
    weight: Weight


def risk_score(likelihood: int | None, impact: int | None) -> RiskScore | None:
    """Return how heavy a risk is; None while one of the two is not judged.

    Formula: likelihood × impact. Low below 5, medium below 10, high below 16, else severe.
    Units: none. Errors: InputError where one lies outside 1…5.
    Source: the usual matrix of risk registers; where the bands begin is our choice.
    """
    if likelihood is None or impact is None:
        return None
    if not (1 <= likelihood <= MOST and 1 <= impact <= MOST):
        raise InputError(
            tr("Likelihood and impact run from 1 to 5."), advice=tr("Correct the number.")
        )
    score = likelihood * impact
    if score < MEDIUM_FROM:
        return RiskScore(score, Weight.LOW)
    if score < HIGH_FROM:
        return RiskScore(score, Weight.MEDIUM)
    return RiskScore(score, Weight.HIGH if score < SEVERE_FROM else Weight.SEVERE)
