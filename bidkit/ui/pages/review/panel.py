"""The mock panel: a criterion at a time, every reviewer's mark, the gap, the agreed mark."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion
from bidkit.domain.refs import Ref, ref
from bidkit.domain.review import ModeratedMark
from bidkit.domain.showing import number_words
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.editors.choices import Chooser
from bidkit.ui.forms.card import FormCard
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.pages.review.lists import AGREED, MARKS
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.labels import Quiet, Toned
from bidkit.words import tr

MODERATED = ref(Bid, lambda bid: bid.moderated_marks)
USUAL_GAP = Decimal(1)


class PanelCard(Card):
    """Marks side by side for one criterion; says where reviewers lie far apart."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr("Each reviewer marks alone, as the buyer’s panel does.")
        super().__init__(desk.theme, tr("Mock panel"), purpose, parent)
        self._desk = desk
        self.criteria: tuple[Criterion, ...] = ()
        self._chooser = Chooser(self)
        self._chooser.setAccessibleName(tr("Criterion"))
        self._chooser.activated.connect(self._go)
        self._said = Toned(desk.theme, "muted", parent=self)
        self._empty = Quiet(tr("Add the scoring criteria first."), self)
        self.marks = ItemList(desk, MARKS, self, belongs_to="-")
        self._agreed = FormCard(desk, AGREED, None, self)
        for widget in (self._empty, self._chooser, self._said, self.marks, self._agreed):
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
        elif before.panel_marks is not after.panel_marks or before.scoring is not after.scoring:
            self._tell()

    def _list(self) -> None:
        bid = self._desk.bid
        parents = {one.parent for one in bid.criteria}
        self.criteria = tuple(
            one
            for one in bid.criteria
            if one.id not in parents and one.kind not in ("price", "cost")
        )
        at = max(self._chooser.currentIndex(), 0)
        self._chooser.clear()
        for one in self.criteria:
            self._chooser.addItem(" ".join(p for p in (one.number, one.title) if p))
        there = bool(self.criteria)
        self._empty.setVisible(not there)
        for widget in (self._chooser, self._said, self.marks, self._agreed):
            widget.setVisible(there)
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

    def _tell(self) -> None:
        at = self._chooser.currentIndex()
        if not 0 <= at < len(self.criteria):
            return
        bid, one = self._desk.bid, self.criteria[at]
        given = [m.mark for m in bid.panel_marks if m.parent == one.id and m.mark is not None]
        own = tr("Our own mark: {mark}. ", mark=number_words(one.own_mark)) if one.own_mark else ""
        if len(given) < 2:
            self._said.tell(own + tr("Two reviewers or more show where you differ."), "muted")
            return
        gap = max(given) - min(given)
        words = tr(
            "Marks from {low} to {high}",
            low=number_words(min(given)),
            high=number_words(max(given)),
        )
        if gap > (bid.scoring.moderation_gap or USUAL_GAP):
            self._said.tell(f"▲ {own}{words}: {tr('talk about why')}.", "warn")
        else:
            self._said.tell(f"✓ {own}{words}.", "good")
