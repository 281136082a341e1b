"""Lines to tick: what a file or the library proposes, beside what stands there now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Heading, Quiet, Toned, Words
from bidkit.ui.pieces.ticks import TickBox
from bidkit.ui.theme import GRID, Theme
from bidkit.words import tr

if TYPE_CHECKING:
    from bidkit.session.incoming.offers import Offer

LONGEST_LABEL = 30


class OfferList(QWidget):
    """Every line with its tick: sure ones first, unsure ones under a heading of their own."""

    changed = Signal()

    def __init__(
        self, theme: Theme, offers: Sequence[Offer], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ticks: dict[str, TickBox] = {}
        self._keys = {one.key: one.keys for one in offers}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        unsure = [one for one in offers if not one.sure]
        sure = [one for one in offers if one.sure]
        if len(offers) > 1:
            column.addLayout(self._buttons())
        self._said_once = _shared_note(unsure)
        column.addLayout(self._lay_out(((tr("Please check"), unsure), (tr("Read"), sure))))

    @property
    def chosen(self) -> frozenset[str]:
        """The keys of the lines that are ticked."""
        ticked = (name for name, tick in self._ticks.items() if tick.isChecked())
        return frozenset(key for name in ticked for key in self._keys[name])

    def tick_all(self, *, on: bool) -> None:
        """Tick every line, or none."""
        for tick in self._ticks.values():
            tick.setChecked(on)

    def tick(self, key: str) -> TickBox:
        """Return the tick box of a line."""
        return self._ticks[key]

    def _buttons(self) -> FlowLayout:
        row = FlowLayout()
        everything, nothing = Button(tr("Tick all"), self), Button(tr("Tick none"), self)
        everything.clicked.connect(self._tick_everything)
        nothing.clicked.connect(self._tick_nothing)
        row.addWidget(everything)
        row.addWidget(nothing)
        return row

    def _lay_out(self, groups: Sequence[tuple[str, Sequence[Offer]]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        several = all(offers for _, offers in groups)
        for title, offers in groups:
            if offers and (several or not offers[0].sure):
                grid.addWidget(Heading(title, 3, self), grid.rowCount(), 0, 1, 2)
            if offers and not offers[0].sure and self._said_once:
                note = Toned(self._theme, "warn", self._said_once, self)
                grid.addWidget(note, grid.rowCount(), 0, 1, 2)
            for offer in offers:
                row, top = grid.rowCount(), Qt.AlignmentFlag.AlignTop
                grid.addWidget(self._tick_for(offer), row, 0, top)
                grid.addWidget(self._what(offer), row, 1, top)
        return grid

    def _tick_for(self, offer: Offer) -> TickBox:
        label = offer.label
        if len(label) > LONGEST_LABEL:
            label = f"{label[: LONGEST_LABEL - 1]}…"
        tick = TickBox(label.replace("&", "&&"), self)
        tick.setChecked(offer.ticked)
        tick.setObjectName(offer.key)
        tick.setAccessibleName(f"{offer.label}: {offer.new}")
        tick.setAccessibleDescription(_more(offer))
        tick.toggled.connect(self._tell)
        self._ticks[offer.key] = tick
        return tick

    def _what(self, offer: Offer) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(2)
        column.addWidget(Words(offer.new or tr("(empty)"), box))
        if offer.old:
            column.addWidget(Quiet(tr("Now: {old}", old=offer.old), box))
        if not offer.sure and offer.note != self._said_once:
            column.addWidget(Toned(self._theme, "warn", _to_check(offer), box))
        return box

    @Slot()
    def _tick_everything(self) -> None:
        self.tick_all(on=True)

    @Slot()
    def _tick_nothing(self) -> None:
        self.tick_all(on=False)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


def _shared_note(offers: Sequence[Offer]) -> str:
    """Return the note of all these lines where they share one, to be said once."""
    notes = {one.note for one in offers}
    return notes.pop() if len(offers) > 1 and len(notes) == 1 else ""


def _to_check(offer: Offer) -> str:
    return tr("Please check. {note}", note=offer.note).strip()


def _more(offer: Offer) -> str:
    parts = [tr("Now: {old}", old=offer.old)] if offer.old else []
    if not offer.sure:
        parts.append(_to_check(offer))
    return " ".join(parts)
