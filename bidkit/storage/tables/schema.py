"""The shape of a bid file: five small tables that never change, and how it is checked."""

from __future__ import annotations

import os
from pathlib import Path

from bidkit.storage import failures
from bidkit.storage.connection import MAGIC, Database, Row, first_bytes
from bidkit.storage.key import Key
from bidkit.words import tr

APPLICATION_ID = 0x42694B74
FIRST_VERSION = 1
VERSION = 1
PAGE = 4096

TABLES = {
    "meta": """CREATE TABLE meta (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    "change": """CREATE TABLE change (
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  header TEXT NOT NULL,
  digest BLOB NOT NULL,
  salt BLOB,
  value BLOB
) STRICT""",
    "draft": """CREATE TABLE draft (
  replica TEXT NOT NULL,
  place TEXT NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  base TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (replica, place)
) STRICT, WITHOUT ROWID""",
    "attachment": """CREATE TABLE attachment (
  seq INTEGER PRIMARY KEY,
  digest BLOB NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  chunks INTEGER NOT NULL
) STRICT""",
    "chunk": """CREATE TABLE chunk (
  seq INTEGER PRIMARY KEY,
  digest BLOB NOT NULL,
  number INTEGER NOT NULL,
  body BLOB NOT NULL,
  UNIQUE (digest, number)
) STRICT""",
}
COLUMNS = {
    "meta": ("name", "value"),
    "change": ("seq", "id", "header", "digest", "salt", "value"),
    "draft": ("replica", "place", "author", "at", "base", "value"),
    "attachment": ("seq", "digest", "size", "chunks"),
    "chunk": ("seq", "digest", "number", "body"),
}
AUTOMATIC = {
    ("index", "sqlite_autoindex_attachment_1", "attachment", None),
    ("index", "sqlite_autoindex_change_1", "change", None),
    ("index", "sqlite_autoindex_chunk_1", "chunk", None),
}
EXPECTED = {("table", name, name, text) for name, text in TABLES.items()} | AUTOMATIC


def lay_out(database: Database) -> None:
    """Make the tables of a new, empty file."""
    database.run("PRAGMA auto_vacuum=INCREMENTAL")
    with database.writing():
        database.run(f"PRAGMA application_id={APPLICATION_ID}")
        database.run(f"PRAGMA user_version={VERSION}")
        for statement in TABLES.values():
            database.run(statement)


def check_outside(path: Path, key: Key | None) -> None:
    """Refuse, before SQLite sees it, a file that is gone, empty or of another kind."""
    try:
        if not path.is_file():
            raise failures.is_a_folder(path.name) if path.is_dir() else failures.missing(path.name)
        size = path.stat().st_size
    except OSError as error:
        raise failures.missing(str(error)) from error
    if size == 0:
        raise failures.empty()
    if not os.access(path, os.R_OK):
        raise failures.unreadable(path.name)
    if first_bytes(path) == MAGIC:
        return
    if size % PAGE and not cut_short(path):
        raise failures.foreign(tr("Its content is of another kind."), path.name)
    if key is None:
        raise failures.password_needed()


def cut_short(path: Path) -> bool:
    """Tell whether the last writer was stopped in the middle: SQLite puts that right."""
    return path.with_name(f"{path.name}-journal").exists()


def check_inside(database: Database) -> int:
    """Refuse a file that is not shaped exactly as ours; return its version."""
    if database.number("application_id") != APPLICATION_ID:
        raise failures.foreign(tr("It is a database of another program."))
    version = database.number("user_version")
    found = {tuple(row) for row in _objects(database)}
    if version <= VERSION and (version < FIRST_VERSION or found != EXPECTED):
        raise failures.unsafe(_named(found ^ EXPECTED))
    if version > VERSION:
        _check_newer(database, found)
    return version


def check_pages(database: Database) -> None:
    """Raise DamagedFileError when the pages of a file do not fit together."""
    answers = [row[0] for row in database.rows("PRAGMA quick_check(1)")]
    if answers != ["ok"]:
        raise failures.damaged("; ".join(str(answer) for answer in answers))


def _objects(database: Database) -> list[Row]:
    return database.rows("SELECT type, name, tbl_name, sql FROM sqlite_schema")


def _check_newer(database: Database, found: set[Row]) -> None:
    """A newer file is read when it still has our tables and nothing that acts by itself."""
    for kind, name, _, text in found:
        harmless = kind in ("table", "index")
        if not harmless or "VIRTUAL" in (text or "").upper() or "GENERATED" in (text or "").upper():
            raise failures.unsafe(str(name))
    for table, columns in COLUMNS.items():
        if not set(columns) <= {row[1] for row in database.rows(f"PRAGMA table_info({table})")}:
            raise failures.too_new()


def _named(objects: set[Row]) -> str:
    return ", ".join(sorted(f"{kind} {name}" for kind, name, *_ in objects))
