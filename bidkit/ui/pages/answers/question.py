"""The buyer's question itself: written in by hand, changed or taken out where it is answered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.questionnaire import Question
from bidkit.domain.refs import Ref
from bidkit.session.writing import QUESTIONS, BoxToWrite, next_question
from bidkit.ui.desk import Desk
from bidkit.ui.forms.card import FormCard
from bidkit.ui.pages.answers.forms import QUESTION
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.theme import GRID, characters_wide
from bidkit.words import tr


class QuestionDialog(QDialog):
    """The particulars of one question; what is written stands in the bid at once."""

    def __init__(self, desk: Desk, place: Ref[Bid, Question], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("The question"))
        self._desk = desk
        self.card = FormCard(desk, QUESTION, place, self)
        done = Button(tr("Done"), self)
        done.setDefault(True)
        done.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(done)
        column = QVBoxLayout(self)
        column.setSpacing(2 * GRID)
        column.addWidget(self.card)
        column.addStretch(1)
        column.addLayout(row)
        self.setMinimumWidth(characters_wide(self, 84))

    def done(self, result: int) -> None:
        """Put what is typed into the bid before closing."""
        self._desk.binder.leave_all()
        super().done(result)


class QuestionButton(QObject):
    """Offers to change the question that is open, to write in another, or to take it out.

    written tells the identity of a question that was written in and is not empty.
    """

    written = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget, box: Callable[[], BoxToWrite | None]) -> None:
        super().__init__(parent)
        self._desk, self._parent, self._box = desk, parent, box
        self.dialog: QuestionDialog | None = None
        self.button = Button(tr("Question"), parent)
        menu = QMenu(self.button)
        menu.addAction(tr("Change this question…")).triggered.connect(self.change)
        menu.addAction(tr("Write in another question…")).triggered.connect(self.write_in)
        menu.addAction(tr("Take this question out")).triggered.connect(self.take_out)
        self.button.setMenu(menu)

    @Slot()
    def write_in(self) -> None:
        """Ask for a new question; it is made when something is first written."""
        self._show(next_question(self._desk.document))

    @Slot()
    def change(self) -> None:
        """Open the particulars of the question that is open."""
        box = self._box()
        if box is not None:
            self._show(QUESTIONS.item(box.question.id))

    @Slot()
    def take_out(self) -> None:
        """Take the open question and its answer out of the bid."""
        box = self._box()
        if box is None:
            return
        self._desk.binder.leave_all()
        label = tr("Take out question {number}", number=box.name)
        self._desk.document.remove(QUESTIONS.item(box.question.id), label=label)
        self._desk.notices.say(
            tr("Question {number} and its answer are gone. Undo brings them back.", number=box.name)
        )

    def _show(self, place: Ref[Bid, Question]) -> None:
        self.dialog = QuestionDialog(self._desk, place, self._parent)
        self.dialog.finished.connect(lambda: self.written.emit(place.identity))
        self.dialog.open()
