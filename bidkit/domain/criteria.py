"""How the bid is marked: criteria with weights, scales with levels, and price formulas by name."""

from decimal import Decimal
from typing import ClassVar, Literal

from bidkit.domain.base import (
    Count,
    Entity,
    Group,
    LotScope,
    Money,
    Number,
    Paragraphs,
    Reader,
    Tags,
    Value,
    YesNo,
)

PriceFormula = Literal[
    "",
    "lowest_ratio",
    "mean_deviation",
    "optimal_price",
    "linear_above_lowest",
    "price_per_quality_point",
    "benchmark",
    "fixed_price",
]


class ScaleLevel(Value):
    """One mark of a scale: its number, its label and what earns it."""

    mark: Decimal
    label: str
    descriptor: str = ""


class Scale(Entity):
    """A marking scale: its top mark, its levels, the mark that means met."""

    reader: ClassVar[Reader] = Reader.US
    title: str = ""
    most: Number = None
    levels: tuple[ScaleLevel, ...] = ()
    met: Number = None
    least: Number = None
    source: str = ""
    pack_item: str = ""


class Scoring(Group):
    """What is known of the way the whole bid is marked."""

    published: YesNo = ""
    method: Paragraphs = ""
    price_formula: PriceFormula = ""
    price_optimal: Money = None
    price_maximum: Money = None
    lowest_rival: Money = None
    threshold_total: Number = None
    moderation_gap: Number = None
    panel: Paragraphs = ""


class Criterion(Entity):
    """One criterion of the tree (parent: a larger criterion), marking one or more questions."""

    reader: ClassVar[Reader] = Reader.US
    number: str = ""
    title: str = ""
    kind: Literal["", "quality", "price", "social value", "cost"] = ""
    description: Paragraphs = ""
    weight: Number = None
    weight_as_published: str = ""
    weight_confirmed: bool = True
    scale: str = ""
    threshold: Number = None
    questions: Tags = ()
    lots: LotScope = ()
    own_mark: Number = None
    own_reason: Paragraphs = ""
    how_exceed: Paragraphs = ""
    good_practice: Paragraphs = ""
    words: Count = None
