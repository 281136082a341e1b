"""One open bid: its document, its file, what is wrong with it, and whether it is safe."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bidkit.changes.history import Entry
from bidkit.domain.bid import Bid
from bidkit.domain.finding import Finding
from bidkit.domain.refs import Ref
from bidkit.domain.stages import Stage
from bidkit.errors import BidKitError, FileError, InputError
from bidkit.rules.completeness import Share
from bidkit.session.checks import Checks
from bidkit.session.deadlines import Deadline, next_deadline
from bidkit.session.document import Changed, Document
from bidkit.session.ports import Ports
from bidkit.session.safety.drafts import DraftBook, Leftover, leftovers_in, value_of
from bidkit.session.safety.undecided import undecided_places
from bidkit.session.saved import SavedState
from bidkit.session.signal import Signal
from bidkit.storage.bidfile import BidFile
from bidkit.storage.loaded import Loaded
from bidkit.storage.lock import FileLock, Holder
from bidkit.words import tr

if TYPE_CHECKING:
    from bidkit.packs.guidance import Note

DRAFT_EVERY = timedelta(seconds=2)
REST = timedelta(seconds=60)
LOOK_EVERY = timedelta(seconds=5)


class Session:
    """Joins the document, the file and the checks; nothing has to be saved by hand."""

    def __init__(
        self,
        file: BidFile,
        loaded: Loaded,
        ports: Ports,
        *,
        lock: FileLock | None = None,
        others: tuple[Holder, ...] = (),
    ) -> None:
        self.file = file
        self.ports = ports
        self.others = others
        self._lock = lock
        self.document = Document(loaded.bid)
        self.checks = Checks(
            self.document,
            ports,
            present=self._present,
            undecided=lambda: frozenset(self.undecided()),
        )
        self.saved_changed: Signal[SavedState] = Signal()
        self.taken_in: Signal[Loaded] = Signal()
        self._committed = loaded.bid
        self._loaded = loaded
        self._saved = SavedState("saved", ports.now())
        self._drafts = DraftBook()
        self._due = False
        self._typed_at: datetime | None = None
        self._changed_at: datetime | None = None
        self._looked_at = ports.now()
        self.document.changed.connect(self._note_change)

    @property
    def saved(self) -> SavedState:
        """Whether what is on screen is safe."""
        return self._saved

    @property
    def read_only(self) -> bool:
        """Tell whether nothing may be written to this file."""
        return self.file.read_only

    @property
    def path(self) -> Path:
        """The file this bid lives in."""
        return self.file.path

    @property
    def bid_id(self) -> str:
        """The identity of this bid, the same in all its copies."""
        return self.file.bid_id

    @property
    def loaded(self) -> Loaded:
        """What the file amounted to when it was last read: conflicts, versions, provenance."""
        return self._loaded

    def today(self) -> date:
        """Today in the United Kingdom."""
        return self.ports.today()

    def now(self) -> datetime:
        """This moment."""
        return self.ports.now()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules found when they last ran."""
        return self.checks.findings

    @property
    def findings_changed(self) -> Signal[tuple[Finding, ...]]:
        """Tells when the findings are others than before."""
        return self.checks.changed

    def check_now(self) -> tuple[Finding, ...]:
        """Run every rule to the end and return what they found."""
        return self.checks.run_to_end()

    def findings_at(self, place: Ref[Bid, Any]) -> tuple[Finding, ...]:
        """Return the findings at or inside an address."""
        return self.checks.findings_at(place)

    def completeness(self, stage: Stage) -> Share:
        """Return how far one stage is."""
        return self.checks.completeness(stage)

    def deadline(self) -> Deadline | None:
        """Return the next deadline of any round."""
        return next_deadline(self.document.bid, self.now())

    def guidance(self, stage: Stage, address: str = "") -> tuple[Note, ...]:
        """Return the notes for a stage, or for a place in it."""
        from bidkit.session.fitting.guide import notes_for

        return notes_for(self.document.bid, stage, address)

    def history(self, most: int = 500) -> Sequence[Entry]:
        """Return who changed what, newest first."""
        return self.file.history(most=most)

    def note_typing(self, place: Ref[Bid, Any], text: str) -> None:
        """Remember text being typed that is not in the bid yet; a draft keeps it safe."""
        self._drafts.note_typed(str(place), text)
        self._typed_at = self._typed_at or self.now()

    def leave(self, place: Ref[Bid, Any] | None = None) -> None:
        """A field was left: seal the step and commit."""
        self.document.seal()
        if place is not None:
            self._drafts.drop(str(place))
        self.commit()

    def tick(self) -> None:
        """Called about once a second: drafts every 2 s, commits after rest, looks at the file."""
        now = self.now()
        if self._lock is not None:
            self._lock.refresh()
        if self._typed_at is not None and now - self._typed_at >= DRAFT_EVERY:
            (self.commit if self.read_only else self._write_drafts)()
        rested = self._changed_at is not None and now - self._changed_at >= REST
        if self._due or rested:
            self.commit()
        if now - self._looked_at >= LOOK_EVERY:
            self._looked_at = now
            if self.file.changed_on_disk():
                self.commit()

    def commit(self, label: str = "", decided: Iterable[str] = ()) -> bool:
        """Write what differs to the file and take in what others wrote; tell whether it is safe."""
        self._changed_at = self._typed_at = None
        self._due = False
        before, after = self._committed, self.document.bid
        if self.read_only and before == after:
            return True
        try:
            loaded = self.file.commit(before, after, label=label, decided=decided)
        except FileError as error:
            self._due = True
            self._committed = self.file.current.bid
            self._say(SavedState("not saved", self.now(), error.what, error.advice))
            return False
        self._loaded, self._committed = loaded, loaded.bid
        self.document.take_in(loaded.bid)
        self._clear_drafts()
        self._say(SavedState("saved", self.now()))
        self.taken_in.emit(loaded)
        return True

    def name_version(self, title: str) -> None:
        """Give the bid as it stands now a name to come back to."""
        if self.commit():
            self.file.name_version(title)

    def close(self) -> None:
        """Commit what is left and let go of the file; raise FileError when it is not safe."""
        if not self.commit():
            said = self._saved
            raise FileError(tr("Not everything is in the file."), said.why, said.advice)
        self.release()

    def attach(self, path: Path) -> str:
        """Keep a file in the bid; return the id of its attachment."""
        return self.attach_bytes(path, path.name)

    def attach_bytes(self, source: bytes | Path, name: str) -> str:
        """Keep bytes in the bid under a name; return the id of their attachment."""
        entry = self.file.attach(source, name)
        collection: Ref[Bid, Any] = Ref(Bid, ("attachments",))
        self.document.add(collection, entry, label=tr("Add {name}", name=entry.name))
        self.commit()
        return entry.id

    def attachment_bytes(self, identity: str) -> bytes:
        """Return the bytes of an attachment; b'' when it is not in this copy."""
        found = next((one for one in self.document.bid.attachments if one.id == identity), None)
        return self.bytes_of_digest(found.digest) if found is not None else b""

    def bytes_of_digest(self, digest: str) -> bytes:
        """Return the bytes with this hash; b'' when they are not in this copy."""
        with suppress(BidKitError):
            return self.file.attachment_bytes(digest)
        return b""

    def undecided(self) -> dict[str, str]:
        """Return every place that waits for a decision, with its versions in words."""
        return undecided_places(self._loaded.conflicts)

    def release(self) -> None:
        """Let go of the file without writing."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _present(self) -> frozenset[str] | None:
        with suppress(BidKitError):
            return self.file.attachment_digests()
        return None

    def _note_change(self, change: Changed) -> None:
        if change.origin == "file":
            return
        self._changed_at = self._changed_at or self.now()
        self._typed_at = self._typed_at or self.now()
        for edit in change.edits:
            if edit.field and edit.new is not None:
                self._drafts.note(edit.address, edit.new, edit.old)
            else:
                self._due = True

    def _write_drafts(self) -> None:
        self._typed_at = None
        try:
            for address, value, base in self._drafts.unwritten():
                self.file.write_draft(address, value, base)
                self._drafts.wrote(address)
        except FileError as error:
            self._say(SavedState("not saved", self.now(), error.what, error.advice))
            return
        self._say(SavedState("saved", self.now()))

    def _clear_drafts(self) -> None:
        with suppress(FileError):
            for address in self._drafts.finish():
                self.file.clear_draft(address)

    def leftovers(self) -> tuple[Leftover, ...]:
        """Return what somebody typed here in a session that ended badly."""
        present = {one.replica for one in self.others}
        return leftovers_in(self._loaded.drafts, present, self.document.bid)

    def recover(self, leftover: Leftover) -> bool:
        """Put a leftover into the bid; tell whether its words could stand there."""
        try:
            value = value_of(leftover)
            self.document.edit(
                tr("Bring back what was typed"),
                lambda bid: leftover.place.set(bid, value),
                place=leftover.place,
            )
        except (ValueError, KeyError, InputError):
            return False
        self.discard(leftover)
        self.commit()
        return True

    def discard(self, leftover: Leftover) -> None:
        """Drop a leftover for good."""
        draft = leftover.draft
        with suppress(FileError):
            self.file.clear_draft(draft.place, draft.replica)
        rest = tuple(one for one in self._loaded.drafts if one != draft)
        self._loaded = replace(self._loaded, drafts=rest)

    def _say(self, state: SavedState) -> None:
        self._saved = state
        self.saved_changed.emit(state)
