"""Which lot the figures of the page are for, where each lot is marked by its own criteria."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.figures.readings.lots import marking_lots, name_of_lot
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.editors.choices import Chooser
from bidkit.ui.pieces.labels import Quiet
from bidkit.ui.theme import GRID
from bidkit.words import tr


class LotChoice(QObject):
    """The lot that is looked at, the same for every card; changed tells of another choice."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chosen = ""

    @property
    def lot(self) -> str:
        """The identity of the lot chosen, else of the first; '' where all are marked alike."""
        lots = [one.id for one in marking_lots(self._desk.bid)]
        return self._chosen if self._chosen in lots else next(iter(lots), "")

    def choose(self, lot: str) -> None:
        """Look at another lot."""
        if lot != self.lot:
            self._chosen = lot
            self.changed.emit()


class LotChooser(QWidget):
    """A drop-down of the lots; out of sight where all are marked alike."""

    def __init__(self, desk: Desk, choice: LotChoice, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choice = choice
        self._asked = Quiet(tr("Each lot is marked by its own criteria. Shown is:"), self)
        self.chooser = Chooser(self)
        self.chooser.setObjectName(name)
        self.chooser.setAccessibleName(tr("Lot that is shown"))
        self.chooser.activated.connect(self._picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._asked)
        column.addWidget(self.chooser)
        choice.changed.connect(self._list)
        desk.binder.bid_changed.connect(self._follow)
        self._list()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if before.lots is not after.lots or before.criteria is not after.criteria:
            self._list()

    @Slot()
    def _list(self) -> None:
        lots = marking_lots(self._desk.bid)
        self.chooser.clear()
        for one in lots:
            self.chooser.addItem(name_of_lot(one), one.id)
        self.chooser.setCurrentIndex(self.chooser.findData(self._choice.lot))
        self.setVisible(bool(lots))

    @Slot(int)
    def _picked(self, at: int) -> None:
        self._choice.choose(str(self.chooser.itemData(at)))
