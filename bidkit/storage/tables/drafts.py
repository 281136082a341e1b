"""Text being typed, kept in the file until it becomes a change."""

from __future__ import annotations

from bidkit.storage.connection import Database
from bidkit.storage.loaded import Draft


def read_drafts(database: Database, replica: str) -> tuple[Draft, ...]:
    """Return every draft in the file; those of other sessions are not ours."""
    return tuple(
        Draft(place, value, base, author, at, owner, ours=owner == replica)
        for owner, place, author, at, base, value in database.rows(
            "SELECT replica, place, author, at, base, value FROM draft ORDER BY at, place"
        )
    )


def put_draft(database: Database, draft: Draft) -> None:
    """Write one draft, within a transaction; the same place replaces its earlier text."""
    database.run(
        "INSERT OR REPLACE INTO draft (replica, place, author, at, base, value)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        draft.replica,
        draft.place,
        draft.author,
        draft.at,
        draft.base,
        draft.value,
    )


def drop_draft(database: Database, replica: str, place: str) -> None:
    """Remove one draft, within a transaction."""
    database.run("DELETE FROM draft WHERE replica = ? AND place = ?", replica, place)
