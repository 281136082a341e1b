"""Backups on this computer: changes each time, attachments once per bid, within limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from bidkit.errors import BidKitError
from bidkit.storage import failures
from bidkit.storage.connection import Access, Database, connected
from bidkit.storage.copying import copy_file
from bidkit.storage.key import Key
from bidkit.storage.replacing import beside, replace_file
from bidkit.storage.tables import attachments
from bidkit.storage.tables.changes import copy_rows, drop_values
from bidkit.storage.tables.meta import (
    Meta,
    new_copy_id,
    read_meta,
    read_tally,
    write_meta,
    write_tally,
)
from bidkit.storage.tables.schema import check_inside, lay_out

KEPT = 10
MOST_BYTES = 1_000_000_000
DAILY = timedelta(hours=20)
STAMP = "%Y%m%d-%H%M%S-%f"
FILES = "attachments.backup"

Reason = Literal["daily", "merge", "migration", "password", "asked"]


@dataclass(frozen=True)
class Backup:
    """One backup of a bid: where it lies, when and why it was made."""

    path: Path
    bid_id: str
    at: datetime
    reason: str
    size: int


class Backups:
    """The backups of all bids in one folder of this computer."""

    def __init__(self, folder: Path, *, kept: int = KEPT, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._kept = kept
        self._most_bytes = most_bytes

    def of(self, bid_id: str) -> tuple[Backup, ...]:
        """Return the backups of a bid, newest first."""
        found = (_backup(path) for path in self._place(bid_id).glob("*.bidkit"))
        known = [one for one in found if one is not None]
        return tuple(sorted(known, key=lambda one: one.at, reverse=True))

    def is_due(self, bid_id: str, now: datetime) -> bool:
        """Tell whether a bid's last backup is a day old."""
        made = self.of(bid_id)
        return not made or now - made[0].at >= DAILY

    def make(self, path: Path, now: datetime, reason: Reason, key: Key | None = None) -> Backup:
        """Back a file up, protected by the same password, and let the oldest go."""
        with connected(path.absolute(), Access.READ, key) as source:
            check_inside(source)
            meta = read_meta(source)
            place = self._place(meta.bid_id)
            place.mkdir(parents=True, exist_ok=True)
            name = f"{now.astimezone(UTC).strftime(STAMP)} {reason}.bidkit"
            with beside(place / name) as finished:
                with connected(finished, Access.CREATE, key) as target:
                    lay_out(target)
                    with target.writing():
                        write_meta(target, meta)
                        copy_rows(source, target)
                        write_tally(target, read_tally(source))
                made = replace_file(finished, place / name)
            with self._files(meta, key) as kept, kept.writing():
                attachments.copy_missing(source, kept)
        self._let_go(meta.bid_id)
        backup = _backup(made)
        if backup is None:
            raise failures.missing(made.name)
        return backup

    def restore(self, backup: Backup, target: Path, key: Key | None = None) -> Path:
        """Write a backup with its attachments as a file of its own; return where it is."""
        with beside(target.absolute()) as finished:
            with connected(backup.path, Access.READ, key) as source:
                check_inside(source)
                meta = read_meta(source)
                copy_file(source, finished, key, key)
            with connected(finished, Access.WRITE, key) as restored, restored.writing():
                write_meta(restored, Meta(meta.bid_id, new_copy_id(), meta.scope))
                if (self._place(meta.bid_id) / FILES).is_file():
                    with self._files(meta, key) as kept:
                        attachments.copy_missing(kept, restored)
            return replace_file(finished, target.absolute())

    def forget(self, bid_id: str, identities: Iterable[str], key: Key | None = None) -> None:
        """Take values out of every backup of a bid for good."""
        names = list(identities)
        for backup in self.of(bid_id):
            with connected(backup.path, Access.WRITE, key) as database, database.writing():
                drop_values(database, names)

    def change_password(self, bid_id: str, old: Key | None, new: Key | None) -> None:
        """Write every backup of a bid anew under another password."""
        for path in sorted(self._place(bid_id).glob("*.b*")):
            if path.suffix not in (".bidkit", ".backup"):
                continue
            with beside(path) as finished:
                with connected(path, Access.READ, old) as source:
                    copy_file(source, finished, new, old)
                replace_file(finished, path)

    def size(self) -> int:
        """Return how many bytes all backups take."""
        return sum(path.stat().st_size for path in self._folder.glob("*/*") if path.is_file())

    def _place(self, bid_id: str) -> Path:
        return self._folder / attachments.safe_name(bid_id)

    @contextmanager
    def _files(self, meta: Meta, key: Key | None) -> Iterator[Database]:
        path = self._place(meta.bid_id) / FILES
        new = not path.is_file()
        with connected(path, Access.CREATE if new else Access.WRITE, key) as database:
            if new:
                lay_out(database)
                with database.writing():
                    write_meta(database, meta)
            check_inside(database)
            yield database

    def _let_go(self, bid_id: str) -> None:
        """Keep the newest backups of a bid, and all bids together under the limit."""
        for backup in self.of(bid_id)[self._kept :]:
            _remove(backup.path)
        every = [one for place in self._folder.iterdir() for one in self.of(place.name)[1:]]
        every.sort(key=lambda one: one.at)
        while every and self.size() > self._most_bytes:
            _remove(every.pop(0).path)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def _backup(path: Path) -> Backup | None:
    stamp, _, reason = path.stem.partition(" ")
    try:
        at = datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
        return Backup(path, path.parent.name, at, reason, path.stat().st_size)
    except (ValueError, OSError):
        return None


def back_up_quietly(
    backups: Backups, path: Path, now: datetime, reason: Reason, key: Key | None = None
) -> str:
    """Back a file up and return '' or why it could not be; never stops other work."""
    try:
        backups.make(path, now, reason, key)
    except (BidKitError, OSError) as error:
        return str(error)
    return ""
