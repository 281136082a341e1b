"""Undo as data: steps of field edits, applied backwards to today's bid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from bidkit.domain.base import Entity
from bidkit.domain.bid import Bid
from bidkit.domain.edits import Edit, fields_of, value_at
from bidkit.domain.refs import Ref
from bidkit.domain.shape import shape_of


@dataclass(frozen=True)
class Step:
    """One thing a person did: what to call it, where it was, and what it changed."""

    label: str
    place: Ref[Bid, Any] | None
    edits: tuple[Edit, ...]

    def inverse(self) -> Step:
        """The step that takes this one back."""
        return replace(self, edits=tuple(edit.inverse for edit in reversed(self.edits)))

    def joined(self, later: Iterable[Edit]) -> Step:
        """This step and later edits of the same field as one."""
        newest = {(e.collection, e.item, e.field): e for e in self.edits}
        for edit in later:
            key = (edit.collection, edit.item, edit.field)
            first = newest.get(key)
            newest[key] = replace(edit, old=first.old) if first else edit
        return replace(self, edits=tuple(newest.values()))

    @property
    def changes_nothing(self) -> bool:
        """Tell whether joining has brought every field back to where it was."""
        return all(edit.old == edit.new for edit in self.edits)


def stands_in_the_way(bid: Bid, step: Step) -> tuple[str, ...]:
    """Return the addresses whose value is no longer what the step left there."""
    return tuple(edit.address for edit in step.edits if current_json(bid, edit) != edit.old)


def current_json(bid: Bid, edit: Edit) -> str | None:
    """Return what stands in the bid today where this edit would write."""
    if not edit.item:
        return shape_of(Bid).leaves[edit.field].to_json(value_at(bid, edit.field))
    entries: tuple[Entity, ...] = getattr(bid, edit.collection)
    entry = next((one for one in entries if one.id == edit.item), None)
    if entry is None:
        return None
    if not edit.field:
        return fields_of(entry)
    return shape_of(type(entry)).leaves[edit.field].to_json(value_at(entry, edit.field))


class StepStack:
    """The steps done and undone, newest last; joins what is typed into one field."""

    def __init__(self, most: int = 1000) -> None:
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self._open = False
        self._most = most

    def seal(self) -> None:
        """Let the next edit start a step of its own."""
        self._open = False

    def record(self, step: Step, *, joins: bool) -> None:
        """Remember a step; join it to the last one when both are typing at the same place."""
        self.undone.clear()
        last = self.done[-1] if self.done else None
        if joins and self._open and last is not None and last.place == step.place:
            self.done[-1] = last.joined(step.edits)
        else:
            self.done.append(step)
            del self.done[: -self._most]
        self._open = joins
