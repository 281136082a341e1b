"""What a pack file may hold: who wrote it and when, its questions, and its lists."""

from __future__ import annotations

import datetime
from typing import Literal

from bidkit.domain.base import Value, YesNo
from bidkit.domain.opportunity import Regime
from bidkit.domain.questionnaire import (
    Column,
    LimitUnit,
    Marking,
    ResponseKind,
    Rule,
    Stage,
)
from bidkit.packs import lists, work
from bidkit.packs.costs import CostStarterLine


class PackLimit(Value):
    """How long a reply may be."""

    most: int
    unit: LimitUnit = "words"


class PackPart(Value):
    """One part of a question."""

    id: str
    text: str
    number: str = ""
    limit: PackLimit | None = None


class PackQuestion(Value):
    """One question in our own words, with its kind, rules and where a reply can come from."""

    id: str
    text: str
    number: str = ""
    title: str = ""
    kind: ResponseKind = "text"
    marking: Marking = "pass or fail"
    options: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    limit: PackLimit | None = None
    parts: tuple[PackPart, ...] = ()
    required: YesNo = "yes"
    help: str = ""
    evidence: str = ""
    rules: tuple[Rule, ...] = ()
    knock_out: bool = False
    show_if: str = ""
    prefill_from: str = ""
    scope: Literal["", "lead", "member", "subcontractor", "all"] = ""
    needs_period: bool = False
    source: str = ""
    confirmed: bool = True


class PackSection(Value):
    """A part of a questionnaire; inside names the section it belongs to, stage goes before the
    pack's own."""

    id: str
    title: str
    number: str = ""
    inside: str = ""
    stage: Stage | None = None
    guidance: str = ""
    optional: bool = False
    questions: tuple[PackQuestion, ...] = ()


class Pack(Value):
    """One pack: dated, sourced content that can be added to a bid or asked for by rules."""

    id: str
    title: str
    version: str
    summary: str = ""
    regimes: tuple[Regime, ...] = ()
    stage: Stage = "qualification"
    source: str
    source_url: str = ""
    effective: datetime.date | None = None
    last_checked: datetime.date
    review_by: datetime.date
    pages: tuple[str, ...] = ()
    confirmed: bool = True
    note: str = ""

    sections: tuple[PackSection, ...] = ()
    gates: tuple[lists.GateLine, ...] = ()
    red_flags: tuple[lists.RedFlagLine, ...] = ()
    buyer_quality: tuple[lists.BuyerQualityLine, ...] = ()
    areas: tuple[lists.AreaLine, ...] = ()
    agreement_points: tuple[lists.AgreementLine, ...] = ()
    flow_down: tuple[lists.AgreementLine, ...] = ()
    partner_checks: tuple[lists.TestLine, ...] = ()
    subcontract_tests: tuple[lists.TestLine, ...] = ()
    risks: tuple[lists.RiskLine, ...] = ()
    cost_lines: tuple[CostStarterLine, ...] = ()
    warnings: tuple[lists.WarningLine, ...] = ()
    policies: tuple[lists.PolicyLine, ...] = ()
    insurances: tuple[lists.InsuranceLine, ...] = ()
    quality_marks: tuple[lists.MarkLine, ...] = ()
    scales: tuple[lists.ScaleLine, ...] = ()
    phrases: tuple[lists.PhraseLine, ...] = ()
    social_models: tuple[lists.SocialModelLine, ...] = ()
    figures: tuple[lists.FigureLine, ...] = ()
    regime_notes: tuple[lists.RegimeLine, ...] = ()
    meanings: tuple[lists.MeaningLine, ...] = ()
    stakeholders: tuple[lists.StakeholderLine, ...] = ()
    service_areas: tuple[lists.ServiceAreaLine, ...] = ()
    cpv: tuple[lists.CpvLine, ...] = ()
    buyer_kinds: tuple[lists.BuyerKindLine, ...] = ()
    drivers: tuple[lists.DriverLine, ...] = ()
    clauses: tuple[lists.ClauseLine, ...] = ()
    delivery_steps: tuple[work.StepLine, ...] = ()
    prompts: tuple[lists.PromptLine, ...] = ()

    @property
    def questions(self) -> tuple[PackQuestion, ...]:
        """Every question of every section, in order."""
        return tuple(question for section in self.sections for question in section.questions)

    @property
    def asks(self) -> bool:
        """Whether this pack puts questions into a bid."""
        return bool(self.sections)

    @property
    def unconfirmed(self) -> int:
        """How many of its lines nobody has checked against the original yet."""
        marked = [line.confirmed for line in self.questions]
        marked += [line.confirmed for line in self.policies]
        marked += [line.confirmed for line in self.insurances]
        marked += [line.confirmed for line in self.quality_marks]
        marked += [line.confirmed for line in self.scales]
        marked += [line.confirmed for line in self.phrases]
        marked += [line.confirmed for line in self.social_models]
        marked += [line.confirmed for line in self.figures]
        marked += [line.confirmed for line in self.regime_notes]
        return marked.count(False)
