"""A bid file: opened, read and written in sessions of milliseconds, never held open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from bidkit.changes.change import Change
from bidkit.changes.fold import Fold
from bidkit.changes.history import Entry, entries
from bidkit.changes.thinning import thin
from bidkit.domain.attachments import Attachment
from bidkit.domain.bid import EMPTY, Bid
from bidkit.errors import FileError
from bidkit.storage import copying, failures, taking_in
from bidkit.storage.backups import Backups
from bidkit.storage.bulk import collecting_later
from bidkit.storage.holding import Holding
from bidkit.storage.key import Key
from bidkit.storage.loaded import Draft, Loaded, Version, loaded_from
from bidkit.storage.maker import Clock, Maker
from bidkit.storage.replacing import beside, replace_file
from bidkit.storage.safety_log import SafetyLog
from bidkit.storage.sessions import Sessions
from bidkit.storage.tables import attachments, drafts
from bidkit.storage.tables.meta import Meta, Scope, new_copy_id


def now() -> datetime:
    """Return this moment with its zone."""
    return datetime.now(UTC)


class BidFile:
    """One opening of one file, by one person: the only way a bid is read and written."""

    def __init__(self, path: Path, *, key: Key | None, author: str, clock: Clock) -> None:
        self._sessions = Sessions(path, key)
        self._clock = clock
        self._holding = Holding()
        self._maker = Maker(author, clock, self._holding)
        self._meta = Meta("", "")
        self._log: SafetyLog | None = None
        self._drafts: tuple[Draft, ...] = ()
        self.log_trouble: FileError | None = None

    @classmethod
    def create(
        cls,
        path: Path,
        bid: Bid,
        *,
        author: str,
        key: Key | None = None,
        bid_id: str = "",
        clock: Clock = now,
    ) -> BidFile:
        """Make a new file that holds this bid, under its identity if it has one already."""
        made = cls(path, key=key, author=author, clock=clock)
        if made.path.exists():
            raise failures.name_taken(made.path.name)
        made._meta = Meta.fresh(bid_id)
        made._sessions.belongs_to(made._meta)
        made._note(made._maker.edits(EMPTY, bid), bid)
        with beside(made.path) as finished:
            copying.make_file(finished, made._meta, made.pending, key)
            made._sessions.path = replace_file(finished, made.path)
        made.flush()
        return made

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        key: Key | None = None,
        read_only: bool = False,
        author: str = "",
        clock: Clock = now,
    ) -> BidFile:
        """Open a file; every reason why it cannot be read is a typed error in plain words."""
        opened = cls(path, key=key, author=author, clock=clock)
        opened._meta = opened._sessions.begin(read_only=read_only)
        return opened

    @property
    def replica(self) -> str:
        """The identity of this opening: no two openings of any copy share it."""
        return self._maker.replica

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._sessions.path

    @property
    def read_only(self) -> bool:
        """Whether this opening may not write; flush then says why."""
        return self._sessions.refusal is not None

    @property
    def copy_id(self) -> str:
        """The identity of this copy of the bid."""
        return self._meta.copy_id

    @property
    def bid_id(self) -> str:
        """The identity of the bid, the same in all its copies."""
        return self._meta.bid_id

    @property
    def pending(self) -> tuple[Change, ...]:
        """The changes that could not be written yet; the next commit tries again."""
        return tuple(self._holding.pending)

    @property
    def current(self) -> Loaded:
        """The bid as this session knows it, without touching the file."""
        return self._loaded()

    def changed_on_disk(self) -> bool:
        """Tell cheaply whether somebody else may have written the file since."""
        return self._sessions.changed

    def keep_log(self, log: SafetyLog) -> None:
        """Write every change of ours to this log first, from now on."""
        self._log = log

    def load(self) -> Loaded:
        """Read the file, put back what the safety log knows and it lacks, and fold it all."""
        holding = self._holding
        with (
            collecting_later(),
            self._sessions.reading() as database,
            holding.reading(database),
        ):
            taken = holding.catch_up(database)
            self._drafts = drafts.read_drafts(database, self.replica)
        if self._log is not None:
            holding.note(self._log.missing_from(self.copy_id, holding.ledger))
        return self._loaded(taken=taken)

    def commit(
        self, before: Bid, after: Bid, *, label: str = "", decided: Iterable[str] = ()
    ) -> Loaded:
        """Append what differs, having taken in what others wrote; return what stands now.

        When the file cannot be written the changes stay in `pending` (and in the safety log),
        the error says why, and the next commit or flush tries again.
        """
        made = self._maker.edits(before, after, decided, label)
        self._note(made, after if before is self._holding.bid else None)
        return self.flush()

    def flush(self) -> Loaded:
        """Write what is pending and take in what others wrote."""
        holding = self._holding
        with self._sessions.writing() as database, holding.reading(database):
            with database.writing():
                taken = holding.catch_up(database)
                written = holding.write(database)
            holding.written(written, database)
            self._drafts = drafts.read_drafts(database, self.replica)
        return self._loaded(taken=taken, written=written)

    def take_in(self, other: Path, key: Key | None = None) -> Loaded:
        """Bring another copy's changes and files into this one; the other is only read."""
        holding = self._holding
        with collecting_later(), taking_in.foreign_file(other, key) as (source, meta):
            if meta.bid_id != self.bid_id:
                raise failures.other_bid()
            with self._sessions.writing() as database, holding.reading(database):
                with database.writing():
                    taken = holding.catch_up(database)
                    absent = taking_in.absent_values(database)
                    found = taking_in.new_changes(source, holding.ledger, absent)
                    taken += holding.fill(
                        database, [one for one in found if one.header.id in holding.ledger]
                    )
                    holding.note(found)
                    written = holding.write(database)
                    attachments.copy_missing(source, database)
                holding.written(written, database)
        return self._loaded(taken=taken + len(written))

    def write_draft(self, place: str, value: str, base: str) -> None:
        """Keep text that is being typed, so that not even a power cut loses it."""
        at = self._clock().astimezone(UTC).isoformat(timespec="milliseconds")
        draft = Draft(place, value, base, self._maker.author, at, self.replica, ours=True)
        with self._sessions.writing() as database, database.writing():
            drafts.put_draft(database, draft)

    def clear_draft(self, place: str, replica: str = "") -> None:
        """Drop the draft of a place: it became a change, or its leftover was dealt with."""
        with self._sessions.writing() as database, database.writing():
            drafts.drop_draft(database, replica or self.replica, place)

    def name_version(self, title: str) -> Loaded:
        """Give this moment a name that travels with the bid."""
        self._note([self._maker.version(title)], self._holding.bid)
        return self.flush()

    def forget(self, place: str, backups: Backups | None = None) -> Loaded:
        """Take every value a thing or own field ever had out of here and of all that merge it.

        The safety log and the backups that are given lose them as well.
        """
        targets = self._holding.told_of(place)
        self._note([self._maker.forgetting(targets)], None)
        loaded = self.flush()
        if self._log is not None:
            self._log.forget(self.copy_id, targets)
        if backups is not None:
            backups.forget(self.bid_id, targets, self._sessions.key)
        return loaded

    def bid_at(self, moment: Version | Mapping[str, int]) -> Bid:
        """Return the bid as it stood at a named version or other moment."""
        frontier = moment.frontier if isinstance(moment, Version) else moment
        ledger = self._holding.ledger.upto(frontier)
        fold = Fold()
        with self._sessions.reading() as database, self._holding.reading(database):
            fold.update(ledger, list(ledger.things), self._holding.values)
        return fold.bid

    def moment_of(self, change: str) -> dict[str, int]:
        """Return the moment just after a change of the history, for `bid_at`."""
        return self._holding.ledger.moment_of(change)

    def history(self, place: str = "", *, most: int = 500) -> list[Entry]:
        """Return what was done, newest first, in all or at one place."""
        with self._sessions.reading() as database, self._holding.reading(database):
            return entries(self._holding.ledger, self._holding.values, place=place, most=most)

    def attach(self, source: bytes | Path, name: str = "") -> Attachment:
        """Store a file's bytes and return its description, to be added to the bid."""
        called = name or (source.name if isinstance(source, Path) else "")
        with attachments.opened(source, called) as stream:
            digest, size = attachments.measure(stream)
            with self._sessions.writing() as database, database.writing():
                attachments.store(database, stream, digest)
        return attachments.describe(called, digest, size, self._clock().date())

    def attachment_bytes(self, digest: str) -> bytes:
        """Return the bytes of a stored file, checked."""
        with self._sessions.reading() as database:
            if digest not in attachments.known(database):
                raise failures.attachment_missing(digest)
            return b"".join(attachments.chunks(database, digest))

    def attachment_digests(self) -> frozenset[str]:
        """Return which stored files this copy holds."""
        with self._sessions.reading() as database:
            return frozenset(attachments.known(database))

    def copy_to(
        self, target: Path, scope: Literal["whole", "clean"] = "whole", key: Key | None = None
    ) -> Path:
        """Write another file of this bid with an identity of its own; return where it is.

        A clean copy carries nothing that was written over. When our own file is gone, the copy
        is made of what this session knows, without attachments.
        """
        holding = self._holding
        meta = Meta(self.bid_id, new_copy_id(), Scope(scope))
        clean = scope == "clean"
        thinned = thin(holding.ledger, holding.values, self._maker.origin) if clean else None
        return copying.write_copy(self._sessions, holding, meta, thinned, target.absolute(), key)

    def _note(self, made: Iterable[Change], after: Bid | None) -> None:
        changes = list(made)
        if changes and self._log is not None:
            self.log_trouble = self._logged(self._log, changes)
        self._holding.note(changes, after)

    def _logged(self, log: SafetyLog, changes: list[Change]) -> FileError | None:
        """Keep changes in the log; one that cannot be written must not stop the file itself."""
        try:
            log.record(self._meta, changes)
        except FileError as error:
            return error
        return None

    def _loaded(self, *, taken: int = 0, written: tuple[Change, ...] = ()) -> Loaded:
        return loaded_from(self._holding, self._meta, self._drafts, taken=taken, written=written)
