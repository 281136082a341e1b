"""The writing desk: one box at a time, with the question in sight, the text and its length."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bidkit.domain.answers import Answer
from bidkit.domain.bid import Bid
from bidkit.domain.finding import Finding, Level
from bidkit.domain.prose import Chart, Chip, Figure, LinkedTable, Table, find_quote
from bidkit.domain.prose.linked import READS as LINKED_READS
from bidkit.domain.prose.linked import linked
from bidkit.domain.refs import Ref
from bidkit.rules.lengths import unit_words
from bidkit.session.document import Changed
from bidkit.session.lots.sets import variant_words
from bidkit.session.writing import (
    TEXT,
    BoxToWrite,
    answer_place,
    counting_rule,
    evidence_labels,
    length_of_box,
    marks_words,
    reading_words,
    top_mark_words,
    words_written,
)
from bidkit.ui.desk import Desk
from bidkit.ui.dialogs.inserting import InsertDialog
from bidkit.ui.forms.making import make_editor
from bidkit.ui.pages.answers.counter import Counter
from bidkit.ui.pages.answers.forms import STATE
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.elided import Elided
from bidkit.ui.pieces.labels import Heading, Quiet, Words
from bidkit.ui.prose.document.objects import plain_label
from bidkit.ui.prose.field import ProseField
from bidkit.ui.prose.highlighting import Highlight
from bidkit.ui.reading_card import changed_in
from bidkit.ui.theme import GRID
from bidkit.words import tr

COUNT_AFTER = 150
MARK_AFTER = 50
MARKING = ("criteria", "scales", "lots")


class WritingDesk(QWidget):
    """The question, the editor and the count of one box; commented asks for a comment."""

    commented = Signal(object)
    evidence_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.box: BoxToWrite | None = None
        self.place: Ref[Bid, Answer] | None = None
        self.field = ProseField(self)
        self.field.text.evidence_wanted.connect(self.evidence_wanted)
        self.field.text.comment_wanted.connect(self._comment)
        self.field.text.block_wanted.connect(self._ask_block)
        self.field.text.set_labels(self._label)
        self.field.text.take_evidence(self._knows)
        self.counter = Counter(desk.theme, self)
        self._glance = Elided("", self)
        self._glance.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._findings: Sequence[Finding] = ()
        self._pause = self._timer(COUNT_AFTER, self._count)
        self._marking = self._timer(MARK_AFTER, self._show_marks)
        self._lay_out()
        desk.binder.bid_changed.connect(self._follow)
        desk.theme.dress(self)

    def show_box(self, box: BoxToWrite) -> None:
        """Open one box."""
        document = self._desk.document
        self.box, self.place = box, answer_place(document, box)
        bid = self._desk.bid
        self._heading.setText(f"{box.name}  {box.title}{variant_words(bid, box)}".strip())
        self._question.setText(box.question.text)
        self._question.setVisible(bool(box.question.text))
        self._tell_marks(bid, box)
        binder = self._desk.binder
        label = tr("Answer {number}", number=box.name)
        binder.bind(self.field, self.place.then(TEXT), label, self._speak, self._mark)
        for field, editor in zip(STATE.fields, self._state, strict=True):
            words = str(field.words)
            binder.bind(editor, self.place.then(field.ref), words, self._speak, _ignore)
        self.field.text.setAccessibleName(tr("Answer to {name}", name=box.name))
        self._count()

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer

    def _lay_out(self) -> None:
        self._heading = Heading("", 1, self)
        self._marks = Quiet("", self, wraps=False)
        self._state = tuple(make_editor(field, self._desk, self) for field in STATE.fields)
        for field, editor in zip(STATE.fields, self._state, strict=True):
            editor.focus_widget.setAccessibleName(str(field.words))
            editor.setMaximumWidth(16 * GRID)
            editor.setVisible(not self._short())
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self._heading, 1)
        for editor in self._state:
            head.addWidget(editor)
        asked = Box(self._desk.theme, self)
        self._question = Words("", asked)
        self._top = Quiet("", asked)
        first = QHBoxLayout()
        first.setSpacing(2 * GRID)
        first.addWidget(self._question, 1)
        first.addWidget(self._marks, 0, Qt.AlignmentFlag.AlignTop)
        asked.body.addLayout(first)
        asked.body.addWidget(self._top)
        self._said = Words("", self)
        self._said.hide()
        self.foot = QHBoxLayout()
        self.foot.setSpacing(2 * GRID)
        self.foot.addWidget(self.counter)
        self.foot.addWidget(self._glance, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(asked)
        column.addWidget(self.field, 1)
        column.addWidget(self._said)
        column.addLayout(self.foot)

    def _tell_marks(self, bid: Bid, box: BoxToWrite) -> None:
        self._marks.setText(marks_words(bid, box))
        top = top_mark_words(bid, box)
        self._top.setText(top)
        self._top.setVisible(bool(top))

    def _short(self) -> bool:
        about = self._desk.bid.about
        return about.route == "small_grant" and not about.all_stages

    def _label(self, thing: Chip | Figure | Chart | LinkedTable) -> str:
        if isinstance(thing, Chip):
            labels = dict(evidence_labels(self._desk.bid))
            return labels.get(thing.evidence, tr("evidence that is gone"))
        return block_label(self._desk.bid, thing) or plain_label(thing)

    @Slot()
    def _ask_block(self) -> None:
        InsertDialog(self._desk, self._insert, self.window()).open()

    def _insert(self, block: Chart | LinkedTable | Table) -> None:
        self.field.text.insert_block(block)
        self.field.text.setFocus()

    def _knows(self, evidence: str) -> bool:
        return any(one.id == evidence for one in self._desk.bid.evidence)

    def _speak(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    def _mark(self, findings: Sequence[Finding]) -> None:
        self._findings = findings
        self._marking.start()

    @Slot()
    def _show_marks(self) -> None:
        """Mark what the rules quote, once nothing is being typed: marks never hold a key up."""
        if self.field.text.teller.touched:
            self._marking.start()
            return
        theme = self._desk.theme
        prose = self.field.text.as_prose()
        marks: list[Highlight] = []
        for one in self._findings:
            if one.span is None:
                continue
            colour = theme.colour("bad" if one.level is Level.MUST else "warn")
            said = f"{one.what} {one.why}"
            found = find_quote(prose, one.span.quotation, one.span.prefix, one.span.suffix)
            marks += [Highlight(at, theme.colour("highlight"), colour, said) for at in found]
        self.field.text.show_highlights(marks)

    def _text(self) -> str:
        return self._desk.document.get(self.place.then(TEXT)) if self.place is not None else ""

    @Slot()
    def _comment(self) -> None:
        self.commented.emit(self.field.text.quotation())

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if self.box is None:
            return
        before, after = change.before, change.after
        if changed_in(change, "evidence", *LINKED_READS):
            self.field.text.set_labels(self._label)
        if before.answers is not after.answers or before.evidence is not after.evidence:
            self._pause.start()
        if any(getattr(before, name) is not getattr(after, name) for name in MARKING):
            self._tell_marks(after, self.box)
            self._pause.start()

    @Slot()
    def _count(self) -> None:
        if self.box is None:
            return
        bid, text = self._desk.bid, self._text()
        length = length_of_box(bid, self.box, text)
        self.counter.show_length(
            length, words_written(bid, text), unit_words(self.box.limit), counting_rule(self.box)
        )
        self._glance.tell(reading_words(bid, text))


def block_label(bid: Bid, thing: Figure | Chart | LinkedTable) -> str:
    """Return how a chart or table of the bid is called; '' for a picture or an unknown name."""
    match thing:
        case Chart(name):
            found = linked(bid, "chart", name)
        case LinkedTable(name):
            found = linked(bid, "table", name)
        case _:
            found = None
    if found is None:
        return ""
    title = str(found.title)
    chart = found.kind == "chart"
    words = tr("Chart: {title}", title=title) if chart else tr("Table: {title}", title=title)
    return words if found.shows(bid) else tr("{what} (nothing yet)", what=words)


def _ignore(_findings: Sequence[Finding]) -> None:
    """State and owner say nothing of themselves here."""
