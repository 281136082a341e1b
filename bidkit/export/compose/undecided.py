"""Places where versions disagree, boxed at the front: nobody hands them in by mistake."""

from __future__ import annotations

from bidkit.domain.base import Reader
from bidkit.domain.bid import Bid
from bidkit.domain.refs import parse_ref
from bidkit.domain.shape import shape_of
from bidkit.errors import InputError
from bidkit.export import tree
from bidkit.export.compose.options import Options
from bidkit.export.compose.writing import plain_blocks
from bidkit.words import tr


def undecided_notes(bid: Bid, options: Options) -> tree.Blocks:
    """Return a boxed note for every undecided place that this reader may read.

    An undecided answer is boxed where it stands, so it is not among them.
    """
    answers = {f"answers[{one.id}].text" for one in bid.answers}
    return tuple(
        tree.Callout(
            plain_blocks(versions),
            tr("Still to be decided between versions: {place}", place=_words(place)),
            "undecided",
        )
        for place, versions in sorted(options.undecided.items())
        if place not in answers and _may_read(place, options.reader)
    )


def _may_read(place: str, reader: Reader) -> bool:
    if reader is Reader.US:
        return True
    try:
        address = parse_ref(Bid, place)
    except InputError:
        return False
    shape = shape_of(Bid)
    if address.identity:
        kind = shape.collections[address.collection]
        if not address.field:
            return kind.reader is Reader.BUYER
        shape = shape_of(kind)
    leaf = shape.leaves.get(address.field)
    return leaf is not None and leaf.mark.reader is Reader.BUYER


def _words(place: str) -> str:
    """Return an address as words: rounds[r1].deadline as "rounds, deadline"."""
    collection, _, rest = place.partition("[")
    field = rest.partition("]")[2] if rest else ""
    return f"{collection}{field.replace('.', ', ', 1)}".replace(".", " ").replace("_", " ")
