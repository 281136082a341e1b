"""To fix: what the rules found, each with what, why, what to do, and the way there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from bidkit.domain.finding import Finding, Level
from bidkit.domain.stages import Stage
from bidkit.ui.desk import Desk
from bidkit.ui.forms.rows import SHAPES
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.labels import Heading, Quiet, Toned
from bidkit.ui.theme import GRID
from bidkit.words import tr

MOST = 40
ORDER = {Level.MUST: 0, Level.SHOULD: 1, Level.HINT: 2}


class FindingCard(Box):
    """One finding, and a button that goes to its place."""

    def __init__(self, desk: Desk, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent)
        self._desk = desk
        self.finding = finding
        self.body.setContentsMargins(GRID * 3 // 2, GRID, GRID * 3 // 2, GRID)
        self.body.setSpacing(3)
        shape, tone = SHAPES[finding.level]
        what = Toned(desk.theme, tone, f"{shape} {finding.what}", self)
        font = what.font()
        font.setWeight(font.Weight.DemiBold)
        what.setFont(font)
        self.body.addWidget(what)
        more = " ".join(part for part in (finding.why, finding.advice) if part)
        if more:
            self.body.addWidget(Quiet(more, self))
        self.go = Button(tr("Take me there"), self, quiet=True)
        self.go.setAccessibleName(tr("Take me there: {what}", what=finding.what))
        self.go.setAccessibleDescription(f"{finding.level}. {more}")
        self.go.clicked.connect(self._go)
        self.body.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The whole card leads there."""
        if self.rect().contains(event.position().toPoint()):
            self._go()

    @Slot()
    def _go(self) -> None:
        self._desk.take_there(self.finding.place)


class FindingsPanel(QScrollArea):
    """The findings of the stage that is open, the heaviest first; then those of other stages."""

    counted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stage = Stage.NEXT
        self._shown: tuple[tuple[Finding, ...], tuple[Finding, ...]] | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cards: list[FindingCard] = []
        self.tell()

    def show_stage(self, stage: Stage) -> None:
        """Speak of another stage."""
        self._stage = stage
        self.tell()

    def tell(self) -> None:
        """Read again what was found; nothing moves when nothing changed."""
        mine, others = self._found()
        self.counted.emit(len(mine))
        if (mine, others) == self._shown:
            return
        self._shown = (mine, others)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(GRID * 3 // 2, GRID * 3 // 2, GRID * 3 // 2, GRID)
        column.setSpacing(GRID)
        self.cards = []
        self._fill(column, inside, mine)
        if others:
            column.addWidget(Heading(tr("On other pages"), 3, inside))
            self._fill(column, inside, others)
        if not mine and not others:
            column.addWidget(Quiet(tr("Nothing to fix. Rules look again as you type."), inside))
        column.addStretch()
        self.setWidget(inside)

    def _fill(self, column: QVBoxLayout, inside: QWidget, findings: Sequence[Finding]) -> None:
        for finding in findings[:MOST]:
            card = FindingCard(self._desk, finding, inside)
            self.cards.append(card)
            column.addWidget(card)
        if len(findings) > MOST:
            more = tr("And {count} more.", count=len(findings) - MOST)
            column.addWidget(Quiet(more, inside))

    def _found(self) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        found = sorted(self._desk.session.findings, key=lambda one: ORDER[one.level])
        if self._stage is Stage.NEXT:
            return tuple(found), ()
        mine = tuple(one for one in found if one.stage == self._stage.value)
        heavy = tuple(
            one for one in found if one.stage != self._stage.value and one.level is Level.MUST
        )
        return mine, heavy
