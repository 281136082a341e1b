"""What can be done to the tree of criteria: add, add under, move, set further in or out."""

from __future__ import annotations

from collections.abc import Sequence

from bidkit.domain.base import Entity, derived_id, key_after, key_between, new_id
from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion
from bidkit.domain.refs import ref
from bidkit.figures.readings.marks import children_of
from bidkit.packs.fit import scale_of, with_scale
from bidkit.packs.lists import ScaleLine
from bidkit.session.document import Document, sorted_entries, with_entry
from bidkit.words import tr

CRITERIA = ref(Bid, lambda b: b.criteria)
SCALE = ref(Criterion, lambda c: c.scale)
NOBODY = Criterion(id="")


def found(bid: Bid, identity: str) -> Criterion:
    """Return a criterion, or an empty one."""
    return next((one for one in bid.criteria if one.id == identity), NOBODY)


def add_after(document: Document, identity: str) -> str:
    """Add a criterion after another one, at its level; return its identity."""
    bid = document.bid
    beside = found(bid, identity)
    siblings = children_of(bid).get(beside.parent, ())
    order = order_after(siblings, beside)
    entry = Criterion(id=new_id(), parent=beside.parent, order=order, scale=beside.scale)
    document.add(CRITERIA, entry, label=tr("Add a criterion"))
    return entry.id


def add_under(document: Document, identity: str) -> str:
    """Add a criterion inside another one, as its last; return its identity."""
    over = found(document.bid, identity)
    inside = children_of(document.bid).get(over.id, ())
    scale = inside[-1].scale if inside else over.scale
    entry = Criterion(id=new_id(), parent=over.id, scale=scale)
    document.add(CRITERIA, entry, label=tr("Add a criterion"))
    return entry.id


def move(document: Document, identity: str, offset: int) -> None:
    """Move a criterion among those of its level."""
    document.move(CRITERIA.item(identity), offset)


def further_in(document: Document, identity: str) -> None:
    """Put a criterion under the one before it, as its last."""
    bid = document.bid
    one = found(bid, identity)
    siblings = children_of(bid).get(one.parent, ())
    at = [each.id for each in siblings].index(identity)
    if at > 0:
        over = siblings[at - 1].id
        inside = children_of(bid).get(over, ())
        last = inside[-1] if inside else NOBODY
        _place(document, one, over, order_after(inside, last))


def further_out(document: Document, identity: str) -> None:
    """Put a criterion behind the one it stands under."""
    bid = document.bid
    one = found(bid, identity)
    over = found(bid, one.parent)
    if one.parent and over.id:
        siblings = children_of(bid).get(over.parent, ())
        _place(document, one, over.parent, order_after(siblings, over))


def order_after(siblings: Sequence[Entity], beside: Entity) -> str:
    """Return an order key behind one of several things; at the end where it is none of them."""
    at = [one.id for one in siblings].index(beside.id) if beside in siblings else -1
    if at < 0 or at + 1 == len(siblings):
        return key_after(max((one.order for one in siblings), default=""))
    before, after = siblings[at].order, siblings[at + 1].order
    return key_between(before, after) if before < after else key_after(before)


def take_scale(document: Document, identity: str, line: ScaleLine, bid_id: str = "") -> None:
    """Take a common scale into the bid and give it to a criterion, as one step."""

    def taken(bid: Bid) -> Bid:
        with_it = with_scale(bid, line, bid_id)
        key = next(one.id for one in with_it.scales if one.pack_item == line.key)
        return CRITERIA.item(identity).then(SCALE).set(with_it, key)

    document.edit(tr("Scale"), taken, place=CRITERIA.item(identity).then(SCALE))


def scale_for_all(document: Document, line: ScaleLine, bid_id: str = "") -> None:
    """Take a common scale and give it to every marked criterion that has none."""

    def taken(bid: Bid) -> Bid:
        with_it = with_scale(bid, line, bid_id)
        made = scale_of(line, bid_id)
        key = next((one.id for one in with_it.scales if one.pack_item == line.key), made.id)
        parents = {one.parent for one in with_it.criteria}
        for one in with_it.criteria:
            marked = one.id not in parents and one.kind not in ("price", "cost")
            if marked and not one.scale:
                with_it = CRITERIA.item(one.id).then(SCALE).set(with_it, key)
        return with_it

    document.edit(tr("One scale for all"), taken)


def one_for_each(document: Document, label: str, things: Sequence[tuple[str, Criterion]]) -> None:
    """Add criteria that are not there yet; their identities come from what they are made of."""

    def added(bid: Bid) -> Bid:
        known = {one.id for one in bid.criteria}
        for origin, entry in things:
            identity = derived_id("criterion", origin)
            if identity not in known:
                made = entry.model_copy(update={"id": identity})
                bid = with_entry(bid, "criteria", made)
        return bid

    document.edit(label, added)


def from_questions(bid: Bid) -> tuple[tuple[str, Criterion], ...]:
    """Return a criterion for each scored question."""
    return tuple(
        (
            one.id,
            Criterion(
                id="",
                number=one.number,
                title=one.title or one.text[:80],
                kind="quality",
                questions=(one.id,),
            ),
        )
        for one in bid.questions
        if one.marking == "scored"
    )


def from_points(bid: Bid) -> tuple[tuple[str, Criterion], ...]:
    """Return a criterion for each thing the buyer wants or worries about."""
    return tuple(
        (one.id, Criterion(id="", title=" ".join(one.text.split())[:80], kind="quality"))
        for one in bid.buyer_points
        if one.text.strip()
    )


def _place(document: Document, one: Criterion, parent: str, order: str) -> None:
    moved = one.model_copy(update={"parent": parent, "order": order})

    def placed(bid: Bid) -> Bid:
        rest = [each for each in bid.criteria if each.id != one.id]
        return CRITERIA.set(bid, sorted_entries((*rest, moved)))

    document.edit(tr("Move"), placed, place=CRITERIA.item(one.id))
