"""Changes as rows of a file: written once, checked whenever they are read."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator
from hashlib import sha256

from bidkit.changes.change import Change, Header, altered, read_header
from bidkit.storage import failures
from bidkit.storage.connection import Database, Row

PLAIN, PACKED = b"\x00", b"\x01"
WORTH_PACKING = 200
MOST_BYTES = 10_000_000
MOST_CHANGES = 2_000_000
SHARE_TO_SCAN = 30
ROWS_AT_ONCE = 4_000


def read_headers(database: Database, after: int = 0) -> tuple[int, list[Header]]:
    """Return the last sequence number and every header after the given one, each checked."""
    rows = database.rows(
        "SELECT seq, id, header, digest FROM change WHERE seq > ? ORDER BY seq LIMIT ?",
        after,
        MOST_CHANGES,
    )
    try:
        headers = [read_header(identity, text, digest) for _, identity, text, digest in rows]
    except (AttributeError, TypeError) as error:
        raise failures.damaged(str(error)) from error
    return (rows[-1][0] if rows else after), headers


def read_these(database: Database, headers: Iterable[Header]) -> Iterator[Change]:
    """Give these changes with their values, each checked."""
    wanted = {bytes.fromhex(header.id): header for header in headers}
    for rows in _found(database, wanted):
        try:
            for identity, salt, value in rows:
                if identity in wanted:
                    yield _opened(wanted[identity], salt, value)
        except (AttributeError, TypeError) as error:
            raise failures.damaged(str(error)) from error


def _found(database: Database, wanted: Collection[bytes]) -> Iterator[list[Row]]:
    """Give the rows of these changes: looked up one by one, or all rows when many are wanted."""
    count = database.rows("SELECT max(seq) FROM change")[0][0] or 0
    if len(wanted) * SHARE_TO_SCAN > count:
        for start in range(0, count, ROWS_AT_ONCE):
            yield database.rows(
                "SELECT id, salt, value FROM change WHERE seq > ? AND seq <= ?",
                start,
                start + ROWS_AT_ONCE,
            )
        return
    for identity in wanted:
        yield database.rows("SELECT id, salt, value FROM change WHERE id = ?", identity)


def _opened(header: Header, salt: bytes | None, value: bytes | None) -> Change:
    if salt is None or value is None:
        return Change(header, None, None)
    text = unpacked(value, header.id)
    if sha256(salt + text.encode()).digest() != header.digest:
        raise altered(header.id)
    return Change(header, salt, text)


def read_changes(database: Database) -> Iterator[Change]:
    """Give every change of a file with its value, each checked."""
    for row in database.each("SELECT id, header, digest, salt, value FROM change ORDER BY seq"):
        yield change_of(row)


def change_of(row: Row) -> Change:
    """Return the change a row (id, header, digest, salt, value) holds, checked."""
    identity, text, digest, salt, value = row
    try:
        return _opened(read_header(identity, text, digest), salt, value)
    except (AttributeError, TypeError) as error:
        raise failures.damaged(str(error)) from error


def insert_changes(database: Database, changes: Iterable[Change]) -> None:
    """Append changes to the file, within a transaction."""
    database.run_many(
        "INSERT INTO change (id, header, digest, salt, value) VALUES (?, ?, ?, ?, ?)",
        (
            (
                bytes.fromhex(header.id),
                header.text,
                header.digest,
                salt,
                None if value is None else packed(value),
            )
            for header, salt, value in changes
        ),
    )


def copy_rows(source: Database, target: Database) -> None:
    """Copy every change as it stands from one file to another, within a transaction."""
    target.run_many(
        "INSERT INTO change (seq, id, header, digest, salt, value) VALUES (?, ?, ?, ?, ?, ?)",
        source.each("SELECT seq, id, header, digest, salt, value FROM change ORDER BY seq"),
    )


def fill_values(database: Database, changes: Iterable[Change]) -> None:
    """Put values where they are absent, within a transaction."""
    database.run_many(
        "UPDATE change SET salt = ?, value = ? WHERE id = ? AND value IS NULL",
        (
            (salt, packed(value), bytes.fromhex(header.id))
            for header, salt, value in changes
            if value is not None
        ),
    )


def drop_values(database: Database, identities: Iterable[str]) -> None:
    """Take values out of the file for good, within a transaction."""
    database.run_many(
        "UPDATE change SET salt = NULL, value = NULL WHERE id = ?",
        ((bytes.fromhex(identity),) for identity in identities),
    )


def packed(value: str) -> bytes:
    """Return a value as it is stored: packed when that makes it smaller."""
    plain = value.encode()
    if len(plain) > WORTH_PACKING:
        squeezed = zlib.compress(plain)
        if len(squeezed) < len(plain):
            return PACKED + squeezed
    return PLAIN + plain


def unpacked(stored: bytes, identity: str = "") -> str:
    """Return the value stored bytes stand for; refuse what would unpack to far too much."""
    kind, body = stored[:1], stored[1:]
    try:
        if kind == PACKED:
            stream = zlib.decompressobj()
            body = stream.decompress(body, MOST_BYTES)
            if stream.unconsumed_tail or not stream.eof:
                raise failures.unsafe(f"value of {identity} is too large")
        elif kind != PLAIN:
            raise altered(identity)
        return body.decode()
    except (zlib.error, UnicodeDecodeError):
        raise altered(identity) from None
