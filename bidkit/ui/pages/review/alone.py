"""Marking alone: one reviewer's marks of every criterion, with nobody else's in sight."""

from __future__ import annotations

from decimal import Decimal
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
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bidkit.domain.showing import number_words
from bidkit.domain.typed import UnreadableError, read_number
from bidkit.figures.readings.marks import levels_of
from bidkit.figures.readings.scoring.panel import marked_criteria
from bidkit.session.document import Changed
from bidkit.session.judging.panel import give_mark, give_reason, mark_of
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.labels import Quiet, Words
from bidkit.ui.theme import GRID
from bidkit.words import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
NUMBER, TITLE, SCALE, MARK, REASON = range(5)


class AloneModel(QAbstractTableModel):
    """Every criterion with one reviewer's mark and reason; only these two can be typed in."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.reviewer = ""
        self.criteria = marked_criteria(desk.bid)
        desk.binder.bid_changed.connect(self._follow)

    def show_reviewer(self, name: str) -> None:
        """Show another reviewer's marks."""
        self.beginResetModel()
        self.reviewer = name.strip()
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many criteria are marked."""
        return 0 if parent.isValid() else len(self.criteria)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Number, what is marked, the marks there are, the mark, the reason."""
        return 0 if parent.isValid() else 5

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return None
        one = self.criteria[index.row()]
        bid = self._desk.bid
        given = mark_of(bid, one.id, self.reviewer) if self.reviewer else None
        match index.column():
            case 0:
                return one.number
            case 1:
                return one.title
            case 2:
                scale = next((each for each in bid.scales if each.id == one.scale), None)
                return ", ".join(number_words(level) for level in levels_of(scale))
            case 3:
                return number_words(given.mark) if given is not None else ""
            case _:
                return given.reason if given is not None else ""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("No."), tr("Criterion"), tr("Marks"), tr("Your mark"), tr("Because"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Mark and reason can be typed in once a name is given."""
        flags = super().flags(index)
        if self.reviewer and index.column() in (MARK, REASON):
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write a mark or a reason; what is no number is refused with a sentence."""
        if role != Qt.ItemDataRole.EditRole or not self.reviewer:
            return False
        one, document = self.criteria[index.row()], self._desk.document
        if index.column() == REASON:
            give_reason(document, one.id, self.reviewer, str(value).strip())
            return True
        try:
            mark: Decimal | None = read_number(str(value))
        except UnreadableError as error:
            self._desk.notices.say(str(error))
            return False
        give_mark(document, one.id, self.reviewer, mark, self._desk.session.today())
        return True

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if before.criteria is not after.criteria or before.scales is not after.scales:
            self.beginResetModel()
            self.criteria = marked_criteria(after)
            self.endResetModel()
        elif before.panel_marks is not after.panel_marks and self.criteria:
            last = self.index(len(self.criteria) - 1, REASON)
            self.dataChanged.emit(self.index(0, MARK), last)


class MarksTable(QTableView):
    """A table as high as its rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Your marks"))
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 2 * GRID)

    def sizeHint(self) -> QSize:
        """Ask for the height of all rows."""
        rows = self.model().rowCount() if self.model() is not None else 0
        high = self.horizontalHeader().sizeHint().height()
        high += rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth() + 4
        return QSize(super().sizeHint().width(), high)

    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(160, self.sizeHint().height())


class MarkAlone(QWidget):
    """A name, and a table to mark in; nobody else's marks are shown."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        self.name = QLineEdit(self)
        self.name.setObjectName("reviewer")
        self.name.setMaximumWidth(36 * GRID)
        label = Words(tr("Who is marking?"), self)
        label.setBuddy(self.name)
        self.name.setAccessibleName(label.text())
        self.name.textChanged.connect(self._named)
        self.model = AloneModel(desk, self)
        self.table = MarksTable(self)
        self.table.setModel(self.model)
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        header, mode = self.table.horizontalHeader(), QHeaderView.ResizeMode
        for at in (NUMBER, SCALE, MARK):
            header.setSectionResizeMode(at, mode.ResizeToContents)
        for at in (TITLE, REASON):
            header.setSectionResizeMode(at, mode.Stretch)
        said = tr("Read the answer, then give the mark its words earn. Nobody else’s marks show.")
        for widget in (label, self.name, Quiet(said, self), self.table):
            column.addWidget(widget)

    @Slot(str)
    def _named(self, name: str) -> None:
        self.model.show_reviewer(name)
