"""What was typed when the program ended badly: brought back or thrown away, one by one."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.domain.stages import title_of
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.labels import Heading, Quiet, Words
from bidkit.ui.shell.whereabouts import stage_of
from bidkit.words import tr


class Leftovers(QDialog):
    """Shows every leftover with what stands in the bid now; nothing happens by itself."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Typed, but not kept"))
        self._desk = desk
        column = QVBoxLayout(self)
        column.addWidget(Heading(tr("Typed, but not kept"), 1, self))
        column.addWidget(Quiet(tr("Bring back what you want to have in the bid."), self))
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        column.addWidget(self._area, 1)
        close = Button(tr("Close"), self, main=True)
        close.clicked.connect(self.close)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        desk.theme.dress(self)
        self.resize(self.fontMetrics().averageCharWidth() * 80, 460)
        self._fill()

    def _fill(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        leftovers = self._desk.session.leftovers()
        for leftover in leftovers:
            column.addWidget(self._box(leftover, inside))
        if not leftovers:
            column.addWidget(Quiet(tr("Nothing is left."), inside))
        column.addStretch()
        self._area.setWidget(inside)

    def _box(self, leftover: Any, parent: QWidget) -> QWidget:
        box = Box(self._desk.theme, parent)
        box.body.addWidget(Heading(self._where(leftover.place), 3, box))
        box.body.addWidget(Words(leftover.words, box))
        box.body.addWidget(Quiet(self._now(leftover.place), box))
        row = QHBoxLayout()
        back, away = Button(tr("Bring back"), box), Button(tr("Throw away"), box, quiet=True)
        back.clicked.connect(partial(self._bring_back, leftover))
        away.clicked.connect(partial(self._throw_away, leftover))
        row.addWidget(back)
        row.addWidget(away)
        row.addStretch()
        box.body.addLayout(row)
        return box

    def _where(self, place: Ref[Bid, Any]) -> str:
        stage = stage_of(self._desk.bid, place)
        about = self._desk.bid.about
        if stage is None:
            return str(place)
        return title_of(stage, about.route, all_stages=about.all_stages)

    def _now(self, place: Ref[Bid, Any]) -> str:
        if not place.exists(self._desk.bid):
            return tr("Its place in the bid is gone. You can copy the words.")
        now = " ".join(str(place.get(self._desk.bid) or "").split())
        return tr("In the bid now: {words}", words=now) if now else tr("Empty in the bid now.")

    def _bring_back(self, leftover: Any) -> None:
        if not self._desk.session.recover(leftover):
            self._desk.notices.say(tr("These words cannot stand there. Copy them by hand."))
        self._fill()

    def _throw_away(self, leftover: Any) -> None:
        self._desk.session.discard(leftover)
        self._fill()
