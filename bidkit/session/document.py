"""The open document: the one place where the bid changes, is undone and tells of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from bidkit.domain.base import Entity, key_after, key_between, new_id
from bidkit.domain.bid import Bid
from bidkit.domain.edits import Edit, apply, difference
from bidkit.domain.refs import Ref
from bidkit.domain.shape import shape_of
from bidkit.errors import BidKitError
from bidkit.session.signal import Signal
from bidkit.session.steps import Step, StepStack, stands_in_the_way
from bidkit.words import tr

T = TypeVar("T")
E = TypeVar("E", bound=Entity)


@dataclass(frozen=True)
class Changed:
    """One change of the bid: before, after, who made it, what differs, and where to look."""

    before: Bid
    after: Bid
    origin: object
    edits: tuple[Edit, ...]
    place: Ref[Bid, Any] | None = None
    told: str = ""


class ChangedSinceError(BidKitError):
    """A step cannot be taken back silently: somebody changed the same fields since."""

    def __init__(self, addresses: tuple[str, ...]) -> None:
        self.addresses = addresses
        super().__init__(
            tr("This was changed again since, in another window or by a merge."),
            advice=tr("Take it back anyway, or leave it as it is now."),
            details="\n".join(addresses),
        )


class Document:
    """Holds the current bid, makes the next one, keeps the steps, and tells of every change."""

    def __init__(self, bid: Bid) -> None:
        self._bid = bid
        self._steps = StepStack()
        self._promised: dict[tuple[str, str], Entity] = {}
        self.changed: Signal[Changed] = Signal()
        self.sealed: Signal[None] = Signal()

    @property
    def bid(self) -> Bid:
        """The bid as it is now."""
        return self._bid

    def get(self, place: Ref[Bid, T]) -> T:
        """Return what stands at this address now, or will stand there when it is written in."""
        try:
            return place.get(self._bid)
        except KeyError:
            entry = self._promised.get((place.collection, place.identity))
            if entry is None:
                raise
            inner: Ref[Any, T] = Ref(type(entry), place.steps[2:])
            return inner.get(entry)

    def promise(self, collection: Ref[Bid, tuple[E, ...]], entry: E) -> Ref[Bid, E]:
        """Name a thing that is made when something is first written in it, and not before."""
        place = collection.item(entry.id)
        self._promised[(place.collection, entry.id)] = entry
        return place

    def set(self, place: Ref[Bid, T], value: T, *, origin: object = None, label: str = "") -> None:
        """Write one field; the same field in a row is one step until it is sealed."""
        bid = self._bid
        promised = self._promised.get((place.collection, place.identity))
        if promised is not None and not any(
            one.id == promised.id for one in getattr(bid, place.collection)
        ):
            if self.get(place) == value:
                return
            bid = with_entry(bid, place.collection, promised)
        after = place.set(bid, value)
        self._advance(after, label or tr("Typing"), place, origin, joins=True)

    def edit(
        self,
        label: str,
        change: Callable[[Bid], Bid],
        *,
        place: Ref[Bid, Any] | None = None,
        origin: object = None,
    ) -> None:
        """Make one step of a function from bid to bid: an import, a merge, a tidy-up."""
        self.seal()
        self._advance(change(self._bid), label, place, origin, joins=False)

    def add(
        self,
        collection: Ref[Bid, tuple[E, ...]],
        entry: E,
        *,
        label: str = "",
        origin: object = None,
    ) -> Ref[Bid, E]:
        """Add a thing at the end of its collection, and what it belongs to where that is promised;
        return its address.
        """
        entries = collection.get(self._bid)
        placed = entry if entry.order else in_order(entry, entries)
        place = collection.item(placed.id)
        self.edit(
            label or tr("Add"),
            lambda bid: collection.set(
                self._with_promised(bid, placed.parent),
                sorted_entries((*collection.get(bid), placed)),
            ),
            place=place,
            origin=origin,
        )
        return place

    def _with_promised(self, bid: Bid, identity: str) -> Bid:
        """Return the bid with a thing made that was only promised; as it is where there is none."""
        for (collection, key), entry in self._promised.items():
            there = (one.id for one in getattr(bid, collection))
            if key == identity and identity not in there:
                return with_entry(bid, collection, entry)
        return bid

    def remove(self, place: Ref[Bid, Any], *, label: str = "", origin: object = None) -> None:
        """Take a thing and all that belongs to it out of the bid; undo brings them back."""
        identity = place.identity
        collection: Ref[Bid, Any] = Ref(Bid, (place.collection,))
        self.edit(
            label or tr("Delete"),
            lambda bid: without(bid, identity),
            place=collection,
            origin=origin,
        )

    def move(self, place: Ref[Bid, Any], offset: int, *, origin: object = None) -> None:
        """Move a thing up (negative) or down among those that belong to the same thing."""
        entries: tuple[Entity, ...] = getattr(self._bid, place.collection)
        entry = next(one for one in entries if one.id == place.identity)
        siblings = [one for one in entries if one.parent == entry.parent and one.id != entry.id]
        at = [one.id for one in entries if one.parent == entry.parent].index(entry.id)
        target = min(max(at + offset, 0), len(siblings))
        before = siblings[target - 1].order if target else ""
        after = siblings[target].order if target < len(siblings) else ""
        moved = entry.model_copy(update={"order": key_between(before, after)})
        collection: Ref[Bid, Any] = Ref(Bid, (place.collection,))
        rest = [one for one in entries if one.id != entry.id]
        self.edit(
            tr("Move"),
            lambda bid: collection.set(bid, sorted_entries((*rest, moved))),
            place=place,
            origin=origin,
        )

    def seal(self) -> None:
        """End the step being typed: a pause, a paste, a format, or leaving the field."""
        self._steps.seal()
        self.sealed.emit(None)

    def begin_undo_anew(self) -> None:
        """Let go of every step done and undone, because what they hold is to be forgotten."""
        self._steps = StepStack()

    def take_in(self, bid: Bid, *, origin: object = "file") -> None:
        """Replace the bid by one that holds what others wrote; not a step of ours."""
        edits = difference(self._bid, bid)
        before, self._bid = self._bid, bid
        if edits:
            self.changed.emit(Changed(before, bid, origin, edits))

    @property
    def undo_label(self) -> str:
        """What undo would take back, or '' when there is nothing."""
        return self._steps.done[-1].label if self._steps.done else ""

    @property
    def redo_label(self) -> str:
        """What redo would bring back, or '' when there is nothing."""
        return self._steps.undone[-1].label if self._steps.undone else ""

    def undo(self, *, force: bool = False) -> Step | None:
        """Take the last step back; raise ChangedSinceError where others wrote since."""
        self._steps.seal()
        if not self._steps.done:
            return None
        step = self._steps.done[-1]
        self._allow(step.inverse(), force=force)
        self._steps.undone.append(self._steps.done.pop())
        self._apply(step.inverse(), tr("Undone: {what}", what=step.label))
        return step

    def redo(self, *, force: bool = False) -> Step | None:
        """Bring the last undone step back; raise ChangedSinceError where others wrote since."""
        self._steps.seal()
        if not self._steps.undone:
            return None
        step = self._steps.undone[-1]
        self._allow(step, force=force)
        self._steps.done.append(self._steps.undone.pop())
        self._apply(step, tr("Brought back: {what}", what=step.label))
        return step

    def _allow(self, step: Step, *, force: bool) -> None:
        blocked = () if force else stands_in_the_way(self._bid, step)
        if blocked:
            raise ChangedSinceError(blocked)

    def _apply(self, step: Step, told: str) -> None:
        before = self._bid
        self._bid = apply(before, step.edits)
        edits = difference(before, self._bid)
        self.changed.emit(Changed(before, self._bid, "undo", edits, step.place, told))

    def _advance(
        self, after: Bid, label: str, place: Ref[Bid, Any] | None, origin: object, *, joins: bool
    ) -> None:
        if after.sign_offs is not self._bid.sign_offs:
            from bidkit.session.handing_in.signing import with_what_was_agreed

            after = with_what_was_agreed(self._bid, after)
        edits = difference(self._bid, after)
        if not edits:
            return
        before, self._bid = self._bid, after
        self._steps.record(Step(label, place, edits), joins=joins)
        self.changed.emit(Changed(before, after, origin, edits, place))


def with_entry(bid: Bid, collection: str, entry: Entity) -> Bid:
    """Return the bid with a thing at the end of its collection."""
    entries: tuple[Entity, ...] = getattr(bid, collection)
    placed = entry if entry.order else in_order(entry, entries)
    return bid.model_copy(update={collection: sorted_entries((*entries, placed))})


def in_order(entry: E, entries: tuple[E, ...]) -> E:
    """Return the thing with an order key after all others."""
    last = max((one.order for one in entries), default="")
    return entry.model_copy(update={"order": key_after(last)})


def sorted_entries(entries: tuple[E, ...]) -> tuple[E, ...]:
    """Return things in their order, ties by identity."""
    return tuple(sorted(entries, key=lambda one: (one.order, one.id)))


def without(bid: Bid, identity: str) -> Bid:
    """Return the bid without a thing and without everything that belongs to it."""
    gone = {identity}
    collections = {name: getattr(bid, name) for name in shape_of(Bid).collections}
    growing = True
    while growing:
        more = {
            one.id for entries in collections.values() for one in entries if one.parent in gone
        } - gone
        gone |= more
        growing = bool(more)
    updates = {
        name: tuple(one for one in entries if one.id not in gone)
        for name, entries in collections.items()
        if any(one.id in gone for one in entries)
    }
    return bid.model_copy(update=updates)


def copied(entry: E, *, parent: str = "") -> E:
    """Return a copy of a thing with an identity of its own, at the end."""
    fresh = entry.model_copy(update={"id": new_id(), "order": ""})
    return replace_parent(fresh, parent) if parent else fresh


def replace_parent(entry: E, parent: str) -> E:
    """Return the thing belonging to another."""
    return entry.model_copy(update={"parent": parent})
