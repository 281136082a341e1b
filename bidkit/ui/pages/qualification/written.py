"""A question of pre-qualification that wants prose: the same answer that the Answers page holds."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.domain.answers import Answer
from bidkit.domain.bid import Bid
from bidkit.domain.questionnaire import Question
from bidkit.domain.refs import Ref
from bidkit.domain.showing import number_words
from bidkit.session.document import Changed
from bidkit.session.writing import (
    TEXT,
    BoxToWrite,
    answer_place,
    boxes_of,
    length_of_box,
    words_written,
)
from bidkit.ui.desk import Desk
from bidkit.ui.forms.card import FormCard
from bidkit.ui.forms.spec import Form, Writing
from bidkit.ui.pieces.labels import Tone, Toned
from bidkit.ui.theme import GRID
from bidkit.words import later, tr


class WrittenReply(QWidget):
    """One card for each box the question has, with its length against the limit."""

    def __init__(self, desk: Desk, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        self._counted: list[tuple[BoxToWrite, Ref[Bid, Answer], Toned]] = []
        for box in boxes_of(desk.bid):
            if box.question.id == question.id and not box.lot:
                place = answer_place(desk.document, box)
                card = FormCard(desk, writing_form(box), place, self)
                said = Toned(desk.theme, "muted", parent=card)
                card.body.addWidget(said)
                column.addWidget(card)
                self._counted.append((box, place, said))
        desk.binder.bid_changed.connect(self._follow)
        self._count()

    def _follow(self, change: Changed) -> None:
        if change.before.answers is not change.after.answers:
            self._count()

    def _count(self) -> None:
        for box, place, said in self._counted:
            written = self._desk.document.get(place.then(TEXT))
            said.tell(*length_words(self._desk.bid, box, written))


def writing_form(box: BoxToWrite) -> Form[Answer]:
    """Return the form of one box."""
    title = box.part.text if box.part is not None else ""
    return Form(title or later("Our answer"), (Writing(TEXT, later("What we write")),))


def length_words(bid: Bid, box: BoxToWrite, written: str) -> tuple[str, Tone]:
    """Return how long an answer is against its limit, and in which tone to say it."""
    length = length_of_box(bid, box, written)
    if length is None:
        return tr("{n} words, no limit", n=words_written(bid, written)), "muted"
    told = partial(number_words, places=0)
    said = tr(
        "{used} of {most} {unit}",
        used=told(length.used),
        most=told(length.most),
        unit=box.limit.unit,
    )
    return (tr("● {said}: too long", said=said), "bad") if length.over else (said, "muted")
