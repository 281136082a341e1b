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
from bidkit.domain.refs import Ref
from bidkit.domain.stages import Stage
from bidkit.session.deadlines import Deadline, next_deadline
from bidkit.session.document import Document
from bidkit.session.saved import SavedState
from bidkit.session.signal import Signal

NOW = datetime(2026, 11, 25, 10, 42, tzinfo=UTC)


@dataclass(frozen=True)
class PaperShare:
    """How far a stage is."""

    share: float = 0.0
    open: int = 0
    words: str = "0 of 1 done"


@dataclass
class PaperSession:
    """Keeps a document in memory; findings are laid down by hand."""

    document: Document = field(default_factory=lambda: Document(EMPTY))
    findings: tuple[Finding, ...] = ()
    saved: SavedState = field(default_factory=lambda: SavedState("saved", NOW))
    findings_changed: Signal[tuple[Finding, ...]] = field(default_factory=Signal)
    saved_changed: Signal[SavedState] = field(default_factory=Signal)
    left: list[str] = field(default_factory=list)
    typed: dict[str, str] = field(default_factory=dict)
    versions: list[str] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    notes: Sequence[Any] = ()

    def lay_down(self, *findings: Finding) -> None:
        """Let the rules have found something."""
        self.findings = findings
        self.findings_changed.emit(findings)

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
        return NOW.date()

    def now(self) -> datetime:
        """Now."""
        return NOW

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
