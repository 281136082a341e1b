"""Which social value model a procurement follows, by its papers or by when it began."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Applies(StrEnum):
    """How a model came to apply, or that none does or too little is known."""

    STATED = "stated"
    BY_RULE = "by_rule"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class WeightBand:
    """From which contract value (with tax, in pounds) social value weighs at least so much."""

    from_value: Decimal
    least_percent: Decimal


@dataclass(frozen=True, slots=True)
class ModelRule:
    """When a model applies; dated data. Dates are those of the procurement's beginning."""

    id: str
    begun_from: date
    begun_to: date | None
    regimes: frozenset[str]
    bands: tuple[WeightBand, ...]
    central_only: bool = True


@dataclass(frozen=True, slots=True)
class Procurement:
    """What is known of a procurement; None is "not known". value is with tax, in pounds.

    stated_model: the model its papers name, and stated_percent the weight they give it.
    """

    regime: str
    begun: date | None = None
    value: Decimal | None = None
    central: bool | None = None
    stated_model: str = ""
    stated_percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """The model that applies, its least weight, and the facts still missing by name."""

    applies: Applies
    model: str = ""
    least_percent: Decimal | None = None
    missing: tuple[str, ...] = ()


def choose_model(rules: Sequence[ModelRule], procurement: Procurement) -> ModelChoice:
    """Return the social value model of a procurement.

    The tender papers hold; without them the rule by the day the procurement began (never today),
    its value with tax, its regime, and whether the buyer is central government. The weight is that
    of the highest band not above the value; below the first band no model is demanded.
    Source: PPN 002 and PPN 026, Cabinet Office, as dated data; T-SV.
    """
    if procurement.stated_model:
        return ModelChoice(Applies.STATED, procurement.stated_model, procurement.stated_percent)
    possible = [rule for rule in rules if procurement.regime in rule.regimes]
    if not possible or (procurement.central is False and all(r.central_only for r in possible)):
        return ModelChoice(Applies.NONE)
    missing = _missing(procurement)
    if missing or procurement.begun is None or procurement.value is None:
        return ModelChoice(Applies.UNKNOWN, missing=missing)
    for rule in possible:
        last = rule.begun_to or date.max
        if rule.begun_from <= procurement.begun <= last and _binds(rule, procurement):
            return _weighted(rule, procurement.value)
    return ModelChoice(Applies.NONE)


def _missing(procurement: Procurement) -> tuple[str, ...]:
    facts = {
        "begun": procurement.begun,
        "value": procurement.value,
        "central": procurement.central,
    }
    return tuple(name for name, fact in facts.items() if fact is None)


def _binds(rule: ModelRule, procurement: Procurement) -> bool:
    return bool(procurement.central) or not rule.central_only


def _weighted(rule: ModelRule, value: Decimal) -> ModelChoice:
    reached = [band for band in rule.bands if band.from_value <= value]
    if not reached:
        return ModelChoice(Applies.NONE)
    highest = max(reached, key=lambda band: band.from_value)
    return ModelChoice(Applies.BY_RULE, rule.id, highest.least_percent)
