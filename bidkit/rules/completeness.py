"""How far each stage is, counted from what the buyer asked, what is opened, and the findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Finding, Level
from bidkit.domain.refs import Ref, Step
from bidkit.domain.stages import Stage, stages_of
from bidkit.rules.expected import Expected, expected
from bidkit.words import tr

HEAVY = (Level.MUST, Level.SHOULD)


class StageState(StrEnum):
    """How a stage stands in one word; a rail shows it beside the ring."""

    NOTHING_ASKED = "nothing asked"
    NOT_STARTED = "not started"
    IN_HAND = "in hand"
    DONE = "done"


@dataclass(frozen=True)
class Share:
    """How much of a stage is done: done and of count things, open what must or should be fixed."""

    done: int = 0
    of: int = 0
    open: int = 0

    @property
    def share(self) -> float:
        """From 0 (nothing done) to 1 (all done); nothing asked is 0."""
        return self.done / self.of if self.of else 0.0

    @property
    def state(self) -> StageState:
        """How the stage stands in one word."""
        if not self.of:
            return StageState.NOTHING_ASKED
        if self.done == self.of:
            return StageState.DONE
        return StageState.IN_HAND if self.done else StageState.NOT_STARTED

    @property
    def words(self) -> str:
        """The share in words, as a screen reader says it."""
        if not self.of:
            return tr("nothing asked yet")
        if self.done == self.of:
            return tr("all {of} done", of=self.of) if self.of > 1 else tr("done")
        return tr("{done} of {of} done", done=self.done, of=self.of)


def completeness(bid: Bid, findings: Sequence[Finding], stage: Stage) -> Share:
    """Return how far one stage is: what is filled in and has nothing heavy against it is done.

    A heavy finding at no expected place counts as one more thing, not done.
    """
    return _share(expected(bid, stage), [one for one in findings if one.stage == stage.value])


def statuses(bid: Bid, findings: Sequence[Finding]) -> Mapping[Stage, Share]:
    """Return how far every stage of the route is."""
    by_stage: defaultdict[str, list[Finding]] = defaultdict(list)
    for one in findings:
        by_stage[one.stage].append(one)
    walked = stages_of(bid.about.route, all_stages=bid.about.all_stages)
    return {stage: _share(expected(bid, stage), by_stage[stage.value]) for stage in walked}


def _share(items: Sequence[Expected], findings: Iterable[Finding]) -> Share:
    owners: dict[tuple[Step, ...], int] = {}
    for at, item in enumerate(items):
        for place in item.places:
            owners.setdefault(place.steps, at)
    troubled: set[int] = set()
    loose: set[tuple[Step, ...]] = set()
    heavy = [one for one in findings if one.level in HEAVY]
    for one in heavy:
        owner = _owner(one.place, owners)
        if owner is None:
            loose.add(one.place.steps)
        else:
            troubled.add(owner)
    done = sum(1 for at, item in enumerate(items) if item.filled and at not in troubled)
    return Share(done, len(items) + len(loose), len(heavy))


def _owner(place: Ref[Bid, Any], owners: Mapping[tuple[Step, ...], int]) -> int | None:
    for length in range(len(place.steps), 0, -1):
        if (found := owners.get(place.steps[:length])) is not None:
            return found
    return None
