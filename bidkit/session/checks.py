"""The rules at work on the open bid: run to the end, or in slices beside the typing."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import cached_property
from typing import TYPE_CHECKING

from bidkit.domain.finding import Finding
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
        self._running: Generator[None, None, tuple[Finding, ...]] | None = None
        self.findings: tuple[Finding, ...] = ()
        self.changed: Signal[tuple[Finding, ...]] = Signal()

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
        self._running = None
        self._say(self._checker.run(self._document.bid, self.facts()))
        return self.findings

    def start(self) -> None:
        """Begin a run over the bid as it is now; a run under way for an older one is dropped."""
        self._running = self._checker.slices(self._document.bid, self.facts())

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
        return completeness(self._document.bid, self.findings, stage)

    def _say(self, findings: tuple[Finding, ...]) -> None:
        if findings != self.findings:
            self.findings = findings
            self.changed.emit(findings)
