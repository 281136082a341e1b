"""The button that writes an answer differently for one lot, or shares it again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from bidkit.domain.opportunity import Lot
from bidkit.session.lots.sets import name_of_lot
from bidkit.session.lots.variants import lots_to_vary, share_again, write_differently
from bidkit.session.writing import BoxToWrite
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.words import tr


class LotAnswers(QObject):
    """Offers variants of the box that is open; opened tells the box that was made."""

    opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, box: Callable[[], BoxToWrite | None]) -> None:
        super().__init__(parent)
        self._desk, self._box = desk, box
        self.button = Button(tr("For one lot…"), parent)
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self.fill)
        self.button.setMenu(self.menu)

    def tell(self) -> None:
        """Show the button where lots make a difference to the open box."""
        bid, box = self._desk.bid, self._box()
        there = box is not None and (bool(box.lot) or bool(lots_to_vary(bid, box)))
        self.button.setVisible(there)

    @Slot()
    def fill(self) -> None:
        """List what can be done with the open box."""
        self.menu.clear()
        bid, box = self._desk.bid, self._box()
        if box is None:
            return
        for lot in lots_to_vary(bid, box):
            name = name_of_lot(lot)
            action = QAction(tr("Write this one differently for {lot}", lot=name), self.menu)
            action.triggered.connect(partial(self.vary, lot))
            self.menu.addAction(action)
        if box.lot:
            action = QAction(tr("Use the answer all lots share again"), self.menu)
            action.triggered.connect(self.share)
            self.menu.addAction(action)

    def vary(self, lot: Lot, _checked: bool = False) -> None:
        """Give a lot its own answer, and open it."""
        box = self._box()
        if box is not None:
            self._desk.binder.leave_all()
            self.opened.emit(write_differently(self._desk.document, box, lot))

    @Slot()
    def share(self) -> None:
        """Let the lot use the shared answer again."""
        box = self._box()
        if box is not None:
            self._desk.binder.leave_all()
            share_again(self._desk.document, box)
            self._desk.notices.say(tr("The shared answer is used again. Undo brings yours back."))
