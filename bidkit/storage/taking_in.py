"""Read another copy of the bid as what it is: somebody else's file, looked at and never written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bidkit.changes.change import Change
from bidkit.changes.ledger import Ledger
from bidkit.errors import BidKitError
from bidkit.storage.connection import Access, Database, connected
from bidkit.storage.key import Key
from bidkit.storage.tables import attachments
from bidkit.storage.tables.changes import read_changes, read_headers, read_these
from bidkit.storage.tables.meta import Meta, read_meta
from bidkit.storage.tables.schema import check_inside, check_outside, check_pages

FOREIGN_SECONDS = 30.0


@contextmanager
def foreign_file(path: Path, key: Key | None = None) -> Iterator[tuple[Database, Meta]]:
    """Open somebody's file to read it, once it has passed every check."""
    place = path.absolute()
    check_outside(place, key)
    with connected(place, Access.READ, key, seconds=FOREIGN_SECONDS) as database:
        check_inside(database)
        check_pages(database)
        yield database, read_meta(database)


def new_changes(database: Database, ledger: Ledger, absent: set[str]) -> list[Change]:
    """Return what a file has and we lack: unknown changes, and values left out of ours."""
    _, headers = read_headers(database)
    wanted = [one for one in headers if one.id not in ledger or one.id in absent]
    found = {change.header.id: change for change in read_these(database, wanted)}
    return [
        found[one.id] for one in wanted if one.id not in ledger or found[one.id].value is not None
    ]


def absent_values(database: Database) -> set[str]:
    """Return the names of the changes whose values a file does not hold."""
    return {row[0].hex() for row in database.rows("SELECT id FROM change WHERE value IS NULL")}


def holds_news(path: Path, ours: Path, key: Key | None = None) -> bool:
    """Tell whether another copy holds changes ours does not; one that is unreadable holds none."""
    try:
        with foreign_file(path, key) as (theirs, _), foreign_file(ours, key) as (mine, _):
            known = {one.id for one in read_headers(mine)[1]}
            return any(one.id not in known for one in read_headers(theirs)[1])
    except BidKitError:
        return False


def check_whole(path: Path, key: Key | None, tell: Callable[[float, str], None]) -> None:
    """Read every page, change and attachment of a file and raise for the first that is wrong."""
    with foreign_file(path, key) as (database, _):
        total = database.rows("SELECT count(*) FROM change")[0][0] or 1
        for number, _change in enumerate(read_changes(database)):
            if number % 1000 == 0:
                tell(number / total / 2, "")
        kept = attachments.known(database)
        for number, digest in enumerate(kept):
            tell(0.5 + number / len(kept) / 2, "")
            for _chunk in attachments.chunks(database, digest):
                pass
