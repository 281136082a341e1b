"""The dialog before something is taken: every line with a tick, and what to look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bidkit.ui.dialogs.offers import OfferList
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.labels import Heading, Quiet, Words
from bidkit.ui.theme import GRID, Theme
from bidkit.words import tr

if TYPE_CHECKING:
    from bidkit.session.incoming.offers import Offer

Then = Callable[[frozenset[str]], object]


@dataclass(frozen=True)
class Telling:
    """What stands around the lines: a title, a sentence, warnings, what was not read."""

    title: str
    sentence: str
    warnings: Sequence[str] = ()
    not_read: Sequence[str] = ()
    use: str = ""


class TakeDialog(QDialog):
    """Shows the lines; then gets the keys of those that are ticked."""

    def __init__(
        self, theme: Theme, telling: Telling, offers: Sequence[Offer], then: Then, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(telling.title)
        self._theme, self._then = theme, then
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(Heading(telling.title, 1, self))
        column.addWidget(Quiet(telling.sentence, self))
        self.list = OfferList(theme, offers)
        column.addWidget(self._scrolled(telling), 1)
        self.use = Button(telling.use or tr("Put into the bid"), self, main=True)
        self.use.clicked.connect(self._take)
        cancel = Button(tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self._count = Quiet("", self, wraps=False)
        foot = QHBoxLayout()
        foot.addWidget(self._count, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.use)
        column.addLayout(foot)
        self.list.changed.connect(self._tell)
        theme.dress(self)
        self.resize(self.fontMetrics().averageCharWidth() * 96, self.fontMetrics().height() * 30)
        self._tell()
        self.use.setFocus()

    def _scrolled(self, telling: Telling) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(2 * GRID)
        self._box(column, tr("Look at this"), telling.warnings, "warn_soft")
        column.addWidget(self.list)
        self._box(column, tr("Not read: type it in yourself"), telling.not_read, "paper")
        column.addStretch()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _box(self, column: QVBoxLayout, title: str, lines: Sequence[str], ground: str) -> None:
        if not lines:
            return
        box = Box(self._theme, ground=ground)
        box.body.addWidget(Heading(title, 3, box))
        for line in lines:
            box.body.addWidget(Words(line, box))
        column.addWidget(box)

    @Slot()
    def _tell(self) -> None:
        count = len(self.list.chosen)
        self._count.setText(tr("{n} ticked", n=count))
        self.use.setEnabled(bool(count))

    @Slot()
    def _take(self) -> None:
        chosen = self.list.chosen
        self.accept()
        self._then(chosen)
