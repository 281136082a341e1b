"""Which values today's bid rests on: what a copy needs that carries nothing written over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bidkit.changes.change import STEP, Change, Origin, Thing, make_change
from bidkit.changes.ledger import Ledger, element_field
from bidkit.changes.strand import Strand
from bidkit.changes.values import Values
from bidkit.domain.bid import Bid
from bidkit.domain.shape import Leaf, shape_of

YES = "true"


@dataclass(frozen=True)
class Thinned:
    """The changes whose values stay, and new changes that say again what stood in others."""

    kept: frozenset[str]
    restated: tuple[Change, ...]


def thin(ledger: Ledger, values: Values, origin: Origin) -> Thinned:
    """Return what must stay so that the bid is the same without any value written over.

    A thing is made with all its first fields in one value. Where some of them were written over
    since, the others are said again in changes of their own, and that first value can go.
    """
    number = ledger.frontier.get(origin.replica, 0)
    kept = {header.id for header in ledger if header.kind.startswith("!") and header.kind != STEP}
    restated: list[Change] = []
    for thing in ledger.things:
        strand = ledger.strand(thing, values)
        deletions = strand.deletions()
        if deletions and not strand.unseen(deletions):
            kept.update(one.id for one in strand.wholes if one.id not in strand.first)
            continue
        again = None if not strand.first else _again(thing, strand)
        kept.update(strand.wanted())
        if again is None:
            continue
        kept.difference_update(strand.first)
        for field, value, parents in again:
            number += 1
            restated.append(make_change((*thing, field), value, parents, origin, number))
    return Thinned(frozenset(kept), tuple(restated))


Statement = tuple[str, str, tuple[str, ...]]


def _again(thing: Thing, strand: Strand) -> list[Statement] | None:
    """Return what to say again; None when first values are all in use, or still disputed."""
    collections = shape_of(Bid).collections
    if thing[0] not in collections:
        return None
    leaves = shape_of(collections[thing[0]]).leaves
    said: list[Statement] = []
    over = False
    for path in sorted({path for fields in strand.first.values() for path in fields}):
        leaf = leaves.get(path)
        if leaf is None:
            return None
        for statement in _of_field(path, leaf, strand):
            if statement is None:
                over = True
            elif not statement[1]:
                return None
            else:
                said.append(statement)
    return said if over else None


def _of_field(path: str, leaf: Leaf, strand: Strand) -> Iterator[Statement | None]:
    """Give what a first field says still (None: it was written over; '': it is disputed)."""
    made = {header.id for header in strand.made}
    if leaf.mark.elementwise:
        for element in sorted({one for f in strand.first.values() for one in f.get(path, ())}):
            field = element_field(path, element)
            heads = tuple(head.id for head in strand.heads_of(field, "false", element))
            yield (field, YES, heads) if made & {*heads} else None
        return
    settled = strand.settle(leaf)
    heads = tuple(head.id for head in settled.heads)
    if not made & {*heads}:
        yield None
    elif settled.undecided or settled.value is None:
        yield (path, "", heads)
    else:
        yield (path, settled.value, heads)
