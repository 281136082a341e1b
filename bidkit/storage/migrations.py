"""Bring a file of an older shape to today's: a copy is kept first, and it is all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from bidkit.errors import BidKitError
from bidkit.storage.connection import Access, Database, connected
from bidkit.storage.copying import copy_file
from bidkit.storage.key import Key
from bidkit.storage.replacing import beside, free_name, replace_file
from bidkit.storage.tables.schema import VERSION
from bidkit.words import tr

Migration = Callable[[Database], None]

# From which version, what to do to reach the next one. Version 1 is the first there was.
MIGRATIONS: Mapping[int, Migration] = {}


def migrate(
    path: Path,
    key: Key | None = None,
    steps: Mapping[int, Migration] = MIGRATIONS,
    target: int = VERSION,
) -> Path | None:
    """Bring a file up to the target version; return the copy that was kept, None if not needed.

    A migration changes the shape of the tables. It never rewrites a change: values of an older
    program are read upwards when they are folded.
    """
    place = path.absolute()
    with connected(place, Access.WRITE, key) as database:
        found = database.number("user_version")
        if found >= target:
            return None
        kept = _keep_copy(database, place, key)
        with database.writing():
            for version in range(found, target):
                if version not in steps:
                    raise BidKitError(
                        tr("This file is of a trial version and cannot be brought up to date."),
                        advice=tr("A copy was kept beside it."),
                    )
                steps[version](database)
            database.run(f"PRAGMA user_version={target}")
    return kept


def _keep_copy(database: Database, path: Path, key: Key | None) -> Path:
    name = path.with_name(tr("{name} (before upgrade)", name=path.stem) + path.suffix)
    target = free_name(name) if name.exists() else name
    with beside(target) as finished:
        copy_file(database, finished, key, key)
        return replace_file(finished, target)
