"""Steps of starting from something that exists: what was read, and a place to paste into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from bidkit.ui.dialogs.offers import OfferList
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.labels import Heading, Quiet, Words
from bidkit.ui.theme import GRID, Theme
from bidkit.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bidkit.session.opening import Reading


class ReadingView(QWidget):
    """What a file would put into a bid; used tells what was left ticked."""

    used = Signal(frozenset)

    def __init__(self, theme: Theme, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID * 3 // 2)
        self._box(tr("Please check the deadline"), reading.deadlines, "note")
        self._box(tr("Look at this"), reading.warnings, "warn_soft")
        self.offers = OfferList(theme, reading.offers)
        box = Box(theme, self)
        box.body.addWidget(self.offers)
        self._column.addWidget(box)
        self._box(tr("Not read: type it in yourself"), reading.not_read, "paper")
        self.use = Button(tr("Use what is ticked"), self, main=True)
        self.use.clicked.connect(self._use)
        self._column.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)

    def _box(self, title: str, lines: Sequence[str], ground: str) -> None:
        if not lines:
            return
        box = Box(self._theme, self, ground=ground)
        box.body.addWidget(Heading(title, 2, box))
        for line in lines:
            box.body.addWidget(Words(line, box))
        self._column.addWidget(box)

    @Slot()
    def _use(self) -> None:
        self.used.emit(self.offers.chosen)


class PasteView(QWidget):
    """A place to paste questions into; given tells the text."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(tr("The buyer’s questions"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(self.fontMetrics().height() * 14)
        column.addWidget(self.text)
        column.addWidget(
            Quiet(tr("Numbers, limits such as “500 words” and weights are recognised."), self)
        )
        read = Button(tr("Find the questions"), self, main=True)
        read.clicked.connect(self._give)
        column.addWidget(read, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _give(self) -> None:
        self.given.emit(self.text.toPlainText())
