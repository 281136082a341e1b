"""Tender documents: keep a file in the bid, read its words, and make marked words into things."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from bidkit.domain.base import Entity, derived_id, new_id
from bidkit.domain.bid import Bid
from bidkit.domain.documents import (
    Clarification,
    DocumentVersion,
    Excerpt,
    Requirement,
    TenderDocument,
)
from bidkit.domain.questionnaire import Question, Section
from bidkit.domain.refs import Item, Ref
from bidkit.domain.rounds import Instruction
from bidkit.importers.documents_text import DocumentText, read_document
from bidkit.session.document import with_entry
from bidkit.session.session import Session
from bidkit.words import tr

MadeInto = Literal["question", "requirement", "instruction", "clarification"]
SECTION = "from-documents"


@dataclass(frozen=True)
class Marked:
    """Words marked in a version of a document, and the page they stand on."""

    quotation: str
    page: int
    version: str
    document: str


def add_document(session: Session, path: Path, document: str = "") -> str:
    """Keep a file in the bid as a tender document, or as a new version; return the version's id."""
    attachment = session.file.attach(path, path.name)
    owner = document or new_id()
    version = DocumentVersion(
        id=new_id(),
        parent=owner,
        attachment=attachment.id,
        received_on=session.today(),
        label=_label(session.document.bid, owner),
    )

    def change(bid: Bid) -> Bid:
        bid = with_entry(bid, "attachments", attachment)
        if not document:
            title = path.stem.replace("_", " ")
            bid = with_entry(bid, "documents", TenderDocument(id=owner, title=title))
        return with_entry(bid, "document_versions", version)

    session.document.edit(tr("Add {name}", name=path.name), change)
    session.commit()
    return version.id


def newest_version(bid: Bid, document: str) -> DocumentVersion | None:
    """Return the newest version of a document, or None where no file is kept."""
    versions = [one for one in bid.document_versions if one.parent == document]
    return versions[-1] if versions else None


def name_of_version(bid: Bid, version: DocumentVersion) -> str:
    """Return the name of the file of a version."""
    found = next((one for one in bid.attachments if one.id == version.attachment), None)
    return found.name if found is not None else ""


def words_of(session: Session, version: DocumentVersion) -> DocumentText:
    """Return the words of a version; a file that cannot be read raises a typed error."""
    data = session.attachment_bytes(version.attachment)
    return read_document(data, name_of_version(session.document.bid, version))


def make_into(session: Session, kind: MadeInto, marked: Marked) -> Ref[Bid, Any]:
    """Make marked words into a question, requirement, instruction or clarification."""
    identity = derived_id(kind, marked.version, str(marked.page), marked.quotation)
    collection, entry = _thing(session, kind, marked, identity)
    place: Ref[Bid, Any] = Ref(Bid, (collection, Item(identity)))
    if any(one.id == identity for one in getattr(session.document.bid, collection)):
        return place
    excerpt = Excerpt(
        id=derived_id("excerpt", identity),
        parent=marked.version,
        quotation=marked.quotation,
        page=marked.page,
        made_into=kind,
        target=identity,
    )

    def change(bid: Bid) -> Bid:
        if kind == "question" and all(one.id != SECTION for one in bid.sections):
            section = Section(id=SECTION, title=tr("From the documents"), stage="tender")
            bid = with_entry(bid, "sections", section)
        return with_entry(with_entry(bid, collection, entry), "excerpts", excerpt)

    session.document.edit(tr("Mark words as a {kind}", kind=kind), change, place=place)
    return place


def _thing(session: Session, kind: MadeInto, marked: Marked, identity: str) -> tuple[str, Entity]:
    document = next(
        (one.title for one in session.document.bid.documents if one.id == marked.document), ""
    )
    match kind:
        case "question":
            return "questions", Question(
                id=identity,
                parent=SECTION,
                text=marked.quotation,
                source_document=marked.document,
                source_page=marked.page,
            )
        case "requirement":
            return "requirements", Requirement(
                id=identity,
                quotation=marked.quotation,
                document=marked.document,
                page=marked.page,
                kind="must",
            )
        case "instruction":
            return "instructions", Instruction(
                id=identity, text=marked.quotation, source=document, page=marked.page
            )
        case "clarification":
            return "clarifications", Clarification(
                id=identity,
                question=marked.quotation,
                about=marked.document,
                drafted_on=session.today(),
                status="draft",
            )


def _label(bid: Bid, document: str) -> str:
    count = sum(one.parent == document for one in bid.document_versions)
    return tr("Version {n}", n=count + 1)
