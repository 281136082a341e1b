"""What a reissue changes in the bid: each change with what stood there and how it is taken."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date

from bidkit.domain.base import Entity, derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.documents import Amendment
from bidkit.domain.edits import with_fields
from bidkit.session.document import with_entry
from bidkit.session.incoming.telling import short
from bidkit.words import tr

Taking = Callable[[Bid], Bid]


@dataclass(frozen=True)
class Change:
    """One change the buyer made: its words, what was, what is, and how the bid takes it."""

    key: str
    about: str
    what: str
    old: str
    new: str
    take: Taking
    touches: str = ""
    sure: bool = True
    note: str = ""

    @property
    def label(self) -> str:
        """What the change is called in a list: "1.2: the limit"."""
        return ": ".join(part for part in (self.about, self.what) if part)

    @property
    def sentence(self) -> str:
        """The change in one line, for those who read it later."""
        if not self.old:
            return tr("{what}: {new}", what=self.what, new=short(self.new))
        return tr("{what}: was {old}; is {new}", what=self.what, old=self.old, new=short(self.new))


@dataclass(frozen=True)
class Source:
    """Where changes come from: the name people know it by, the document, its version, the day."""

    title: str
    document: str
    version: str
    on: date


def carry_over(bid: Bid, changes: Iterable[Change], chosen: Collection[str], source: Source) -> Bid:
    """Return the bid with the chosen changes taken, each an amendment on what it touches."""
    taken = [one for one in changes if one.key in chosen]
    for one in taken:
        bid = one.take(bid)
    groups: dict[str, list[Change]] = {}
    for one in taken:
        groups.setdefault(one.touches or one.key, []).append(one)
    for key, group in groups.items():
        amendment = _amendment(key, group, source)
        if all(one.id != amendment.id for one in bid.amendments):
            bid = with_entry(bid, "amendments", amendment)
    return bid


def replaced(bid: Bid, collection: str, identity: str, **values: object) -> Bid:
    """Return the bid with fields of one thing changed; as it is where the thing is gone."""
    entries: tuple[Entity, ...] = getattr(bid, collection)
    changed = tuple(
        with_fields(one, dict(values)) if one.id == identity else one for one in entries
    )
    return bid.model_copy(update={collection: changed})


def _amendment(key: str, group: list[Change], source: Source) -> Amendment:
    first = group[0]
    about = first.about or first.what
    return Amendment(
        id=derived_id("amendment", source.version, key),
        title=tr("{about} changed ({title})", about=about, title=source.title),
        published_on=source.on,
        document=source.document,
        what_changed="\n".join(one.sentence for one in group),
        touches=(first.touches,) if first.touches else (),
    )
