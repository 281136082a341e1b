"""What to think about as partners: structures, what makes a consortium succeed, first steps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from bidkit.packs.catalogue import shipped
from bidkit.session.fitting.starters import with_checklist, with_tasks
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.labels import Heading, Quiet, Words
from bidkit.words import tr


class PromptsCard(Card):
    """The four structures with what speaks for and against, five conditions, five first steps."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, tr("Before you set it up"), parent=parent)
        self._desk = desk
        packs = shipped()
        self._factors = packs.prompts("success factors")
        self._steps = packs.prompts("set-up steps")
        self.body.addWidget(Heading(tr("Structures"), 3, self))
        for one in packs.prompts("structures"):
            self.body.addWidget(Words(one.text, self))
            self.body.addWidget(Quiet(one.help, self))
        self.body.addWidget(Quiet(tr("Take legal advice before you choose."), self))
        self.body.addWidget(Heading(tr("What a consortium succeeds by"), 3, self))
        for one in self._factors:
            self.body.addWidget(Words(f"• {one.text}", self))
        self._button(tr("Put them on the list of the agreement"), self._check)
        self.body.addWidget(Heading(tr("Are you ready?"), 3, self))
        for one in packs.prompts("readiness"):
            self.body.addWidget(Words(f"• {one.text}", self))
        self.body.addWidget(Heading(tr("First steps"), 3, self))
        for at, one in enumerate(self._steps, start=1):
            self.body.addWidget(Words(f"{at}. {one.text}", self))
        self._button(tr("Make them tasks"), self._plan)

    def _button(self, words: str, act: object) -> None:
        button = Button(words, self)
        button.clicked.connect(act)
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _check(self) -> None:
        bid_id = self._desk.session.bid_id
        self._desk.document.edit(
            tr("Add what a consortium succeeds by"),
            lambda bid: with_checklist(bid, self._factors, bid_id),
        )
        self._desk.notices.say(tr("They are in the list of the agreement."))

    @Slot()
    def _plan(self) -> None:
        bid_id = self._desk.session.bid_id
        self._desk.document.edit(
            tr("Add the first steps"), lambda bid: with_tasks(bid, self._steps, bid_id)
        )
        self._desk.notices.say(tr("They are tasks now, on “Review and mark”."))
