"""What a proposal would change, line by line, and taking the lines that were chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from bidkit.domain.base import Entity
from bidkit.domain.bid import Bid
from bidkit.importers.base import Proposal, Proposed, ProposedEntity, take
from bidkit.session.document import Document
from bidkit.session.incoming.telling import thing_words, value_words
from bidkit.words import Words, later, tr

GO_ALONG = frozenset({"sections"})
"""Collections whose things are only taken because something in them is."""
WITH_OWNER = frozenset({"parts"})
"""Collections whose things are taken with the thing they belong to."""
ONE_OF: Mapping[str, Words] = {
    "questions": later("Question"),
    "criteria": later("Criterion"),
    "lots": later("Lot"),
    "conditions": later("Condition"),
    "documents": later("Document"),
    "buyer_points": later("What they want"),
    "people": later("Person"),
    "accounts": later("Accounts"),
    "track_record": later("Track record"),
}
"""What one thing of a collection is called, where the source names them together."""


@dataclass(frozen=True)
class Offer:
    """One line that can be ticked: what it is, what stands there now, what would stand there.

    keys: the parts of the proposal that come with it. A guess is not ticked beforehand where it
    would write over something.
    """

    keys: tuple[str, ...]
    label: str
    new: str
    old: str = ""
    sure: bool = True
    note: str = ""

    @property
    def key(self) -> str:
        """The name of the line."""
        return self.keys[0]

    @property
    def ticked(self) -> bool:
        """Whether it is ticked until somebody decides."""
        return self.sure or not self.old


def offers_of(proposal: Proposal, bid: Bid) -> tuple[Offer, ...]:
    """Return a line for everything of the proposal that would change the bid, unsure ones last."""
    lines = [_field_offer(part, bid) for part in proposal.fields]
    joined = _joined(line for line in lines if line is not None)
    things = [_thing_offer(part, bid) for part in proposal.entities]
    found = [*joined, *(line for line in things if line is not None)]
    return tuple(sorted(found, key=lambda line: not line.sure))


def take_chosen(bid: Bid, proposal: Proposal, chosen: Collection[str]) -> Bid:
    """Return the bid with the chosen lines taken, and what they belong to."""
    return take(bid, proposal, _with_owners(proposal, chosen))


def take_into(document: Document, proposal: Proposal, chosen: Collection[str], label: str) -> None:
    """Take the chosen lines into the open bid as one step of undo."""
    document.edit(label, lambda bid: take_chosen(bid, proposal, chosen))


def _joined(lines: Iterable[Offer]) -> list[Offer]:
    """Return the lines with those of one label as one, where nothing is written over."""
    made: dict[tuple[str, bool, str], Offer] = {}
    for at, line in enumerate(lines):
        alone = line.old or "[" in line.key
        name = (line.label, line.sure, f"{line.note}{at if alone else ''}")
        earlier = made.get(name)
        if earlier is None:
            made[name] = line
            continue
        words = [earlier.new, *([line.new] if line.new not in earlier.new else [])]
        made[name] = replace(earlier, keys=earlier.keys + line.keys, new=" · ".join(words))
    return list(made.values())


def _field_offer(part: Proposed, bid: Bid) -> Offer | None:
    old = part.ref.get(bid)
    if old == part.value or (part.only_if_empty and old not in ("", None, ())):
        return None
    owner = _owner_words(part, bid)
    return Offer(
        (part.key,),
        part.label,
        f"{owner}{value_words(part.value, part.ref)}",
        value_words(old, part.ref),
        sure=part.sure,
        note=part.note,
    )


def _owner_words(part: Proposed, bid: Bid) -> str:
    """Return which thing of a list a field is of, '' for the bid's own."""
    entries: tuple[Entity, ...] = getattr(bid, part.ref.collection) if part.ref.identity else ()
    owner = next((one for one in entries if one.id == part.ref.identity), None)
    return f"{thing_words(owner)}: " if owner is not None else ""


def _thing_offer(part: ProposedEntity, bid: Bid) -> Offer | None:
    if part.collection in GO_ALONG | WITH_OWNER:
        return None
    old = _same(bid, part)
    new = _same(take(bid, Proposal("", entities=(part,))), part)
    if new is None or new == old:
        return None
    words, before = thing_words(new), thing_words(old) if old is not None else ""
    return Offer(
        (part.key,),
        str(ONE_OF.get(part.collection, part.label)),
        words,
        tr("with other details") if before == words else before,
        sure=part.sure,
        note=part.note,
    )


def _same(bid: Bid, part: ProposedEntity) -> Entity | None:
    entries: tuple[Entity, ...] = getattr(bid, part.collection)
    return next((one for one in entries if one.id == part.entity.id), None)


def _with_owners(proposal: Proposal, chosen: Collection[str]) -> frozenset[str]:
    """Return the chosen keys and those of everything the chosen things belong to."""
    by_id = {part.entity.id: part for part in proposal.entities}
    wanted = set(chosen)
    taken = {part.entity.id for part in proposal.entities if part.key in wanted}
    wanted |= {
        part.key
        for part in proposal.entities
        if part.collection in WITH_OWNER and part.entity.parent in taken
    }
    waiting = [part for part in proposal.entities if part.key in wanted]
    while waiting:
        owner = by_id.get(waiting.pop().entity.parent)
        if owner is not None and owner.key not in wanted:
            wanted.add(owner.key)
            waiting.append(owner)
    return frozenset(wanted)
