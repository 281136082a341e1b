"""The grid with the cards of the chosen item under it, in the two steps of full value."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.domain.value import ValueItem
from bidkit.packs.catalogue import shipped
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.editors.choices import Chooser
from bidkit.ui.forms.card import FormCard
from bidkit.ui.pages.value.forms import AUDIENCES, LIST, PAY, WEIGH
from bidkit.ui.pages.value.grid import ITEMS, ValueGrid
from bidkit.ui.pages.value.starters import prompt_of
from bidkit.ui.pages.value.whom import WhomRow
from bidkit.ui.pages.value.words import audience_words, extra_words, seen_by
from bidkit.ui.pieces.labels import Quiet, Toned
from bidkit.ui.theme import GRID, characters_wide
from bidkit.words import tr

WIDE = 28


class ValueBoard(QWidget):
    """Lists what is of value, then weighs the chosen item: who cares, is it proved, who pays."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.grid = ValueGrid(desk, self)
        self.cards: list[FormCard[ValueItem]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * GRID)
        self.audience = Chooser(self)
        self.audience.setAccessibleName(tr("Seen with whose eyes"))
        self.audience.addItem(tr("Seen by everybody"), "")
        for key, words in AUDIENCES:
            self.audience.addItem(tr("Seen by: {who}", who=words), key)
        self.audience.setMinimumWidth(characters_wide(self, WIDE))
        self.audience.activated.connect(self._see)
        self._seen = Quiet("", self)
        self._column.addWidget(self.audience, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._seen)
        self._column.addWidget(self.grid)
        self._packs = shipped()
        self._whom = WhomRow(desk, self._packs, self)
        self._whom.hide()
        self._prompt = Quiet("", self)
        self._prompt.hide()
        self._extra = Toned(desk.theme, "warn", "", self)
        self._extra.hide()
        self.grid.chosen.connect(self._show)
        self.grid.edit_wanted.connect(self.edit)
        desk.binder.bid_changed.connect(self._follow)
        self._show(self.grid.current)

    def holds(self, place: Ref[Bid, Any]) -> bool:
        """Tell whether an address is that of an item of the grid."""
        return place.collection == "value_items"

    def reveal(self, place: Ref[Bid, Any]) -> None:
        """Choose the item an address goes through."""
        if not self.grid.choose(place.identity):
            return
        shown = seen_by(self._desk.bid, self.audience.currentData())
        if all(item.id != place.identity for item in shown):
            self.audience.setCurrentIndex(0)
            self._see()
            self.grid.choose(place.identity)

    @Slot()
    def _see(self) -> None:
        self.grid.see_as(self.audience.currentData())
        self._tell()

    @Slot()
    def edit(self) -> None:
        """Go to the first field of the chosen item."""
        if self.grid.current and self.cards:
            first = next(iter(self.cards[0].rows.values()))
            first.editor.focus_widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def link_evidence(self, identity: str) -> bool:
        """Link an item of evidence to the chosen item; tell whether one is chosen."""
        if not self.grid.current:
            return False
        place: Ref[Bid, tuple[str, ...]] = Ref(Bid, ITEMS.item(self.grid.current).steps).then(
            Ref(ValueItem, ("evidence",))
        )
        linked = place.get(self._desk.bid)
        if identity not in linked:
            self._desk.document.set(place, tuple(sorted((*linked, identity))))
            self._desk.document.seal()
        return True

    @Slot(str)
    def _show(self, identity: str) -> None:
        if identity and not self.cards:
            for form in (LIST, WEIGH, PAY):
                card: FormCard[ValueItem] = FormCard(self._desk, form, None, self)
                self.cards.append(card)
                self._column.addWidget(card)
            self.cards[0].body.insertWidget(1, self._whom)
            self.cards[0].body.addWidget(self._prompt)
            self.cards[-1].body.addWidget(self._extra)
        for card in self.cards:
            card.setVisible(bool(identity))
            if identity:
                card.show_at(ITEMS.item(identity))
            else:
                card.let_go()
        self._tell()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if change.before.value_items is not change.after.value_items:
            self._tell()

    def _tell(self) -> None:
        self.audience.setVisible(bool(self._desk.bid.value_items))
        seen = audience_words(self._desk.bid, self.audience.currentData())
        self._seen.setText(seen)
        self._seen.setVisible(bool(seen))
        found = [item for item in self._desk.bid.value_items if item.id == self.grid.current]
        self._whom.show_item(found[0] if found else None)
        prompt = prompt_of(found[0], self._packs) if found else ""
        self._prompt.setText(prompt)
        self._prompt.setVisible(bool(prompt))
        words = extra_words(found[0]) if found else ""
        self._extra.setVisible(bool(words))
        self._extra.tell(f"▲ {words}" if words else "", "warn")
