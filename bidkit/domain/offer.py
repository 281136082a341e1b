"""Our offer: what we will do, step by step, with whom, measured how, at which risks."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from bidkit.domain.base import (
    CONFIDENTIAL,
    FOR_US,
    PERSONAL,
    Count,
    Entity,
    Group,
    LotScope,
    Money,
    Number,
    Paragraphs,
    Reader,
    Tags,
    YesNo,
    YesNoUnknown,
    blank,
)


class Tupe(Group):
    """Staff who may transfer to us: what we know and assume. Never exported."""

    applies: Annotated[YesNoUnknown, CONFIDENTIAL] = ""
    incumbent: Annotated[str, CONFIDENTIAL] = ""
    asked_on: Annotated[date | None, CONFIDENTIAL] = None
    received_on: Annotated[date | None, CONFIDENTIAL] = None
    cost_in_price: Annotated[Money, CONFIDENTIAL] = None
    pension_scheme: Annotated[str, CONFIDENTIAL] = ""
    assumptions: Annotated[Paragraphs, CONFIDENTIAL] = ""
    advice_from: Annotated[str, CONFIDENTIAL] = ""


class Offer(Group):
    """What we offer, in short and in full."""

    reader: ClassVar[Reader] = Reader.BUYER
    words_50: Paragraphs = ""
    words_100: Paragraphs = ""
    words_200: Paragraphs = ""
    method: Paragraphs = ""
    co_production_users: Paragraphs = ""
    co_production_community: Paragraphs = ""
    co_production_staff: Paragraphs = ""
    co_production_buyer: Paragraphs = ""
    other_ways: Annotated[Paragraphs, FOR_US] = ""
    user_journey: Paragraphs = ""
    access_and_choice: Paragraphs = ""
    innovation: Paragraphs = ""
    innovation_kind: Annotated[
        Literal[
            "",
            "organisational improvement",
            "existing services",
            "service interfaces",
            "new services",
        ],
        FOR_US,
    ] = ""
    quality_assurance: Paragraphs = ""
    mobilisation: Paragraphs = ""
    exit_plan: Paragraphs = ""
    contract_manager: str = ""
    capacity: Annotated[Paragraphs, FOR_US] = ""
    monitoring: Paragraphs = ""
    tupe: Tupe = blank(Tupe)


class DeliveryStep(Entity):
    """One step of the method: what happens, when, who does it."""

    reader: ClassVar[Reader] = Reader.BUYER
    title: str = ""
    description: Paragraphs = ""
    phase: Literal["", "mobilisation", "delivery", "exit"] = ""
    starts_on: date | None = None
    ends_on: date | None = None
    owner: str = ""
    output: str = ""
    lots: LotScope = ()


class Milestone(Entity):
    """A day by which something stands."""

    reader: ClassVar[Reader] = Reader.BUYER
    title: str = ""
    on: date | None = None
    owner: str = ""
    step: Annotated[str, FOR_US] = ""


class StaffRole(Entity):
    """A role in the delivery team (parent: the role it reports to)."""

    reader: ClassVar[Reader] = Reader.BUYER
    title: str = ""
    holder: Annotated[str, PERSONAL] = ""
    partner: Annotated[str, FOR_US] = ""
    hours_a_week: Number = None
    duties: Paragraphs = ""
    qualifications: Paragraphs = ""
    vetting: Literal["", "none", "basic", "standard", "enhanced", "enhanced barred"] = ""
    key_person: YesNo = ""
    deputy: str = ""
    in_post: YesNo = ""


class TransferringPost(Entity):
    """An anonymous post that may transfer: role, hours, pay, pension, start. Never exported."""

    role: Annotated[str, CONFIDENTIAL] = ""
    hours_a_week: Annotated[Number, CONFIDENTIAL] = None
    pay: Annotated[Money, CONFIDENTIAL] = None
    pension: Annotated[str, CONFIDENTIAL] = ""
    started_on: Annotated[date | None, CONFIDENTIAL] = None


class PerformanceMeasure(Entity):
    """A measure the service is held to: target, how often, who reports."""

    reader: ClassVar[Reader] = Reader.BUYER
    title: str = ""
    target: str = ""
    frequency: str = ""
    method: Paragraphs = ""
    owner: str = ""
    outcome: Annotated[str, FOR_US] = ""
    lots: LotScope = ()


class Risk(Entity):
    """Something that may go wrong: how likely, how bad, what we do, who watches it."""

    reader: ClassVar[Reader] = Reader.BUYER
    title: str = ""
    cause: Paragraphs = ""
    likelihood: Count = None
    impact: Count = None
    control: Paragraphs = ""
    owner: str = ""
    best_placed: Annotated[str, FOR_US] = ""
    price: Annotated[Money, CONFIDENTIAL] = None
    starter: Annotated[str, FOR_US] = ""
    likelihood_after: Count = None
    impact_after: Count = None
    show_buyer: Annotated[bool, FOR_US] = True


class Fit(Entity):
    """How what the buyer requires fits what we do now, and what we change."""

    requirement: str = ""
    we_do: Paragraphs = ""
    gap: Paragraphs = ""
    action: Paragraphs = ""
    answered_in: Tags = ()
