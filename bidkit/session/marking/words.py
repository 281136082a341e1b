"""Words that were marked or pasted, and where they stand in the buyer's papers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.documents import Excerpt
from bidkit.domain.prose.cleaning import unwrapped
from bidkit.domain.refs import Ref
from bidkit.words import tr

MadeInto = Literal["question", "requirement", "date", "instruction", "clarification"]


@dataclass(frozen=True)
class Marked:
    """Words marked in a version of a document, and the page they stand on; 0: no page known."""

    quotation: str
    page: int
    version: str
    document: str

    @cached_property
    def words(self) -> str:
        """The words as the buyer wrote them, without line breaks that only a narrow page made."""
        return unwrapped(self.quotation).strip()

    @property
    def on_page(self) -> int | None:
        """The page to keep, or None where nobody knows it."""
        return self.page if self.page > 0 else None

    def identity(self, kind: str) -> str:
        """Return the identity of what these words become: the same words twice are one thing."""
        return derived_id(kind, self.version or self.document, str(self.page), self.quotation)


@dataclass(frozen=True)
class Made:
    """What marked words became: their places in the bid, and a sentence that says so."""

    places: tuple[Ref[Bid, Any], ...]
    words: str

    @property
    def place(self) -> Ref[Bid, Any] | None:
        """The first place, to go to."""
        return self.places[0] if self.places else None


def excerpt_of(marked: Marked, kind: MadeInto, target: str) -> Excerpt:
    """Return the record of marked words, under the version they were marked in."""
    return Excerpt(
        id=derived_id("excerpt", target, marked.version or marked.document),
        parent=marked.version or marked.document,
        quotation=marked.quotation,
        page=marked.on_page,
        made_into=kind,
        target=target,
    )


def source_words(bid: Bid, marked: Marked) -> str:
    """Return where words stand, for people: the document and its page."""
    title = next((one.title for one in bid.documents if one.id == marked.document), "")
    page = tr("page {page}", page=marked.page) if marked.on_page else ""
    return ", ".join(part for part in (title, page) if part)
