"""The short replies of a tender or application: amounts, dates, choices, beside the prose."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.questionnaire import Question, among_lots
from bidkit.domain.refs import Ref
from bidkit.rules.asked import asked_questions
from bidkit.session.document import Changed
from bidkit.session.replies import response_place
from bidkit.ui.desk import Desk
from bidkit.ui.forms.card import FormCard
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.forms.replies import reply_form, reply_table
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.labels import Words
from bidkit.ui.theme import GRID
from bidkit.words import tr

TALLEST = 40 * GRID


def short_questions(bid: Bid) -> tuple[Question, ...]:
    """Return the questions of the tender or application that want no prose."""
    stages = {one.id: one.stage for one in bid.sections}
    return tuple(
        asked.question
        for asked in asked_questions(bid)
        if asked.question.kind not in ("prose", "information")
        and stages.get(asked.question.parent, "tender") != "qualification"
    )


class ShortReplies(QScrollArea):
    """A drawer with one card for each short question; its button opens and closes it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.questions: tuple[Question, ...] = ()
        self.button = Button("", parent)
        self.button.setCheckable(True)
        self.button.toggled.connect(self._turn)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setMaximumHeight(TALLEST)
        self.setAccessibleName(tr("Short replies"))
        self.hide()
        desk.binder.bid_changed.connect(self._follow)
        self._list()

    def show_place(self, place: Ref[Bid, Any]) -> bool:
        """Open the drawer at an address; tell whether it is here."""
        owner = place.identity
        if place.collection == "responses":
            found = (r.parent for r in self._desk.bid.responses if r.id == place.identity)
            owner = next(found, "")
        if owner not in {one.id for one in self.questions}:
            return False
        self.button.setChecked(True)
        editor = self._desk.binder.editor_at(place)
        if editor is not None:
            editor.focus_widget.setFocus()
            self.ensureWidgetVisible(editor)
        return True

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if before.questions is not after.questions or before.sections is not after.sections:
            self._list()

    def _list(self) -> None:
        self.questions = short_questions(self._desk.bid)
        self.button.setVisible(bool(self.questions))
        self.button.setText(tr("Short replies ({n})", n=len(self.questions)))
        if self.isVisible() or self.button.isChecked():
            self._build()

    @Slot(bool)
    def _turn(self, is_open: bool) -> None:
        if is_open:
            self._build()
        self.setVisible(is_open)

    def _build(self) -> None:
        sheet = QWidget(self)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID)
        for question in self.questions:
            words = " ".join(piece for piece in (question.number, question.text) if piece)
            column.addWidget(Words(words, sheet))
            place = response_place(self._desk.document, question)
            if question.kind == "table":
                listing = reply_table(question, place.identity)
                column.addWidget(ItemList(self._desk, listing, sheet, belongs_to=place.identity))
            else:
                column.addWidget(
                    FormCard(
                        self._desk,
                        reply_form(among_lots(question, self._desk.bid.lots)),
                        place,
                        sheet,
                    )
                )
        column.addStretch()
        self._desk.theme.dress(sheet)
        self.setWidget(sheet)
