"""The safety log: every change of ours is also kept on this computer, in case the file is not."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bidkit.changes.change import Change
from bidkit.changes.ledger import Ledger
from bidkit.storage.connection import Access, Database, connected
from bidkit.storage.key import Key
from bidkit.storage.tables.changes import drop_values, insert_changes, read_changes
from bidkit.storage.tables.meta import Meta, write_meta
from bidkit.storage.tables.schema import check_inside, lay_out


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
        if not path.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            with connected(path, Access.CREATE, self._key) as database:
                lay_out(database)
                with database.writing():
                    write_meta(database, meta)
        with connected(path, Access.WRITE, self._key) as database:
            check_inside(database)
            with database.writing():
                insert_changes(database, self._unknown(database, changes))

    def missing_from(self, copy_id: str, ledger: Ledger) -> tuple[Change, ...]:
        """Return the changes of ours that the file of this copy does not hold."""
        path = self.path_of(copy_id)
        if not path.is_file():
            return ()
        with connected(path, Access.READ, self._key) as database:
            check_inside(database)
            forgotten = ledger.forgotten
            return tuple(
                change.without_value if change.header.id in forgotten else change
                for change in read_changes(database)
                if change.header.id not in ledger
            )

    def forget(self, copy_id: str, identities: Iterable[str]) -> None:
        """Take values out of the log for good."""
        path = self.path_of(copy_id)
        if path.is_file():
            with connected(path, Access.WRITE, self._key) as database, database.writing():
                drop_values(database, identities)

    def _unknown(self, database: Database, changes: Iterable[Change]) -> list[Change]:
        return [
            change
            for change in changes
            if not database.rows(
                "SELECT 1 FROM change WHERE id = ?", bytes.fromhex(change.header.id)
            )
        ]
