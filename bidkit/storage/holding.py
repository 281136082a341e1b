"""What one session knows of a file: headers, values in use, and what is not written yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from bidkit.changes.change import Change, Header, Thing
from bidkit.changes.fold import Fold
from bidkit.changes.ledger import Ledger
from bidkit.changes.values import Values
from bidkit.domain.bid import Bid
from bidkit.storage.change_rows import drop_values, insert_changes, read_headers, read_these
from bidkit.storage.connection import Database
from bidkit.storage.meta import read_tally, tally_of, write_tally


class Holding:
    """Keeps a session's view of one file; nothing in it is ever taken away."""

    def __init__(self) -> None:
        self.ledger = Ledger()
        self.values = Values()
        self.fold = Fold()
        self.pending: list[Change] = []
        self._stored: set[str] = set()
        self._salts: dict[str, bytes] = {}
        self._tally = 0
        self._last = 0

    @property
    def bid(self) -> Bid:
        """The bid as this session knows it, with what is not written yet."""
        return self.fold.bid

    @contextmanager
    def reading(self, database: Database) -> Iterator[None]:
        """Let values be read from this session while it lasts."""

        def more(identities: list[str]) -> Mapping[str, str | None]:
            headers = (self.ledger.get(identity) for identity in identities)
            known = read_these(database, [header for header in headers if header is not None])
            return {change.header.id: self._salted(change) for change in known}

        self.values.read_with(more)
        try:
            yield
        finally:
            self.values.read_with(None)

    def note(self, changes: Iterable[Change], after: Bid | None = None) -> None:
        """Take changes of our own in; they are written at the next chance."""
        made = [change for change in changes if change.header.id not in self.ledger]
        self.values.remember(made)
        for change in made:
            self._salted(change)
        self.pending.extend(made)
        self._settle(self.ledger.add(change.header for change in made), after)

    def catch_up(self, database: Database) -> int:
        """Take in what others wrote into the file since; return how many changes that was."""
        if read_tally(database) == self._tally and self._tally:
            return 0
        last, headers = read_headers(database, self._last)
        if self._last and tally_of(h.id for h in headers) ^ self._tally != read_tally(database):
            return self._catch_up_whole(database)
        return self._take(last, headers)

    def _catch_up_whole(self, database: Database) -> int:
        """Read all headers again: the file is not the one that was read last."""
        last, headers = read_headers(database)
        self._stored = set()
        self._tally = 0
        taken = self._take(last, headers)
        waiting = {change.header.id for change in self.pending}
        for header in self.ledger:
            if header.id not in self._stored and header.id not in waiting:
                salt = self._salts.get(header.id)
                value = None if salt is None else self.values(header.id)
                self.pending.append(Change(header, None if value is None else salt, value))
        return taken

    def _take(self, last: int, headers: list[Header]) -> int:
        new = [header for header in headers if header.id not in self.ledger]
        self._stored.update(header.id for header in headers)
        self._tally ^= tally_of(header.id for header in headers)
        self._last = last
        self._settle(self.ledger.add(new), None)
        self.values.forget(self.ledger.forgotten)
        return len(new)

    def write(self, database: Database) -> tuple[Change, ...]:
        """Append what is not in the file yet, within a transaction; return it.

        Call `written` once the transaction has ended well.
        """
        self.pending = [one for one in self.pending if one.header.id not in self._stored]
        if not self.pending:
            return ()
        forgotten = self.ledger.forgotten
        kept = [
            change.without_value if change.header.id in forgotten else change
            for change in self.pending
        ]
        insert_changes(database, kept)
        drop_values(database, forgotten & self._stored)
        write_tally(database, self._tally ^ tally_of(change.header.id for change in kept))
        return tuple(kept)

    def written(self, changes: tuple[Change, ...], last: int) -> None:
        """Remember that these changes are in the file now."""
        names = [change.header.id for change in changes]
        self._stored.update(names)
        self._tally ^= tally_of(names)
        self._last = last
        self.pending = []

    def _salted(self, change: Change) -> str | None:
        if change.salt is not None:
            self._salts[change.header.id] = change.salt
        return change.value

    def _settle(self, touched: set[Thing], after: Bid | None) -> None:
        if touched or after is not None:
            self.fold.update(self.ledger, touched, self.values, after)
