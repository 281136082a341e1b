"""An open bid on paper: a real document and a real clock, without a file or rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from bidkit.domain.attachments import Attachment
from bidkit.domain.base import new_id
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.finding import Finding
from bidkit.domain.opportunity import Route
from bidkit.domain.refs import Ref
from bidkit.domain.stages import Stage
from bidkit.errors import BidKitError
from bidkit.session.deadlines import Deadline, next_deadline
from bidkit.session.document import Document
from bidkit.session.examples import load_example
from bidkit.session.incoming.files import (
    Candidate,
    Wanted,
    candidates_in,
    proposal_from,
    questions_from_text,
)
from bidkit.session.opening import Reading, reading_of
from bidkit.session.ports import Ports
from bidkit.session.recent import RecentBid
from bidkit.session.saved import SavedState
from bidkit.session.signal import Signal
from bidkit.session.starting import NewBid, begun, pack_list, with_pack

NOW = datetime(2026, 11, 25, 10, 42, tzinfo=UTC)


@dataclass(frozen=True)
class PaperShare:
    """How far a stage is."""

    share: float = 0.0
    open: int = 0
    words: str = "0 of 1 done"


class PaperChecks:
    """No rules on paper."""

    def start(self) -> None:
        """Begin to look."""

    def step(self) -> bool:
        """There is nothing more to do."""
        return False


@dataclass(frozen=True)
class PaperLeftover:
    """Something typed that was not kept."""

    place: Ref[Bid, Any]
    words: str
    author: str = "Ann"


@dataclass
class PaperSession:
    """Keeps a document in memory; findings are laid down by hand."""

    document: Document = field(default_factory=lambda: Document(EMPTY))
    bid_id: str = "paper"
    ports: Ports = field(default_factory=lambda: Ports("Ann", "pc-1", lambda: NOW))
    checks: PaperChecks = field(default_factory=PaperChecks)
    findings: tuple[Finding, ...] = ()
    saved: SavedState = field(default_factory=lambda: SavedState("saved", NOW))
    findings_changed: Signal[tuple[Finding, ...]] = field(default_factory=Signal)
    saved_changed: Signal[SavedState] = field(default_factory=Signal)
    left: list[str] = field(default_factory=list)
    typed: dict[str, str] = field(default_factory=dict)
    versions: list[str] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    notes: Sequence[Any] = ()
    read_only: bool = False
    others: Sequence[Any] = ()
    unkept: list[PaperLeftover] = field(default_factory=list)

    def lay_down(self, *findings: Finding) -> None:
        """Let the rules have found something."""
        self.findings = findings
        self.findings_changed.emit(findings)

    def leftovers(self) -> Sequence[PaperLeftover]:
        """Return what was not kept."""
        return tuple(self.unkept)

    def recover(self, leftover: PaperLeftover) -> bool:
        """Put it into the bid."""
        self.document.set(leftover.place, leftover.words)
        self.unkept.remove(leftover)
        return True

    def discard(self, leftover: PaperLeftover) -> None:
        """Throw it away."""
        self.unkept.remove(leftover)

    def check_now(self) -> tuple[Finding, ...]:
        """Return what was laid down."""
        return self.findings

    def findings_at(self, place: Ref[Bid, Any]) -> tuple[Finding, ...]:
        """Return the findings at or inside an address."""
        return tuple(one for one in self.findings if one.place.starts_with(place))

    def completeness(self, stage: Stage) -> PaperShare:
        """Return how far a stage is, by its findings alone."""
        return PaperShare(open=sum(1 for one in self.findings if one.stage == stage))

    def deadline(self) -> Deadline | None:
        """Return the next deadline."""
        return next_deadline(self.document.bid, self.now())

    def guidance(self, stage: Stage, address: str = "") -> Sequence[Any]:
        """Return the notes."""
        return self.notes

    def today(self) -> date:
        """Today."""
        return self.ports.today()

    def now(self) -> datetime:
        """Now."""
        return self.ports.now()

    def note_typing(self, place: Ref[Bid, Any], text: str) -> None:
        """Remember what is typed."""
        self.typed[str(place)] = text

    def leave(self, place: Ref[Bid, Any] | None = None) -> None:
        """Remember which field was left."""
        self.document.seal()
        self.left.append(str(place))

    def tick(self) -> None:
        """A second has passed."""

    def commit(self, label: str = "") -> bool:
        """Everything is safe on paper."""
        return True

    def name_version(self, title: str) -> None:
        """Remember a version's name."""
        self.versions.append(title)

    def attach(self, path: Path) -> str:
        """Keep a file."""
        entry = Attachment(id=new_id(), name=path.name)
        collection: Ref[Bid, tuple[Attachment, ...]] = Ref(Bid, ("attachments",))
        self.document.add(collection, entry)
        self.files[entry.id] = path.read_bytes()
        return entry.id

    def attachment_bytes(self, identity: str) -> bytes:
        """Return a file."""
        return self.files.get(identity, b"")


@dataclass
class PaperOpening:
    """Opens bids on paper."""

    closed: list[PaperSession] = field(default_factory=list)
    refuses: BidKitError | None = None
    lately: list[RecentBid] = field(default_factory=list)
    again: list[RecentBid] = field(default_factory=list)

    def to_begin_again(self) -> Sequence[RecentBid]:
        """Return the bids to begin again."""
        return self.again

    def recent(self) -> Sequence[RecentBid]:
        """Return what was open lately."""
        return self.lately

    def open(self, path: Path) -> PaperSession:
        """Open an empty bid, or refuse."""
        if self.refuses is not None:
            raise self.refuses
        return PaperSession()

    def begin(self, route: Route, new: NewBid | None = None) -> PaperSession:
        """Begin a bid."""
        made = new or begun(route, NOW.date())
        return PaperSession(Document(made.bid), made.identity)

    def example(self, name: str) -> PaperSession:
        """Open an example."""
        return PaperSession(Document(load_example(name, NOW.date())))

    def save_copy(self, session: object, path: Path) -> None:
        """Write a copy."""
        path.write_text("a bid", encoding="utf-8")

    def close(self, session: object) -> None:
        """Let a bid go, or refuse."""
        if self.refuses is not None:
            raise self.refuses
        assert isinstance(session, PaperSession)
        self.closed.append(session)

    def candidates(self, path: Path) -> Sequence[Candidate]:
        """Return what there is to choose from."""
        return candidates_in(path)

    def read(self, path: Path, candidate: str = "") -> Reading:
        """Read a file."""
        return reading_of(proposal_from(path, Wanted(candidate)), NOW.date())

    def read_text(self, text: str) -> Reading:
        """Read what was pasted."""
        return reading_of(questions_from_text(text), NOW.date())

    def packs(self) -> Sequence[tuple[str, str]]:
        """Return the packs."""
        return pack_list()

    def from_pack(self, pack: str, route: Route) -> NewBid:
        """Return a bid with a pack."""
        new = begun(route, NOW.date())
        return NewBid(new.identity, with_pack(new.bid, pack, new.identity))
