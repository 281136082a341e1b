"""The letter that thanks the buyer and asks for feedback, ready to copy."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.session.aftermath import thanks_letter
from bidkit.ui.desk import Desk
from bidkit.ui.forms.card import WHOLE_BID, FormCard
from bidkit.ui.pages.after.forms import LETTER
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.words import tr


class LetterCard(FormCard[Bid]):
    """The letter with buttons that draft it and copy it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, LETTER, WHOLE_BID, parent)
        row = FlowLayout()
        for words, act in ((tr("Draft the letter"), self._draft), (tr("Copy it"), self._copy)):
            button = Button(words)
            button.clicked.connect(act)
            row.addWidget(button)
        self.body.addLayout(row)

    @Slot()
    def _draft(self) -> None:
        text = thanks_letter(self._desk.bid)
        place = ref(Bid, lambda b: b.after.thanks_letter)
        self._desk.document.edit(
            tr("Draft the letter"), lambda bid: place.set(bid, text), place=place
        )

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._desk.bid.after.thanks_letter)
        self._desk.notices.say(tr("The letter is copied."))
