"""The rules at work on the open bid: run to the end, or in slices beside the typing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Finding
from bidkit.domain.refs import Ref, Step
from bidkit.domain.stages import Stage
from bidkit.rules.completeness import Share, completeness
from bidkit.session.document import Document
from bidkit.session.ports import Ports
from bidkit.session.signal import Signal

if TYPE_CHECKING:
    from bidkit.packs.catalogue import Catalogue
    from bidkit.rules.engine import Checker
    from bidkit.rules.facts import Facts

Present = Callable[[], frozenset[str] | None]
Undecided = Callable[[], frozenset[str]]


def nothing() -> frozenset[str]:
    """Stand in where nothing is undecided."""
    return frozenset()


@dataclass(frozen=True)
class Seen:
    """What a run came to: the bid it was about, its findings, and how far each stage is."""

    bid: Bid | None = None
    findings: tuple[Finding, ...] = ()
    shares: Mapping[Stage, Share] = field(default_factory=dict)


class Checks:
    """Keeps the findings of the open bid; slices never take longer than one small rule.

    The rules and packs are loaded with the first run: a window stands before anything is checked.
    """

    def __init__(
        self,
        document: Document,
        ports: Ports,
        *,
        present: Present | None = None,
        undecided: Undecided = nothing,
        catalogue: Catalogue | None = None,
    ) -> None:
        self._document = document
        self._ports = ports
        self._present = present
        self._undecided = undecided
        self._catalogue = catalogue
        self._running: Generator[None, None, Seen] | None = None
        self._seen = Seen()
        self.changed: Signal[tuple[Finding, ...]] = Signal()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules found when they last ran."""
        return self._seen.findings

    @cached_property
    def catalogue(self) -> Catalogue:
        """The packs whose figures and phrases the rules hold a bid against."""
        from bidkit.packs.catalogue import shipped

        return self._catalogue or shipped()

    @cached_property
    def _checker(self) -> Checker:
        from bidkit.rules.catalogue import new_checker

        return new_checker()

    def facts(self) -> Facts:
        """Return what rules may know at this moment besides the bid."""
        from bidkit.session.facts import facts_from

        return facts_from(
            self._ports.now(),
            self.catalogue,
            undecided=self._undecided(),
            present=self._present() if self._present is not None else None,
        )

    def run_to_end(self) -> tuple[Finding, ...]:
        """Run every rule that has something new to read; return all findings."""
        self.start()
        while self.step():
            continue
        return self.findings

    def start(self) -> None:
        """Begin a run over the bid as it is now; a run under way for an older one is dropped."""
        self._running = self._look(self._document.bid)

    def step(self) -> bool:
        """Run one slice; tell whether there is more to do."""
        if self._running is None:
            return False
        try:
            next(self._running)
        except StopIteration as end:
            self._running = None
            self._say(end.value)
            return False
        return True

    def completeness(self, stage: Stage) -> Share:
        """Return how far one stage is, by the findings of the last run."""
        bid = self._document.bid
        if self._seen.bid is not bid:
            return completeness(bid, self.findings, stage)
        return self._seen.shares.get(stage, Share())

    def findings_at(self, place: Ref[Bid, Any]) -> tuple[Finding, ...]:
        """Return the findings at or inside an address."""
        return self._inside.get(place.steps, ())

    def _look(self, bid: Bid) -> Generator[None, None, Seen]:
        """Judge the bid rule by rule, then count stage by stage."""
        findings = yield from self._checker.slices(bid, self.facts())
        shares: dict[Stage, Share] = {}
        for stage in Stage:
            own = [one for one in findings if one.stage == stage.value]
            shares[stage] = completeness(bid, own, stage)
            yield
        return Seen(bid, findings, shares)

    def _say(self, seen: Seen) -> None:
        before, self._seen = self._seen, seen
        if seen.findings != before.findings:
            self.__dict__.pop("_inside", None)
        elif seen.shares == before.shares:
            return
        self.changed.emit(seen.findings)

    @cached_property
    def _inside(self) -> Mapping[tuple[Step, ...], tuple[Finding, ...]]:
        """The findings by every address they are at or inside of."""
        found: defaultdict[tuple[Step, ...], list[Finding]] = defaultdict(list)
        for one in self.findings:
            steps = one.place.steps
            for length in range(len(steps) + 1):
                found[steps[:length]].append(one)
        return {steps: tuple(ones) for steps, ones in found.items()}
