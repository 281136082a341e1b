"""Words marked on screen for findings and comments: never part of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QTextEdit

from bidkit.domain.prose import Span
from bidkit.ui.pieces.labels import plain_tip
from bidkit.ui.prose.document.places import Placement, cursors_at


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch to mark: where, on what ground, underlined in what colour, and what it says."""

    span: Span
    ground: QColor | None = None
    underline: QColor | None = None
    words: str = ""


def selections_for(
    document: QTextDocument, placement: Placement, highlights: Sequence[Highlight]
) -> list[QTextEdit.ExtraSelection]:
    """Return Qt's extra selections for highlights of the text that a document shows."""
    cursors = cursors_at(document, placement, [one.span for one in highlights])
    selections: list[QTextEdit.ExtraSelection] = []
    for highlight, cursor in zip(highlights, cursors, strict=True):
        if cursor is not None:
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = cursor, _format(highlight)
            selections.append(selection)
    return selections


def _format(highlight: Highlight) -> QTextCharFormat:
    given = QTextCharFormat()
    if highlight.ground is not None:
        given.setBackground(highlight.ground)
    if highlight.underline is not None:
        given.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        given.setUnderlineColor(highlight.underline)
    if highlight.words:
        given.setToolTip(plain_tip(highlight.words))
    return given
