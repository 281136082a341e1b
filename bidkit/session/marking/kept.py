"""What was marked before: which words became what, and where both are now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.documents import DocumentVersion, Excerpt
from bidkit.domain.refs import Item, Ref, parse_ref
from bidkit.errors import InputError

COLLECTIONS = {
    "question": "questions",
    "requirement": "requirements",
    "instruction": "instructions",
    "clarification": "clarifications",
}


@dataclass(frozen=True)
class Kept:
    """Words that were marked, the version they stand in, and the thing they became.

    place: None where that thing was taken out of the bid since.
    """

    excerpt: Excerpt
    version: DocumentVersion | None
    document: str
    place: Ref[Bid, Any] | None


def kept_words(bid: Bid, document: str = "") -> tuple[Kept, ...]:
    """Return what was marked in all documents or in one, in the order of pages."""
    versions = {one.id: one for one in bid.document_versions}
    found = []
    for excerpt in bid.excerpts:
        version = versions.get(excerpt.parent)
        owner = version.parent if version is not None else excerpt.parent
        if document in ("", owner):
            found.append(Kept(excerpt, version, owner, _place(bid, excerpt)))
    return tuple(sorted(found, key=lambda one: (one.document, one.excerpt.page or 0)))


def words_behind(bid: Bid, identity: str) -> Kept | None:
    """Return the marked words a thing was made of, or None where nobody marked any."""
    return next((one for one in kept_words(bid) if one.excerpt.target == identity), None)


def _place(bid: Bid, excerpt: Excerpt) -> Ref[Bid, Any] | None:
    collection = COLLECTIONS.get(excerpt.made_into)
    try:
        place: Ref[Bid, Any] = (
            Ref(Bid, (collection, Item(excerpt.target)))
            if collection is not None
            else parse_ref(Bid, excerpt.target)
        )
    except InputError:
        return None
    return place if place.exists(bid) else None
