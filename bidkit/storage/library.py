"""The library: what bids have in common, searchable, in one file on this computer.

Bids copy from it and never depend on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic_core import from_json

from bidkit.domain.base import new_id
from bidkit.domain.shape import canonical
from bidkit.errors import InputError
from bidkit.storage import failures
from bidkit.storage.connection import Access, Database, Row, connected
from bidkit.storage.key import Key
from bidkit.words import tr

APPLICATION_ID = 0x42694B6C
VERSION = 1
TABLES = (
    """CREATE TABLE entry (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  tags TEXT NOT NULL,
  owner TEXT NOT NULL,
  source TEXT NOT NULL,
  added TEXT NOT NULL,
  changed TEXT NOT NULL,
  used TEXT NOT NULL,
  uses INTEGER NOT NULL,
  review TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT""",
    "CREATE INDEX entry_kind ON entry (kind, title)",
    "CREATE VIRTUAL TABLE words USING fts5(title, text, tags, tokenize='porter unicode61')",
)
COLUMNS = "id, kind, title, text, tags, owner, source, added, changed, used, uses, review, data"
WORD = re.compile(r"\w+")

EntryKind = Literal["organisation", "answer", "evidence", "partner", "bid", "person", "policy"]


@dataclass(frozen=True)
class LibraryEntry:
    """One reusable thing: its words for finding it, and its data for copying it into a bid."""

    kind: EntryKind
    title: str
    text: str = ""
    tags: tuple[str, ...] = ()
    owner: str = ""
    source: str = ""
    review_on: date | None = None
    data: dict[str, Any] = field(default_factory=dict)
    id: str = ""
    added: str = ""
    changed: str = ""
    used: str = ""
    uses: int = 0

    def due(self, today: date) -> bool:
        """Tell whether somebody should look at it again."""
        return self.review_on is not None and self.review_on <= today


class Library:
    """Keeps and finds entries; the file is made when something is first put into it."""

    def __init__(self, path: Path, key: Key | None = None) -> None:
        self._path = path.absolute()
        self._key = key

    def put(self, entry: LibraryEntry, now: datetime) -> LibraryEntry:
        """Keep an entry, or a newer form of it, and return it as it is kept."""
        if entry.kind not in get_args(EntryKind) or not entry.title.strip():
            raise InputError(tr("Give it a title first, so that it can be found again."))
        at = now.isoformat(timespec="seconds")
        kept = replace(entry, id=entry.id or new_id(), added=entry.added or at, changed=at)
        with self._open(Access.CREATE) as database, database.writing():
            self._write(database, kept)
        return kept

    def get(self, identity: str) -> LibraryEntry | None:
        """Return an entry; None when it is not there."""
        rows = self._rows(f"SELECT {COLUMNS} FROM entry WHERE id = ?", identity)
        return _entry(rows[0]) if rows else None

    def remove(self, identity: str) -> None:
        """Take an entry out; bids that copied from it keep what they have."""
        if self._path.is_file():
            with self._open(Access.WRITE) as database, database.writing():
                self._drop(database, identity)

    def all(self, kind: EntryKind | None = None) -> tuple[LibraryEntry, ...]:
        """Return every entry, or those of one kind, by title."""
        chosen = "WHERE kind = ?1" if kind else "WHERE ?1 IS NULL"
        rows = self._rows(
            f"SELECT {COLUMNS} FROM entry {chosen} ORDER BY title COLLATE NOCASE, id", kind
        )
        return tuple(_entry(row) for row in rows)

    def search(self, words: str, kind: EntryKind | None = None) -> tuple[LibraryEntry, ...]:
        """Return the entries that hold all these words (or their beginnings), best first."""
        asked = " ".join(f'"{word}"*' for word in WORD.findall(words))
        if not asked:
            return self.all(kind)
        rows = self._rows(
            f"SELECT {', '.join('entry.' + name for name in COLUMNS.split(', '))} FROM words"
            " JOIN entry ON entry.seq = words.rowid"
            " WHERE words MATCH ?1 AND (?2 IS NULL OR entry.kind = ?2)"
            " ORDER BY bm25(words, 4.0, 1.0, 2.0), entry.title LIMIT 200",
            asked,
            kind,
        )
        return tuple(_entry(row) for row in rows)

    def note_use(self, identity: str, now: datetime) -> None:
        """Remember that an entry was copied into a bid."""
        if self._path.is_file():
            with self._open(Access.WRITE) as database, database.writing():
                database.run(
                    "UPDATE entry SET used = ?, uses = uses + 1 WHERE id = ?",
                    now.isoformat(timespec="seconds"),
                    identity,
                )

    def due(self, today: date) -> tuple[LibraryEntry, ...]:
        """Return the entries whose review date has come, the oldest first."""
        found = (entry for entry in self.all() if entry.due(today))
        return tuple(sorted(found, key=lambda entry: str(entry.review_on)))

    def _write(self, database: Database, entry: LibraryEntry) -> None:
        self._drop(database, entry.id)
        tags = ", ".join(entry.tags)
        review = "" if entry.review_on is None else entry.review_on.isoformat()
        values = (entry.id, entry.kind, entry.title, entry.text, tags, entry.owner, entry.source)
        times = (entry.added, entry.changed, entry.used, entry.uses, review)
        marks = ", ".join("?" * len(COLUMNS.split(", ")))
        database.run(
            f"INSERT INTO entry ({COLUMNS}) VALUES ({marks})",
            *values,
            *times,
            canonical(entry.data),
        )
        database.run(
            "INSERT INTO words (rowid, title, text, tags)"
            " SELECT seq, title, text, tags FROM entry WHERE id = ?",
            entry.id,
        )

    def _drop(self, database: Database, identity: str) -> None:
        database.run(
            "DELETE FROM words WHERE rowid IN (SELECT seq FROM entry WHERE id = ?)", identity
        )
        database.run("DELETE FROM entry WHERE id = ?", identity)

    def _rows(self, statement: str, *values: Any) -> list[Row]:
        if not self._path.is_file():
            return []
        with self._open(Access.READ) as database:
            return database.rows(statement, *values)

    @contextmanager
    def _open(self, access: Access) -> Iterator[Database]:
        new = access is Access.CREATE and not self._path.is_file()
        if new:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        elif access is Access.CREATE:
            access = Access.WRITE
        with connected(self._path, access, self._key) as database:
            if new:
                with database.writing():
                    database.run(f"PRAGMA application_id={APPLICATION_ID}")
                    database.run(f"PRAGMA user_version={VERSION}")
                    for table in TABLES:
                        database.run(table)
            if database.number("application_id") != APPLICATION_ID:
                raise failures.foreign(tr("It is not a BidKit library."), self._path.name)
            if database.number("user_version") > VERSION and access is not Access.READ:
                raise failures.newer()
            yield database


def _entry(row: Row) -> LibraryEntry:
    identity, kind, title, text, tags, owner, source, added, changed, used, uses, review, data = row
    try:
        content = from_json(data)
        day = date.fromisoformat(review) if review else None
    except ValueError:
        content, day = {}, None
    return LibraryEntry(
        kind=kind,
        title=title,
        text=text,
        tags=tuple(tags.split(", ")) if tags else (),
        owner=owner,
        source=source,
        review_on=day,
        data=content if isinstance(content, dict) else {},
        id=identity,
        added=added,
        changed=changed,
        used=used,
        uses=uses,
    )
