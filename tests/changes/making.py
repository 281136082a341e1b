"""Copies of a bid that several people write in, for tests of merging."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from bidkit.changes.change import Change, Origin
from bidkit.changes.differ import Differ
from bidkit.changes.fold import Fold
from bidkit.changes.ledger import Ledger
from bidkit.changes.values import Values
from bidkit.domain.bid import Bid
from bidkit.domain.refs import parse_ref

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Copy:
    """One person's copy of a bid: written in, and told what others wrote."""

    def __init__(self, author: str, changes: Iterable[Change] = ()) -> None:
        self.author = author
        self.changes: dict[str, Change] = {}
        self.ledger = Ledger()
        self.values = Values()
        self.fold = Fold()
        self.minutes = 0
        self.take(changes)

    @property
    def bid(self) -> Bid:
        """The bid as this copy has it."""
        return self.fold.bid

    def take(self, changes: Iterable[Change]) -> None:
        """Take changes in."""
        held = list(changes)
        self.changes.update((change.header.id, change) for change in held)
        self.values.remember(held)
        touched = self.ledger.add(change.header for change in held)
        self.fold.update(self.ledger, touched, self.values)

    def write(
        self, after: Bid, *, before: Bid | None = None, decided: Iterable[str] = ()
    ) -> tuple[Change, ...]:
        """Make and take the changes that lead to another bid."""
        self.minutes += 1
        origin = Origin(self.author, self.author.lower(), START + timedelta(minutes=self.minutes))
        differ = Differ(self.ledger, self.fold, self.values, origin)
        made = differ.changes(self.bid if before is None else before, after, decided)
        self.take(made)
        return made

    def set(self, place: str, value: Any) -> None:
        """Write one field by its address."""
        self.write(parse_ref(Bid, place).set(self.bid, value))

    def get(self, place: str) -> Any:
        """Read one field by its address."""
        return parse_ref(Bid, place).get(self.bid)

    def copied(self, author: str) -> Copy:
        """Return a copy of this copy for somebody else."""
        return Copy(author, self.changes.values())

    def merge(self, *others: Copy) -> Copy:
        """Take in everything others have."""
        for other in others:
            self.take(other.changes.values())
        return self
