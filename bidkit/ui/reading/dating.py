"""Asks which date of the bid each written date is, before any is changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from bidkit.session.marking.dates import FoundDate
from bidkit.ui.editors.choices import Chooser
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.labels import Heading, Quiet, Toned
from bidkit.ui.theme import GRID, Theme
from bidkit.words import tr


class DateDialog(QDialog):
    """Every date found, with what it may be; then gets the choices that were made."""

    def __init__(
        self,
        theme: Theme,
        found: Sequence[FoundDate],
        then: Callable[[dict[int, str]], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Which date is it?"))
        self._theme, self._then = theme, then
        self.choosers: list[Chooser] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(Heading(tr("Which date is it?"), 1, self))
        for one in found:
            column.addWidget(self._box(one))
        column.addStretch()
        keep = Button(tr("Keep it") if len(found) == 1 else tr("Keep them"), self, main=True)
        keep.clicked.connect(self._take)
        cancel = Button(tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(keep)
        column.addLayout(foot)
        theme.dress(self)
        self.resize(self.fontMetrics().averageCharWidth() * 92, self.sizeHint().height())
        self.choosers[0].setFocus()

    def _box(self, one: FoundDate) -> QWidget:
        box = Box(self._theme, self)
        box.body.addWidget(Heading(one.words, 3, box))
        box.body.addWidget(Quiet(tr("“{words}”", words=one.sentence), box))
        if one.note:
            box.body.addWidget(Toned(self._theme, "warn", one.note, box))
        chooser = Chooser(box)
        chooser.setAccessibleName(tr("What is on {day}?", day=one.words))
        chooser.addItem(tr("Leave it out"), "")
        for choice in one.choices:
            chooser.addItem(choice.words, choice.key)
        chooser.setCurrentIndex(max(chooser.findData(one.likely), 0))
        box.body.addWidget(chooser)
        self.choosers.append(chooser)
        return box

    @Slot()
    def _take(self) -> None:
        picked = {at: str(one.currentData()) for at, one in enumerate(self.choosers)}
        self.accept()
        self._then({at: key for at, key in picked.items() if key})
