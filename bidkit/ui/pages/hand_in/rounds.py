"""Choosing at which round the papers are handed in."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.rounds import Round
from bidkit.domain.showing import moment_words
from bidkit.session.document import Changed
from bidkit.session.lots.rounds import has_rounds, name_of_round, round_to_send, written_rounds
from bidkit.ui.desk import Desk
from bidkit.ui.editors.choices import Chooser
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.labels import Quiet
from bidkit.words import tr


class RoundChooser(Card):
    """Which handing in this is; begins with the next one that was not sent.

    chosen tells the round's id, '' while there is only one.
    """

    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr("Each round gets what is asked in it, and is marked DRAFT only for that.")
        super().__init__(desk.theme, tr("Which round?"), purpose, parent)
        self._desk = desk
        self.round = ""
        self._picked = ""
        self._rounds: tuple[Round, ...] = ()
        self._chooser = Chooser(self)
        self._chooser.setAccessibleName(tr("Round to hand in for"))
        self._chooser.setObjectName("hand-in-round")
        self._chooser.activated.connect(self._choose)
        self._told = Quiet("", self)
        self.body.addWidget(self._chooser)
        self.body.addWidget(self._told)
        desk.binder.bid_changed.connect(self._follow)
        self._list()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if change.before.rounds is not change.after.rounds:
            self._list()

    def _list(self) -> None:
        bid = self._desk.bid
        self._rounds = written_rounds(bid) if has_rounds(bid) else ()
        self.setVisible(bool(self._rounds))
        self._chooser.clear()
        for one in self._rounds:
            due = moment_words(one.deadline) or tr("no deadline yet")
            self._chooser.addItem(tr("{name}: {due}", name=name_of_round(one), due=due))
        known = [one.id for one in self._rounds]
        following = round_to_send(bid)
        wanted = self._picked if self._picked in known else following.id if following else ""
        at = known.index(wanted) if wanted in known else -1
        self._chooser.setCurrentIndex(at)
        self._use(at)

    def _use(self, at: int) -> None:
        one = self._rounds[at] if 0 <= at < len(self._rounds) else None
        sent = one is not None and one.sent_at is not None
        self._told.setText(tr("✓ Sent {when}", when=moment_words(one.sent_at)) if one else "")
        self._told.setVisible(sent)
        before, self.round = self.round, one.id if one is not None else ""
        if before != self.round:
            self.chosen.emit(self.round)

    @Slot(int)
    def _choose(self, at: int) -> None:
        self._picked = self._rounds[at].id
        self._use(at)
