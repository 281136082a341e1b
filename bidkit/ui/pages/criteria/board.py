"""The board of criteria: the table, what adds up under it, and the cards of the chosen one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelection, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion
from bidkit.domain.refs import Ref, ref
from bidkit.packs.catalogue import shipped
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.forms.card import FormCard
from bidkit.ui.pages.criteria import acts, cells, forms
from bidkit.ui.pages.criteria.telling import Sentence, mark_words, sum_words, total_words
from bidkit.ui.pages.criteria.tree import CriteriaModel, CriteriaTable, ScaleDelegate
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Quiet, Toned
from bidkit.ui.theme import GRID
from bidkit.words import tr

MOST_SENTENCES = 8
QUESTIONS = ref(Criterion, lambda c: c.questions)


class Sentences(QWidget):
    """A few sentences, each in its tone."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines: list[Toned] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)

    def tell(self, sentences: tuple[Sentence, ...]) -> None:
        """Say other sentences."""
        while len(self._lines) < min(len(sentences), MOST_SENTENCES):
            line = Toned(self._desk.theme, "muted", "", self)
            self._lines.append(line)
            self._column.addWidget(line)
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(sentences))
            if at < len(sentences):
                line.tell(*sentences[at])
        self.setVisible(bool(sentences))


class Board(QWidget):
    """The tree of criteria, with every act by button and by key; chosen tells which one."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._current = ""
        self.common = shipped().scales
        self.model = CriteriaModel(desk, self.common, self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID)
        self._build_acts()
        self._build_table()
        self.sums = Sentences(desk, self)
        self.column.addWidget(self.sums)
        self.cards = [FormCard(desk, form, None, self) for form in (forms.THIS, forms.OURS)]
        self.marks = Sentences(desk, self)
        self.cards[1].body.addWidget(self.marks)
        for card in self.cards:
            self.column.addWidget(card)
        desk.binder.bid_changed.connect(self._follow)
        self._rows_changed()

    @property
    def current(self) -> str:
        """The identity of the chosen criterion, or ''."""
        return self._current

    def holds(self, place: Ref[Bid, Any]) -> bool:
        """Tell whether an address is that of a criterion."""
        return place.collection == "criteria" or str(place) == "criteria"

    @Slot(str)
    def choose(self, identity: str) -> None:
        """Choose a criterion."""
        row = self.model.row_of(identity)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, cells.TITLE))
            self.table.scrollTo(self.model.index(row, 0))

    def reveal(self, place: Ref[Bid, Any]) -> None:
        """Choose the criterion an address lies in."""
        self.choose(place.identity)

    @property
    def questions_place(self) -> Ref[Bid, Any] | None:
        """The address where the chosen criterion names the questions it marks."""
        return acts.CRITERIA.item(self._current).then(QUESTIONS) if self._current else None

    @Slot(str)
    def act(self, act: str) -> None:
        """Do something with the chosen criterion."""
        document, one = self._desk.document, self._current
        if act in ("add", "add under"):
            made = acts.add_after(document, one) if act == "add" else acts.add_under(document, one)
            self.choose(made)
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.table.edit(self.model.index(self.model.row_of(made), cells.TITLE))
        elif one and act == "edit":
            first = next(iter(self.cards[0].rows.values()))
            first.editor.focus_widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif one and act == "remove":
            self._remove(one)
        elif one:
            moves = {"up": -1, "down": 1}
            if act in moves:
                acts.move(document, one, moves[act])
            else:
                (acts.further_in if act == "in" else acts.further_out)(document, one)
            self.choose(one)

    def _remove(self, identity: str) -> None:
        row = self.model.row_of(identity)
        name = self.model.rows[row].criterion.title or tr("one criterion")
        label = tr("Remove {name}", name=name)
        self._desk.document.remove(acts.CRITERIA.item(identity), label=label)
        left = self.model.rowCount()
        if left:
            at = self.model.index(min(row, left - 1), cells.TITLE)
            self.table.setCurrentIndex(at)
            self.table.setFocus()
        self._desk.notices.say(tr("Removed {name}. Ctrl+Z brings it back.", name=name))

    def _build_acts(self) -> None:
        shelf = QWidget(self)
        flow = FlowLayout(shelf)
        self._acts: list[Button] = []
        every = (
            (tr("Add a criterion"), "add", False),
            (tr("Add under it"), "add under", False),
            (tr("Up"), "up", True),
            (tr("Down"), "down", True),
            (tr("Set in"), "in", True),
            (tr("Set out"), "out", True),
            (tr("Remove"), "remove", True),
        )
        for words, act, quiet in every:
            button = Button(words, shelf, quiet=quiet)
            button.setProperty("act", act)
            button.clicked.connect(self._pressed)
            flow.addWidget(button)
            if act != "add":
                self._acts.append(button)
        self.column.addWidget(shelf)

    def _build_table(self) -> None:
        self.nothing = Quiet(
            tr("No criteria yet. Copy them from the instructions: number, words, weight."), self
        )
        self.column.addWidget(self.nothing)
        self.table = CriteriaTable(self)
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(
            cells.SCALE, ScaleDelegate(self.model.offered_scales, self)
        )
        self.table.lay_columns()
        self.table.wanted.connect(self.act)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.model.modelReset.connect(self._rows_changed)
        self.column.addWidget(self.table)

    @Slot()
    def _pressed(self) -> None:
        self.act(str(self.sender().property("act")))

    @Slot()
    def _rows_changed(self) -> None:
        filled = self.model.rowCount() > 0
        self.table.setVisible(filled)
        self.nothing.setVisible(not filled)
        for button in self._acts:
            button.setVisible(filled)
        self.table.updateGeometry()
        if filled:
            self.choose(self._current if self.model.row_of(self._current) >= 0 else self._first())
        else:
            self._show("")
        self._tell()

    def _first(self) -> str:
        marked = (row.criterion.id for row in self.model.rows if not row.has_parts)
        return next(marked, self.model.rows[0].criterion.id)

    @Slot(QItemSelection)
    def _selected(self, _selection: QItemSelection) -> None:
        rows = self.table.selectionModel().selectedRows()
        identity = self.model.rows[rows[0].row()].criterion.id if rows else ""
        if identity and identity != self._current:
            self._show(identity)

    def _show(self, identity: str) -> None:
        self._current = identity
        for card in self.cards:
            card.setVisible(bool(identity))
            if identity:
                card.show_at(acts.CRITERIA.item(identity))
            else:
                card.let_go()
        self.chosen.emit(identity)
        self._tell()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if any(getattr(before, name) is not getattr(after, name) for name in cells.READS):
            self._tell()

    def _tell(self) -> None:
        reading = self.model.reading
        self.sums.tell((*sum_words(reading), *total_words(reading)))
        row = self.model.row_of(self._current)
        if row < 0 or self.model.rows[row].criterion.id not in reading.marks.worth:
            self.cards[1].hide()
            return
        one = self.model.rows[row]
        self.cards[1].setVisible(not one.has_parts and not one.priced)
        self.marks.tell(mark_words(reading, one.criterion))
