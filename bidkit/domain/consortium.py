"""Partners: who does what with us, on what terms, and how well we fit."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from bidkit.domain.base import (
    CONFIDENTIAL,
    FOR_BUYER,
    FOR_US,
    PERSONAL,
    Count,
    Entity,
    Group,
    Money,
    Number,
    Paragraphs,
    Reader,
    YesNo,
    YesNoUnknown,
)


class Partnership(Group):
    """The partnership as a whole: why, in which structure, under what agreement."""

    reader: ClassVar[Reader] = Reader.US
    bidding_model: Annotated[
        Literal["", "alone", "with subcontractors", "consortium", "as subcontractor"], FOR_BUYER
    ] = ""
    structure: Annotated[
        Literal["", "new_entity", "lead_within", "lead_external", "hub_spoke"], FOR_BUYER
    ] = ""
    better_outcomes: Paragraphs = ""
    what_makes_it_positive: Paragraphs = ""
    advantage: Annotated[Paragraphs, FOR_BUYER] = ""
    why_now: Paragraphs = ""
    relationship: Literal[
        "", "networking", "joint project", "shared service", "alliance", "merger"
    ] = ""
    governance: Annotated[Paragraphs, FOR_BUYER] = ""
    single_contact: Annotated[str, FOR_BUYER] = ""
    top_slice: Annotated[Number, CONFIDENTIAL] = None
    hub_cost: Annotated[Money, CONFIDENTIAL] = None
    facilitator: str = ""
    advice_legal: str = ""
    advice_legal_on: date | None = None
    advice_vat: str = ""
    advice_vat_on: date | None = None
    advice_tupe: str = ""
    advice_tupe_on: date | None = None
    agreement_signed_on: date | None = None
    decision_panel: Paragraphs = ""
    prime: str = ""
    prime_pays_in_days: Count = None
    prime_quality: Paragraphs = ""
    led_by_sector: YesNo = ""
    readiness: Paragraphs = ""
    log: Paragraphs = ""
    liability: Literal["", "joint and several", "several", "lead only"] = ""
    strategic_plan: Paragraphs = ""


class Partner(Entity):
    """One organisation bidding with us: lead, member, associate or subcontractor."""

    reader: ClassVar[Reader] = Reader.BUYER
    name: str = ""
    role: Literal["", "lead", "member", "associate", "subcontractor", "guarantor"] = ""
    does: Paragraphs = ""
    strength: Paragraphs = ""
    share: Number = None
    ppon: str = ""
    charity_number: str = ""
    company_number: str = ""
    kind: Literal["", "vcse", "sme", "public", "private", "other"] = ""
    relied_on_for: str = ""
    cluster: Annotated[str, FOR_US] = ""
    tier: Annotated[Literal["", "full", "associate"], FOR_US] = ""
    tier_evidence: Annotated[Paragraphs, FOR_US] = ""
    contact_name: Annotated[str, FOR_US, PERSONAL] = ""
    contact_email: Annotated[str, FOR_US, PERSONAL] = ""
    share_code: Annotated[str, CONFIDENTIAL] = ""
    excluded: Annotated[YesNoUnknown, FOR_US] = ""
    debarred: Annotated[YesNoUnknown, FOR_US] = ""
    in_rival_bid: Annotated[YesNoUnknown, FOR_US] = ""
    confidentiality_on: Annotated[date | None, FOR_US] = None
    known_years: Annotated[Number, FOR_US] = None
    past_work: Annotated[Paragraphs, FOR_US] = ""
    trust: Annotated[Count, CONFIDENTIAL] = None
    adds_value: Annotated[Count, CONFIDENTIAL] = None
    not_competing: Annotated[Count, CONFIDENTIAL] = None
    culture: Annotated[Count, CONFIDENTIAL] = None
    capacity: Annotated[Count, CONFIDENTIAL] = None
    personalities: Annotated[Count, CONFIDENTIAL] = None
    overlap: Annotated[Paragraphs, CONFIDENTIAL] = ""
    due_diligence: Annotated[Literal["", "not started", "in hand", "done"], FOR_US] = ""
    due_diligence_note: Annotated[Paragraphs, CONFIDENTIAL] = ""
    full_cost: Annotated[Money, CONFIDENTIAL] = None
    price: Annotated[Money, CONFIDENTIAL] = None
    paid_only_if: Annotated[Paragraphs, CONFIDENTIAL] = ""
    remedy: Annotated[Paragraphs, CONFIDENTIAL] = ""
    vat: Annotated[Literal["", "charges", "exempt", "not registered", "unknown"], CONFIDENTIAL] = ""
    planned_volume: Annotated[Number, FOR_US] = None
    share_code_on: Annotated[date | None, CONFIDENTIAL] = None
    target: Annotated[Number, FOR_US] = None
    past_result: Annotated[Number, FOR_US] = None
    signed_off_on: Annotated[date | None, FOR_US] = None


class PartnerCheck(Entity):
    """One thing asked of a partner before we rely on it (parent: partner), and what it showed."""

    key: str = ""
    text: str = ""
    asked_on: date | None = None
    received_on: date | None = None
    expires_on: date | None = None
    shows: Literal["", "good", "question", "poor"] = ""
    note: Paragraphs = ""


class PanelMember(Entity):
    """Somebody who helps to share the work out among partners, and where they stand."""

    name: Annotated[str, PERSONAL] = ""
    comes_from: str = ""
    independent: YesNo = ""
    interests: Paragraphs = ""


class Allocation(Entity):
    """One decision on who gets which work: on what grounds, and who stood back."""

    on: date | None = None
    about: str = ""
    decided: Paragraphs = ""
    grounds: Paragraphs = ""
    stood_back: str = ""


class AgreementPoint(Entity):
    """One line of the partner agreement, and whether it is settled.

    kind: "flow-down" is a line of the main contract that must stand in each subcontract too.
    """

    kind: Literal["", "flow-down"] = ""
    key: str = ""
    text: str = ""
    mandatory: bool = False
    settled: YesNo = ""
    note: Paragraphs = ""


class SubcontractTest(Entity):
    """One box of the test before signing as somebody's subcontractor."""

    key: str = ""
    text: str = ""
    answer: Literal["", "good", "acceptable", "poor"] = ""
    note: Paragraphs = ""
