"""The mock panel: a criterion at a time, every reviewer's mark, the gap, the agreed mark."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion
from bidkit.domain.refs import Ref, ref
from bidkit.domain.review import ModeratedMark
from bidkit.figures.readings.scoring.panel import marked_criteria, panel_of, panels_of
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.editors.choices import Chooser
from bidkit.ui.forms.card import FormCard
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.pages.review.alone import MarkAlone
from bidkit.ui.pages.review.lists import AGREED, MARKS
from bidkit.ui.pages.review.marks_words import criterion_words, headings_of, rows_of, sum_words
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.figures import FigureTable
from bidkit.ui.pieces.labels import Quiet, Toned
from bidkit.words import tr

READS = ("panel_marks", "moderated_marks", "scoring", "scales", "lots")
MODERATED = ref(Bid, lambda bid: bid.moderated_marks)


class PanelCard(Card):
    """Marks side by side for one criterion; says where reviewers lie far apart."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr("Each reviewer marks alone, as their panel does.")
        super().__init__(desk.theme, tr("Mock panel"), purpose, parent)
        self._desk = desk
        self.criteria: tuple[Criterion, ...] = ()
        self._chooser = Chooser(self)
        self._chooser.setAccessibleName(tr("Criterion"))
        self._chooser.activated.connect(self._go)
        self._said = Toned(desk.theme, "muted", parent=self)
        self._empty = Quiet(tr("Add the scoring criteria first."), self)
        self._alone = Button(tr("Mark alone"), self)
        self._alone.setCheckable(True)
        self._alone.toggled.connect(self._turn)
        self.alone = MarkAlone(desk, self)
        self._everybody = FigureTable(self)
        self._sum = Toned(desk.theme, "ink", parent=self)
        self.marks = ItemList(desk, MARKS, self, belongs_to="-")
        self._agreed = FormCard(desk, AGREED, None, self)
        self._together = (self._everybody, self._sum, self._chooser, self._said, self.marks)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._alone, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.alone, *self._together, self._agreed):
            self.body.addWidget(widget)
        desk.binder.bid_changed.connect(self._follow)
        self._list()

    def holds(self, place: Ref[Bid, Any]) -> bool:
        """Tell whether an address is that of a mark shown here."""
        return place.collection in ("panel_marks", "moderated_marks")

    def reveal(self, place: Ref[Bid, Any]) -> None:
        """Choose the criterion a mark belongs to."""
        entries = getattr(self._desk.bid, place.collection)
        owner = next((one.parent for one in entries if one.id == place.identity), "")
        for at, one in enumerate(self.criteria):
            if one.id == owner:
                self._go(at)

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if before.criteria is not after.criteria:
            self._list()
        elif any(getattr(before, name) is not getattr(after, name) for name in READS):
            self._tell()

    def _list(self) -> None:
        bid = self._desk.bid
        self.criteria = marked_criteria(bid)
        at = max(self._chooser.currentIndex(), 0)
        self._chooser.clear()
        for one in self.criteria:
            self._chooser.addItem(" ".join(p for p in (one.number, one.title) if p))
        there = bool(self.criteria)
        self._empty.setVisible(not there)
        self._alone.setVisible(there)
        self._turn(self._alone.isChecked())
        if there:
            self._go(min(at, len(self.criteria) - 1))

    @Slot(int)
    def _go(self, at: int) -> None:
        one = self.criteria[at]
        self._chooser.setCurrentIndex(at)
        self.marks.show_parent(one.id)
        found = [each for each in self._desk.bid.moderated_marks if each.parent == one.id]
        if found:
            place = MODERATED.item(found[0].id)
        else:
            entry = ModeratedMark(id=derived_id("moderated", one.id), parent=one.id)
            place = self._desk.document.promise(MODERATED, entry)
        self._agreed.show_at(place)
        self._tell()

    @Slot(bool)
    def _turn(self, alone: bool) -> None:
        """Show one reviewer's marks with nobody else's, or everybody's."""
        there = bool(self.criteria)
        self._alone.setText(tr("Show everybody’s marks") if alone else tr("Mark alone"))
        self.alone.setVisible(there and alone)
        for widget in (*self._together, self._agreed):
            widget.setVisible(there and not alone)
        if there and not alone:
            self._tell()

    def _tell(self) -> None:
        if self._alone.isChecked():
            return
        bid = self._desk.bid
        panel, sums = panel_of(bid), panels_of(bid)
        self._everybody.setVisible(bool(panel.reviewers))
        if panel.reviewers:
            last = tuple(range(len(panel.rows), len(panel.rows) + len(sums)))
            self._everybody.tell(headings_of(panel), rows_of(panel, sums), strong=last)
        said = sum_words(panel, sums)
        self._sum.tell(*said)
        self._sum.setVisible(bool(said[0]))
        at = self._chooser.currentIndex()
        if 0 <= at < len(panel.rows):
            self._said.tell(*criterion_words(panel.rows[at]))
