"""The card of one question: the buyer's words, the rule, and the reply as its kind asks."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.domain.questionnaire import among_lots
from bidkit.rules.asked import Asked
from bidkit.rules.judging import Judgement
from bidkit.session.replies import response_place
from bidkit.ui.desk import Desk
from bidkit.ui.forms.card import FormCard
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.forms.replies import reply_form, reply_table, wants_cleaning
from bidkit.ui.pages.qualification.head import QuestionHead
from bidkit.ui.pages.qualification.subjects import FollowUp, SubjectReplies
from bidkit.ui.pages.qualification.written import WrittenReply
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.theme import GRID
from bidkit.words import tr


class ReplyCard(QWidget):
    """One question with everything it takes to reply to it."""

    def __init__(self, desk: Desk, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.question = asked.question
        self.subjects = asked.subjects
        self._offered = among_lots(asked.question, desk.bid.lots)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2 * GRID)
        self.head = QuestionHead(desk, asked.question, self)
        self.column.addWidget(self.head)
        self.body = QWidget(self)
        self._inside = QVBoxLayout(self.body)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(2 * GRID)
        self._add_reply(asked)
        self._inside.addLayout(self._foot())
        self.column.addWidget(self.body)
        desk.theme.dress(self)

    def tell(self, asked: Asked, judgement: Judgement) -> None:
        """Say how the reply stands and which rule says so."""
        self.head.tell(asked, judgement)

    def offers_now(self) -> bool:
        """Tell whether what can be chosen is still what the bid holds."""
        return among_lots(self.question, self._desk.bid.lots).options == self._offered.options

    def _foot(self) -> FlowLayout:
        """Return the row under the reply: on to what is to do next."""
        row = FlowLayout()
        following = Button(tr("Next to do ›"), self.body)
        following.setToolTip(tr("Alt+Right"))
        following.clicked.connect(self.head.next_wanted)
        row.addWidget(following)
        return row

    def _add_reply(self, asked: Asked) -> None:
        question = asked.question
        if question.kind == "prose":
            self._inside.addWidget(WrittenReply(self._desk, question, self.body))
            return
        declared = question.kind == "yes_no" and wants_cleaning(question)
        if declared and len(asked.subjects) > 1:
            self._inside.addWidget(SubjectReplies(self._desk, question, asked.subjects, self.body))
            return
        place = response_place(self._desk.document, question, asked.subjects[0])
        if question.kind == "table":
            listing = reply_table(question, place.identity)
            self._inside.addWidget(
                ItemList(self._desk, listing, self.body, belongs_to=place.identity)
            )
        self._inside.addWidget(FormCard(self._desk, reply_form(self._offered), place, self.body))
        if declared:
            self._inside.addWidget(FollowUp(self._desk, place, self.body))

    @staticmethod
    def fits(card: ReplyCard | None, asked: Asked) -> bool:
        """Tell whether a card that is shown is still the card of this question."""
        return (
            card is not None
            and card.question is asked.question
            and card.subjects == asked.subjects
            and card.offers_now()
        )
