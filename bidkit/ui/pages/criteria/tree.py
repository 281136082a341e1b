"""The table of criteria: one model over the bid, a view that speaks of acts, cells to type in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from bidkit.domain.typed import UnreadableError
from bidkit.packs.lists import ScaleLine
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.editors.choices import Chooser
from bidkit.ui.pages.criteria import cells
from bidkit.ui.pages.criteria.acts import CRITERIA, take_scale
from bidkit.ui.theme import GRID, characters_wide
from bidkit.words import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
PACK = "pack:"
MOST_ROWS = 16
MAY_GO = (cells.LIMIT, cells.SCALE)
LEAST_TITLE = 30


class CriteriaModel(QAbstractTableModel):
    """The criteria as rows, each under the one it belongs to."""

    def __init__(self, desk: Desk, common: tuple[ScaleLine, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._common = {f"{PACK}{line.key}": line for line in common}
        self.reading = cells.reading_of(desk.bid)
        self.rows = cells.rows_of(desk.bid)
        desk.binder.bid_changed.connect(self._follow)

    def row_of(self, identity: str) -> int:
        """Return the row of a criterion, or -1."""
        found = (at for at, row in enumerate(self.rows) if row.criterion.id == identity)
        return next(found, -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many criteria there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(cells.HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a cell; figures stand right, what has parts is stronger."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return cells.words_at(self.reading, row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return cells.words_at(self.reading, row, column).strip() or None
        if role == Qt.ItemDataRole.EditRole:
            return cells.edit_words(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side_of(column)
        if role == Qt.ItemDataRole.FontRole and row.has_parts:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = cells.words_at(self.reading, row, column).strip() or tr("empty")
            return f"{cells.HEADINGS[column]}: {words}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(cells.HEADINGS[section])
        return side_of(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells that a person fills can be typed in."""
        flags = super().flags(index)
        if index.isValid() and cells.may_edit(self.rows[index.row()], index.column()):
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write what was typed; what cannot be read is refused with a sentence."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        identity = self.rows[index.row()].criterion.id
        if str(value) in self._common:
            line = self._common[str(value)]
            take_scale(self._desk.document, identity, line, self._desk.session.bid_id)
            return True
        try:
            field, read = cells.typed_value(index.column(), str(value))
        except UnreadableError as error:
            self._desk.notices.say(str(error))
            return False
        self._desk.document.seal()
        label = str(cells.HEADINGS[index.column()])
        self._desk.document.set(CRITERIA.item(identity).then(field), read, label=label)
        self._desk.document.seal()
        return True

    def offered_scales(self) -> list[tuple[str, str]]:
        """Return the scales of the bid, then the common ones that are not in it."""
        found = [("", tr("None"))]
        found += [(one.id, one.title or tr("(no name yet)")) for one in self._desk.bid.scales]
        taken = {one.pack_item for one in self._desk.bid.scales}
        found += [(key, line.title) for key, line in self._common.items() if line.key not in taken]
        return found

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if all(getattr(before, name) is getattr(after, name) for name in cells.READS):
            return
        rows = cells.rows_of(after)
        self.reading = cells.reading_of(after)
        shape = [(row.criterion.id, row.depth) for row in self.rows]
        if [(row.criterion.id, row.depth) for row in rows] == shape:
            self.rows = rows
            if rows:
                last = self.index(len(rows) - 1, len(cells.HEADINGS) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


class ScaleDelegate(QStyledItemDelegate):
    """Lets a scale be chosen in its cell."""

    def __init__(self, offered: Callable[[], list[tuple[str, str]]], parent: QObject) -> None:
        super().__init__(parent)
        self._offered = offered

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        """Return a drop-down of scales."""
        chooser = Chooser(parent)
        chooser.setAccessibleName(tr("Scale"))
        for value, words in self._offered():
            chooser.addItem(words, value)
        chooser.activated.connect(self._chosen)
        return chooser

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the scale that is chosen, and the list."""
        if isinstance(editor, QComboBox):
            at = editor.findData(index.data(Qt.ItemDataRole.EditRole))
            editor.setCurrentIndex(max(at, 0))
            editor.showPopup()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Write the choice, where it is another one."""
        if isinstance(editor, QComboBox):
            value = editor.currentData()
            if value != index.data(Qt.ItemDataRole.EditRole):
                model.setData(index, value)

    @Slot()
    def _chosen(self) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


class CriteriaTable(QTableView):
    """The table, as high as its rows; wanted speaks of acts on the chosen criterion."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.EditKeyPressed | triggers.AnyKeyPressed | triggers.DoubleClicked
        )
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 2 * GRID)
        self.setAccessibleName(tr("Scoring criteria"))
        self.setAccessibleDescription(
            tr(
                "Type or F2 to change a cell. Insert adds, Shift with Insert adds under it, "
                "Alt with the arrows moves, Delete removes, Enter goes to the card."
            )
        )

    def lay_columns(self) -> None:
        """Give the words the room that figures leave."""
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for column in range(len(cells.HEADINGS)):
            stretch = column == cells.TITLE
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(column, mode.Stretch if stretch else mode.ResizeToContents)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words their room at each width."""
        super().resizeEvent(event)
        self.give_room()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model, and give the words their room again when its cells change."""
        super().setModel(model)
        if model is not None:
            model.dataChanged.connect(self.give_room)
            model.modelReset.connect(self.give_room)

    @Slot()
    def give_room(self) -> None:
        """Leave out limit, then scale, where the words lack room: the card under it shows them."""
        room = self.viewport().width() - characters_wide(self, LEAST_TITLE)
        for column in range(len(cells.HEADINGS)):
            if column not in (cells.TITLE, *MAY_GO):
                room -= self._width_of(column)
        for column in reversed(MAY_GO):
            room -= self._width_of(column)
            self.setColumnHidden(column, room < 0)

    def _width_of(self, column: int) -> int:
        return max(self.sizeHintForColumn(column), self.horizontalHeader().sectionSizeHint(column))

    def sizeHint(self) -> QSize:
        """Ask for the height of the rows, up to a limit."""
        rows = min(self.model().rowCount() if self.model() is not None else 0, MOST_ROWS)
        high = self.horizontalHeader().sizeHint().height()
        high += rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth() + 4
        return QSize(super().sizeHint().width(), high)

    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(160, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn keys into acts on the chosen criterion."""
        act = act_of(event)
        if act:
            self.wanted.emit(act)
            event.accept()
            return
        super().keyPressEvent(event)


def act_of(event: QKeyEvent) -> str:
    """Return the act a key stands for, or ''."""
    key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held == Qt.KeyboardModifier.AltModifier:
        moves = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}
        return moves.get(key) or {Qt.Key.Key_Right: "in", Qt.Key.Key_Left: "out"}.get(key, "")
    if event.matches(QKeySequence.StandardKey.New):
        return "add"
    if key == Qt.Key.Key_Insert:
        return "add under" if held == Qt.KeyboardModifier.ShiftModifier else "add"
    if held:
        return ""
    plain = {Qt.Key.Key_Delete: "remove", Qt.Key.Key_Return: "edit", Qt.Key.Key_Enter: "edit"}
    return plain.get(key, "")


def side_of(column: int) -> int:
    """Return the side on which a column stands: figures at the right."""
    right = column in cells.FIGURES
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
