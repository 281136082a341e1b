"""A bid file: opened, read and written in sessions of milliseconds, never held open."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bidkit.changes.blame import Blame
from bidkit.changes.change import STEP, VERSION, Change, Origin, make_change
from bidkit.changes.change import Key as ChangeKey
from bidkit.changes.differ import Differ
from bidkit.changes.fold import Fold
from bidkit.domain.base import new_id
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.shape import canonical
from bidkit.errors import FileError
from bidkit.storage import drafts, failures
from bidkit.storage.connection import Access, Database, connected
from bidkit.storage.holding import Holding
from bidkit.storage.key import Key
from bidkit.storage.loaded import Draft, Loaded, Version, version_from
from bidkit.storage.meta import Meta, read_meta, write_meta
from bidkit.storage.replacing import replace_file
from bidkit.storage.safety_log import SafetyLog
from bidkit.storage.schema import VERSION as FORMAT
from bidkit.storage.schema import check_inside, check_outside, lay_out

Clock = Callable[[], datetime]
READING_SECONDS = 60.0


def now() -> datetime:
    """Return this moment with its zone."""
    return datetime.now(UTC)


class BidFile:
    """One opening of one file, by one person: the only way a bid is read and written."""

    def __init__(self, path: Path, *, key: Key | None, author: str, clock: Clock) -> None:
        self.path = path.absolute()
        self.author = author
        self.replica = new_id()
        self.read_only = False
        self._key = key
        self._clock = clock
        self._holding = Holding()
        self._meta = Meta("", "")
        self._stamp: tuple[int, ...] = ()
        self._log: SafetyLog | None = None

    @classmethod
    def create(
        cls,
        path: Path,
        bid: Bid,
        *,
        author: str,
        key: Key | None = None,
        copy_id: str | None = None,
        clock: Clock = now,
    ) -> BidFile:
        """Make a new file that holds this bid; refuse to write over an existing one."""
        made = cls(path, key=key, author=author, clock=clock)
        if made.path.exists():
            raise failures.name_taken(made.path.name)
        made._meta = Meta.fresh(copy_id)
        made._make()
        made.commit(EMPTY, bid)
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
        check_outside(opened.path, key)
        opened.read_only = read_only or not os.access(opened.path, os.W_OK)
        with opened._session(Access.READ if opened.read_only else Access.WRITE) as database:
            opened._meta = read_meta(database)
        return opened

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

    def keep_log(self, log: SafetyLog) -> None:
        """Write every change of ours to this log first, from now on."""
        self._log = log

    def load(self) -> Loaded:
        """Read the file, put back what the safety log knows and it lacks, and fold it all."""
        with self._session(Access.READ) as database, self._holding.reading(database):
            taken = self._holding.catch_up(database)
            found = drafts.read_drafts(database, self.replica)
        if self._log is not None:
            self._holding.note(self._log.missing_from(self.copy_id, self._holding.ledger))
        return self._loaded(taken=taken, found=found)

    def commit(
        self, before: Bid, after: Bid, *, label: str = "", decided: Iterable[str] = ()
    ) -> Loaded:
        """Append what differs, having taken in what others wrote; return what stands now.

        When the file cannot be written the changes stay in `pending` (and in the safety log),
        the error says why, and the next commit or flush tries again.
        """
        holding = self._holding
        differ = Differ(holding.ledger, holding.fold, holding.values, self._origin())
        made = list(differ.changes(before, after, decided))
        if label and len(made) > 1:
            made.append(self._step(label, made))
        self._note(made, after if before is holding.bid else None)
        return self.flush()

    def flush(self) -> Loaded:
        """Write what is pending and take in what others wrote."""
        if self.read_only:
            raise self._refusal()
        holding = self._holding
        with self._session(Access.WRITE) as database, holding.reading(database):
            with database.writing():
                taken = holding.catch_up(database)
                written = holding.write(database)
            last = database.rows("SELECT max(seq) FROM change")[0][0] or 0
            holding.written(written, last)
            found = drafts.read_drafts(database, self.replica)
        return self._loaded(taken=taken, found=found, written=written)

    def changed_on_disk(self) -> bool:
        """Tell cheaply whether somebody else may have written the file since."""
        return self._stamp != self._look()

    def write_draft(self, place: str, value: str, base: str) -> None:
        """Keep text that is being typed, so that not even a power cut loses it."""
        at = self._clock().astimezone(UTC).isoformat(timespec="milliseconds")
        draft = Draft(place, value, base, self.author, at, self.replica, ours=True)
        with self._session(Access.WRITE) as database, database.writing():
            drafts.put_draft(database, draft)

    def clear_draft(self, place: str, replica: str = "") -> None:
        """Drop the draft of a place: it became a change, or its leftover was dealt with."""
        with self._session(Access.WRITE) as database, database.writing():
            drafts.drop_draft(database, replica or self.replica, place)

    def name_version(self, title: str) -> Loaded:
        """Give this moment a name that travels with the bid."""
        frontier = self._holding.ledger.frontier
        value = canonical({"title": title, "frontier": frontier})
        self._note([self._special((VERSION, new_id(), ""), value)], self._holding.bid)
        return self.flush()

    def bid_at(self, moment: Version | Mapping[str, int]) -> Bid:
        """Return the bid as it stood at a named version or other moment."""
        frontier = moment.frontier if isinstance(moment, Version) else moment
        ledger = self._holding.ledger.upto(frontier)
        fold = Fold()
        with self._session(Access.READ) as database, self._holding.reading(database):
            fold.update(ledger, list(ledger.things), self._holding.values)
        return fold.bid

    def _note(self, made: Iterable[Change], after: Bid | None) -> None:
        changes = list(made)
        if changes and self._log is not None:
            self._log.record(self._meta, changes)
        self._holding.note(changes, after)

    def _origin(self) -> Origin:
        return Origin(self.author, self.replica, self._clock())

    def _special(self, key: ChangeKey, value: str) -> Change:
        number = self._holding.ledger.frontier.get(self.replica, 0) + 1
        return make_change(key, value, (), self._origin(), number)

    def _step(self, label: str, made: list[Change]) -> Change:
        first, last = made[0].header.number, made[-1].header.number
        value = canonical({"label": label, "first": first, "last": last})
        return make_change((STEP, self.replica, ""), value, (), self._origin(), last + 1)

    def _make(self) -> None:
        """Lay the file out beside its place and move it there when it is whole."""
        finished = self.path.with_name(f".~{self.path.name}.{self.replica}")
        try:
            with connected(finished, Access.CREATE, self._key) as database:
                lay_out(database)
                with database.writing():
                    write_meta(database, self._meta)
            self.path = replace_file(finished, self.path)
        finally:
            finished.unlink(missing_ok=True)

    @contextmanager
    def _session(self, access: Access) -> Iterator[Database]:
        if not self.path.is_file():
            raise failures.missing(self.path.name)
        if access is Access.WRITE and self.read_only:
            raise self._refusal()
        with connected(self.path, access, self._key, seconds=READING_SECONDS) as database:
            if check_inside(database) > FORMAT and access is Access.WRITE:
                self.read_only = True
                raise failures.newer()
            if self.copy_id and read_meta(database).copy_id != self.copy_id:
                raise failures.replaced(self.path.name)
            yield database
        self._stamp = self._look()

    def _refusal(self) -> FileError:
        return failures.read_only(self.path.name)

    def _look(self) -> tuple[int, ...]:
        try:
            seen = self.path.stat()
        except OSError:
            return ()
        return (seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns)

    def _loaded(
        self, *, taken: int = 0, found: tuple[Draft, ...] = (), written: tuple[Change, ...] = ()
    ) -> Loaded:
        holding = self._holding
        versions = (version_from(one, holding.values) for one in holding.ledger.special(VERSION))
        return Loaded(
            bid=holding.bid,
            conflicts=holding.fold.conflicts,
            provenance=Blame(holding.ledger),
            bid_id=self.bid_id,
            copy_id=self.copy_id,
            scope=self._meta.scope,
            drafts=found,
            versions=tuple(version for version in versions if version is not None),
            unknown_count=holding.fold.unknown_count,
            newer=holding.fold.newer,
            left_out=holding.fold.left_out,
            written=written,
            taken=taken,
        )
