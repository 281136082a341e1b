"""Make another file of a bid: whole, or clean of everything that was written over."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bidkit.changes.change import Change
from bidkit.changes.thinning import Thinned
from bidkit.domain.bid import Bid
from bidkit.errors import FileError
from bidkit.storage.connection import Access, Database, connected
from bidkit.storage.holding import Holding
from bidkit.storage.key import Key
from bidkit.storage.replacing import beside, replace_file
from bidkit.storage.sessions import Sessions
from bidkit.storage.tables import attachments
from bidkit.storage.tables.changes import drop_values, insert_changes
from bidkit.storage.tables.meta import Meta, tally_of, write_meta, write_tally
from bidkit.storage.tables.schema import lay_out


def write_copy(
    sessions: Sessions,
    holding: Holding,
    meta: Meta,
    thinned: Thinned | None,
    target: Path,
    key: Key | None,
) -> Path:
    """Write another file of an open bid, clean if thinned; return where it is.

    Where our own file is gone the copy is made of what this session holds, without attachments.
    """
    with beside(target) as finished:
        try:
            with sessions.reading() as database:
                copy_file(database, finished, key, sessions.key)
        except FileError:
            if finished.exists():
                finished.unlink()
            make_file(finished, meta, holding.known(), key)
        become_copy(finished, meta, holding.pending, key)
        if thinned is not None:
            make_clean(finished, thinned, holding.bid, key)
        return replace_file(finished, target)


def copy_file(database: Database, target: Path, key: Key | None, source_key: Key | None) -> None:
    """Write a compact copy of an open file, protected by this key or by none."""
    if key is not None:
        database.copy_into(target, f"?cipher=sqlcipher&legacy=4&key={key.raw()}")
    elif source_key is not None:
        database.copy_into(target, "?cipher=sqlcipher&legacy=4&key=")
    else:
        database.copy_into(target)


def make_file(target: Path, meta: Meta, changes: Iterable[Change], key: Key | None) -> None:
    """Write a new file that holds these changes and no attachments."""
    with connected(target, Access.CREATE, key) as database:
        lay_out(database)
        with database.writing():
            write_meta(database, meta)
            written = list(changes)
            insert_changes(database, written)
            write_tally(database, tally_of(change.header.id for change in written))


def become_copy(target: Path, meta: Meta, changes: Iterable[Change], key: Key | None) -> None:
    """Give a copied file its own identity and what the original still lacked; no drafts."""
    with connected(target, Access.WRITE, key) as database, database.writing():
        write_meta(database, meta)
        database.run("DELETE FROM draft")
        there = {row[0].hex() for row in database.rows("SELECT id FROM change")}
        lacking = [change for change in changes if change.header.id not in there]
        insert_changes(database, lacking)
        write_tally(database, tally_of(there | {change.header.id for change in lacking}))


def make_clean(target: Path, thinned: Thinned, bid: Bid, key: Key | None) -> None:
    """Take out of a copy every value that was written over, and files nothing refers to."""
    used = {bytes.fromhex(one.digest) for one in bid.attachments if one.digest}
    with connected(target, Access.WRITE, key) as database:
        with database.writing():
            insert_changes(database, thinned.restated)
            stays = {change.header.id for change in thinned.restated} | thinned.kept
            rows = database.rows("SELECT id FROM change WHERE value IS NOT NULL")
            drop_values(database, [row[0].hex() for row in rows if row[0].hex() not in stays])
            stored = [bytes.fromhex(digest) for digest in attachments.known(database)]
            unused = [(digest,) for digest in stored if digest not in used]
            database.run_many("DELETE FROM chunk WHERE digest = ?", unused)
            database.run_many("DELETE FROM attachment WHERE digest = ?", unused)
            names = (row[0].hex() for row in database.rows("SELECT id FROM change"))
            write_tally(database, tally_of(names))
        database.run("PRAGMA incremental_vacuum")
