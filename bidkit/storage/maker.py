"""Makes the changes of one opening of a file, each numbered after the last."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from bidkit.changes.change import FORGET, STEP, VERSION, Change, Key, Origin, make_change
from bidkit.changes.differ import Differ
from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.shape import canonical
from bidkit.storage.holding import Holding

Clock = Callable[[], datetime]
NOTHING = "null"


class Maker:
    """Knows who writes, in which opening, by which clock, on top of what."""

    def __init__(self, author: str, clock: Clock, holding: Holding) -> None:
        self.author = author
        self.replica = new_id()
        self._clock = clock
        self._holding = holding

    @property
    def origin(self) -> Origin:
        """Who writes now."""
        return Origin(self.author, self.replica, self._clock())

    def edits(
        self, before: Bid, after: Bid, decided: Iterable[str] = (), label: str = ""
    ) -> list[Change]:
        """Return the changes from one bid to another, and what they are called together."""
        holding = self._holding
        differ = Differ(holding.ledger, holding.fold, holding.values, self.origin)
        made = list(differ.changes(before, after, decided))
        if label and len(made) > 1:
            first, last = made[0].header.number, made[-1].header.number
            value = canonical({"label": label, "first": first, "last": last})
            made.append(make_change((STEP, self.replica, ""), value, (), self.origin, last + 1))
        return made

    def version(self, title: str) -> Change:
        """Return the change that gives this moment a name."""
        value = canonical({"title": title, "frontier": self._holding.ledger.frontier})
        return self._special((VERSION, new_id(), ""), value, ())

    def forgetting(self, targets: Iterable[str]) -> Change:
        """Return the change that has these values dropped wherever it comes."""
        return self._special((FORGET, new_id(), ""), NOTHING, targets)

    def _special(self, key: Key, value: str, parents: Iterable[str]) -> Change:
        number = self._holding.ledger.frontier.get(self.replica, 0) + 1
        return make_change(key, value, parents, self.origin, number)
