"""Answers: one question at a time, with its limit, its evidence and what earns the top mark."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.prose import Quotation
from bidkit.domain.refs import Ref, ref
from bidkit.domain.review import Comment
from bidkit.domain.stages import Stage
from bidkit.session.document import Changed
from bidkit.session.lots.sets import variant_words
from bidkit.session.writing import BoxToWrite, boxes_of
from bidkit.ui.dialogs.reading_in import ReadIn
from bidkit.ui.editors.choices import Chooser
from bidkit.ui.forms.spec import Text
from bidkit.ui.page import Page
from bidkit.ui.pages.answers.desk import WritingDesk
from bidkit.ui.pages.answers.kept import KeptAnswers
from bidkit.ui.pages.answers.lots import LotAnswers
from bidkit.ui.pages.answers.question import QuestionButton
from bidkit.ui.pages.answers.replies import ShortReplies
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.labels import Heading, Quiet
from bidkit.ui.reading.beside import BesideButton
from bidkit.ui.theme import GRID
from bidkit.words import tr

READS = ("questions", "parts", "sections", "answers", "lots")


class AnswersPage(Page):
    """The writing desk, and the way from one question to the next."""

    stage: ClassVar[Stage] = Stage.ANSWERS
    purpose: ClassVar[Text] = ""
    scrolls: ClassVar[bool] = False

    def build(self) -> None:
        """Lay out the chooser of questions, the desk and the short replies."""
        self.heading.hide()
        self.boxes: tuple[BoxToWrite, ...] = ()
        self._at = 0
        self.desk_of = WritingDesk(self.desk, self)
        self.desk_of.commented.connect(self._comment)
        self.desk_of.evidence_wanted.connect(self._ask_evidence)
        self._chooser = Chooser(self)
        self._chooser.setAccessibleName(tr("Question"))
        self._chooser.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._chooser.activated.connect(self._go)
        self.back = Button("", self)
        self.next = Button("", self)
        self.back.clicked.connect(lambda: self._go(self._at - 1))
        self.next.clicked.connect(lambda: self._go(self._at + 1))
        row = QHBoxLayout()
        row.addWidget(self._chooser, 1)
        self.replies = ShortReplies(self.desk, self)
        row.addWidget(self.replies.button)
        self.kept = KeptAnswers(self.desk, self, lambda: self.desk_of.place)
        row.addWidget(self.kept.button)
        self.lots = LotAnswers(self.desk, self, lambda: self.desk_of.box)
        self.lots.opened.connect(self._open_box)
        row.addWidget(self.lots.button)
        self.asked = QuestionButton(self.desk, self, lambda: self.desk_of.box)
        self.asked.written.connect(self._open_question)
        row.addWidget(self.asked.button)
        self.beside = BesideButton(self.desk, self, self._open_one)
        row.addWidget(self.beside.button)
        self.column.addLayout(row)
        self._empty = self._nothing_asked()
        self.column.addWidget(self._empty)
        self.column.addWidget(self.replies)
        self.column.addWidget(self.desk_of, 1)
        self.desk_of.foot.addWidget(self.back)
        self.desk_of.foot.addWidget(self.next)
        for keys, step in (("Alt+Left", -1), ("Alt+Right", 1)):
            QShortcut(QKeySequence(keys), self, lambda by=step: self._go(self._at + by))
        self.desk.binder.bid_changed.connect(self._follow_questions)
        self._list()

    def _nothing_asked(self) -> QWidget:
        """Return what stands here before any question does: where questions come from."""
        empty = QWidget(self)
        read = Button(tr("Read their questions"), empty)
        read.setMenu(ReadIn(self.desk, self).menu(self))
        mark = Button(tr("Mark them in the documents"), empty)
        mark.clicked.connect(lambda: self.desk.go_to(Stage.DOCUMENTS))
        write = Button(tr("Write one in"), empty)
        write.clicked.connect(self.asked.write_in)
        ways = QHBoxLayout()
        for button in (read, mark, write):
            ways.addWidget(button)
        ways.addStretch()
        column = QVBoxLayout(empty)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(Heading(tr("Answers"), 1, empty))
        column.addWidget(
            Quiet(tr("Their questions stand here, one at a time. There are none yet."), empty)
        )
        column.addLayout(ways)
        column.addStretch()
        return empty

    def show_place(self, place: Ref[Bid, Any]) -> bool:
        """Open the box an address belongs to."""
        owner, lot = self._owner_of(place)
        known = [at for at, box in enumerate(self.boxes) if owner in (box.owner, box.question.id)]
        exact = [at for at in known if (self.boxes[at].owner, self.boxes[at].lot) == (owner, lot)]
        if owner and known:
            self._go((exact or known)[0])
            self.desk_of.field.text.setFocus()
            return True
        return self.replies.show_place(place) or super().show_place(place)

    def begin(self) -> None:
        """Give the keyboard to the text, which is what one comes for."""
        if self.boxes:
            self.desk_of.field.text.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().begin()

    def link_evidence(self, identity: str) -> bool:
        """Put an evidence link where one writes."""
        if not self.boxes:
            return False
        self.desk_of.field.text.insert_chip(identity)
        self.desk_of.field.text.setFocus()
        return True

    def _owner_of(self, place: Ref[Bid, Any]) -> tuple[str, str]:
        """Return the question or part an address belongs to, and the lot of an answer."""
        if place.collection in ("questions", "parts"):
            return place.identity, ""
        if place.collection == "answers":
            every = self.desk.bid.answers
            return next(((a.parent, a.lot) for a in every if a.id == place.identity), ("", ""))
        return "", ""

    @Slot(int)
    def _go(self, at: int) -> None:
        if not 0 <= at < len(self.boxes):
            return
        self._at = at
        self.desk_of.show_box(self.boxes[at])
        self._chooser.setCurrentIndex(at)
        self.lots.tell()
        self._tell_neighbours()

    @Slot(object)
    def _open_box(self, box: BoxToWrite) -> None:
        for at, one in enumerate(self.boxes):
            if (one.owner, one.lot) == (box.owner, box.lot):
                self._go(at)

    def _open_one(self) -> str:
        """Return the identity of the question that is open; '' where none is."""
        return self.boxes[self._at].question.id if self.boxes else ""

    @Slot(str)
    def _open_question(self, identity: str) -> None:
        for at, one in enumerate(self.boxes):
            if one.question.id == identity:
                self._go(at)
                self.desk_of.field.text.setFocus()
                return

    def _tell_neighbours(self) -> None:
        names = [box.name for box in self.boxes]
        at = self._at
        self.back.setVisible(at > 0)
        self.next.setVisible(at + 1 < len(names))
        if at > 0:
            self.back.setText(tr("‹ {name}", name=names[at - 1]))
        if at + 1 < len(names):
            self.next.setText(tr("{name} ›", name=names[at + 1]))

    def _list(self) -> None:
        here = self.boxes[self._at] if self.boxes else None
        self.boxes = boxes_of(self.desk.bid)
        self._chooser.clear()
        for box in self.boxes:
            self._chooser.addItem(f"{box.name}  {box.title}{variant_words(self.desk.bid, box)}")
        wide = len(self.boxes) > 1
        self._chooser.setVisible(wide)
        self.desk_of.setVisible(bool(self.boxes))
        nothing = not self.boxes and not self.replies.questions
        self._empty.setVisible(nothing)
        self.asked.button.setVisible(bool(self.boxes))
        self.kept.button.setVisible(bool(self.boxes))
        self.lots.tell()
        known = [(box.owner, box.lot) for box in self.boxes]
        wanted = [(here.owner, here.lot), (here.owner, "")] if here else []
        at = next((known.index(one) for one in wanted if one in known), 0)
        if self.boxes:
            self._go(at)

    @Slot(object)
    def _follow_questions(self, change: Changed) -> None:
        before, after = change.before, change.after
        same = all(getattr(before, name) is getattr(after, name) for name in READS[:3])
        same = same and before.lots is after.lots
        if not same or {(a.parent, a.lot) for a in before.answers if a.lot} != {
            (a.parent, a.lot) for a in after.answers if a.lot
        }:
            self._list()

    @Slot()
    def _ask_evidence(self) -> None:
        self.desk.notices.say(tr("Choose the evidence on the right and press Enter."))
        self.desk.look_for_evidence()

    @Slot(object)
    def _comment(self, quotation: Quotation) -> None:
        place = self.desk_of.place
        if place is None or not self.desk.bid.answers:
            return
        comment = Comment(
            id=new_id(),
            parent=place.identity,
            field="text",
            quotation=quotation.quote,
            prefix=quotation.prefix,
            suffix=quotation.suffix,
            at=self.desk.session.now(),
        )
        collection = ref(Bid, lambda bid: bid.comments)
        self.desk.document.add(collection, comment, label=tr("Comment"))
        self.desk.take_there(collection.item(comment.id).then(ref(Comment, lambda c: c.text)))


PAGE = AnswersPage
