"""What each answer rests on: its statements, the evidence beside them, and what has none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.figures.readings.coverage import Coverage, answer_name, coverage_of, uses_of
from bidkit.figures.readings.three_parts import ThreeParts, three_parts
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.editors.choices import Chooser
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.figures import FigureTable
from bidkit.ui.pieces.labels import Quiet, Toned
from bidkit.ui.reading_card import changed_in
from bidkit.words import tr

READS = ("answers", "evidence", "questions", "parts", "lots")
ANSWERS = ref(Bid, lambda b: b.answers)


class CoverageCard(Card):
    """Counts what is proved, lists the statements of one answer, and leads to it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr(
            "A statement is a sentence with a figure, or with evidence beside it. Promises and "
            "other people’s words are not counted."
        )
        super().__init__(desk.theme, tr("What each answer rests on"), purpose, parent)
        self._desk = desk
        self._covered: tuple[Coverage, ...] = ()
        self.said = Toned(desk.theme, "muted", "", self)
        self.answer = Chooser(self)
        self.answer.setAccessibleName(tr("Answer"))
        self.answer.activated.connect(self._show)
        self.table = FigureTable(self)
        self._go = Button(tr("Go to this answer"), self)
        self._go.clicked.connect(self._lead)
        self.unused = Quiet("", self)
        self.parts = Quiet("", self)
        for widget in (self.said, self.answer, self.parts, self.table):
            self.body.addWidget(widget)
        self.body.addWidget(self._go, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.unused)
        desk.binder.bid_changed.connect(self._follow)
        self._list()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if changed_in(change, *READS):
            self._list()

    def _list(self) -> None:
        bid, before = self._desk.bid, self.answer.currentData()
        self._covered = tuple(one for one in coverage_of(bid) if one.stated)
        self.answer.clear()
        for one in self._covered:
            words = tr(
                "{name}: {n} of {all} proved",
                name=answer_name(bid, one),
                n=one.proved,
                all=len(one.stated),
            )
            self.answer.addItem(words, one.answer)
        self.answer.setCurrentIndex(max(self.answer.findData(before), 0) if self._covered else -1)
        self._tell_all(bid)
        self._show()

    def _tell_all(self, bid: Bid) -> None:
        every = sum(len(one.stated) for one in self._covered)
        proved = sum(one.proved for one in self._covered)
        if not every:
            self.said.tell(tr("No answer states anything yet."), "muted")
        else:
            words = tr("{n} of {all} statements have evidence beside them.", n=proved, all=every)
            if proved == every:
                self.said.tell(f"✓ {words}", "good")
            else:
                self.said.tell(f"▲ {words}", "warn")
        used = uses_of(self._covered)
        idle = [one.code or one.title for one in bid.evidence if one.id not in used]
        self.unused.setText(tr("Used in no answer: {items}.", items=", ".join(idle)))
        self.unused.setVisible(bool(idle) and bool(every))

    @Slot()
    def _show(self) -> None:
        one = self._chosen()
        for widget in (self.answer, self.parts, self.table, self._go):
            widget.setVisible(one is not None)
        if one is not None:
            codes = {each.id: each.code or each.title for each in self._desk.bid.evidence}
            rows = [
                (
                    said.words,
                    ", ".join(codes[item] for item in said.evidence) or tr("○ nothing yet"),
                )
                for said in one.stated
            ]
            text = ANSWERS.item(one.answer).get(self._desk.bid).text
            self.parts.setText(parts_words(three_parts(self._desk.bid, text)))
            self.table.tell((tr("What it states"), tr("Rests on")), rows)

    def _chosen(self) -> Coverage | None:
        chosen = self.answer.currentData()
        return next((one for one in self._covered if one.answer == chosen), None)

    @Slot()
    def _lead(self) -> None:
        one = self._chosen()
        if one is not None:
            self._desk.take_there(ANSWERS.item(one.answer))


def parts_words(told: ThreeParts) -> str:
    """Return which of the three parts an answer tells; '' where the bid says nothing of any."""
    known = (
        (tr("what changed"), told.outcome),
        (tr("what you did"), told.activity),
        (tr("how much of it"), told.output),
    )
    said = [f"{words} {'✓' if held else '○'}" for words, held in known if held is not None]
    return tr("Does it tell all three? {parts}", parts=" · ".join(said)) if said else ""
