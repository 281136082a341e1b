"""Figures that are only read: a strip of a few large ones, and a small table of many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Quiet, Tone, Toned, Words
from bidkit.ui.theme import GRID, Theme, characters_wide, scaled

LEAST_WIDE = 16
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True)
class Figure:
    """One large figure: what it is, itself, and a remark on it in a tone."""

    label: str
    words: str
    remark: str = ""
    tone: Tone = "muted"


class FigureBox(QWidget):
    """One large figure with its label over it and its remark under it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Quiet("", self, wraps=False)
        self._words = Words("", self, wraps=False)
        self._words.setFont(scaled(self.font(), 1.35, strong=True))
        self._remark = Toned(theme, "muted", "", self)
        self._remark.setWordWrap(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 2 * GRID, 0)
        column.setSpacing(0)
        for label in (self._label, self._words, self._remark):
            column.addWidget(label)
        self.setMinimumWidth(characters_wide(self, LEAST_WIDE))

    def tell(self, figure: Figure) -> None:
        """Show another figure."""
        self._label.setText(figure.label)
        self._words.setText(figure.words)
        self._remark.tell(figure.remark, figure.tone)
        self._remark.setVisible(bool(figure.remark))
        parts = (figure.label, figure.words, figure.remark)
        self.setAccessibleName(". ".join(part for part in parts if part))


class FigureStrip(QWidget):
    """A few large figures side by side, on more lines where it is narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._boxes: list[FigureBox] = []
        self._flow = FlowLayout(self, gap=2 * GRID)

    def tell(self, figures: Sequence[Figure]) -> None:
        """Show other figures."""
        while len(self._boxes) < len(figures):
            box = FigureBox(self._theme, self)
            self._boxes.append(box)
            self._flow.addWidget(box)
        for number, box in enumerate(self._boxes):
            box.setVisible(number < len(figures))
            if number < len(figures):
                box.tell(figures[number])
        self.updateGeometry()


class FigureTable(QWidget):
    """A small table to read: words at the left, figures at the right, the last row stronger."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(3 * GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        self._cells: list[list[QLabel]] = []

    def tell(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        strong: Sequence[int] = (),
    ) -> None:
        """Show other rows; strong are the numbers of the rows that stand out."""
        self._fit(len(rows) + 1, len(headings))
        for at, cells in enumerate((headings, *rows)):
            for label, words in zip(self._cells[at], cells, strict=True):
                label.setText(words)
                label.setFont(scaled(self.font(), 1.0, strong=at == 0 or at - 1 in strong))
        self.updateGeometry()

    def _fit(self, height: int, width: int) -> None:
        if self._cells and len(self._cells[0]) != width:
            for gone in self._cells:
                self._drop(gone)
            self._cells.clear()
        while len(self._cells) > height:
            self._drop(self._cells.pop())
        while len(self._cells) < height:
            at = len(self._cells)
            row: list[QLabel] = []
            for column in range(width):
                label = Quiet("", self, wraps=column == 0) if at == 0 else self._cell(column)
                label.setAlignment(LEFT if column == 0 else RIGHT)
                self._grid.addWidget(label, at, column)
                row.append(label)
            self._cells.append(row)
        for column in range(width):
            self._grid.setColumnStretch(column, 1 if column == 0 else 0)

    def _cell(self, column: int) -> QLabel:
        return Words("", self, wraps=column == 0)

    def _drop(self, row: Sequence[QLabel]) -> None:
        for label in row:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
