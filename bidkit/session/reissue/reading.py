"""A new version of a tender document read: what changed in it, and what the bid should take."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import PurePath

from bidkit.domain.bid import Bid
from bidkit.domain.documents import DocumentVersion
from bidkit.errors import BidKitError, InputError
from bidkit.importers import questions_docx, questions_xlsx
from bidkit.importers.base import Proposal
from bidkit.importers.documents_text import DocumentText, read_document
from bidkit.importers.questionnaire import questions_in
from bidkit.packs.schema import Pack
from bidkit.session.incoming.offers import Offer
from bidkit.session.papers import name_of_version
from bidkit.session.reissue.changes import Change, Source, carry_over
from bidkit.session.reissue.comparing import (
    Comparison,
    compare_documents,
    compare_words,
    marked,
)
from bidkit.session.reissue.dates import changes_of_dates
from bidkit.session.reissue.questions import changes_of_pack, changes_of_questions
from bidkit.session.session import Session
from bidkit.words import tr


@dataclass(frozen=True)
class Paper:
    """One version as it lies in the file: its bytes and its name."""

    data: bytes
    name: str


@dataclass(frozen=True)
class Papers:
    """What is needed to compare, gathered so that it can be read beside the window."""

    bid: Bid
    source: Source
    newer: Paper
    older: Paper | None = None


@dataclass(frozen=True)
class Reissue:
    """What changed in a document and what that changes in the bid."""

    source: Source
    comparison: Comparison = field(default_factory=Comparison)
    changes: tuple[Change, ...] = ()


def earlier_version(bid: Bid, version: DocumentVersion) -> DocumentVersion | None:
    """Return the version that came before this one; None for the first."""
    versions = [one for one in bid.document_versions if one.parent == version.parent]
    at = next((n for n, one in enumerate(versions) if one.id == version.id), 0)
    return versions[at - 1] if at > 0 else None


def gather(session: Session, version: DocumentVersion) -> Papers:
    """Return a version and the one before it, with the bid as it is now."""
    bid = session.document.bid
    earlier = earlier_version(bid, version)
    document = next((one for one in bid.documents if one.id == version.parent), None)
    title = document.title if document is not None and document.title else version.label
    return Papers(
        bid,
        Source(title, version.parent, version.id, version.received_on or session.today()),
        _paper(session, version),
        _paper(session, earlier) if earlier is not None else None,
    )


def compare(papers: Papers) -> Comparison:
    """Return what changed between the two versions; nothing where there is only one."""
    if papers.older is None:
        return Comparison()
    return compare_documents(_text(papers.older), _text(papers.newer))


def read_reissue(papers: Papers) -> Reissue:
    """Return everything the newer version changes in the bid, to be confirmed."""
    try:
        comparison = compare(papers)
    except BidKitError:
        comparison = Comparison()
    changes = changes_of_dates(papers.bid, comparison)
    proposal = _questionnaire(papers)
    if proposal is not None:
        document = papers.source.document
        changes = (*changes_of_questions(papers.bid, proposal, document), *changes)
    return Reissue(papers.source, comparison, changes)


def read_pack(bid: Bid, pack: Pack, source: Source) -> Reissue:
    """Return what a pack of today changes in the questions taken from it earlier."""
    return Reissue(source, changes=changes_of_pack(bid, pack))


def offers_of_reissue(reissue: Reissue) -> tuple[Offer, ...]:
    """Return a line to tick for every change; changed questions show their words marked."""
    return tuple(_offer(one) for one in reissue.changes)


def take_reissue(session: Session, reissue: Reissue, chosen: Collection[str]) -> None:
    """Take the chosen changes into the bid as one step, with an amendment for each place."""
    session.document.edit(
        tr("Take in the changes of {title}", title=reissue.source.title),
        lambda bid: carry_over(bid, reissue.changes, chosen, reissue.source),
    )
    session.commit()


def _offer(change: Change) -> Offer:
    if change.key.endswith(".words"):
        words = marked(compare_words(change.old, change.new))
        return Offer((change.key,), change.label, words, sure=change.sure, note=change.note)
    return Offer(
        (change.key,), change.label, change.new, change.old, sure=change.sure, note=change.note
    )


def _paper(session: Session, version: DocumentVersion) -> Paper:
    name = name_of_version(session.document.bid, version)
    return Paper(session.attachment_bytes(version.attachment), name)


def _text(paper: Paper) -> DocumentText:
    return read_document(paper.data, paper.name)


def _questionnaire(papers: Papers) -> Proposal | None:
    """Return the questions of the newer version; None where it asks none, or none were known."""
    paper, document = papers.newer, papers.source.document
    if not papers.bid.questions or not _asks(papers):
        return None
    title = PurePath(paper.name).stem
    try:
        if questions_docx.recognises(paper.data):
            return questions_docx.read(paper.data, title, document=document)
        if questions_xlsx.recognises(paper.data):
            return questions_xlsx.read(paper.data, title, document=document)
        return questions_in(_text(paper).text, title, document=document)
    except InputError:
        return None


def _asks(papers: Papers) -> bool:
    """Tell whether this document is the questionnaire: called so, or questions came from it."""
    bid, document = papers.bid, papers.source.document
    kind = next((one.kind for one in bid.documents if one.id == document), "")
    if kind:
        return kind == "questionnaire"
    if any(one.source_document == document for one in bid.questions):
        return True
    return questions_docx.recognises(papers.newer.data) or questions_xlsx.recognises(
        papers.newer.data
    )
