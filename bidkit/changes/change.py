"""A change: one field of one thing got a value; immutable, and named by its content."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from typing import NamedTuple

from bidkit.errors import DamagedFileError
from bidkit.words import tr

SALT_BYTES = 16
ID_BYTES = 32
FORGET = "!forget"
VERSION = "!version"
STEP = "!step"
DELETED = "null"
KEPT = "true"
LONG_AGO = datetime(1, 1, 2, tzinfo=UTC)

Key = tuple[str, str, str]
Thing = tuple[str, str]


class Header(NamedTuple):
    """What is known of a change without its value: what, from which changes, by whom and when.

    The kind is the collection ('' for the bid's own fields); field '' is the thing as a whole:
    an object of first fields makes it, null deletes it, true keeps it.
    """

    id: str
    kind: str
    item: str
    field: str
    parents: tuple[str, ...]
    author: str
    replica: str
    number: int
    at: str
    digest: bytes

    @property
    def key(self) -> Key:
        """The field this change is about."""
        return (self.kind, self.item, self.field)

    @property
    def text(self) -> str:
        """The header as it is stored and hashed, one part a line."""
        return _text(self)

    @property
    def made_at(self) -> datetime:
        """When its maker's clock said it was made; for showing, never for deciding."""
        try:
            moment = datetime.fromisoformat(self.at)
        except ValueError:
            return LONG_AGO
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class Change(NamedTuple):
    """A header with its value, which may be absent: left out, forgotten or thinned."""

    header: Header
    salt: bytes | None
    value: str | None

    @property
    def without_value(self) -> Change:
        """The same change, its value left out; its name still verifies."""
        return Change(self.header, None, None)


class Origin(NamedTuple):
    """Who makes changes here: a person, in one opening of one file, at a moment."""

    author: str
    replica: str
    at: datetime


def make_change(
    key: Key, value: str, parents: Iterable[str], origin: Origin, number: int
) -> Change:
    """Return a new change with a fresh salt, so that nobody can guess its value from its name."""
    clean = value.encode("utf-8", "replace").decode("utf-8")
    salt = secrets.token_bytes(SALT_BYTES)
    at = origin.at.astimezone(UTC).isoformat(timespec="milliseconds")
    draft = Header(
        "",
        *key,
        tuple(sorted(parents)),
        " ".join(origin.author.split()),
        origin.replica,
        number,
        at,
        digest_of(salt, clean),
    )
    return Change(draft._replace(id=_id_of(draft.text, draft.digest)), salt, clean)


def read_header(identity: bytes, text: str, digest: bytes) -> Header:
    """Return the header a stored text stands for; DamagedFileError when it was altered."""
    if sha256(text.encode() + digest).digest() != identity or len(digest) != ID_BYTES:
        raise altered(identity.hex())
    try:
        kind, item, field, parents, author, replica, number, at = text.split("\n")
        counted = int(number)
    except ValueError:
        raise altered(identity.hex()) from None
    if str(counted) != number:
        raise altered(identity.hex())
    known = tuple(parents.split(" ")) if parents else ()
    # Thousands are read at every opening; going round the named tuple's own __new__ saves half.
    parts = (identity.hex(), kind, item, field, known, author, replica, counted, at, digest)
    return tuple.__new__(Header, parts)


def digest_of(salt: bytes, value: str) -> bytes:
    """Return the salted digest of a value."""
    return sha256(salt + value.encode()).digest()


def altered(identity: str) -> DamagedFileError:
    """Return the error for a change that is not what it was when it was made."""
    return DamagedFileError(
        tr("This bid file is damaged."),
        tr("Something written in it is no longer as it was saved."),
        tr("What can still be read can be saved into a new file."),
        identity,
    )


def _id_of(text: str, digest: bytes) -> str:
    return sha256(text.encode() + digest).hexdigest()


def _text(header: Header) -> str:
    _, kind, item, field, parents, author, replica, number, at, _ = header
    return "\n".join((kind, item, field, " ".join(parents), author, replica, str(number), at))
