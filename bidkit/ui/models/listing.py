"""A table model over one collection of the bid: it holds nothing that the bid does not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from bidkit.domain.base import Entity
from bidkit.domain.bid import Bid
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.forms.spec import Column, LinkChoice, LinkSet, Listing
from bidkit.ui.forms.wording import words_of
from bidkit.words import tr

ROWS = "application/x-bidkit-row"
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class ListingModel(QAbstractTableModel):
    """The rows of a listing: the things of a collection that belong to one parent."""

    dropped = Signal(str, int)

    def __init__(self, desk: Desk, listing: Listing[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._listing = listing
        self._belongs_to = ""
        self._entries: tuple[Entity, ...] = ()
        self._told: list[tuple[str, ...]] = []
        desk.binder.bid_changed.connect(self._bid_changed)
        self._read_anew()

    @property
    def entries(self) -> tuple[Entity, ...]:
        """The things that are shown, in order."""
        return self._entries

    def show_parent(self, identity: str) -> None:
        """Show the things that belong to another one."""
        self.beginResetModel()
        self._belongs_to = identity
        self._read_anew()
        self.endResetModel()

    def row_of(self, identity: str) -> int:
        """Return the row of a thing, or -1."""
        found = (row for row, entry in enumerate(self._entries) if entry.id == identity)
        return next(found, -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many things there are."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._listing.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell, whole in its tip too, and its side: numbers stand right."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        column = self._listing.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(column, entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._words(column, entry) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {self._words(column, entry) or tr('empty')}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side_of(column)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return str(self._listing.columns[section].title)
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return side_of(self._listing.columns[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen and dragged between others."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        usable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows move."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the kind of what is dragged."""
        return [ROWS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the identity of the dragged row."""
        data = QMimeData()
        if indexes:
            data.setData(ROWS, QByteArray(self._entries[indexes[0].row()].id.encode()))
        return data

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Tell that a row was dropped before another; the list moves it in the bid."""
        if not data.hasFormat(ROWS):
            return False
        target = row if row >= 0 else (parent.row() if parent.isValid() else len(self._entries))
        self.dropped.emit(bytes(data.data(ROWS).data()).decode(), target)
        return False

    def _words(self, column: Column[Any], entry: Entity) -> str:
        if column.told is not None:
            return column.told(self._desk.bid, entry)
        if column.ref is None:
            return ""
        value = column.ref.get(entry)
        return words_of(self._listing.field_at(column.ref), value, self._desk.bid)

    def _read(self, bid: Bid) -> None:
        where: Callable[[Any], bool] | None = self._listing.where
        self._entries = tuple(
            entry
            for entry in self._listing.collection.get(bid)
            if (self._listing.everywhere or entry.parent == self._belongs_to)
            and (where is None or where(entry))
        )

    def _read_anew(self) -> None:
        self._read(self._desk.bid)
        self._told = self._words_from_elsewhere()

    def _bid_changed(self, change: Changed) -> None:
        before = self._entries
        self._read(change.after)
        after, self._entries = self._entries, before
        if [one.id for one in before] == [one.id for one in after]:
            self._entries = after
            self._tell_cells(before, after)
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        rows = {entry.id: row for row, entry in enumerate(after)}
        self._entries = after
        self._told = self._words_from_elsewhere()
        moved = [
            self.index(rows[before[old.row()].id], old.column())
            if before[old.row()].id in rows
            else QModelIndex()
            for old in kept
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _tell_cells(self, before: Sequence[Entity], after: Sequence[Entity]) -> None:
        last = len(self._listing.columns) - 1
        told, self._told = self._told, self._words_from_elsewhere()
        for row, (old, new) in enumerate(zip(before, after, strict=True)):
            if old is not new or told[row] != self._told[row]:
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def _words_from_elsewhere(self) -> list[tuple[str, ...]]:
        """Return for each row the words that depend on more than the thing itself."""
        columns = [column for column in self._listing.columns if self._looks_elsewhere(column)]
        return [tuple(self._words(column, one) for column in columns) for one in self._entries]

    def _looks_elsewhere(self, column: Column[Any]) -> bool:
        if column.told is not None or column.ref is None:
            return True
        return isinstance(self._listing.field_at(column.ref), LinkChoice | LinkSet)


def side_of(column: Column[Any]) -> int:
    """Return the side on which a column and its heading stand: figures at the right."""
    side = Qt.AlignmentFlag.AlignRight if column.at_right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
