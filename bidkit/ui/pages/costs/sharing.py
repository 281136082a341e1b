"""The table of what each project uses of each measure, typed in place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from bidkit.domain.base import derived_id, keys_after
from bidkit.domain.bid import Bid
from bidkit.domain.costs import DriverShare
from bidkit.domain.refs import ref
from bidkit.domain.showing import number_words
from bidkit.domain.typed import UnreadableError, read_number
from bidkit.session.document import Changed, sorted_entries
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.labels import Quiet
from bidkit.ui.reading_card import changed_in
from bidkit.ui.theme import GRID
from bidkit.words import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
SHARES = ref(Bid, lambda b: b.driver_shares)
READS = ("projects", "drivers", "driver_shares")


class SharesModel(QAbstractTableModel):
    """Projects down, measures across; a cell is the share one project uses of one measure."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.binder.bid_changed.connect(self._follow)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many projects there are."""
        return 0 if parent.isValid() else len(self._desk.bid.projects)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many measures there are."""
        return 0 if parent.isValid() else len(self._desk.bid.drivers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the figure of a cell, at the right."""
        share = self._share(index)
        amount = number_words(share.amount) if share is not None else ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return amount
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            project = self._desk.bid.projects[index.row()].title
            driver = self._desk.bid.drivers[index.column()].title
            return f"{project}, {driver}: {amount or tr('empty')}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the project or the measure with its unit."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self._desk.bid.projects[section].title or tr("(no name yet)")
        driver = self._desk.bid.drivers[section]
        return f"{driver.title}\n{driver.unit}" if driver.unit else driver.title

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be typed in."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write a figure; what cannot be read as one is refused with a sentence."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        try:
            amount = read_number(str(value))
        except UnreadableError as error:
            self._desk.notices.say(str(error))
            return False
        project = self._desk.bid.projects[index.row()].id
        driver = self._desk.bid.drivers[index.column()].id
        share = self._share(index)
        if share is not None:
            place = SHARES.item(share.id)
        else:
            identity = derived_id("share", driver, project)
            entry = DriverShare(id=identity, parent=driver, project=project)
            place = self._desk.document.promise(SHARES, entry)
        self._desk.document.seal()
        amount_at = place.then(ref(DriverShare, lambda s: s.amount))
        self._desk.document.set(amount_at, amount, label=tr("Share of a measure"))
        return True

    def paste(self, start: Index, text: str) -> None:
        """Write a block of figures from a cell on, as one step; what is no figure is said."""
        if not start.isValid():
            return
        bid, wrong = self._desk.bid, ""
        found = {(one.parent, one.project): one for one in bid.driver_shares}
        for down, row in enumerate(text.replace("\r", "").rstrip("\n").split("\n")):
            for right, cell in enumerate(row.split("\t")):
                at = self.index(start.row() + down, start.column() + right)
                if not at.isValid():
                    continue
                try:
                    amount = read_number(cell.replace("£", "").replace("%", ""))
                except UnreadableError:
                    wrong = wrong or cell.strip()
                    continue
                project, driver = bid.projects[at.row()].id, bid.drivers[at.column()].id
                identity = derived_id("share", driver, project)
                known = found.get((driver, project))
                share = known or DriverShare(id=identity, parent=driver, project=project)
                found[driver, project] = share.model_copy(update={"amount": amount})
        self._desk.document.edit(
            tr("Paste figures"), lambda before: SHARES.set(before, placed(found.values()))
        )
        if wrong:
            self._desk.notices.say(
                tr("“{words}” is not a figure and was left out.", words=wrong[:40])
            )

    def _share(self, index: Index) -> DriverShare | None:
        bid = self._desk.bid
        project, driver = bid.projects[index.row()].id, bid.drivers[index.column()].id
        found = (one for one in bid.driver_shares if one.parent == driver)
        return next((one for one in found if one.project == project), None)

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if changed_in(change, "projects", "drivers"):
            self.beginResetModel()
            self.endResetModel()
        elif changed_in(change, "driver_shares"):
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def placed(shares: Iterable[DriverShare]) -> tuple[DriverShare, ...]:
    """Return shares with a place for those that have none."""
    every = list(shares)
    keys = keys_after(max((one.order for one in every), default=""), len(every))
    ordered = [
        one if one.order else one.model_copy(update={"order": key})
        for one, key in zip(every, keys, strict=True)
    ]
    return sorted_entries(tuple(ordered))


class SharesView(QTableView):
    """The table, as high as its rows."""

    def sizeHint(self) -> QSize:
        """Ask for the height of all rows."""
        rows = self.model().rowCount() if self.model() is not None else 0
        high = self.horizontalHeader().sizeHint().height()
        high += rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth() + 4
        return QSize(super().sizeHint().width(), high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a block of figures copied from a spreadsheet, from the cell the keyboard is in."""
        model = self.model()
        if event.matches(QKeySequence.StandardKey.Paste) and isinstance(model, SharesModel):
            model.paste(self.currentIndex(), QGuiApplication.clipboard().text())
            event.accept()
            return
        super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go down after Enter, as in a spreadsheet; the last row stays."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            at = self.currentIndex()
            below = at.siblingAtRow(at.row() + 1)
            if below.isValid():
                self.setCurrentIndex(below)

    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(160, self.sizeHint().height())


class SharesCard(Card):
    """Who uses how much of each measure."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr("Any unit, the same down a column. An empty column follows spending.")
        super().__init__(desk.theme, tr("3. Who uses how much"), purpose, parent)
        self._desk = desk
        self._nothing = Quiet(tr("Add projects and measures first."), self)
        self.table = SharesView(self)
        self.table.setAccessibleName(tr("Who uses how much"))
        self.table.setAccessibleDescription(tr("Type a figure, or F2 to change one."))
        self.model = SharesModel(desk, self)
        self.table.setModel(self.model)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        high = self.fontMetrics().height() + GRID * 3 // 2
        self.table.verticalHeader().setDefaultSectionSize(high)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.table)
        self.model.modelReset.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        there = self.model.rowCount() > 0 and self.model.columnCount() > 0
        self.table.setVisible(there)
        self._nothing.setVisible(not there)
        self.table.updateGeometry()
