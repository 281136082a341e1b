"""What the window needs of an open bid: the session is one, and so is anything that fits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Finding
from bidkit.domain.refs import Ref
from bidkit.domain.stages import Stage
from bidkit.session.deadlines import Deadline
from bidkit.session.document import Document
from bidkit.session.ports import Ports
from bidkit.session.saved import SavedState
from bidkit.session.signal import Signal


class Completeness(Protocol):
    """How far a stage is: a share from 0 to 1, how much is open, and both in words."""

    @property
    def share(self) -> float:
        """From 0 (nothing done) to 1 (all done)."""

    @property
    def open(self) -> int:
        """How many things are to fix."""

    @property
    def words(self) -> str:
        """Such as: 3 of 5 done."""


class Looking(Protocol):
    """The rules at work in slices."""

    def start(self) -> None:
        """Begin to look at the bid as it is now."""

    def step(self) -> bool:
        """Look a little further; tell whether there is more to do."""


class OpenBid(Protocol):
    """One open bid: its document, what is wrong with it, whether it is safe, and the clock."""

    @property
    def document(self) -> Document:
        """The open document."""

    @property
    def bid_id(self) -> str:
        """The identity of this bid, the same in all its copies."""

    @property
    def ports(self) -> Ports:
        """Who sits here, at which machine, at what time."""

    @property
    def checks(self) -> Looking:
        """The rules at work."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules found when they last ran."""

    @property
    def findings_changed(self) -> Signal[tuple[Finding, ...]]:
        """Tells when the findings are others than before."""

    @property
    def saved(self) -> SavedState:
        """Whether what is on screen is safe."""

    @property
    def saved_changed(self) -> Signal[SavedState]:
        """Tells when that changes."""

    @property
    def read_only(self) -> bool:
        """Whether the file can only be read."""

    @property
    def others(self) -> Sequence[Any]:
        """Who else has the file open: person, machine and since."""

    def leftovers(self) -> Sequence[Any]:
        """Return what was typed here in a session that ended badly: place, words, author."""

    def recover(self, leftover: Any) -> bool:
        """Put a leftover into the bid; tell whether its words could stand there."""

    def discard(self, leftover: Any) -> None:
        """Drop a leftover for good."""

    def check_now(self) -> tuple[Finding, ...]:
        """Run every rule to the end and return what they found."""

    def findings_at(self, place: Ref[Bid, Any]) -> tuple[Finding, ...]:
        """Return the findings at or inside an address."""

    def completeness(self, stage: Stage) -> Completeness:
        """Return how far one stage is."""

    def deadline(self) -> Deadline | None:
        """Return the next deadline of any round."""

    def guidance(self, stage: Stage, address: str = "") -> Sequence[Any]:
        """Return the notes for a stage, or for a place in it."""

    def today(self) -> date:
        """Today in the United Kingdom."""

    def now(self) -> datetime:
        """This moment."""

    def note_typing(self, place: Ref[Bid, Any], text: str) -> None:
        """Remember text being typed that is not in the bid yet."""

    def leave(self, place: Ref[Bid, Any] | None = None) -> None:
        """A field was left: seal the step and commit."""

    def tick(self) -> None:
        """Called about once a second."""

    def commit(self, label: str = "") -> bool:
        """Write what differs to the file; tell whether it is safe."""

    def name_version(self, title: str) -> None:
        """Give the bid as it stands now a name to come back to."""

    def attach(self, path: Path) -> str:
        """Keep a file in the bid; return the id of its attachment."""

    def attachment_bytes(self, identity: str) -> bytes:
        """Return the bytes of an attachment."""
