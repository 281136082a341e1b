"""Starting the next bid, and how bids go so far."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.showing import day_words
from bidkit.errors import BidKitError
from bidkit.progress import Progress
from bidkit.session.afterwards.next_bid import rebid_day, start_next_bid
from bidkit.session.afterwards.record import TrackOfBids, read_results, track_words
from bidkit.session.document import Changed
from bidkit.session.library.shelf import OurLibrary
from bidkit.session.session import Session
from bidkit.storage.library import LibraryEntry
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Words
from bidkit.words import tr


class NextBidCard(Card):
    """Makes the tasks and the day for the next bid from the day this contract ends."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr("The next bid begins long before its notice.")
        super().__init__(desk.theme, tr("Start the next bid"), purpose, parent)
        self._desk = desk
        self._told = Words("", self)
        self._start = Button(tr("Make the plan"), self)
        self._start.clicked.connect(self._plan)
        row = FlowLayout()
        row.addWidget(self._start)
        self.body.addWidget(self._told)
        self.body.addLayout(row)
        desk.binder.bid_changed.connect(self._follow)
        self._tell()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if before.after is not after.after or before.opportunity is not after.opportunity:
            self._tell()

    def _tell(self) -> None:
        bid = self._desk.bid
        day = rebid_day(bid)
        self._start.setEnabled(day is not None)
        if day is None:
            words = tr("Enter under Opportunity when the contract ends, then a plan can be made.")
        elif bid.after.rebid_on is not None:
            words = tr(
                "Work on the next bid starts on {day}. The day goes into the calendar file.",
                day=day_words(bid.after.rebid_on),
            )
        else:
            words = tr(
                "Suggested start: {day}, a year before the contract ends.", day=day_words(day)
            )
        self._told.setText(words)

    @Slot()
    def _plan(self) -> None:
        count = start_next_bid(self._desk.document, self._desk.session.today())
        words = tr("{n} tasks are under To do, on Review and mark.", n=count)
        self._desk.notices.say(words if count else tr("The plan is made already."))


class TrackCard(Card):
    """How the bids of this folder and of the library went; read when asked, never changed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr(
            "Counted from the bids in this folder and those our library remembers. They are read, "
            "not changed."
        )
        super().__init__(desk.theme, tr("How your bids go"), purpose, parent)
        self._desk = desk
        self._words = Words("", self)
        self._words.hide()
        self._count = Button(tr("Count them"), self)
        self._count.clicked.connect(self.count)
        row = FlowLayout()
        row.addWidget(self._count)
        self.body.addLayout(row)
        self.body.addWidget(self._words)

    @Slot()
    def count(self) -> None:
        """Read the other bids beside the window."""
        session, bid = self._desk.session, self._desk.bid
        if not isinstance(session, Session):
            return
        path, identity = session.path, session.bid_id
        library = OurLibrary(session.ports)

        def work(progress: Progress) -> TrackOfBids:
            past: Sequence[LibraryEntry] = ()
            with suppress(BidKitError):
                past = library.entries(kinds=("bid",))
            return read_results(path.parent, path, bid, progress, own_id=identity, past=past)

        self._desk.jobs.run(tr("Reading the other bids"), work, self._show)

    @Slot(object)
    def _show(self, track: TrackOfBids) -> None:
        self._words.setText("\n".join(track_words(track)))
        self._words.show()
