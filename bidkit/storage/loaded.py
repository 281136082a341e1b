"""What opening or committing gives back: the bid, and everything a person should know of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from bidkit.changes.blame import Blame
from bidkit.changes.change import VERSION, Change, Header
from bidkit.changes.conflict import Conflict
from bidkit.changes.values import Values, plain
from bidkit.domain.bid import Bid
from bidkit.storage.holding import Holding
from bidkit.storage.tables.meta import Meta, Scope


@dataclass(frozen=True)
class Draft:
    """Text being typed that is not a change yet; ours, or of another opening of the file."""

    place: str
    value: str
    base: str
    author: str
    at: str
    replica: str
    ours: bool


@dataclass(frozen=True)
class Version:
    """A moment somebody gave a name to."""

    id: str
    title: str
    author: str
    at: str
    frontier: dict[str, int] = field(hash=False)


@dataclass(frozen=True)
class Loaded:
    """A bid as it stands in a file, with what is undecided, left out or newer than we are."""

    bid: Bid
    conflicts: tuple[Conflict, ...]
    provenance: Blame
    bid_id: str
    copy_id: str
    scope: Scope
    drafts: tuple[Draft, ...] = ()
    versions: tuple[Version, ...] = ()
    unknown_count: int = 0
    newer: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    written: tuple[Change, ...] = ()
    taken: int = 0


def version_from(header: Header, values: Values) -> Version | None:
    """Return the named version a change stands for; None when it cannot be read."""
    if header.kind != VERSION:
        return None
    try:
        content = plain(values(header.id))
        title, frontier = content["title"], content["frontier"]
    except (KeyError, TypeError):
        return None
    if not isinstance(title, str) or not isinstance(frontier, dict):
        return None
    moment = {name: number for name, number in frontier.items() if isinstance(number, int)}
    return Version(header.id, title, header.author, header.made_at.isoformat(), moment)


def loaded_from(
    holding: Holding,
    meta: Meta,
    drafts: tuple[Draft, ...],
    *,
    taken: int = 0,
    written: tuple[Change, ...] = (),
) -> Loaded:
    """Return what a session knows of its file, for those who show it."""
    fold = holding.fold
    versions = (version_from(one, holding.values) for one in holding.ledger.special(VERSION))
    return Loaded(
        bid=fold.bid,
        conflicts=fold.conflicts,
        provenance=Blame(holding.ledger),
        bid_id=meta.bid_id,
        copy_id=meta.copy_id,
        scope=meta.scope,
        drafts=drafts,
        versions=tuple(version for version in versions if version is not None),
        unknown_count=fold.unknown_count,
        newer=fold.newer,
        left_out=fold.left_out,
        written=written,
        taken=taken,
    )
