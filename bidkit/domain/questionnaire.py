"""What the buyer asks: sections, questions with parts and limits, and our structured responses."""

import datetime
from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from bidkit.domain.base import (
    FOR_US,
    PERSONAL,
    Count,
    Entity,
    Group,
    HeldNow,
    LotScope,
    Money,
    Number,
    Paragraphs,
    Reader,
    Tags,
    Value,
    YesNo,
    blank,
)
from bidkit.domain.opportunity import Lot, Regime

ResponseKind = Literal[
    "prose",
    "text",
    "yes_no",
    "choice",
    "several",
    "number",
    "money",
    "percent",
    "date",
    "year",
    "email",
    "url",
    "address",
    "held",
    "table",
    "file",
    "declaration",
    "code",
    "information",
]
LimitUnit = Literal["", "words", "characters", "characters without spaces", "pages"]
Marking = Literal["", "scored", "pass or fail", "information"]
Stage = Literal["qualification", "tender", "grant"]
SUBJECTS = ("", "connected", "associated", "subcontractors")


class Limit(Group):
    """How long a reply may be, counted by which rule."""

    reader: ClassVar[Reader] = Reader.BUYER
    most: Count = None
    unit: LimitUnit = ""
    rule: Literal["", "word", "portal", "hyphens split"] = ""
    includes_title: bool = False


class Column(Value):
    """One column of a table reply: its heading and what may stand in it."""

    key: str
    title: str
    kind: ResponseKind = "text"
    options: tuple[str, ...] = ()


class Rule(Value):
    """When a reply passes, fails or needs a flag, as data: a condition on one reply.

    regimes: the rules of procurement under which it counts; () counts under all.
    """

    effect: Literal["fail", "flag", "pass"]
    when: Literal[
        "is",
        "is not",
        "empty",
        "below",
        "above",
        "before contract start",
        "older than months",
        "sum is not",
        "fewer rows than",
        "before deadline",
        "older than days",
        "younger than months",
        "alike",
        "none of",
        "all below",
        "all above",
        "over lot limit",
    ]
    value: str = ""
    column: str = ""
    words: str = ""
    regimes: tuple[Regime, ...] = ()


class Section(Entity):
    """A part of a questionnaire or tender, as the buyer numbers it (parent: a larger section)."""

    reader: ClassVar[Reader] = Reader.BUYER
    stage: Annotated[Stage, FOR_US] = "tender"
    number: str = ""
    title: str = ""
    guidance: Annotated[Paragraphs, FOR_US] = ""
    round: Annotated[str, FOR_US] = ""
    pack: Annotated[str, FOR_US] = ""
    applies: Annotated[YesNo, FOR_US] = ""
    lots: LotScope = ()
    shared_limit: Limit = blank(Limit)


class Question(Entity):
    """One question in the buyer's words and numbering (parent: section)."""

    reader: ClassVar[Reader] = Reader.BUYER
    number: str = ""
    title: str = ""
    text: Paragraphs = ""
    kind: ResponseKind = "prose"
    marking: Marking = ""
    limit: Limit = blank(Limit)
    options: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    required: YesNo = "yes"
    lots: LotScope = ()
    file_naming: Annotated[str, FOR_US] = ""
    attachments_allowed: Annotated[YesNo, FOR_US] = ""
    no_price: Annotated[YesNo, FOR_US] = ""
    help: Annotated[Paragraphs, FOR_US] = ""
    evidence_asked: Annotated[Paragraphs, FOR_US] = ""
    rules: Annotated[tuple[Rule, ...], FOR_US] = ()
    knock_out: Annotated[bool, FOR_US] = False
    show_if: Annotated[str, FOR_US] = ""
    prefill_from: Annotated[str, FOR_US] = ""
    pack: Annotated[str, FOR_US] = ""
    pack_item: Annotated[str, FOR_US] = ""
    confirmed: Annotated[bool, FOR_US] = True
    source_document: Annotated[str, FOR_US] = ""
    source_page: Annotated[Count, FOR_US] = None
    unclear: Annotated[bool, FOR_US] = False
    scope: Annotated[Literal["", "lead", "member", "subcontractor", "all"], FOR_US] = ""
    needs_period: Annotated[bool, FOR_US] = False


LOTS = "lots"
"""What a question says it is filled from whose reply is chosen among the bid's own lots."""


def among_lots(question: Question, lots: Iterable[Lot]) -> Question:
    """Return a question with the lots to choose from, where its reply is chosen among them."""
    if question.prefill_from != LOTS or question.kind != "several":
        return question
    named = tuple(dict.fromkeys(one.called for one in lots if one.called))
    return question.model_copy(update={"options": named})


class Part(Entity):
    """One part of a question, with its own limit or a share of the whole (parent: question)."""

    reader: ClassVar[Reader] = Reader.BUYER
    number: str = ""
    text: Paragraphs = ""
    limit: Limit = blank(Limit)


class Response(Entity):
    """Our reply to a question that is not prose (parent: question).

    subject: for whom it speaks, one of SUBJECTS ('' is ourselves). who: whom a declared
    circumstance concerns. filled_with: what was filled in for us, to know it from our own words.
    """

    reader: ClassVar[Reader] = Reader.BUYER
    subject: str = ""
    who: Annotated[str, PERSONAL] = ""
    in_uk: YesNo = ""
    contact_email: str = ""
    published: YesNo = ""
    published_at: str = ""
    lot: str = ""
    yes_no: YesNo = ""
    held: HeldNow = ""
    choice: str = ""
    several: Tags = ()
    text: Paragraphs = ""
    number: Number = None
    money: Money = None
    date: datetime.date | None = None
    attachment: str = ""
    file_note: str = ""
    explanation: Paragraphs = ""
    self_cleaning_serious: Paragraphs = ""
    self_cleaning_changed: Paragraphs = ""
    self_cleaning_monitored: Paragraphs = ""
    ended: YesNo = ""
    ended_on: datetime.date | None = None
    likely_again: YesNo = ""
    evidence_expires_on: Annotated[datetime.date | None, FOR_US] = None
    prefilled: Annotated[bool, FOR_US] = False
    checked: Annotated[bool, FOR_US] = False
    filled_with: Annotated[str, FOR_US] = ""
    signed_by: str = ""
    signed_role: str = ""
    signed_on: datetime.date | None = None


class ResponseRow(Entity):
    """One row of a table reply (parent: response); cells in the order of the columns."""

    reader: ClassVar[Reader] = Reader.BUYER
    first: str = ""
    second: str = ""
    third: str = ""
    fourth: str = ""
    fifth: str = ""
    sixth: str = ""
    seventh: str = ""
    eighth: str = ""


COLUMNS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
