"""Evidence of outcomes: need, activity, output, outcome, results, and what proves them."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from bidkit.domain.base import (
    FOR_BUYER,
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
)
from bidkit.words import Words, later

EvidenceKind = Literal[
    "",
    "monitoring",
    "survey",
    "scale",
    "case study",
    "testimonial",
    "external evaluation",
    "research",
    "inspection",
    "audit",
    "award",
    "official data",
    "other",
]

EVIDENCE_KINDS: tuple[tuple[EvidenceKind, Words], ...] = (
    ("monitoring", later("Our own records")),
    ("survey", later("Survey")),
    ("scale", later("Recognised scale")),
    ("case study", later("Case study")),
    ("testimonial", later("What somebody says")),
    ("external evaluation", later("Outside evaluation")),
    ("research", later("Research")),
    ("inspection", later("Inspection")),
    ("audit", later("Audit")),
    ("award", later("Award")),
    ("official data", later("Official figures")),
    ("other", later("Something else")),
)


def kind_words(kind: str) -> str:
    """Return how a kind of evidence is called; nothing for none."""
    return next((str(words) for key, words in EVIDENCE_KINDS if key == kind), "")


class Case(Group):
    """The case as a whole: change sought, impact, and what others would say."""

    reader: ClassVar[Reader] = Reader.BUYER
    change_sought: Paragraphs = ""
    impact: Paragraphs = ""
    inputs: Paragraphs = ""
    local_knowledge: Paragraphs = ""
    quotable: Paragraphs = ""
    reached: Count = None
    reached_through: Count = None


class Need(Entity):
    """A need of the people served, the community or the funder, with its source."""

    reader: ClassVar[Reader] = Reader.BUYER
    whose: Literal["", "beneficiary", "community", "funder"] = ""
    text: Paragraphs = ""
    source: str = ""
    on: date | None = None
    area: str = ""
    population: str = ""
    gap: Paragraphs = ""
    evidence: Annotated[Tags, FOR_US] = ()


class Activity(Entity):
    """What we do about a need (parent: need)."""

    reader: ClassVar[Reader] = Reader.BUYER
    text: Paragraphs = ""
    inputs: Paragraphs = ""
    good_practice: Paragraphs = ""


class Output(Entity):
    """What an activity delivers and how many (parent: activity)."""

    reader: ClassVar[Reader] = Reader.BUYER
    text: str = ""
    quantity: Number = None
    unit: str = ""
    per: str = ""


class Outcome(Entity):
    """The change for people (parent: output)."""

    reader: ClassVar[Reader] = Reader.BUYER
    text: Paragraphs = ""
    group: str = ""
    kind: Literal["", "hard", "soft", "distance travelled"] = ""
    rank: Annotated[Literal["", "primary", "secondary"], FOR_US] = ""
    term: Literal["", "short", "medium", "long"] = ""
    buyer_target: str = ""
    strength: Annotated[Count, FOR_US] = None
    strength_reason: Annotated[Paragraphs, FOR_US] = ""
    theory: Annotated[Paragraphs, FOR_US] = ""
    comparison: Annotated[Paragraphs, FOR_US] = ""
    replicated: Annotated[YesNo, FOR_US] = ""
    written_down: Annotated[YesNo, FOR_US] = ""
    saving: Annotated[Paragraphs, FOR_US] = ""
    unit_value: Annotated[str, FOR_US] = ""
    evidence: Annotated[Tags, FOR_US] = ()
    lots: LotScope = ()


class Indicator(Entity):
    """How an outcome is seen (parent: outcome): tool, baseline, target, result."""

    reader: ClassVar[Reader] = Reader.BUYER
    text: str = ""
    tool: str = ""
    unit: str = ""
    baseline: Number = None
    baseline_on: date | None = None
    baseline_n: Count = None
    target: Number = None
    target_on: date | None = None
    result: Number = None
    result_on: date | None = None
    result_n: Count = None
    started: Count = None
    achieved: Count = None
    frequency: str = ""


class Result(Entity):
    """One measured value of an indicator on a day (parent: indicator)."""

    reader: ClassVar[Reader] = Reader.BUYER
    on: date | None = None
    value: Number = None
    n: Count = None
    note: str = ""


class Evidence(Entity):
    """One item of evidence: kind, source, period, numbers, and the file that shows it."""

    reader: ClassVar[Reader] = Reader.US
    code: Annotated[str, FOR_BUYER] = ""
    title: Annotated[str, FOR_BUYER] = ""
    kind: Annotated[EvidenceKind, FOR_BUYER] = ""
    source: Annotated[str, FOR_BUYER] = ""
    on: Annotated[date | None, FOR_BUYER] = None
    period: Annotated[str, FOR_BUYER] = ""
    n: Annotated[Count, FOR_BUYER] = None
    asked: Count = None
    replied: Count = None
    method: Paragraphs = ""
    finding: Annotated[Paragraphs, FOR_BUYER] = ""
    quotation: Paragraphs = ""
    url: Annotated[str, FOR_BUYER] = ""
    attachment: str = ""
    expires_on: date | None = None
    saving_link: Paragraphs = ""
    strength: Count = None
    outcomes: Tags = ()
    partner: str = ""
    bond: Tags = ()
    print_for_buyer: bool = False


class Testimonial(Entity):
    """Somebody's words about us, and the consent that lets them be printed."""

    reader: ClassVar[Reader] = Reader.US
    quotation: Annotated[Paragraphs, FOR_BUYER] = ""
    attribution: Annotated[str, FOR_BUYER] = ""
    subject: Annotated[str, PERSONAL] = ""
    identified: Literal["", "full name", "first name", "anonymous", "changed name"] = ""
    under_18: YesNo = ""
    guardian: Annotated[str, PERSONAL] = ""
    consent: YesNo = ""
    scope: Tags = ()
    given_on: date | None = None
    expires_on: date | None = None
    withdrawn_on: date | None = None
    stored_where: str = ""
    form_attachment: str = ""
    outcome: str = ""
    include: bool = True


class BusinessCase(Group):
    """Cost of support against the cost avoided, for the buyer and for people."""

    reader: ClassVar[Reader] = Reader.BUYER
    programme_cost: Money = None
    avoided_per_case: Money = None
    case_name: str = ""
    personal_cost: Paragraphs = ""
    cohesion: Paragraphs = ""
    wellbeing: Paragraphs = ""
    regeneration: Paragraphs = ""
