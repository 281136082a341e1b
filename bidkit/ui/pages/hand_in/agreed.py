"""The card that tells what was agreed to and has changed since; out of sight where nothing has."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.domain.finding import Finding
from bidkit.rules.subjects.handing_in.signing import CHANGED_SINCE
from bidkit.session.handing_in.signing import agreed_again
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Quiet, Toned
from bidkit.ui.theme import GRID
from bidkit.words import tr


class AgreedCard(Card):
    """Each agreement that no longer covers what would be sent, with a way to renew it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, tr("Agreed, and changed since"), parent=parent)
        self._desk = desk
        self._rows = QWidget(self)
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self.body.addWidget(self._rows)
        words = tr("Show them what changed before you press it. History tells who changed what.")
        self.body.addWidget(Quiet(words, self))
        end = desk.session.findings_changed.connect(self._show)
        self.destroyed.connect(lambda: end())
        self._show(desk.session.findings)

    def _show(self, findings: tuple[Finding, ...]) -> None:
        mine = [one for one in findings if one.rule == CHANGED_SINCE]
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in mine:
            self._column.addWidget(self._row(one))
        self.setVisible(bool(mine))

    def _row(self, finding: Finding) -> QWidget:
        row = QWidget(self._rows)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(Toned(self._desk.theme, "warn", f"▲ {finding.what}", row))
        shelf = QWidget(row)
        flow = FlowLayout(shelf)
        again = Button(tr("Agreed again today"), shelf)
        again.clicked.connect(partial(self._agree, finding.place.identity))
        there = Button(tr("Take me there"), shelf, quiet=True)
        there.clicked.connect(partial(self._desk.take_there, finding.place))
        for button in (again, there):
            button.setAccessibleDescription(finding.what)
            flow.addWidget(button)
        column.addWidget(shelf)
        return row

    @Slot()
    def _agree(self, identity: str, *_pressed: bool) -> None:
        day = self._desk.session.today()
        self._desk.document.edit(
            tr("Agreed again today"), lambda bid: agreed_again(bid, identity, day)
        )
