"""Choosing one of several things by a line to search in: opportunities of a file, entries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.labels import Heading, Quiet
from bidkit.ui.theme import GRID, Theme
from bidkit.words import tr

if TYPE_CHECKING:
    from bidkit.session.incoming.files import Candidate

MOST = 400
KEY = Qt.ItemDataRole.UserRole


class ChoiceList(QWidget):
    """A line to type in and what fits; chosen tells the key of the one that is taken."""

    chosen = Signal(str)

    def __init__(self, candidates: Sequence[Candidate], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._candidates = candidates
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(tr("Search by title, buyer or number"))
        self.line.setAccessibleName(tr("Search"))
        self.line.textChanged.connect(self._look)
        self.line.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("What there is to choose from"))
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(self._activated)
        self._told = Quiet("", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self._told)
        self._look("")

    def take(self) -> None:
        """Take the one the arrows stand on."""
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(KEY))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the line speak to the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                row = self.list.currentRow() + (1 if key == Qt.Key.Key_Down else -1)
                self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.take()
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _look(self, text: str) -> None:
        wanted = text.lower().split()
        self.list.clear()
        fitting = [
            one
            for one in self._candidates
            if all(word in f"{one.title} {one.remark} {one.key}".lower() for word in wanted)
        ]
        for one in fitting[:MOST]:
            words = "\n".join(part for part in (one.title, one.remark) if part)
            item = QListWidgetItem(words, self.list)
            item.setData(KEY, one.key)
        self.list.setCurrentRow(0)
        self._told.setText(tr("{n} of {all} fit.", n=len(fitting), all=len(self._candidates)))

    @Slot(QListWidgetItem)
    def _activated(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(KEY))


class ChooseDialog(QDialog):
    """Asks for one of several; then gets its key."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        candidates: Sequence[Candidate],
        then: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._then = then
        self.list = ChoiceList(candidates, self)
        self.list.chosen.connect(self._take)
        cancel = Button(tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        use = Button(tr("Use this one"), self, main=True)
        use.clicked.connect(self.list.take)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(use)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.addWidget(Heading(title, 2, self))
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        theme.dress(self)
        self.resize(self.fontMetrics().averageCharWidth() * 80, self.fontMetrics().height() * 24)
        self.list.line.setFocus()

    @Slot(str)
    def _take(self, key: str) -> None:
        self.accept()
        self._then(key)
