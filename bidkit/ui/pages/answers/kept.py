"""Kept answers: taken from our library into the box one writes in, and kept for next time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from bidkit.domain.answers import Answer
from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.errors import BidKitError
from bidkit.session.library.keeping import keepable, use_answer
from bidkit.session.library.shelf import OurLibrary
from bidkit.session.library.stories import tellings_in, use_telling
from bidkit.storage.library import LibraryEntry
from bidkit.ui.desk import Desk
from bidkit.ui.dialogs.choosing import ChooseDialog
from bidkit.ui.dialogs.library import LibraryDialog
from bidkit.ui.pieces.buttons import Button
from bidkit.words import tr

PlaceNow = Callable[[], Ref[Bid, Answer] | None]


class KeptAnswers(QObject):
    """A button with a menu: use a kept answer, or keep the one that is open."""

    def __init__(self, desk: Desk, parent: QWidget, place: PlaceNow) -> None:
        super().__init__(parent)
        self._desk, self._parent, self._place = desk, parent, place
        self.library = OurLibrary(desk.session.ports)
        self.dialog: QDialog | None = None
        self.button = Button(tr("Library"), parent)
        menu = QMenu(parent)
        menu.addAction(tr("Use a kept answer…")).triggered.connect(self.choose)
        menu.addAction(tr("Use a case study…")).triggered.connect(self.choose_story)
        menu.addAction(tr("Keep this answer")).triggered.connect(self.keep)
        self.button.setMenu(menu)

    @Slot()
    def choose(self) -> None:
        """Open the kept answers."""
        self.dialog = LibraryDialog(self._desk, self.library, ("answer",), self.use, self._parent)
        self.dialog.open()

    def use(self, entry: LibraryEntry) -> None:
        """Put a kept answer below what stands in the box, with the evidence it names."""
        place = self._place()
        if place is None:
            return
        try:
            use_answer(self._desk.document, self.library, place, entry)
        except BidKitError as error:
            self._desk.notices.refuse(error)
            return
        self._desk.notices.say(
            tr("“{title}” is in your answer. Make it fit this buyer.", title=entry.title)
        )

    @Slot()
    def choose_story(self) -> None:
        """Show the case studies of this bid in the lengths that are written."""
        from bidkit.session.incoming.files import Candidate

        tellings = {one.key: one for one in tellings_in(self._desk.bid)}
        if not tellings:
            self._desk.notices.say(tr("Write a case study on “Our organisation” first."))
            return
        candidates = [
            Candidate(
                one.key,
                one.case.title or tr("Case study"),
                tr("{n} words · {start}", n=one.words, start=one.text[:80]),
            )
            for one in tellings.values()
        ]

        def use(key: str) -> None:
            place = self._place()
            if place is not None:
                use_telling(self._desk.document, place, tellings[key])
                self._desk.notices.say(tr("The story is in your answer. Make it fit the question."))

        title = tr("Which story, how long?")
        self.dialog = ChooseDialog(self._desk.theme, title, candidates, use, self._parent)
        self.dialog.open()

    @Slot()
    def keep(self) -> None:
        """Keep the answer that is open."""
        place = self._place()
        session = self._desk.session
        entry = None
        if place is not None:
            entries = {
                one.data.get("answer"): one for one in keepable(self._desk.bid, session.bid_id)
            }
            entry = entries.get(place.identity)
        if entry is None:
            self._desk.notices.say(tr("Write something first."))
            return
        try:
            self.library.put(entry)
        except BidKitError as error:
            self._desk.notices.refuse(error)
            return
        self._desk.notices.say(tr("“{title}” is in our library.", title=entry.title))
