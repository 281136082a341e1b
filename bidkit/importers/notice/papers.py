"""The documents a notice links to."""

from __future__ import annotations

from typing import Literal

from bidkit.domain.base import derived_id
from bidkit.domain.documents import TenderDocument
from bidkit.importers.draft import Draft
from bidkit.importers.notice.lots import lot_id
from bidkit.importers.notice.places import host_of, is_official, portal_of
from bidkit.importers.notice.source import Source
from bidkit.words import tr

LONGEST_TITLE = 80
Kind = Literal[
    "",
    "instructions",
    "specification",
    "questionnaire",
    "contract",
    "price schedule",
    "guidance",
    "amendment",
    "other",
]
_KINDS: dict[str, Kind] = {
    "biddingDocuments": "instructions",
    "technicalSpecifications": "specification",
    "evaluationCriteria": "guidance",
    "eligibilityCriteria": "questionnaire",
    "contractDraft": "contract",
    "contractGuarantees": "contract",
    "billOfQuantity": "price schedule",
    "clarifications": "guidance",
    "hearingNotice": "guidance",
    "conflictOfInterest": "other",
}


def read_documents(release: Source, draft: Draft) -> None:
    """Propose each linked document; the notice's own page is not one of them."""
    tender, ocid = release.at("tender"), release.line("ocid")
    for document in tender.each("documents"):
        url = document.line("url")
        kind = document.line("documentType")
        title = document.line("title") or document.line("description")
        if not url or is_official(url):
            continue
        if len(title) > LONGEST_TITLE or not title:
            title = portal_of(url) or host_of(url) or tr("Linked page")
        scope = [lot_id(ocid, lot) for lot in document.texts("relatedLots")]
        made = TenderDocument(
            id=derived_id("notice", ocid, "document", document.line("id"), url),
            title=title,
            kind=_KINDS.get(kind, ""),
            url=url,
            lots=tuple(sorted(scope)),
            notes=_notes(document, title),
        )
        draft.entity("documents", made, tr("Links to documents"), "tender.documents")


def _notes(document: Source, title: str) -> str:
    """Return what else the notice says of a document."""
    description = document.text("description")
    access = document.text("accessDetails")
    return "\n".join(text for text in (description, access) if text and text != title)
