"""The safety log: every change of ours is also kept on this computer, in case the file is not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from bidkit.changes.change import Change
from bidkit.changes.ledger import Ledger
from bidkit.errors import DamagedFileError, FileError, ForeignFileError, PasswordError
from bidkit.storage.connection import Access, Database, connected
from bidkit.storage.copying import copy_file, make_file
from bidkit.storage.key import Key
from bidkit.storage.replacing import beside, free_name, replace_file
from bidkit.storage.tables.changes import drop_values, insert_changes, read_changes
from bidkit.storage.tables.meta import Meta
from bidkit.storage.tables.schema import check_inside, check_outside


class SafetyLog:
    """One small file per copy of a bid in a folder of this computer, with the bid's password."""

    def __init__(self, folder: Path, key: Key | None = None) -> None:
        self._folder = folder
        self._key = key

    def path_of(self, copy_id: str) -> Path:
        """Return where the log of this copy lies."""
        return self._folder / f"{copy_id}.log"

    def record(self, meta: Meta, changes: Iterable[Change]) -> None:
        """Keep changes of ours; ones it has already are left as they are."""
        path = self.path_of(meta.copy_id)
        try:
            self._append(path, meta, changes)
        except (DamagedFileError, ForeignFileError, PasswordError):
            replace_file(path, free_name(path.with_suffix(".unreadable")))
            self._append(path, meta, changes)

    def _append(self, path: Path, meta: Meta, changes: Iterable[Change]) -> None:
        if not path.exists():
            self._begin(path, meta)
        with connected(path, Access.WRITE, self._key) as database:
            check_inside(database)
            with database.writing():
                insert_changes(database, self._unknown(database, changes))

    def _begin(self, path: Path, meta: Meta) -> None:
        with beside(path) as finished:
            self._folder.mkdir(parents=True, exist_ok=True)
            make_file(finished, meta, (), self._key)
            replace_file(finished, path)

    def missing_from(self, copy_id: str, ledger: Ledger) -> tuple[Change, ...]:
        """Return the changes of ours that the file of this copy does not hold.

        A log that cannot be read gives nothing: it must never keep a file from opening.
        """
        return tuple(one for one in self.all_of(copy_id) if one.header.id not in ledger)

    def all_of(self, copy_id: str) -> tuple[Change, ...]:
        """Return every change of ours that is kept for this copy."""
        path = self.path_of(copy_id)
        try:
            check_outside(path, self._key)
            with connected(path, Access.WRITE, self._key) as database:
                check_inside(database)
                return tuple(read_changes(database))
        except FileError:
            return ()

    def forget(self, copy_id: str, identities: Iterable[str]) -> None:
        """Take values out of the log for good."""
        path = self.path_of(copy_id)
        if path.is_file():
            with connected(path, Access.WRITE, self._key) as database, database.writing():
                drop_values(database, identities)

    def change_password(self, copy_id: str, new: Key | None) -> None:
        """Write the log of this copy anew under another password."""
        path = self.path_of(copy_id)
        if path.is_file():
            with beside(path) as finished:
                with connected(path, Access.WRITE, self._key) as database:
                    copy_file(database, finished, new, self._key)
                replace_file(finished, path)
        self._key = new

    def thin(self, copy_id: str, before: datetime) -> None:
        """Let go of what was logged long ago: by then it is in the file and its backups."""
        path = self.path_of(copy_id)
        if not path.is_file():
            return
        with connected(path, Access.WRITE, self._key) as database:
            check_inside(database)
            with database.writing():
                old = [
                    (bytes.fromhex(one.header.id),)
                    for one in read_changes(database)
                    if one.header.made_at < before
                ]
                database.run_many("DELETE FROM change WHERE id = ?", old)

    def _unknown(self, database: Database, changes: Iterable[Change]) -> list[Change]:
        return [
            change
            for change in changes
            if not database.rows(
                "SELECT 1 FROM change WHERE id = ?", bytes.fromhex(change.header.id)
            )
        ]
