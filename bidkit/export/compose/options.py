"""For whom a document is made and which parts go in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bidkit.domain.base import Reader
from bidkit.domain.bid import Bid

PARTS_FOR_BUYER = (
    "summary",
    "qualification",
    "answers",
    "value",
    "price",
    "partners",
    "case studies",
    "appendices",
)
PARTS_OWN_DOCUMENT = (
    "offer",
    "outcomes",
    "social value",
    "clauses",
    "business case",
    "testimonials",
)
PARTS_FOR_US = (
    "summary",
    "decision",
    "scoring",
    "qualification",
    "answers",
    "offer",
    "outcomes",
    "testimonials",
    "value",
    "social value",
    "clauses",
    "business case",
    "social return",
    "price",
    "costs",
    "partners",
    "requirements",
    "evidence",
    "notes",
    "case studies",
    "appendices",
)


def no_bytes(_digest: str) -> bytes:
    """Stand in where no attachment can be read."""
    return b""


@dataclass(frozen=True)
class Options:
    """Everything a document depends on besides the bid.

    lot: the one lot it is for ('' = all). whole_price: whether the price of the whole may stand in
    it; not where it is the set of one lot among several.
    """

    today: date
    reader: Reader = Reader.BUYER
    parts: frozenset[str] | None = None
    lot: str = ""
    whole_price: bool = True
    draft_reasons: tuple[str, ...] = ()
    undecided: Mapping[str, str] = field(default_factory=dict)
    attachment: Callable[[str], bytes] = no_bytes

    def wants(self, bid: Bid, part: str) -> bool:
        """Tell whether a part goes in: as ticked, or as this reader is used to get it."""
        return part in (self.parts if self.parts is not None else parts_for(bid, self.reader))


def parts_for(bid: Bid, reader: Reader) -> frozenset[str]:
    """Return the parts a reader gets unless told otherwise; the buyer only what was asked."""
    if reader is Reader.US:
        return frozenset(PARTS_FOR_US)
    parts = set(PARTS_FOR_BUYER)
    if bid.opportunity.way_in == "own_document" and not bid.questions:
        parts.update(PARTS_OWN_DOCUMENT)
    if any(one.print_for_buyer for one in bid.evidence):
        parts.add("evidence")
    if bid.costing.price_wanted == "no":
        parts.discard("price")
    if bid.partnership.bidding_model in ("", "alone"):
        parts.discard("partners")
    return frozenset(parts)
