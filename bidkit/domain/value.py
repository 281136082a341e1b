"""Full value and social value: what we bring to whom, and what we promise."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from bidkit.domain.base import (
    FOR_BUYER,
    FOR_US,
    Count,
    Entity,
    Group,
    Money,
    Number,
    Paragraphs,
    Reader,
    Tags,
    YesNo,
)

Quadrant = Literal[
    "", "primary outcomes", "secondary outcomes", "primary satisfaction", "secondary satisfaction"
]
Meaning = Literal[
    "",
    "unfunded extras",
    "soft outcomes",
    "extra money",
    "reinvestment",
    "passion",
    "prevention",
    "social benefits",
    "reach",
]


class FullValue(Group):
    """The statement of full value and the choices behind it."""

    statement: Annotated[Paragraphs, FOR_BUYER] = ""
    cost_and_benefit: Paragraphs = ""
    light: bool = True
    social_model: Literal["", "ppn002", "ppn026", "ppn0620", "own", "none"] = ""
    social_method: Annotated[Paragraphs, FOR_BUYER] = ""


class ValueItem(Entity):
    """One thing that is beneficial or makes people happy, in one cell of the grid."""

    reader: ClassVar[Reader] = Reader.US
    quadrant: Quadrant = ""
    stakeholder: str = ""
    statement: Annotated[Paragraphs, FOR_BUYER] = ""
    meaning: Meaning = ""
    compared_with: str = ""
    audiences: Tags = ()
    interest: Count = None
    relevance: Count = None
    relevance_to: str = ""
    in_contract: YesNo = ""
    paid_for: Literal["", "yes", "no", "part"] = ""
    commitment: YesNo = ""
    cost: Money = None
    who_pays: str = ""
    evidence: Tags = ()
    include: YesNo = ""


class Commitment(Entity):
    """A social value promise: outcome, measure, how much, by when, who."""

    reader: ClassVar[Reader] = Reader.BUYER
    mission: str = ""
    outcome: str = ""
    measure: str = ""
    quantity: Number = None
    unit: str = ""
    due_on: date | None = None
    baseline: str = ""
    target: str = ""
    frequency: str = ""
    owner: str = ""
    method: Paragraphs = ""
    status: Annotated[Literal["", "idea", "offered", "promised", "kept", "missed"], FOR_US] = ""
    evidence: Annotated[Tags, FOR_US] = ()
    from_answer: Annotated[str, FOR_US] = ""
    pack_item: Annotated[str, FOR_US] = ""


class SocialMeasure(Entity):
    """A measure of one's own with a money value and its source.

    The indexes are those of the price year and of to_year, by which an old value is brought up.
    """

    reader: ClassVar[Reader] = Reader.BUYER
    title: str = ""
    unit: str = ""
    value: Money = None
    price_year: Count = None
    to_year: Count = None
    index_then: Number = None
    index_now: Number = None
    bearing: str = ""
    kind: Literal["", "fiscal", "economic", "social"] = ""
    source: str = ""
    url: str = ""
    read_on: date | None = None


class SocialReturn(Group):
    """The assumptions of a social return figure."""

    reader: ClassVar[Reader] = Reader.BUYER
    discount_rate: Number = None
    discount_first_year: bool = True
    inputs: Money = None
    note: Paragraphs = ""


class ReturnLine(Entity):
    """One line of a social return: quantity, proxy and what is taken off it."""

    reader: ClassVar[Reader] = Reader.BUYER
    title: str = ""
    quantity: Number = None
    proxy: Money = None
    measure: str = ""
    unit_value: str = ""
    deadweight: Number = None
    displacement: Number = None
    attribution: Number = None
    drop_off: Number = None
    years: Count = None


class SocialClause(Entity):
    """A clause we propose, in our own words, and what it answers."""

    reader: ClassVar[Reader] = Reader.BUYER
    title: str = ""
    text: Paragraphs = ""
    outcome: str = ""
    barriers: Paragraphs = ""
    include: Annotated[YesNo, FOR_US] = ""
