"""The letter that thanks the buyer and asks for feedback: drafted, copied, e-mailed or printed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.errors import BidKitError
from bidkit.session.afterwards.letter import mail_address, thanks_letter
from bidkit.session.exports import letter_pdf, replace_output, safe_name
from bidkit.session.session import Session
from bidkit.ui.desk import Desk
from bidkit.ui.forms.card import WHOLE_BID, FormCard
from bidkit.ui.pages.after.forms import LETTER
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.words import tr

PLACE = ref(Bid, lambda b: b.after.thanks_letter)
ASKED = ref(Bid, lambda b: b.after.feedback_asked_on)


class LetterCard(FormCard[Bid]):
    """The letter with buttons that draft it, copy it, open it as an e-mail and save it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, LETTER, WHOLE_BID, parent)
        row = FlowLayout()
        for words, act in (
            (tr("Draft the letter"), self._draft),
            (tr("Copy it"), self._copy),
            (tr("Open as an e-mail"), self._mail),
            (tr("Save as PDF"), self._ask),
            (tr("It is sent"), self._sent),
        ):
            button = Button(words)
            button.clicked.connect(act)
            row.addWidget(button)
        self.body.addLayout(row)

    @Slot()
    def _draft(self) -> None:
        self._desk.binder.leave_all()
        before = self._desk.bid.after.thanks_letter
        text = thanks_letter(self._desk.bid, self._desk.session.today())
        if text == before:
            self._desk.notices.say(tr("The letter says this already."))
            return
        self._desk.document.edit(
            tr("Draft the letter"), lambda bid: PLACE.set(bid, text), place=PLACE
        )
        if before.strip():
            self._desk.notices.say(tr("Drafted anew. Undo brings your words back."))

    def _ready(self) -> None:
        """Make sure there is a letter: one that was not drafted is drafted now."""
        self._desk.binder.leave_all()
        if not self._desk.bid.after.thanks_letter.strip():
            self._draft()

    @Slot()
    def _copy(self) -> None:
        self._ready()
        QGuiApplication.clipboard().setText(self._desk.bid.after.thanks_letter)
        self._desk.notices.say(tr("The letter is copied."))

    @Slot()
    def _mail(self) -> None:
        self._copy()
        QDesktopServices.openUrl(mail_address(self._desk.bid))
        self._desk.notices.say(tr("The letter is copied too, in case the e-mail opens empty."))

    @Slot()
    def _ask(self) -> None:
        self._ready()
        dialog = QFileDialog(self, tr("Save as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("PDF documents (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        title = self._desk.bid.opportunity.buyer.name or tr("the buyer")
        dialog.selectFile(f"{safe_name(tr('Letter to {buyer}', buyer=title))}.pdf")
        dialog.fileSelected.connect(lambda name: self.write(Path(name)))
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the letter to a PDF file."""
        session = self._desk.session
        if not isinstance(session, Session):
            return
        self._ready()
        try:
            replace_output(path, letter_pdf(session))
        except BidKitError as error:
            self._desk.notices.refuse(error)
            return
        self._desk.notices.say(tr("Wrote {name}.", name=path.name))

    @Slot()
    def _sent(self) -> None:
        """Note that feedback was asked for today, so that nothing reminds of it any more."""
        self._desk.binder.leave_all()
        if self._desk.bid.after.feedback_asked_on is not None:
            self._desk.notices.say(tr("The day is noted already, under Feedback."))
            return
        today = self._desk.session.today()
        self._desk.document.edit(
            tr("Feedback was asked for"), lambda bid: ASKED.set(bid, today), place=ASKED
        )
        self._desk.notices.say(tr("Noted under Feedback: asked today."))
