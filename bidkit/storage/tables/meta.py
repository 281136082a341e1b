"""What a file says of itself: which bid, which copy, what it may hold, how far it is written."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from operator import xor

from bidkit.storage import failures
from bidkit.storage.connection import Database
from bidkit.words import tr

TALLY_BYTES = 32
NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Scope(StrEnum):
    """What a copy holds: everything, or what was chosen for somebody."""

    WHOLE = "whole"
    HANDOUT = "handout"
    REVIEW = "review"
    CLEAN = "clean"


@dataclass(frozen=True)
class Meta:
    """The identity of a file: its bid, its copy, its scope."""

    bid_id: str
    copy_id: str
    scope: Scope = Scope.WHOLE

    @staticmethod
    def fresh(bid_id: str = "") -> Meta:
        """Return the identity of a new bid in a new file; its own identity may be given."""
        return Meta(bid_id or new_copy_id(), new_copy_id())


def new_copy_id() -> str:
    """Return an identity no other file has."""
    return secrets.token_hex(8)


def read_meta(database: Database) -> Meta:
    """Return who a file says it is; a damaged answer is an error."""
    known: dict[str, str] = dict(database.rows("SELECT name, value FROM meta"))
    try:
        meta = Meta(known["bid"], known["copy"], Scope(known.get("scope", "whole")))
        named = bool(NAME.fullmatch(meta.bid_id) and NAME.fullmatch(meta.copy_id))
    except (KeyError, ValueError, TypeError) as error:
        raise failures.damaged(str(error)) from error
    if not named:
        raise failures.unsafe(tr("its name for itself"))
    return meta


def write_meta(database: Database, meta: Meta) -> None:
    """Write who a file is, within a transaction."""
    values = {"bid": meta.bid_id, "copy": meta.copy_id, "scope": meta.scope.value}
    put(database, values)


def put(database: Database, values: Mapping[str, str]) -> None:
    """Write named values, within a transaction."""
    database.run_many("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", values.items())


def tally_of(identities: Iterable[str]) -> int:
    """Return a sum over a set of changes that is the same whatever their order."""
    return reduce(xor, (int(identity, 16) for identity in identities), 0)


def read_tally(database: Database) -> int:
    """Return the sum over the changes the file holds, as its last writer knew it."""
    found = database.rows("SELECT value FROM meta WHERE name = 'tally'")
    try:
        return int(found[0][0], 16) if found else 0
    except (ValueError, TypeError):
        return 0


def write_tally(database: Database, tally: int) -> None:
    """Write the sum over all changes, within the transaction that adds to them."""
    put(database, {"tally": f"{tally:0{TALLY_BYTES * 2}x}"})
