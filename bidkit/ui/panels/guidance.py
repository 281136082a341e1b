"""Guidance: why the buyer asks and what a strong answer shows, for where the keyboard is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from bidkit.domain.stages import Stage
from bidkit.errors import BidKitError
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.labels import Heading, Quiet, Words
from bidkit.ui.theme import GRID
from bidkit.words import tr


class GuidancePanel(QScrollArea):
    """The notes for the stage that is open, nearest to the field that has the keyboard first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stage = Stage.NEXT
        self._address = ""
        self._shown: Sequence[Any] | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_stage(self, stage: Stage, address: str = "") -> None:
        """Speak of another stage, or of a place in it."""
        self._stage, self._address = stage, address
        if self.isVisible():
            self.tell()

    def showEvent(self, event: Any) -> None:
        """Read the notes when they are first looked at."""
        super().showEvent(event)
        self.tell()

    def tell(self) -> None:
        """Read the notes again; nothing moves when they are the same."""
        try:
            notes = tuple(self._desk.session.guidance(self._stage, self._address))
        except BidKitError as error:
            self._desk.notices.say(error.what)
            notes = ()
        if notes == self._shown:
            return
        self._shown = notes
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(GRID * 3 // 2, GRID * 3 // 2, GRID * 3 // 2, GRID)
        column.setSpacing(GRID)
        for note in notes:
            column.addWidget(self._card(note, inside))
        if not notes:
            column.addWidget(Quiet(tr("There is no guidance for this page."), inside))
        column.addStretch()
        self.setWidget(inside)

    def _card(self, note: Any, parent: QWidget) -> QWidget:
        box = Box(self._desk.theme, parent, ground="note", edge="note_line")
        box.body.setContentsMargins(GRID * 3 // 2, GRID, GRID * 3 // 2, GRID)
        box.body.setSpacing(4)
        box.body.addWidget(Heading(note.title, 3, box))
        words = Words(note.text, box)
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        box.body.addWidget(words)
        source = note.source
        if source and not note.confirmed:
            source = tr("{source} (not confirmed)", source=source)
        if source:
            quiet = Quiet(source, box)
            font = quiet.font()
            font.setItalic(True)
            quiet.setFont(font)
            box.body.addWidget(quiet)
        return box
