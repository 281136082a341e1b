"""The board: what would put us out, the list of questions, and the card of the chosen one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelection, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.filled import waits_for_a_look
from bidkit.domain.finding import Status
from bidkit.domain.questionnaire import Question
from bidkit.domain.refs import Ref
from bidkit.rules.asked import READS, Asked, asked_questions
from bidkit.rules.judging import Judgement, judge
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pages.qualification.acts import Acts
from bidkit.ui.pages.qualification.declaring import DeclareAll
from bidkit.ui.pages.qualification.knock_outs import KnockOutCard
from bidkit.ui.pages.qualification.questions import QuestionModel, qualifying_questions
from bidkit.ui.pages.qualification.reply import ReplyCard
from bidkit.ui.pages.qualification.table import QuestionTable
from bidkit.ui.pieces.tab_order import focus_first
from bidkit.ui.theme import GRID
from bidkit.words import tr

NARROW = QHeaderView.ResizeMode.ResizeToContents


class Board(QWidget):
    """Everything of pre-qualification on one page: status at a glance, one question at a time.

    change_wanted asks for a question to be reworded.
    """

    change_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reply: ReplyCard | None = None
        self._asked: dict[str, Asked] = {}
        self._judged: dict[str, Judgement] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2 * GRID)
        self._summary = KnockOutCard(desk.theme, self)
        self._summary.wanted.connect(self._go_to_question)
        self.column.addWidget(self._summary)
        self.column.addWidget(Acts(desk, self))
        self._declare = DeclareAll(desk, self)
        self.column.addWidget(self._declare)
        self.model = QuestionModel(desk, self)
        self.table = QuestionTable(self)
        self.table.setModel(self.model)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, NARROW)
        header.setSectionResizeMode(2, NARROW)
        self.table.selectionModel().selectionChanged.connect(self._chosen)
        self.column.addWidget(self.table)
        QShortcut(QKeySequence("Alt+Right"), self, self.go_on)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @property
    def shown(self) -> Question | None:
        """The question whose card is open."""
        return self._reply.question if self._reply is not None else None

    def holds(self, place: Ref[Bid, Any]) -> bool:
        """Tell whether an address is that of a reply or a question shown here."""
        return self._question_of(place) != ""

    def reveal(self, place: Ref[Bid, Any]) -> None:
        """Choose the question an address belongs to."""
        self._choose(self.model.row_of(self._question_of(place)))

    def next_to_do(self, row: int) -> int:
        """Return the next row after one with something to do, from the top again; -1 for none."""
        count = len(self.model.questions)
        for step in range(1, count + 1):
            at = (row + step) % count
            if self._waits(self.model.questions[at].id):
                return at
        return -1

    @Slot()
    def go_on(self) -> None:
        """Go to the next question with something to do, ready to be answered."""
        row = self.next_to_do(self.table.currentIndex().row())
        if row < 0:
            self._desk.notices.say(tr("Every question is answered and looked at."))
            return
        self._choose(row)
        if self._reply is not None:
            focus_first(self._reply.body)

    def _waits(self, identity: str) -> bool:
        asked, judgement = self._asked[identity], self._judged[identity]
        if judgement.status is Status.NOT_APPLICABLE:
            return False
        if judgement.status is Status.UNKNOWN:
            return judgement.required and asked.applies is True
        filled = any(waits_for_a_look(one, asked.rows) for one in asked.responses)
        return filled or judgement.status is Status.FAIL

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))

    @Slot(str)
    def _go_to_question(self, identity: str) -> None:
        self._choose(self.model.row_of(identity))
        if self._reply is not None:
            focus_first(self._reply.body)

    def _question_of(self, place: Ref[Bid, Any]) -> str:
        bid, identity = self._desk.bid, place.identity
        if place.collection == "response_rows":
            identity = next((r.parent for r in bid.response_rows if r.id == identity), "")
        if place.collection in ("responses", "response_rows"):
            identity = next((r.parent for r in bid.responses if r.id == identity), "")
        elif place.collection in ("answers", "parts"):
            identity = _owner(bid, place.collection, identity)
        elif place.collection != "questions":
            return ""
        return identity if self.model.row_of(identity) >= 0 else ""

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if any(getattr(change.before, name) is not getattr(change.after, name) for name in READS):
            self._show()

    def _show(self) -> None:
        bid, today = self._desk.bid, self._desk.session.today()
        mine = qualifying_questions(bid)
        wanted = {one.id for one in mine}
        self._asked = {one.key: one for one in asked_questions(bid) if one.key in wanted}
        self._judged = {key: judge(asked, today) for key, asked in self._asked.items()}
        filled = {
            key
            for key, asked in self._asked.items()
            if any(waits_for_a_look(one, asked.rows) for one in asked.responses)
        }
        here = self._reply.question.id if self._reply is not None else ""
        self.model.show(mine, self._judged, filled)
        self._summary.tell([(one, self._judged[one.id]) for one in mine])
        self._declare.tell(self._asked.values())
        self.table.setVisible(bool(mine))
        self.table.updateGeometry()
        self._stay_at(here)
        self._renew()

    def _stay_at(self, identity: str) -> None:
        """Keep the question chosen that was; without one, choose the first with something to do."""
        row = self.model.row_of(identity)
        if row < 0 and self.model.questions:
            row = max(self.next_to_do(-1), 0)
        if row >= 0 and row != self.table.currentIndex().row():
            self.table.selectRow(row)

    def _renew(self) -> None:
        row = self.table.currentIndex().row()
        if not 0 <= row < len(self.model.questions):
            self._let_go()
            return
        identity = self.model.questions[row].id
        if self._reply is None or not ReplyCard.fits(self._reply, self._asked[identity]):
            self._open(row)
        else:
            self._reply.tell(self._asked[identity], self._judged[identity])

    @Slot(QItemSelection, QItemSelection)
    def _chosen(self, _new: QItemSelection, _old: QItemSelection) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            self._open(row)

    def _let_go(self) -> None:
        if self._reply is not None:
            self.column.removeWidget(self._reply)
            self._reply.hide()
            self._reply.deleteLater()
            self._reply = None

    def _open(self, row: int) -> None:
        self._let_go()
        identity = self.model.questions[row].id
        self._reply = ReplyCard(self._desk, self._asked[identity], self)
        self._reply.tell(self._asked[identity], self._judged[identity])
        self._reply.head.next_wanted.connect(self.go_on)
        self._reply.head.change_wanted.connect(self.change_wanted)
        self.column.addWidget(self._reply)
        self._reply.show()


def _owner(bid: Bid, collection: str, identity: str) -> str:
    """Return the question that an answer or a part belongs to, or ''."""
    parents = {one.id: one.parent for one in (*bid.answers, *bid.parts)}
    owner = parents.get(identity, "")
    return parents.get(owner, owner) if collection == "answers" else owner
