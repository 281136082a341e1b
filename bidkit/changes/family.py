"""Keep families whole: deleted things that something new belongs to, and rings of things."""

from __future__ import annotations

from collections.abc import Mapping

from bidkit.changes.change import Thing
from bidkit.changes.conflict import Alternative, Conflict, address_of
from bidkit.changes.ledger import Ledger
from bidkit.changes.thing import State, ThingState, deletion_conflict
from bidkit.changes.values import Values
from bidkit.domain.base import Entity
from bidkit.domain.shape import canonical

Rescue = tuple[Entity, Conflict]
Member = tuple[Thing, ThingState]


def rescue(states: Mapping[Thing, State], ledger: Ledger, values: Values) -> dict[Thing, Rescue]:
    """Return the things that stand otherwise than they were written, and why.

    A deleted thing stays while something belongs to it that its deleter had not seen. Of things
    that were moved into each other, the one with the smallest name belongs to nothing.
    """
    alive: dict[str, Member] = {}
    dead: dict[str, Member] = {}
    for thing, state in states.items():
        if isinstance(state, ThingState):
            (alive if state.alive else dead)[thing[1]] = (thing, state)
    rescued: dict[Thing, Rescue] = {}
    if dead:
        _keep_parents(alive, dead, rescued, _Seen(ledger, values))
    _cut_rings(alive, rescued)
    return rescued


class _Seen:
    """Looks up whether a deleter knew that something belonged to what was deleted."""

    def __init__(self, ledger: Ledger, values: Values) -> None:
        self._ledger = ledger
        self._values = values

    def __call__(self, deleted: ThingState, child: Thing) -> bool:
        strand = self._ledger.strand(child, self._values)
        placed_by = {head.id for head in strand.heads_of("parent", '""')}
        return any(placed_by <= set(deletion.parents) for deletion in deleted.deletions)


def _keep_parents(
    alive: dict[str, Member], dead: dict[str, Member], rescued: dict[Thing, Rescue], seen: _Seen
) -> None:
    ahead = sorted(alive)
    while ahead:
        child, state = alive[ahead.pop()]
        parent = dead.get(state.entry.parent)
        if parent is None or seen(parent[1], child):
            continue
        thing, deleted = parent
        below = Alternative("", "", "", canonical(address_of(*child, "")))
        conflict = deletion_conflict(*thing, deleted.deletions, [below])
        rescued[thing] = (deleted.entry, conflict)
        alive[thing[1]] = dead.pop(thing[1])
        ahead.append(thing[1])


def _cut_rings(alive: dict[str, Member], rescued: dict[Thing, Rescue]) -> None:
    safe: set[str] = set()
    for start in sorted(alive):
        path: list[str] = []
        at = start
        while at in alive and at not in safe and at not in path:
            path.append(at)
            at = alive[at][1].entry.parent
        if at in path:
            ring = path[path.index(at) :]
            thing, state = alive[min(ring)]
            conflict = Conflict(address_of(*thing, "parent"), "belonging", _placements(ring, alive))
            rescued[thing] = (state.entry.model_copy(update={"parent": ""}), conflict)
        safe.update(path)


def _placements(ring: list[str], alive: dict[str, Member]) -> tuple[Alternative, ...]:
    return tuple(
        Alternative("", "", "", canonical(address_of(*alive[one][0], ""))) for one in sorted(ring)
    )
