"""The levels of one scale, typed in place: mark, label, what earns it."""

from __future__ import annotations

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
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Scale, ScaleLevel
from bidkit.domain.refs import ref
from bidkit.domain.showing import number_words
from bidkit.domain.typed import UnreadableError, read_number
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.labels import Heading, Quiet
from bidkit.ui.theme import GRID
from bidkit.words import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
SCALES = ref(Bid, lambda b: b.scales)
LEVELS = ref(Scale, lambda s: s.levels)
MARK, LABEL, DESCRIPTOR = range(3)


class LevelsModel(QAbstractTableModel):
    """The levels of the chosen scale, the best first, and one empty row to add another."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._scale = ""
        desk.binder.bid_changed.connect(self._follow)

    def show_scale(self, identity: str) -> None:
        """Show the levels of another scale."""
        self.beginResetModel()
        self._scale = identity
        self.endResetModel()

    @property
    def levels(self) -> tuple[ScaleLevel, ...]:
        """The levels, the best first."""
        found = next((one for one in self._desk.bid.scales if one.id == self._scale), None)
        if found is None:
            return ()
        return tuple(sorted(found.levels, key=lambda level: -level.mark))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many levels there are, and one more."""
        return 0 if parent.isValid() or not self._scale else len(self.levels) + 1

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Mark, label, what earns it."""
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return None
        levels = self.levels
        if index.row() >= len(levels):
            return ""
        level = levels[index.row()]
        return (number_words(level.mark), level.label, level.descriptor)[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Mark"), tr("Called"), tr("What earns it"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be typed in; the empty row begins with its mark."""
        flags = super().flags(index)
        if index.row() < len(self.levels) or index.column() == MARK:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write a cell; a level whose mark is taken away is gone."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        levels, at, text = list(self.levels), index.row(), str(value).strip()
        try:
            mark = read_number(text) if index.column() == MARK else None
        except UnreadableError as error:
            self._desk.notices.say(str(error))
            return False
        if index.column() != MARK:
            field = "label" if index.column() == LABEL else "descriptor"
            levels[at] = levels[at].model_copy(update={field: text})
        elif mark is None:
            del levels[at : at + 1]
        elif at < len(levels):
            levels[at] = levels[at].model_copy(update={"mark": mark})
        else:
            levels.append(ScaleLevel(mark=mark, label=""))
        place = SCALES.item(self._scale).then(LEVELS)
        self._desk.document.seal()
        self._desk.document.set(place, tuple(levels), label=tr("Levels of a scale"))
        return True

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if change.before.scales is not change.after.scales:
            self.beginResetModel()
            self.endResetModel()


class LevelsTable(QTableView):
    """The table, as high as its rows."""

    def sizeHint(self) -> QSize:
        """Ask for the height of all rows."""
        rows = self.model().rowCount() if self.model() is not None else 0
        high = self.horizontalHeader().sizeHint().height()
        high += rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth() + 4
        return QSize(super().sizeHint().width(), high)

    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(160, self.sizeHint().height())


class LevelsEditor(QWidget):
    """The levels of the scale that is chosen in the list over it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Heading(tr("Its levels"), 2, self))
        column.addWidget(Quiet(tr("F2 changes a cell. The empty row adds a level."), self))
        self.table = LevelsTable(self)
        self.model = LevelsModel(desk, self)
        self.table.setModel(self.model)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setAccessibleName(tr("Levels of the scale"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        self.table.verticalHeader().hide()
        high = self.fontMetrics().height() + GRID * 3 // 2
        self.table.verticalHeader().setDefaultSectionSize(high)
        header, mode = self.table.horizontalHeader(), QHeaderView.ResizeMode
        header.setSectionResizeMode(MARK, mode.ResizeToContents)
        header.setSectionResizeMode(LABEL, mode.ResizeToContents)
        header.setSectionResizeMode(DESCRIPTOR, mode.Stretch)
        self.model.modelReset.connect(self.table.updateGeometry)
        column.addWidget(self.table)

    @Slot(str)
    def show_scale(self, identity: str) -> None:
        """Show the levels of another scale; hidden where there is none."""
        self.model.show_scale(identity)
        self.setVisible(bool(identity))
