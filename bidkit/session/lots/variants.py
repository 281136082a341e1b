"""One answer shared by all lots, or a variant of it for one of them."""

from __future__ import annotations

from dataclasses import replace

from bidkit.domain.answers import Answer
from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import Lot
from bidkit.domain.refs import ref
from bidkit.session.document import Document, with_entry
from bidkit.session.lots.sets import lots_bid_for, name_of_lot
from bidkit.session.writing import BoxToWrite
from bidkit.words import tr

ANSWERS = ref(Bid, lambda b: b.answers)


def lots_to_vary(bid: Bid, box: BoxToWrite) -> tuple[Lot, ...]:
    """Return the lots this box is asked for that have no answer of their own yet."""
    if len(bid.lots) < 2:
        return ()
    own = {one.lot for one in bid.answers if one.parent == box.owner}
    asked = set(box.question.lots)
    return tuple(
        one
        for one in lots_bid_for(bid)
        if one.id not in own and (not asked or one.id in asked) and asked != {one.id}
    )


def write_differently(document: Document, box: BoxToWrite, lot: Lot) -> BoxToWrite:
    """Give a lot its own answer, begun from the shared one, as one step; return its box."""
    answers = [one for one in document.bid.answers if one.parent == box.owner]
    shared = next((one for one in answers if not one.lot), None)
    identity = derived_id("answer", box.owner, lot.id)
    if all(one.lot != lot.id for one in answers):
        begun = Answer(
            id=identity,
            parent=box.owner,
            lot=lot.id,
            text=shared.text if shared is not None else "",
            owner=shared.owner if shared is not None else "",
            status="drafting" if shared is not None and shared.text else "",
        )
        document.edit(
            tr("Write {box} differently for {lot}", box=box.name, lot=name_of_lot(lot)),
            lambda bid: with_entry(bid, "answers", begun),
            place=ANSWERS.item(identity),
        )
    return replace(box, lot=lot.id)


def share_again(document: Document, box: BoxToWrite) -> None:
    """Take a lot's own answer away, so that it uses the shared one; undo brings it back."""
    found = next(
        (
            one
            for one in document.bid.answers
            if box.lot and one.parent == box.owner and one.lot == box.lot
        ),
        None,
    )
    if found is not None:
        label = tr("Use the shared answer to {box} again", box=box.name)
        document.remove(ANSWERS.item(found.id), label=label)
