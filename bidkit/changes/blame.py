"""Who wrote what last: provenance of every field, read from the set of changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bidkit.changes.change import Header
from bidkit.changes.heads import heads_among, in_order
from bidkit.changes.ledger import Ledger, split_field
from bidkit.domain.bid import Bid
from bidkit.domain.refs import parse_ref


@dataclass(frozen=True)
class Provenance:
    """Who wrote a field as it stands, and when, by their own clock."""

    author: str
    at: datetime
    replica: str
    change: str


class Blame:
    """Answers who wrote a place last, as far as the ledger knows."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def of(self, place: str) -> Provenance | None:
        """Return the last writer of a field or thing; None when nobody wrote it."""
        address = parse_ref(Bid, place)
        item, field = address.identity, address.field
        thing = (address.collection, item) if item else ("", field)
        written = [one for one in self._ledger.of(thing) if _about(one, field if item else "")]
        heads = in_order(heads_among(written))
        return _provenance(heads[-1]) if heads else None


def _about(header: Header, field: str) -> bool:
    return not field or not header.field or split_field(header.field)[0] == field


def _provenance(header: Header) -> Provenance:
    return Provenance(header.author, header.made_at, header.replica, header.id)
