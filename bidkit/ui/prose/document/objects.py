"""Chips and pictures among the words: painted as one thing, deleted and passed as one thing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPalette,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from bidkit.domain.prose import Chart, Chip, Figure, LinkedTable
from bidkit.ui.prose.document.formats import ObjectKind, object_of
from bidkit.words import tr

Labels: TypeAlias = Callable[[Chip | Figure | Chart | LinkedTable], str]

_SIDE = 6.0
_WIDEST = 36


def plain_label(thing: Chip | Figure | Chart | LinkedTable) -> str:
    """Return what an object is called when nobody knows it better: its kind and its id."""
    match thing:
        case Chip(evidence):
            return evidence
        case Figure(_, alt):
            return tr("Picture: {alt}", alt=alt) if alt else tr("Picture, not described yet")
        case Chart(chart):
            return tr("Chart {id}", id=chart)
        case LinkedTable(table):
            return tr("Table {id}", id=table)


class ObjectPainter(QPyTextObject):
    """Paints the objects of a document by their labels, in the colours of the palette."""

    def __init__(self, parent: QObject, palette: QPalette, labels: Labels = plain_label) -> None:
        super().__init__(parent)
        self.palette = palette
        self._labels = labels
        self._known: dict[Chip | Figure | Chart | LinkedTable, str] = {}

    def use(self, labels: Labels) -> None:
        """Ask for every label anew, and here from now on; each is asked for once."""
        self._labels = labels
        self._known.clear()

    def label(self, given: QTextFormat) -> str:
        """Return the words on an object, cut where they grow too long for a line."""
        thing = object_of(given)
        if thing is None:
            return "?"
        if thing not in self._known:
            self._known[thing] = self._labels(thing)
        words = self._known[thing]
        return words if len(words) <= _WIDEST else words[: _WIDEST - 1] + "…"

    def intrinsicSize(self, doc: QTextDocument, _place: int, given: QTextFormat) -> QSizeF:
        """Return the room an object takes: its words and a little air; it stands on the line."""
        metrics = QFontMetricsF(doc.defaultFont())
        width = metrics.horizontalAdvance(self.label(given)) + 2 * _SIDE
        picture = given.objectType() == ObjectKind.PICTURE
        return QSizeF(width, metrics.height() * 2 if picture else metrics.ascent())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        _place: int,
        given: QTextFormat,
    ) -> None:
        """Paint an object: words in the colour of links inside a thin edge."""
        metrics = QFontMetricsF(doc.defaultFont())
        picture = given.objectType() == ObjectKind.PICTURE
        box = QRectF(rect).adjusted(2, 0, -2, 0 if picture else metrics.descent())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette.color(QPalette.ColorRole.PlaceholderText), 1))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(doc.defaultFont())
        painter.setPen(self.palette.color(QPalette.ColorRole.Link))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.label(given))
        painter.restore()
