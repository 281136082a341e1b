"""What one session knows of a file: headers, values in use, and what is not written yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from bidkit.changes.change import FORGET, VERSION, Change, Header, Thing
from bidkit.changes.fold import Fold
from bidkit.changes.ledger import SPECIAL, Ledger
from bidkit.changes.values import Values
from bidkit.domain.bid import Bid
from bidkit.domain.refs import parse_ref
from bidkit.errors import InputError
from bidkit.storage.connection import Database
from bidkit.storage.tables.changes import (
    drop_values,
    fill_values,
    insert_changes,
    read_headers,
    read_these,
)
from bidkit.storage.tables.meta import read_tally, tally_of, write_tally
from bidkit.words import tr


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
        """Take changes in that are not in the file yet; they are written at the next chance."""
        new = {one.header.id: one for one in changes if one.header.id not in self.ledger}
        forgotten = self.ledger.forgotten
        made = [one.without_value if one.header.id in forgotten else one for one in new.values()]
        self.values.remember(made)
        for change in made:
            self._salted(change)
        self.pending.extend(made)
        self._add([change.header for change in made], after)

    def told_of(self, place: str) -> list[str]:
        """Return the names of the changes whose values tell of a thing or an own field."""
        address = parse_ref(Bid, place)
        item, field = address.identity, address.field
        if bool(item) == bool(field):
            raise InputError(tr("Only a whole item or one of the bid's own fields is forgotten."))
        strand = self.ledger.strand((address.collection, item or field), self.values)
        written = [header for headers in strand.fields.values() for header in headers]
        return [header.id for header in (*written, *strand.made)]

    def known(self) -> list[Change]:
        """Return every change with its value where this session has it."""
        return [self._known(header) for header in self.ledger]

    def catch_up(self, database: Database) -> int:
        """Take in what others wrote into the file since; return how many changes that was."""
        tally = read_tally(database)
        if tally == self._tally and tally:
            return 0
        last, headers = read_headers(database, self._last)
        if not self._last or tally_of(header.id for header in headers) ^ self._tally == tally:
            self._tally = tally
        else:
            return self._catch_up_whole(database)
        return self._take(last, headers)

    def _catch_up_whole(self, database: Database) -> int:
        """Read all headers again: the file is not the one that was read last."""
        last, headers = read_headers(database)
        self._stored = set()
        self._tally = tally_of(header.id for header in headers)
        taken = self._take(last, headers)
        waiting = {change.header.id for change in self.pending}
        self.pending.extend(
            self._known(header)
            for header in self.ledger
            if header.id not in self._stored and header.id not in waiting
        )
        return taken

    def _take(self, last: int, headers: list[Header]) -> int:
        new = [header for header in headers if header.id not in self.ledger]
        self._stored.update(header.id for header in headers)
        self._last = last
        self._add(new, None)
        return len(new)

    def fill(self, database: Database, changes: Iterable[Change]) -> int:
        """Put values into changes that lacked theirs, within a transaction; return how many."""
        forgotten = self.ledger.forgotten
        filled = [one for one in changes if one.value and one.header.id not in forgotten]
        fill_values(database, filled)
        self.values.remember(filled)
        for change in filled:
            self._salted(change)
        self._settle(self._about(change.header.id for change in filled), None)
        return len(filled)

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

    def written(self, changes: tuple[Change, ...], database: Database) -> None:
        """Remember that these changes are in the file now."""
        names = [change.header.id for change in changes]
        self._stored.update(names)
        self._tally ^= tally_of(names)
        self._last = database.rows("SELECT max(seq) FROM change")[0][0] or 0
        self.pending = []

    def _known(self, header: Header) -> Change:
        salt = self._salts.get(header.id)
        value = None if salt is None else self.values(header.id)
        return Change(header, None if value is None else salt, value)

    def _salted(self, change: Change) -> str | None:
        if change.salt is not None:
            self._salts[change.header.id] = change.salt
        return change.value

    def _add(self, headers: list[Header], after: Bid | None) -> None:
        """Add headers to the ledger and settle what they touch."""
        touched = self.ledger.add(headers)
        self.values.fetch(header.id for header in headers if header.kind == VERSION)
        for header in headers:
            if header.kind == FORGET:
                self.values.forget(header.parents)
                touched |= self._about(header.parents)
        self._settle(touched, after)

    def _about(self, names: Iterable[str]) -> set[Thing]:
        things = (self.ledger.thing_of(name) for name in names)
        return {thing for thing in things if thing is not None and thing[0] not in SPECIAL}

    def _settle(self, touched: set[Thing], after: Bid | None) -> None:
        if touched or after is not None:
            self.fold.update(self.ledger, touched, self.values, after)
