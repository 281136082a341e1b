"""Costs and price: what it takes, the share of the centre, and what we ask."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from bidkit.domain.base import (
    CONFIDENTIAL,
    FOR_BUYER,
    FOR_US,
    Count,
    Entity,
    Group,
    LotScope,
    Money,
    Number,
    Paragraphs,
    Reader,
    YesNo,
)
from bidkit.words import Words, later, tr

CostKind = Literal[
    "",
    "staff",
    "volunteers",
    "premises",
    "activity",
    "travel",
    "equipment",
    "training",
    "partner",
    "monitoring",
    "vat",
    "hub",
    "other",
]

COST_KINDS: tuple[tuple[CostKind, Words], ...] = (
    ("staff", later("Staff")),
    ("volunteers", later("Volunteers")),
    ("premises", later("Premises")),
    ("activity", later("Activities")),
    ("travel", later("Travel")),
    ("equipment", later("Equipment")),
    ("training", later("Training")),
    ("partner", later("A partner's work")),
    ("hub", later("Running the partnership")),
    ("monitoring", later("Measuring results")),
    ("vat", later("VAT we cannot get back")),
    ("other", later("Other")),
)


class Costing(Group):
    """How the full cost and the price are worked out; for us unless said otherwise."""

    reader: ClassVar[Reader] = Reader.US
    method: Literal["", "one rate", "one driver", "drivers"] = ""
    overhead_rate: Annotated[Number, CONFIDENTIAL] = None
    two_pass: bool = True
    years: Count = None
    first_year_starts_on: date | None = None
    inflation: Number = None
    efficiency: Number = None
    margin_kind: Literal["", "mark-up", "margin"] = ""
    margin: Annotated[Number, CONFIDENTIAL] = None
    price: Annotated[Money, FOR_BUYER] = None
    price_basis: Literal["", "total", "a year", "a unit"] = ""
    price_note: Annotated[Paragraphs, FOR_BUYER] = ""
    offer: Annotated[Money, CONFIDENTIAL] = None
    units: Number = None
    unit_name: Annotated[str, FOR_BUYER] = ""
    vat_treatment: Literal["", "grant", "taxable", "exempt", "unsure"] = ""
    vat_note: Annotated[Paragraphs, FOR_BUYER] = ""
    irrecoverable_vat: Annotated[Money, CONFIDENTIAL] = None
    price_wanted: YesNo = ""
    low_price_explanation: Annotated[Paragraphs, CONFIDENTIAL] = ""
    accounts_total: Annotated[Money, CONFIDENTIAL] = None
    core_cost_gap: Annotated[Paragraphs, CONFIDENTIAL] = ""
    payment_terms: Paragraphs = ""
    opening_cash: Annotated[Money, CONFIDENTIAL] = None
    monitoring_cost: Annotated[Money, CONFIDENTIAL] = None
    agreed_by: Annotated[str, CONFIDENTIAL] = ""
    running_total: Annotated[Money, CONFIDENTIAL] = None
    pay_rise: Annotated[Number, CONFIDENTIAL] = None
    full_time_hours: Number = None
    allowance_free: Annotated[Money, CONFIDENTIAL] = None
    efficiency_kind: Literal["", "more people", "more time", "shared", "prevention", "price"] = ""
    efficiency_note: Annotated[Paragraphs, FOR_BUYER] = ""
    like_for_like: Annotated[Paragraphs, CONFIDENTIAL] = ""
    paid_every: Literal["", "month", "quarter", "half year", "year"] = ""
    paid_when: Literal["", "in advance", "in arrears"] = ""
    paid_after: Count = None
    results_share: Annotated[Number, CONFIDENTIAL] = None
    results_reached: Annotated[Number, CONFIDENTIAL] = None
    results_after: Count = None


class CostLine(Entity):
    """One direct cost of this bid."""

    reader: ClassVar[Reader] = Reader.US
    title: Annotated[str, CONFIDENTIAL] = ""
    kind: Annotated[CostKind, CONFIDENTIAL] = ""
    amount: Annotated[Money, CONFIDENTIAL] = None
    quantity: Annotated[Number, CONFIDENTIAL] = None
    unit_cost: Annotated[Money, CONFIDENTIAL] = None
    year: Annotated[Count, CONFIDENTIAL] = None
    every_year: Annotated[bool, CONFIDENTIAL] = True
    partner: Annotated[str, CONFIDENTIAL] = ""
    lots: LotScope = ()
    note: Annotated[Paragraphs, CONFIDENTIAL] = ""
    salary: Annotated[Money, CONFIDENTIAL] = None
    fte: Annotated[Number, CONFIDENTIAL] = None
    pension_rate: Annotated[Number, CONFIDENTIAL] = None
    hours: Annotated[Number, CONFIDENTIAL] = None
    months: Annotated[Number, CONFIDENTIAL] = None
    time_share: Annotated[Number, CONFIDENTIAL] = None
    starter: Annotated[str, CONFIDENTIAL] = ""


class PayFigures(Entity):
    """What an employer pays on top of pay, from one year of the contract on, and where it is from.

    least_hourly: the lowest pay an hour the law allows to adults.
    """

    from_year: Count = None
    insurance_rate: Number = None
    insurance_from: Money = None
    pension_rate: Number = None
    pension_from: Money = None
    pension_to: Money = None
    least_hourly: Money = None
    source: str = ""
    checked: YesNo = ""


class Project(Entity):
    """One of our projects, so that overheads can be shared between them."""

    title: Annotated[str, CONFIDENTIAL] = ""
    this_bid: bool = False
    central: bool = False
    direct_cost: Annotated[Money, CONFIDENTIAL] = None


class Driver(Entity):
    """What an overhead is shared by: floor space, heads, time, spending."""

    title: str = ""
    unit: str = ""


class DriverShare(Entity):
    """How much of a driver one project uses (parent: driver)."""

    project: str = ""
    amount: Annotated[Number, CONFIDENTIAL] = None


class Overhead(Entity):
    """One cost of the centre, and the driver it is shared by."""

    title: Annotated[str, CONFIDENTIAL] = ""
    kind: Literal["", "premises", "management", "governance", "it", "fundraising", "other"] = ""
    amount: Annotated[Money, CONFIDENTIAL] = None
    driver: str = ""
    note: Annotated[Paragraphs, CONFIDENTIAL] = ""


class PriceLine(Entity):
    """One line of the price schedule the buyer asks for: by year, lot, unit or option."""

    reader: ClassVar[Reader] = Reader.BUYER
    title: str = ""
    year: Count = None
    lot: str = ""
    unit: str = ""
    quantity: Number = None
    rate: Money = None
    amount: Money = None
    option: YesNo = ""


class Payment(Entity):
    """When money comes in or goes out, and on what result it depends."""

    title: Annotated[str, CONFIDENTIAL] = ""
    on: Annotated[date | None, CONFIDENTIAL] = None
    amount: Annotated[Money, CONFIDENTIAL] = None
    direction: Literal["", "in", "out"] = ""
    depends_on: Annotated[str, CONFIDENTIAL] = ""
    expected: Annotated[Number, CONFIDENTIAL] = None


class OtherFunding(Entity):
    """Other money sought or secured for the same work."""

    reader: ClassVar[Reader] = Reader.BUYER
    source: str = ""
    amount: Money = None
    status: Literal["", "sought", "secured", "in kind"] = ""
    note: Annotated[Paragraphs, FOR_US] = ""


def kind_words(kind: str) -> str:
    """Return a kind of cost in words; what has none counts as other."""
    return next((str(words) for known, words in COST_KINDS if known == kind), tr("Other"))
