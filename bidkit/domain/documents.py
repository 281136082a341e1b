"""Tender documents and what was found in them: requirements, amendments, clarifications."""

from datetime import date
from typing import ClassVar, Literal

from bidkit.domain.base import Count, Entity, LotScope, Paragraphs, Reader, Tags, YesNo


class TenderDocument(Entity):
    """One document of the buyer's pack, whatever its version."""

    title: str = ""
    kind: Literal[
        "",
        "instructions",
        "specification",
        "questionnaire",
        "contract",
        "price schedule",
        "guidance",
        "amendment",
        "other",
    ] = ""
    url: str = ""
    lots: LotScope = ()
    notes: Paragraphs = ""


class DocumentVersion(Entity):
    """One version of a tender document: the file as it came, and when (parent: document)."""

    attachment: str = ""
    label: str = ""
    received_on: date | None = None
    pages: Count = None
    read_by_us: YesNo = ""


class Requirement(Entity):
    """Something the buyer requires, in the buyer's words, with where it stands."""

    reader: ClassVar[Reader] = Reader.BUYER
    quotation: Paragraphs = ""
    document: str = ""
    page: Count = None
    kind: Literal["", "must", "should", "information"] = ""
    our_offer: Paragraphs = ""
    answered_in: Tags = ()
    met: Literal["", "met", "exceeded", "partly", "not met"] = ""
    lots: LotScope = ()


class Amendment(Entity):
    """A change the buyer made to the documents after they were published."""

    title: str = ""
    published_on: date | None = None
    document: str = ""
    what_changed: Paragraphs = ""
    touches: Tags = ()
    read_by_us: YesNo = ""


class Clarification(Entity):
    """A question asked of the buyer, ours or somebody else's, and the published answer."""

    ours: YesNo = "yes"
    question: Paragraphs = ""
    about: str = ""
    drafted_on: date | None = None
    asked_on: date | None = None
    answer: Paragraphs = ""
    answered_on: date | None = None
    effect: Paragraphs = ""
    status: Literal["", "draft", "asked", "answered", "withdrawn"] = ""


class Excerpt(Entity):
    """Words marked in a document and what they were made into (parent: document version)."""

    quotation: Paragraphs = ""
    page: Count = None
    made_into: Literal["", "question", "requirement", "date", "instruction", "clarification"] = ""
    target: str = ""
