"""The list of pre-qualification questions, each with its status in words and a shape."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Status
from bidkit.domain.questionnaire import Question
from bidkit.rules.judging import Judgement
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.labels import Tone, plain_tip
from bidkit.words import Words, later, tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
LONGEST = 90
STATUS_WORDS: dict[Status, tuple[str, Words, Tone]] = {
    Status.PASS: ("✓", later("pass"), "good"),
    Status.AT_RISK: ("▲", later("at risk"), "warn"),
    Status.FAIL: ("●", later("fails"), "bad"),
    Status.UNKNOWN: ("○", later("not answered"), "muted"),
    Status.NOT_APPLICABLE: ("–", later("does not apply"), "muted"),
}


def qualifying_questions(bid: Bid) -> tuple[Question, ...]:
    """Return the questions of pre-qualification in the order of their sections."""
    sections = [one.id for one in bid.sections if one.stage == "qualification"]
    return tuple(
        question
        for section in sections
        for question in bid.questions
        if question.parent == section and question.kind != "information"
    )


def status_words(status: Status) -> str:
    """Return a status as people read it, with its shape."""
    shape, words, _colour = STATUS_WORDS[status]
    return f"{shape} {words}"


class QuestionModel(QAbstractTableModel):
    """Number, words and status of every question; an adapter over the bid and the judgements."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.questions: tuple[Question, ...] = ()
        self._judged: dict[str, Judgement] = {}
        self._filled: set[str] = set()
        self._titles = (tr("No."), tr("Question"), tr("Status"))

    def show(
        self,
        questions: tuple[Question, ...],
        judged: dict[str, Judgement],
        filled: set[str],
    ) -> None:
        """Show these questions as they stand; filled: those with a reply nobody has looked at."""
        same = [one.id for one in questions] == [one.id for one in self.questions]
        if not same:
            self.beginResetModel()
        self.questions, self._judged, self._filled = questions, judged, filled
        if not same:
            self.endResetModel()
        elif questions:
            last = self.index(len(questions) - 1, 2)
            self.dataChanged.emit(self.index(0, 0), last)

    def judgement(self, row: int) -> Judgement:
        """Return how the question of a row stands."""
        return self._judged.get(self.questions[row].id, Judgement(Status.UNKNOWN))

    def row_of(self, identity: str) -> int:
        """Return the row of a question, or -1."""
        return next((at for at, one in enumerate(self.questions) if one.id == identity), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many questions there are."""
        return 0 if parent.isValid() else len(self.questions)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the three columns."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the headings."""
        shown = role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal
        return self._titles[section] if shown else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands in a cell, and the colour of a status."""
        question, status = self.questions[index.row()], self.judgement(index.row()).status
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 2:
            return QBrush(self._desk.theme.colour(STATUS_WORDS[status][2]))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 1:
            return plain_tip(question.text)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if index.column() == 0:
            return question.number
        if index.column() == 1:
            words = question.title or " ".join(question.text.split())
            return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
        words = status_words(status)
        if question.id not in self._filled:
            return words
        return tr("{status} · filled in for you", status=words)
