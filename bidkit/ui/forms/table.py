"""The table of a list, whose keys speak of acts on rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from bidkit.ui.forms.spec import Listing
from bidkit.ui.theme import characters_wide
from bidkit.words import tr

MOST_ROWS = 9
NARROW = 19
LEAST_SHARE = 40


class RowTable(QTableView):
    """The table of a list: as high as its rows, up to a limit; keys speak of acts on rows."""

    wanted = Signal(str)

    def __init__(self, listing: Listing[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setAccessibleName(str(listing.title))
        keys = tr("Insert adds, Enter edits, Delete removes, Alt with the arrows moves.")
        if listing.pasted is not None:
            keys = f"{keys} {tr('Ctrl+V adds rows copied from a spreadsheet.')}"
        self.setAccessibleDescription(keys)

    def sizeHint(self) -> QSize:
        """Ask for the height of the rows, up to a limit."""
        model = self.model()
        rows = min(model.rowCount() if model else 0, MOST_ROWS)
        height = self.horizontalHeader().sizeHint().height()
        height += rows * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth() + 4
        return QSize(super().sizeHint().width(), height)

    def sizeHintForColumn(self, column: int) -> int:
        """Ask for the width of the words, but leave the stretched column its room."""
        wanted = super().sizeHintForColumn(column)
        narrow = characters_wide(self, NARROW)
        if wanted <= narrow or self._stretched(column):
            return wanted
        room, kept = self.viewport().width(), 0
        beside: list[int] = []
        for at in range(self.model().columnCount()):
            width = super().sizeHintForColumn(at)
            if self._stretched(at):
                kept = max(kept, min(width, room * LEAST_SHARE // 100))
            else:
                beside.append(width)
        return min(wanted, max(narrow, most_for_each(beside, room - kept)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out again at each width."""
        super().resizeEvent(event)
        header = self.horizontalHeader()
        for column in range(header.count()):
            if not self._stretched(column):
                self.resizeColumnToContents(column)

    def _stretched(self, column: int) -> bool:
        mode = self.horizontalHeader().sectionResizeMode(column)
        return mode == QHeaderView.ResizeMode.Stretch

    def minimumSizeHint(self) -> QSize:
        """Stay readable."""
        return QSize(160, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn keys into acts on the chosen row."""
        act = self._act_of(event)
        if act:
            self.wanted.emit(act)
            event.accept()
            return
        super().keyPressEvent(event)

    def _act_of(self, event: QKeyEvent) -> str:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        key = event.key()
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return "up" if key == Qt.Key.Key_Up else "down"
        if event.matches(QKeySequence.StandardKey.New) or key == Qt.Key.Key_Insert:
            return "add"
        if event.matches(QKeySequence.StandardKey.Paste):
            return "paste"
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return ""
        acts = {
            Qt.Key.Key_Delete: "remove",
            Qt.Key.Key_F2: "edit",
            Qt.Key.Key_Return: "edit",
            Qt.Key.Key_Enter: "edit",
        }
        return acts.get(Qt.Key(key), "")


def most_for_each(wanted: Sequence[int], room: int) -> int:
    """Return the greatest width with which columns, each cut off there, fit into a room.

    >>> most_for_each((50, 400, 300), 450)
    200
    >>> most_for_each((50, 100), 450)
    450
    """
    left, waiting = room, sorted(wanted)
    while waiting and waiting[0] * len(waiting) <= left:
        left -= waiting.pop(0)
    return left // len(waiting) if waiting else room
