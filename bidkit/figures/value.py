"""Full value: which benefits may be claimed, and who pays for what is given on top."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bidkit.figures.rounding import HUNDRED, NOUGHT, to_pence

ENOUGH = 2
"""The interest and the relevance (0…3) from which a benefit is worth claiming."""


class Lacking(StrEnum):
    """What keeps a benefit from being claimed."""

    INTEREST = "interest"
    RELEVANCE = "relevance"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class Claim:
    """Whether a benefit is claimed or only listed; not_said names what nobody has judged yet."""

    include: bool
    lacking: tuple[Lacking, ...]
    not_said: tuple[Lacking, ...] = ()


@dataclass(frozen=True, slots=True)
class Subsidy:
    """What a benefit costs, what the price pays of it, and what others carry, in pounds."""

    cost: Decimal
    paid: Decimal
    carried: Decimal


def claim(interest: int | None, relevance: int | None, evidence_items: int) -> Claim:
    """Tell whether a benefit belongs into the bid.

    Formula: interest ≥ 2 and relevance ≥ 2 (of 0…3) and at least one evidence item; otherwise it
    is listed, not claimed. Source: the two steps of full value, From Policy to Practice, 2007.
    """
    judged = ((Lacking.INTEREST, interest), (Lacking.RELEVANCE, relevance))
    lacking = [name for name, value in judged if value is not None and value < ENOUGH]
    not_said = tuple(name for name, value in judged if value is None)
    if evidence_items < 1:
        lacking.append(Lacking.EVIDENCE)
    return Claim(not lacking and not not_said, tuple(lacking), not_said)


def subsidy(cost: Decimal, paid_percent: Decimal) -> Subsidy:
    """Return who carries a benefit's cost.

    Formula: paid = cost × percent ÷ 100 (0 unpaid, 100 priced); carried = cost − paid.
    Rounding: to the penny. A benefit given free and costing money is carried by somebody.
    """
    whole = to_pence(max(NOUGHT, cost))
    paid = to_pence(whole * paid_percent / HUNDRED)
    return Subsidy(whole, paid, whole - paid)
