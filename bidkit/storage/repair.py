"""Salvage: read what can still be read of a damaged file into a new one, and count it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bidkit.changes.change import Change, read_header
from bidkit.errors import BidKitError
from bidkit.progress import Progress
from bidkit.storage import failures
from bidkit.storage.connection import Access, Database, Row, connected
from bidkit.storage.key import Key
from bidkit.storage.replacing import beside, replace_file
from bidkit.storage.tables import attachments
from bidkit.storage.tables.changes import change_of, insert_changes
from bidkit.storage.tables.meta import (
    Meta,
    new_copy_id,
    read_meta,
    tally_of,
    write_meta,
    write_tally,
)
from bidkit.storage.tables.schema import check_inside, lay_out

PAGE = 4096
LENGTH_AT = 28
GUESSED_ROWS = 20_000
MOST_PADDING = 4_000_000_000
PROTECTED_PADDING = 16_000 * PAGE


@dataclass(frozen=True)
class Salvaged:
    """What could be read of a damaged file: changes and files, of how many there were."""

    path: Path
    changes: int
    changes_in_all: int
    attachments: int
    attachments_in_all: int
    without_value: int = 0
    from_log: int = 0

    @property
    def complete(self) -> bool:
        """Whether nothing at all was lost."""
        whole = self.changes >= self.changes_in_all and not self.without_value
        return whole and self.attachments >= self.attachments_in_all


def salvage(
    damaged: Path,
    target: Path,
    *,
    key: Key | None = None,
    extra: Iterable[Change] = (),
    progress: Progress | None = None,
) -> Salvaged:
    """Write what can be read of a damaged file, and what the safety log has, into a new file.

    The damaged file is copied first and never touched. Every change and file is checked against
    its digest; a change whose value is gone stays without it.
    """
    tell = progress or Progress()
    if target.exists():
        raise failures.name_taken(target.name)
    with tempfile.TemporaryDirectory(prefix="bidkit-") as folder:
        working = _working_copy(damaged, Path(folder), key)
        with beside(target.absolute()) as finished:
            with _opened(working, key) as source, connected(finished, Access.CREATE, key) as new:
                lay_out(new)
                found = _Salvage(source, new, tell).run(extra)
            place = replace_file(finished, target.absolute())
    return Salvaged(place, *found)


def copy_of(damaged: Path, key: Key | None = None) -> str:
    """Return the identity of the copy a damaged file is; '' where not even that can be read."""
    with tempfile.TemporaryDirectory(prefix="bidkit-") as folder:
        try:
            with _opened(_working_copy(damaged, Path(folder), key), key) as database:
                return read_meta(database).copy_id
        except BidKitError:
            return ""


class _Salvage:
    """One salvage under way, from a damaged database into a new one."""

    def __init__(self, source: Database, target: Database, tell: Progress) -> None:
        self._source = source
        self._target = target
        self._tell = tell

    def run(self, extra: Iterable[Change]) -> tuple[int, int, int, int, int, int]:
        """Copy what is whole; return the counts of Salvaged in their order."""
        self._tell(0.0)
        rows = Rows(self._source, "change", ("id", "header", "digest", "salt", "value"))
        changes: dict[str, Change] = {}
        for row in rows.each():
            change = _read(row)
            if change is not None:
                changes[change.header.id] = change
        read, bare = len(changes), sum(1 for one in changes.values() if one.value is None)
        for change in extra:
            if change.value is not None or change.header.id not in changes:
                changes[change.header.id] = change
        with self._target.writing():
            write_meta(self._target, self._meta())
            insert_changes(self._target, changes.values())
            write_tally(self._target, tally_of(changes))
        self._tell(0.4)
        files, files_in_all = self._files()
        return read, max(rows.seen, read), files, files_in_all, bare, len(changes) - read

    def _meta(self) -> Meta:
        known: dict[str, str] = {}
        for name in ("bid", "scope"):
            try:
                found = self._source.rows("SELECT value FROM meta WHERE name = ?", name)
                known[name] = str(found[0][0])
            except (BidKitError, IndexError):
                continue
        return Meta(known.get("bid") or new_copy_id(), new_copy_id())

    def _files(self) -> tuple[int, int]:
        whole = 0
        digests = self._digests()
        for number, digest in enumerate(sorted(digests)):
            self._tell(0.4 + 0.6 * number / len(digests))
            whole += self._copy_file(digest)
        return whole, len(digests)

    def _digests(self) -> set[bytes]:
        listed = {row[0] for row in Rows(self._source, "attachment", ("digest",)).each()}
        listed |= {row[0] for row in Rows(self._source, "chunk", ("digest",)).each()}
        return {one for one in listed if isinstance(one, bytes) and len(one) == 32}

    def _copy_file(self, digest: bytes) -> bool:
        try:
            body = b"".join(attachments.chunks(self._source, digest.hex()))
            with self._target.writing(), attachments.opened(body) as stream:
                attachments.store(self._target, stream, digest.hex())
        except BidKitError:
            return False
        return True


class Rows:
    """Reads the rows of a damaged table from both ends and then one by one between them."""

    def __init__(self, database: Database, table: str, columns: tuple[str, ...]) -> None:
        self._database = database
        self._table = table
        self._columns = ", ".join(columns)
        self._broken = False
        self.seen = 0

    def each(self) -> Iterator[Row]:
        """Give every row that can be read, each once."""
        low = 0
        for seq, row in self._run("ASC"):
            low = seq
            yield row
        if not self._broken:
            return
        high = 0
        for seq, row in self._run("DESC"):
            if seq <= low:
                return
            high = seq
            yield row
        yield from self._between(low, high or self._highest(low) + 1)

    def _run(self, direction: str) -> Iterator[tuple[int, Row]]:
        self._broken = False
        try:
            for seq, *row in self._database.each(
                f"SELECT seq, {self._columns} FROM {self._table} NOT INDEXED"
                f" ORDER BY seq {direction}"
            ):
                self.seen = max(self.seen, seq)
                yield seq, tuple(row)
        except BidKitError:
            self._broken = True

    def _highest(self, low: int) -> int:
        """Return the highest row the index knows of, where the table's end cannot be read."""
        index = f"{self._table} INDEXED BY sqlite_autoindex_{self._table}_1"
        highest = low + GUESSED_ROWS
        try:
            for (seq,) in self._database.each(f"SELECT seq FROM {index}"):
                self.seen = max(self.seen, seq)
            highest = self.seen
        except BidKitError:
            highest = max(highest, self.seen)
        return highest

    def _between(self, low: int, high: int) -> Iterator[Row]:
        for seq in range(low + 1, high):
            try:
                found = self._database.rows(
                    f"SELECT {self._columns} FROM {self._table} WHERE seq = ?", seq
                )
            except BidKitError:
                continue
            yield from found


