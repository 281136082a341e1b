"""Finding promises in the answers, so that each has a day and somebody who keeps it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.showing import day_words, number_words
from bidkit.errors import InputError
from bidkit.progress import Progress
from bidkit.session.afterwards.promises import (
    Promise,
    keep_promises,
    not_taken_on,
    promises_in,
    take_on,
)
from bidkit.session.document import Changed
from bidkit.session.exports import promises_pdf
from bidkit.session.incoming.offers import Offer
from bidkit.session.session import Session
from bidkit.ui.desk import Desk
from bidkit.ui.dialogs.taking import TakeDialog, Telling
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Quiet
from bidkit.ui.saving import FileKind, Made, SaveCard
from bidkit.words import tr

READS = ("answers", "commitments", "questions")


class PromisesCard(Card):
    """Says how many sentences of the answers promise something, and offers to list them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr("Once you win, what you wrote binds you.")
        super().__init__(desk.theme, tr("Promises in your answers"), purpose, parent)
        self._desk = desk
        self.dialog: TakeDialog | None = None
        self._told = Quiet("", self)
        self._look = Button(tr("Look for promises"), self)
        self._look.clicked.connect(self._find)
        self._bind = Button("", self)
        self._bind.clicked.connect(self._take_on)
        row = FlowLayout()
        row.addWidget(self._look)
        row.addWidget(self._bind)
        self.body.addLayout(row)
        self.body.addWidget(self._told)
        self._told.hide()
        desk.binder.bid_changed.connect(self._follow)
        self._offer()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if any(getattr(before, name) is not getattr(after, name) for name in READS):
            self._told.hide()
        if before.commitments is not after.commitments or before.after is not after.after:
            self._offer()

    def _offer(self) -> None:
        """Offer to take on what was offered, once the bid is won."""
        count = len(not_taken_on(self._desk.bid))
        self._bind.setVisible(bool(count))
        self._bind.setText(tr("We won: mark {n} offers as promised", n=count))

    @Slot()
    def _take_on(self) -> None:
        self._desk.binder.leave_all()
        count = take_on(self._desk.document)
        self._desk.notices.say(tr("{n} are promised now. Undo takes it back.", n=count))

    @Slot()
    def _find(self) -> None:
        self._desk.binder.leave_all()
        found = promises_in(self._desk.bid)
        if not found:
            self._told.setText(
                tr("Every promise found is in the register already, or none is made.")
            )
            self._told.show()
            return
        telling = Telling(
            tr("Promises in your answers"),
            tr("Tick what you must keep. Each remembers the answer it comes from."),
            use=tr("Put into the register"),
        )
        offers = [offer_of(one) for one in found]
        self.dialog = TakeDialog(self._desk.theme, telling, offers, self._take, self)
        self.dialog.open()

    def _take(self, chosen: frozenset[str]) -> None:
        count = keep_promises(self._desk.document, chosen)
        self._desk.notices.say(
            tr("{n} promises are in the register. Undo takes them out.", n=count)
        )


def register_card(desk: Desk, parent: QWidget) -> SaveCard:
    """Return the card that writes the register for whoever runs the contract."""
    titles = (
        tr("The register on paper"),
        tr("Every promise by its day, with who keeps it, for whoever runs the contract."),
        tr("Save the register"),
    )

    def make(progress: Progress) -> Made:
        if not isinstance(desk.session, Session):
            raise InputError(tr("This bid is not in a file."))
        return Made(promises_pdf(desk.session, progress))

    def kind() -> FileKind:
        title = desk.bid.opportunity.title or desk.bid.about.title
        return FileKind(tr("PDF documents"), "pdf", tr("Promises {title}", title=title))

    return SaveCard(desk, titles, kind, make, parent)


def offer_of(one: Promise) -> Offer:
    """Return a promise as a line to tick, with how much and by when."""
    much = " ".join(part for part in (number_words(one.quantity), one.unit) if part)
    day = day_words(one.due_on, weekday=False) if one.due_on is not None else ""
    extra = " · ".join(part for part in (much, day) if part)
    return Offer((one.key,), one.name, " · ".join(part for part in (one.sentence, extra) if part))
