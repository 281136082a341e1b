"""The card of one question: the buyer's words, the rule, and the reply as its kind asks."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.domain.finding import Status
from bidkit.domain.questionnaire import Question
from bidkit.rules.judging import Judgement
from bidkit.session.replies import ask_buyer, response_place
from bidkit.ui.desk import Desk
from bidkit.ui.forms.card import FormCard
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.forms.replies import CLEANING, reply_form, reply_table, wants_cleaning
from bidkit.ui.pages.qualification.questions import STATUS_WORDS, status_words
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Quiet, Toned, Words
from bidkit.ui.theme import GRID
from bidkit.words import tr


class ReplyCard(QWidget):
    """One question with everything it takes to reply to it."""

    def __init__(self, desk: Desk, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.question = question
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        self._head = self._make_head()
        column.addWidget(self._head)
        place = response_place(desk.document, question)
        if question.kind == "table":
            listing = reply_table(question, place.identity)
            column.addWidget(ItemList(desk, listing, self, belongs_to=place.identity))
        form = FormCard(desk, reply_form(question), place, self)
        column.addWidget(form)
        if wants_cleaning(question):
            column.addWidget(FormCard(desk, CLEANING, place, self))
        desk.theme.dress(self)

    def tell(self, judgement: Judgement) -> None:
        """Say how the reply stands and which rule says so."""
        words = [status_words(judgement.status), judgement.rule, judgement.figure]
        said = " — ".join(word for word in words if word)
        self._status.tell(said, STATUS_WORDS[judgement.status][2])
        self._status.setVisible(judgement.status is not Status.UNKNOWN)

    def _make_head(self) -> Card:
        question = self.question
        title = " ".join(piece for piece in (question.number, question.title) if piece)
        head = Card(self._desk.theme, title or tr("Question"), parent=self)
        head.body.addWidget(Words(question.text, head))
        if question.help:
            head.body.addWidget(Quiet(question.help, head))
        if question.evidence_asked:
            asked = tr("Evidence: {what}", what=question.evidence_asked)
            head.body.addWidget(Quiet(asked, head))
        self._status = Toned(self._desk.theme, "warn", parent=head)
        head.body.addWidget(self._status)
        row = FlowLayout()
        ask = Button(tr("Ask the buyer"), head)
        ask.clicked.connect(self._ask)
        row.addWidget(ask)
        head.body.addLayout(row)
        return head

    @Slot()
    def _ask(self) -> None:
        ask_buyer(self._desk.document, self.question, self._desk.session.today())
        self._desk.notices.say(
            tr("A question to the buyer is drafted. It waits in the list below.")
        )