def _read(row: Row) -> Change | None:
    """Return the change of a row; without its value when only that is damaged."""
    try:
        return change_of(row)
    except BidKitError:
        pass
    try:
        identity, text, digest, *_ = row
        return Change(read_header(identity, text, digest), None, None)
    except (BidKitError, TypeError, AttributeError):
        return None


def _working_copy(damaged: Path, folder: Path, key: Key | None) -> Path:
    """Copy a file aside and pad it with empty pages to the length it should have."""
    working = folder / "damaged.bidkit"
    try:
        shutil.copyfile(damaged, working)
        journal = damaged.with_name(f"{damaged.name}-journal")
        if journal.is_file():
            shutil.copyfile(journal, folder / f"{working.name}-journal")
    except OSError as error:
        raise failures.missing(str(error)) from error
    size = working.stat().st_size
    wanted = _declared_length(working) if key is None else size * 4 + PROTECTED_PADDING
    wanted = max(wanted, -(-size // PAGE) * PAGE)
    if wanted > size:
        with working.open("rb+") as file:
            file.truncate(wanted)
    if key is None and not _begins_well(working):
        _lend_first_page(working, folder / "empty.bidkit")
    return working


def _begins_well(path: Path) -> bool:
    try:
        with connected(path, Access.READ) as database:
            check_inside(database)
    except BidKitError:
        return False
    return True


def _lend_first_page(path: Path, empty: Path) -> None:
    """Put the first page of an empty file, which says where the tables begin, over a lost one."""
    with connected(empty, Access.CREATE) as database:
        lay_out(database)
    with path.open("rb+") as file:
        pages = file.seek(0, 2) // PAGE
        file.seek(0)
        file.write(empty.read_bytes()[:PAGE])
        file.seek(LENGTH_AT)
        file.write(pages.to_bytes(4, "big"))


def _declared_length(path: Path) -> int:
    with path.open("rb") as file:
        header = file.read(100)
    length = int.from_bytes(header[LENGTH_AT : LENGTH_AT + 4], "big") * PAGE
    return length if length <= MOST_PADDING else 0


@contextmanager
def _opened(path: Path, key: Key | None) -> Iterator[Database]:
    with connected(path, Access.WRITE, key) as database:
        database.run("PRAGMA cell_size_check=OFF")
        yield database
