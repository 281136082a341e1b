"""Saying no to a long list of grounds at once, after the list was read."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bidkit.domain.questionnaire import Question
from bidkit.rules.asked import Asked
from bidkit.rules.scopes import MEANINGS, NAMES
from bidkit.session.replies import say_no_to_all
from bidkit.ui.desk import Desk
from bidkit.ui.forms.replies import wants_cleaning
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Heading, Quiet, Words
from bidkit.ui.theme import GRID
from bidkit.words import tr

WORTH_IT = 4


class DeclareAll(Box):
    """Offers the list while several grounds wait for a reply."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent)
        self._desk = desk
        self._waiting: tuple[Asked, ...] = ()
        self.dialog: DeclareDialog | None = None
        self._words = Words("", self)
        self.body.addWidget(self._words)
        button = Button(tr("Read the list and answer it at once"), self)
        button.clicked.connect(self._ask)
        row = FlowLayout()
        row.addWidget(button)
        self.body.addLayout(row)

    def tell(self, asked: Iterable[Asked]) -> None:
        """Look which grounds wait."""
        self._waiting = tuple(one for one in asked if _waits(one))
        self.setVisible(len(self._waiting) >= WORTH_IT)
        self._words.setText(
            tr("{n} grounds for leaving a bidder out are not answered.", n=len(self._waiting))
        )

    @Slot()
    def _ask(self) -> None:
        self.dialog = DeclareDialog(self._desk, self._waiting, self)
        self.dialog.open()


def _waits(asked: Asked) -> bool:
    declared = asked.question.kind == "yes_no" and wants_cleaning(asked.question)
    return declared and asked.applies is True and bool(asked.silent or not asked.responses)


class DeclareDialog(QDialog):
    """The whole list to read; nothing is said until somebody says no to all of it."""

    def __init__(self, desk: Desk, waiting: tuple[Asked, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Does any of this apply?"))
        self._desk = desk
        self._questions: tuple[Question, ...] = tuple(one.question for one in waiting)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(Heading(tr("Does any of this apply?"), 1, self))
        column.addWidget(Words(tr("Ask these people before you answer for them:"), self))
        for subject in dict.fromkeys(one for asked in waiting for one in asked.subjects):
            meaning = f"{NAMES.get(subject, subject)}: {MEANINGS.get(subject, '')}"
            column.addWidget(Quiet(meaning, self))
        column.addWidget(self._list(), 1)
        column.addLayout(self._foot())
        desk.theme.dress(self)
        self.resize(self.fontMetrics().averageCharWidth() * 96, self.fontMetrics().height() * 30)

    def _list(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GRID, 0)
        for question in self._questions:
            number = f"{question.number}  " if question.number else ""
            column.addWidget(Words(f"{number}{question.text}", inside))
        column.addStretch()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("The list"))
        area.setWidget(inside)
        return area

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Quiet(tr("If one does, press Cancel and answer one by one."), self), 1)
        cancel = Button(tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        none = Button(tr("None applies: say no to all"), self, main=True)
        none.clicked.connect(self._say_no)
        row.addWidget(cancel)
        row.addWidget(none)
        return row

    @Slot()
    def _say_no(self) -> None:
        said = say_no_to_all(self._desk.document, self._questions)
        self.accept()
        self._desk.notices.say(tr("{n} replies say no. Ctrl+Z takes them back.", n=said))
