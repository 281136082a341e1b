"""Lists that packs carry besides questions: one small value for each kind of line."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Literal

from bidkit.domain import value as values
from bidkit.domain.base import Value
from bidkit.domain.opportunity import Regime

Nation = Literal["", "uk", "england", "wales", "scotland", "northern ireland"]


class GateLine(Value):
    """One thing that must hold before it is worth bidding; stops: a no ends it."""

    key: str
    question: str
    stops: bool = False
    help: str = ""


class RedFlagLine(Value):
    """One fault to look for in a contract, of which list, and what to do about it."""

    key: str
    group: Literal["nao", "gershon", "template"]
    text: str
    help: str = ""


class BuyerQualityLine(Value):
    """One thing a good buyer does, and how a bid can help the buyer do it."""

    key: str
    group: Literal["principle", "action"]
    text: str
    our_help: str = ""


class AreaLine(Value):
    """One area of running an organisation, with what being good at it looks like."""

    key: str
    title: str
    about: str = ""


class AgreementLine(Value):
    """One line a partner agreement should settle; mandatory ones before signing."""

    key: str
    text: str
    mandatory: bool = False
    help: str = ""


class TestLine(Value):
    """One box of the test for subcontractors, or one thing to ask of a partner."""

    key: str
    text: str


class RiskLine(Value):
    """A risk to start from: what may happen, why, and how it is usually held."""

    key: str
    title: str
    cause: str = ""
    control: str = ""
    likelihood: int | None = None
    impact: int | None = None
    best_placed: str = ""
    for_partnerships: bool = False


class WarningLine(Value):
    """Something that went wrong for others: the sign to look for, and what to do instead."""

    key: str
    text: str
    advice: str = ""


class PolicyLine(Value):
    """A policy that is often asked for, and after how many months it should be looked at."""

    key: str
    title: str
    mandatory: bool = False
    review_months: int = 24
    confirmed: bool = True


class InsuranceLine(Value):
    """A kind of insurance, the least that is usual, and what is asked of it."""

    kind: Literal[
        "employers",
        "public",
        "professional",
        "abuse",
        "cyber",
        "trustee",
        "product",
        "medical",
        "motor",
        "buildings",
        "other",
    ]
    title: str
    usual: Decimal | None = None
    often: Decimal | None = None
    note: str = ""
    confirmed: bool = True


class MarkLine(Value):
    """A quality mark: who gives it, in which levels."""

    key: str
    title: str
    body: str = ""
    levels: tuple[str, ...] = ()
    confirmed: bool = True


class LevelLine(Value):
    """One mark of a scale."""

    mark: Decimal
    label: str
    descriptor: str = ""


class ScaleLine(Value):
    """A marking scale in our own words, with where it was seen."""

    key: str
    title: str
    most: Decimal
    met: Decimal | None = None
    least: Decimal | None = None
    levels: tuple[LevelLine, ...]
    source: str = ""
    confirmed: bool = True


class PhraseLine(Value):
    """A weak phrase: its forms (* for any letters), how weak it is, and what is better."""

    key: str
    forms: tuple[str, ...]
    weight: Literal["error", "warn", "info"] = "warn"
    better: str = ""
    unless: Literal["", "figure", "date"] = ""
    source: str = ""
    confirmed: bool = True


class WeightBandLine(Value):
    """From which contract value with VAT social value weighs at least so much."""

    from_value: Decimal
    least_percent: Decimal


class OutcomeLine(Value):
    """One outcome of a social value model, with measures to think of; none is ever preselected."""

    key: str
    mission: str
    title: str
    about: str = ""
    ideas: tuple[str, ...] = ()
    confirmed: bool = True


class SocialModelLine(Value):
    """A social value model: when it applies, with which weights, missions and outcomes."""

    key: Literal["ppn002", "ppn026", "ppn0620"]
    title: str
    begun_from: datetime.date
    begun_to: datetime.date | None = None
    regimes: tuple[Regime, ...] = ()
    central_only: bool = True
    bands: tuple[WeightBandLine, ...] = ()
    outcomes: tuple[OutcomeLine, ...] = ()
    note: str = ""
    source: str = ""
    confirmed: bool = True


class FigureLine(Value):
    """A dated figure of law or practice: value, unit, from when, source, and if it is confirmed."""

    key: str
    title: str
    value: Decimal
    unit: Literal[
        "£", "%", "months", "days", "working days", "people", "times", "ratio", "hours", "points"
    ]
    from_date: datetime.date | None = None
    to_date: datetime.date | None = None
    nation: Nation = ""
    note: str = ""
    source: str = ""
    confirmed: bool = True


class RegimeLine(Value):
    """A set of rules a procurement can fall under: when, what differs, and its standstill."""

    key: Regime
    title: str
    when: str
    differs: str = ""
    packs: tuple[str, ...] = ()
    standstill: Literal["mandatory", "voluntary", "none"] = "none"
    standstill_days: int | None = None
    standstill_counting: Literal["", "working days", "calendar days"] = ""
    advice: str = ""
    source: str = ""
    confirmed: bool = True


class MeaningLine(Value):
    """One thing people mean by added value, and the question that makes it concrete."""

    key: values.Meaning
    title: str
    prompt: str


class StakeholderLine(Value):
    """A group that may gain, and whether it uses the service itself."""

    title: str
    rank: Literal["primary", "secondary"]


class ServiceAreaLine(Value):
    """A field of work and the subject codes that belong to it."""

    key: str
    title: str
    cpv: tuple[str, ...] = ()


class CpvLine(Value):
    """A subject code with its name."""

    code: str
    title: str


class BuyerKindLine(Value):
    """A kind of buyer: how it decides and what it looks for."""

    key: Literal[
        "council", "nhs", "central", "police", "school", "housing", "funder", "lead", "other"
    ]
    title: str
    how_it_works: str = ""
    looks_for: str = ""


class DriverLine(Value):
    """What an overhead is commonly shared by, and why that is defensible."""

    key: str
    overhead: str
    driver: str
    unit: str = ""
    why: str = ""
    source: str = ""


class ClauseLine(Value):
    """A social clause in our own words, to be edited before it is proposed."""

    key: str
    title: str
    text: str
    outcome: str = ""


class PromptLine(Value):
    """One line to think about, in a named list."""

    key: str
    group: str
    text: str
    help: str = ""
