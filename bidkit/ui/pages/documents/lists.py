"""The lists of the tender documents: documents, requirements, amendments."""

from __future__ import annotations

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.documents import Amendment, DocumentVersion, Requirement, TenderDocument
from bidkit.domain.refs import ref
from bidkit.ui.forms.spec import (
    Choice,
    Column,
    Count,
    Day,
    FileChoice,
    Form,
    Line,
    LinkChoice,
    LinkSet,
    Listing,
    Paragraph,
    YesNo,
)
from bidkit.words import later


def title_of(document: TenderDocument) -> str:
    """Return how a document is called."""
    return document.title


def versions_in_words(bid: Bid, document: TenderDocument) -> str:
    """Return how many versions of a document are kept."""
    return str(sum(one.parent == document.id for one in bid.document_versions))


VERSIONS: Listing[DocumentVersion] = Listing(
    ref(Bid, lambda b: b.document_versions),
    later("Versions"),
    (
        Column(later("Version"), ref(DocumentVersion, lambda v: v.label), stretch=True),
        Column(later("Received"), ref(DocumentVersion, lambda v: v.received_on)),
        Column(later("Read"), ref(DocumentVersion, lambda v: v.read_by_us)),
    ),
    (
        Form(
            later("This version"),
            (
                Line(ref(DocumentVersion, lambda v: v.label), later("Version")),
                FileChoice(ref(DocumentVersion, lambda v: v.attachment), later("File")),
                Day(ref(DocumentVersion, lambda v: v.received_on), later("Received on")),
                YesNo(ref(DocumentVersion, lambda v: v.read_by_us), later("Have we read it?")),
            ),
        ),
    ),
    new=lambda: DocumentVersion(id=new_id()),
    add=later("Add a version without a file"),
    called=lambda v: v.label,
)
DOCUMENTS: Listing[TenderDocument] = Listing(
    ref(Bid, lambda b: b.documents),
    later("Documents"),
    (
        Column(later("Title"), ref(TenderDocument, lambda d: d.title), stretch=True),
        Column(later("Kind"), ref(TenderDocument, lambda d: d.kind)),
        Column(later("Versions"), told=versions_in_words),
    ),
    (
        Form(
            later("This document"),
            (
                Line(ref(TenderDocument, lambda d: d.title), later("Title")),
                Choice(
                    ref(TenderDocument, lambda d: d.kind),
                    later("Kind"),
                    (
                        ("instructions", later("Instructions")),
                        ("specification", later("Specification")),
                        ("questionnaire", later("Questionnaire")),
                        ("contract", later("Contract")),
                        ("price schedule", later("Price schedule")),
                        ("guidance", later("Guidance")),
                        ("amendment", later("Amendment")),
                        ("other", later("Something else")),
                    ),
                ),
                Line(ref(TenderDocument, lambda d: d.url), later("Where it came from")),
                Paragraph(ref(TenderDocument, lambda d: d.notes), later("Notes")),
            ),
        ),
    ),
    new=lambda: TenderDocument(id=new_id()),
    add=later("Add an entry without a file"),
    empty=later("Drop the buyer’s files here, or press “Add files”. They are kept in the bid."),
    called=title_of,
    inside=(VERSIONS,),
)
REQUIREMENTS: Listing[Requirement] = Listing(
    ref(Bid, lambda b: b.requirements),
    later("Requirements"),
    (
        Column(later("What they require"), ref(Requirement, lambda r: r.quotation), stretch=True),
        Column(later("Page"), ref(Requirement, lambda r: r.page)),
        Column(later("Met"), ref(Requirement, lambda r: r.met)),
    ),
    (
        Form(
            later("This requirement"),
            (
                Paragraph(ref(Requirement, lambda r: r.quotation), later("In their words")),
                LinkChoice(
                    ref(Requirement, lambda r: r.document),
                    later("Document"),
                    to=ref(Bid, lambda b: b.documents),
                    called=title_of,
                ),
                Count(ref(Requirement, lambda r: r.page), later("Page")),
                Choice(
                    ref(Requirement, lambda r: r.kind),
                    later("How strong"),
                    (
                        ("must", later("Must")),
                        ("should", later("Should")),
                        ("information", later("For information")),
                    ),
                ),
                Paragraph(ref(Requirement, lambda r: r.our_offer), later("What we offer")),
                Choice(
                    ref(Requirement, lambda r: r.met),
                    later("Do we meet it?"),
                    (
                        ("met", later("Met")),
                        ("exceeded", later("Exceeded")),
                        ("partly", later("Partly")),
                        ("not met", later("Not met")),
                    ),
                ),
                LinkSet(
                    ref(Requirement, lambda r: r.answered_in),
                    later("Answered in"),
                    to=ref(Bid, lambda b: b.questions),
                    called=lambda q: q.number or q.title,
                ),
            ),
        ),
    ),
    new=lambda: Requirement(id=new_id()),
    add=later("Add a requirement"),
    empty=later("Mark words in a document below and make them a requirement."),
    called=lambda r: r.quotation,
)
AMENDMENTS: Listing[Amendment] = Listing(
    ref(Bid, lambda b: b.amendments),
    later("Amendments"),
    (
        Column(later("Amendment"), ref(Amendment, lambda a: a.title), stretch=True),
        Column(later("Of"), ref(Amendment, lambda a: a.published_on)),
        Column(later("Read"), ref(Amendment, lambda a: a.read_by_us)),
    ),
    (
        Form(
            later("This amendment"),
            (
                Line(ref(Amendment, lambda a: a.title), later("Amendment")),
                Day(ref(Amendment, lambda a: a.published_on), later("Published on")),
                LinkChoice(
                    ref(Amendment, lambda a: a.document),
                    later("It changes"),
                    to=ref(Bid, lambda b: b.documents),
                    called=title_of,
                ),
                Paragraph(ref(Amendment, lambda a: a.what_changed), later("What changed")),
                LinkSet(
                    ref(Amendment, lambda a: a.touches),
                    later("Answers it touches"),
                    to=ref(Bid, lambda b: b.questions),
                    called=lambda q: q.number or q.title,
                ),
                YesNo(ref(Amendment, lambda a: a.read_by_us), later("Have we read it?")),
            ),
        ),
    ),
    new=lambda: Amendment(id=new_id()),
    add=later("Add an amendment"),
    empty=later("Buyers change documents. Every change must be read before you hand in."),
    called=lambda a: a.title,
)
