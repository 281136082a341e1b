"""The table of a list, whose keys speak of acts on rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from bidkit.ui.forms.spec import Listing
from bidkit.words import tr

MOST_ROWS = 9


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
