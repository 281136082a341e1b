"""Getting ready to present: an outline, likely questions, papers for the day, a rehearsal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.progress import Progress
from bidkit.session.document import Changed
from bidkit.session.presenting.likely import add_likely
from bidkit.session.presenting.outline import draft_outline, minutes_words, runs_over
from bidkit.session.presenting.papers import cards_pdf, handout_pdf
from bidkit.session.presenting.rehearsal import (
    Rehearsal,
    place_words,
    result_words,
    span_words,
)
from bidkit.ui.desk import Desk
from bidkit.ui.pages.hand_in.ways_out import title_of
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Quiet, Toned, Words
from bidkit.ui.saving import FileKind, Made, SaveCard
from bidkit.ui.theme import GRID
from bidkit.words import tr

SECOND = 1000
MakePdf = Callable[[Bid, date, Progress], bytes]


def paper_card(
    desk: Desk, titles: tuple[str, str, str], make: MakePdf, parent: QWidget
) -> SaveCard:
    """Return the card that writes one paper for the day as PDF."""

    def made(progress: Progress) -> Made:
        return Made(make(desk.bid, desk.session.today(), progress))

    def kind() -> FileKind:
        name = tr("{paper}, {title}", paper=titles[0], title=title_of(desk))
        return FileKind(tr("PDF documents"), "pdf", name)

    return SaveCard(desk, titles, kind, made, parent)


class OutlineCard(Card):
    """Drafts the outline and the likely questions; says what the minutes add up to."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr("Drafted from your short description, outcomes, value and team.")
        super().__init__(desk.theme, tr("Outline and questions"), purpose, parent)
        self._desk = desk
        self._minutes = Toned(desk.theme, "ink", parent=self)
        row = FlowLayout()
        for words, act in (
            (tr("Draft an outline"), self._draft),
            (tr("Add likely questions"), self._ask_hard),
        ):
            button = Button(words, self)
            button.clicked.connect(act)
            row.addWidget(button)
        self.body.addLayout(row)
        self.body.addWidget(self._minutes)
        desk.binder.bid_changed.connect(self._follow)
        self._tell()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if before.slides is not after.slides or before.presentation is not after.presentation:
            self._tell()

    def _tell(self) -> None:
        bid = self._desk.bid
        words, over = minutes_words(bid), runs_over(bid)
        self._minutes.setVisible(bool(words))
        self._minutes.tell(f"▲ {words}" if over else words, "warn" if over else "ink")

    @Slot()
    def _draft(self) -> None:
        if not self._desk.bid.slides:
            self._answered("add")
            return
        self._desk.notices.ask(
            tr("There is an outline already."),
            tr("Your own parts stay unless you say so. Undo brings everything back."),
            (
                ("leave", tr("Leave it")),
                ("add", tr("Add the draft after it")),
                ("replace", tr("Replace it")),
            ),
            self._answered,
        )

    def _answered(self, answer: str) -> None:
        if answer not in ("add", "replace"):
            return
        count = draft_outline(self._desk.document, "replace" if answer == "replace" else "add")
        words = tr("{n} parts are drafted. Undo takes them out.", n=count)
        nothing = tr("There is nothing to draft from yet: write the short description first.")
        self._desk.notices.say(words if count else nothing)

    @Slot()
    def _ask_hard(self) -> None:
        count = add_likely(self._desk.document)
        words = tr("{n} questions are added, the weakest marks first.", n=count)
        nothing = tr("No new questions: give yourself marks under Scoring criteria first.")
        self._desk.notices.say(words if count else nothing)


class RehearsalCard(Card):
    """A clock to speak against: start, next part, stop; the result stays until the next start."""

    def __init__(
        self, desk: Desk, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.theme, tr("Rehearse"), tr("Speak it aloud, part by part."), parent)
        self._desk, self._clock = desk, clock
        self.rehearsal = Rehearsal()
        self._elapsed = Words("", self)
        self._place = Quiet("", self)
        self._result = Words("", self)
        self._start = Button(tr("Start"), self)
        self._next = Button(tr("Next part"), self)
        self._start.clicked.connect(self._turn)
        self._next.clicked.connect(self._go_on)
        self._beat = QTimer(self)
        self._beat.setInterval(SECOND)
        self._beat.timeout.connect(self._tell)
        row = FlowLayout()
        row.addWidget(self._start)
        row.addWidget(self._next)
        column = QVBoxLayout()
        column.setSpacing(GRID)
        for label in (self._elapsed, self._place, self._result):
            column.addWidget(label)
        self.body.addLayout(row)
        self.body.addLayout(column)
        self._tell()

    @Slot()
    def _turn(self) -> None:
        now = self._clock()
        if self.rehearsal.running:
            self.rehearsal = self.rehearsal.ended(now)
            self._beat.stop()
        else:
            self.rehearsal = self.rehearsal.begun(now)
            self._beat.start()
        self._tell()

    @Slot()
    def _go_on(self) -> None:
        self.rehearsal = self.rehearsal.turned(self._clock())
        self._tell()

    @Slot()
    def _tell(self) -> None:
        bid, going = self._desk.bid, self.rehearsal
        self._start.setText(tr("Stop") if going.running else tr("Start"))
        self._next.setVisible(going.running and going.part + 1 < len(bid.slides))
        self._elapsed.setVisible(going.running)
        self._elapsed.setText(span_words(going.taken(self._clock())))
        self._place.setText(place_words(bid, going))
        self._place.setVisible(going.running)
        lines = result_words(bid, going)
        self._result.setText("\n".join(lines))
        self._result.setVisible(bool(lines))

    def showEvent(self, event: QShowEvent) -> None:
        """Count on where somebody comes back to a rehearsal that is still going."""
        super().showEvent(event)
        if self.rehearsal.running:
            self._beat.start()
            self._tell()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop counting on screen while nobody looks; the time itself goes on."""
        self._beat.stop()
        super().hideEvent(event)


def papers_for_the_day(desk: Desk, parent: QWidget) -> tuple[SaveCard, SaveCard]:
    """Return the cards that write the speakers' cards and the page for the panel."""
    cards = (
        tr("Speakers’ cards"),
        tr("A page for each speaker: parts, minutes, notes and questions. For us only."),
        tr("Save the cards as PDF"),
    )
    page = (
        tr("Handout"),
        tr("One page to leave with the panel. Nothing of ours stands in it."),
        tr("Save the handout as PDF"),
    )
    return paper_card(desk, cards, cards_pdf, parent), paper_card(desk, page, handout_pdf, parent)
