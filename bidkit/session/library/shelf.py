"""Our library: who we are, answers, evidence, partners and past bids, ready for the next bid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from bidkit.domain.base import Entity
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import value_at, with_fields
from bidkit.domain.refs import parse_ref
from bidkit.domain.shape import shape_of
from bidkit.domain.showing import UK
from bidkit.errors import BidKitError
from bidkit.importers.base import Proposal, Proposed, ProposedEntity, take
from bidkit.packs.prefill import prefill
from bidkit.session.library.profile import GROUP, LISTS, SAME_BY, bid_of, profile_of
from bidkit.session.ports import Ports
from bidkit.storage import paths
from bidkit.storage.library import EntryKind, Library, LibraryEntry
from bidkit.words import tr

OURS = "organisation"
LOOKED_AT_FOR = timedelta(days=365)
Labels = Mapping[str, str]


@dataclass(frozen=True)
class Kept:
    """Our organisation as the library keeps it: by whom, since when, and when to look again."""

    bid: Bid
    owner: str
    kept_on: date
    review_on: date | None

    def due(self, today: date) -> bool:
        """Tell whether somebody should look at it again."""
        return self.review_on is not None and self.review_on <= today


class OurLibrary:
    """The library of the person who sits here; a library that cannot be read is an empty one."""

    def __init__(self, ports: Ports, path: Path | None = None) -> None:
        self._ports = ports
        self._library = Library(path or paths.library_file())

    def ours(self) -> Kept | None:
        """Return our organisation, or None while nothing is kept."""
        entry = self._library.get(OURS)
        if entry is None:
            return None
        return Kept(bid_of(entry.data), entry.owner, _day(entry.changed), entry.review_on)

    def keep_ours(self, bid: Bid) -> None:
        """Keep our organisation as it stands in a bid, for the next year."""
        name = bid.organisation.name.strip() or tr("Our organisation")
        self.put(LibraryEntry("organisation", name, id=OURS, data=profile_of(bid)))

    def put(self, entry: LibraryEntry) -> LibraryEntry:
        """Keep an entry under our name; look at it again in a year unless it says otherwise."""
        today = self._ports.today()
        owned = replace(
            entry,
            owner=entry.owner or self._ports.author,
            review_on=entry.review_on or today + LOOKED_AT_FOR,
        )
        earlier = self._library.get(owned.id) if owned.id else None
        if earlier is not None:
            owned = replace(owned, added=earlier.added, used=earlier.used, uses=earlier.uses)
        return self._library.put(owned, self._ports.now())

    def look_again(self, entry: LibraryEntry) -> LibraryEntry:
        """Say that an entry was looked at today and is right for another year."""
        review = self._ports.today() + LOOKED_AT_FOR
        return self.put(replace(entry, owner=self._ports.author or entry.owner, review_on=review))

    def entries(self, words: str = "", kinds: Sequence[EntryKind] = ()) -> Sequence[LibraryEntry]:
        """Return the entries that hold all these words, best first; without words all by title."""
        found = self._library.search(words)
        return [one for one in found if one.id != OURS and (not kinds or one.kind in kinds)]

    def due(self) -> Sequence[LibraryEntry]:
        """Return the entries somebody should look at again, the oldest first."""
        return self._library.due(self._ports.today())

    def note_use(self, entry: LibraryEntry) -> None:
        """Remember that an entry was copied into a bid."""
        self._library.note_use(entry.id, self._ports.now())

    def remove(self, entry: LibraryEntry) -> None:
        """Take an entry out; bids that copied from it keep what they have."""
        self._library.remove(entry.id)

    def refresh(self, bid: Bid, labels: Labels) -> Proposal:
        """Return what the library would change in the organisation of a bid."""
        kept = self.ours()
        return profile_proposal(kept.bid if kept is not None else EMPTY, bid, labels)

    def filled(self, bid: Bid) -> Bid:
        """Return a new bid with our organisation in it; as it is while nothing can be read."""
        try:
            kept = self.ours()
        except BidKitError:
            return bid
        if kept is None:
            return bid
        proposal = profile_proposal(kept.bid, bid, {})
        empty = tuple(replace(one, only_if_empty=True) for one in proposal.fields)
        taken = take(bid, replace(proposal, fields=empty))
        dated: Bid = with_fields(taken, {"organisation.refreshed_on": self._ports.today()})
        return prefill(dated)


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment).astimezone(UK).date()


def profile_proposal(source: Bid, target: Bid, labels: Labels) -> Proposal:
    """Return what differs in the organisation of a source, as a proposal for a target.

    labels: the words of each field by its address, and of each list by its name.
    """
    fields: list[Proposed] = []
    for path, leaf in shape_of(Bid).leaves.items():
        value = value_at(source, path) if path.startswith(f"{GROUP}.") else leaf.default
        if value != leaf.default:
            fields.append(Proposed(parse_ref(Bid, path), value, _label(labels, path)))
    things: list[ProposedEntity] = []
    for name in LISTS:
        there = {one.id: one for one in getattr(target, name)}
        for one in getattr(source, name):
            placed = _as_in(target, name, one)
            if placed.id in there:
                fields += _differing(name, placed, there[placed.id], labels)
            else:
                things.append(ProposedEntity(name, placed, _label(labels, name)))
    return Proposal(tr("Our library"), tr("Our library"), tuple(fields), tuple(things))


def _differing(name: str, thing: Entity, earlier: Entity, labels: Labels) -> Iterator[Proposed]:
    """Yield every filled field in which a thing differs from its earlier self."""
    for path, leaf in shape_of(type(thing)).leaves.items():
        value = value_at(thing, path)
        if path not in ("order", "parent") and value not in (leaf.default, value_at(earlier, path)):
            place = parse_ref(Bid, f"{name}[{thing.id}].{path}")
            yield Proposed(place, value, _label(labels, f"{name}.{path}"))


def _label(labels: Labels, path: str) -> str:
    return labels.get(path) or path.rsplit(".", 1)[-1].replace("_", " ").capitalize()


def _as_in(target: Bid, name: str, thing: Entity) -> Entity:
    """Return a thing under the identity the target knows the same thing by."""
    entries: tuple[Entity, ...] = getattr(target, name)
    same = SAME_BY.get(name, "")
    if same and all(one.id != thing.id for one in entries):
        key = value_at(thing, same)
        twin = next((one for one in entries if key and value_at(one, same) == key), None)
        if twin is not None:
            return thing.model_copy(update={"id": twin.id})
    return thing
