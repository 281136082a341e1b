"""To fix: what the rules found, each with what, why, what to do, and the way there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Finding, Level
from bidkit.domain.refs import Ref, parse_ref
from bidkit.domain.stages import Stage
from bidkit.ui.desk import Desk
from bidkit.ui.forms.rows import SHAPES
from bidkit.ui.panels.gathering import gathered, nearest_first
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.labels import Heading, Quiet, Toned
from bidkit.ui.theme import GRID
from bidkit.words import tr

MOST = 40
ORDER = {Level.MUST: 0, Level.SHOULD: 1, Level.HINT: 2}


class FindingCard(Box):
    """One finding, and a button that goes to its place; where it stands for more, one for those."""

    opened = Signal(object)

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
        self.others = Button("", self, quiet=True)
        self.others.clicked.connect(lambda: self.opened.emit(self.finding))
        self.others.hide()
        row = QHBoxLayout()
        row.addWidget(self.go)
        row.addWidget(self.others)
        row.addStretch()
        self.body.addLayout(row)

    def stand_for(self, count: int) -> None:
        """Offer to show others of the same kind, or none."""
        self.others.setText(tr("{count} more", count=count))
        self.others.setAccessibleName(
            tr("Show {count} more like it: {what}", count=count, what=self.finding.what)
        )
        self.others.setVisible(count > 0)

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
        self._place: Ref[Bid, Any] | None = None
        self._opened: set[str] = set()
        self._shown: tuple[object, ...] | None = None
        self._cards: dict[Finding, FindingCard] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(GRID * 3 // 2, GRID * 3 // 2, GRID * 3 // 2, GRID)
        self._column.setSpacing(GRID)
        self._words = [Quiet("", self._inside) for _ in range(2)]
        self._heading = Heading(tr("On other pages"), 3, self._inside)
        self.setWidget(self._inside)
        self.tell()

    @property
    def cards(self) -> list[FindingCard]:
        """The findings that are shown, in order."""
        shown = (self._column.itemAt(at) for at in range(self._column.count()))
        widgets = (item.widget() for item in shown if item is not None)
        return [widget for widget in widgets if isinstance(widget, FindingCard)]

    @property
    def found(self) -> tuple[Finding, ...]:
        """Every finding the panel speaks of, by weight, wherever the keyboard is."""
        mine, others = self._found()
        return (*mine, *others)

    def show_stage(self, stage: Stage, address: str = "") -> None:
        """Speak of another stage, first of what is wrong at a place in it."""
        if stage is not self._stage:
            self._opened.clear()
        self._stage = stage
        self._place = parse_ref(Bid, address) if address else None
        self.tell()

    def tell(self) -> None:
        """Read again what was found; what stays the same stays where it is."""
        mine, others = self._found()
        self.counted.emit(len(mine))
        near = nearest_first(mine, self._desk.bid, self._place)
        first, second = self._gather(near), self._gather(others)
        shown = (first, second)
        if shown == self._shown:
            return
        self._shown = shown
        self._forget({group[0] for group in (*first[:MOST], *second[:MOST])})
        while self._column.takeAt(0) is not None:
            pass
        nothing = tr("Nothing to fix. Rules look again as you type.")
        self._lay(first, self._words[0], nothing if not others else "")
        self._heading.setVisible(bool(others))
        if others:
            self._column.addWidget(self._heading)
        self._lay(second, self._words[1], "")
        self._column.addStretch()

    def _gather(self, findings: Sequence[Finding]) -> tuple[tuple[Finding, ...], ...]:
        """Return the groups that get a card each; one that was opened is shown one by one."""
        groups: list[tuple[Finding, ...]] = []
        for group in gathered(findings):
            apart = len(group) > 1 and group[0].rule in self._opened
            groups.extend(((one,) for one in group) if apart else (group,))
        return tuple(groups)

    def _lay(self, groups: Sequence[tuple[Finding, ...]], words: Quiet, nothing: str) -> None:
        for finding, *alike in groups[:MOST]:
            if finding not in self._cards:
                self._cards[finding] = FindingCard(self._desk, finding, self._inside)
                self._cards[finding].opened.connect(self._open)
            card = self._cards[finding]
            card.stand_for(len(alike))
            self._column.addWidget(card)
            card.show()
        rest = sum(len(group) for group in groups[MOST:])
        words.setText(tr("And {count} more.", count=rest) if rest else "" if groups else nothing)
        words.setVisible(bool(words.text()))
        self._column.addWidget(words)

    def _forget(self, kept: set[Finding]) -> None:
        for finding in [one for one in self._cards if one not in kept]:
            card = self._cards.pop(finding)
            card.hide()
            card.deleteLater()

    @Slot(object)
    def _open(self, finding: Finding) -> None:
        self._opened.add(finding.rule)
        self.tell()
        self._cards[finding].go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _found(self) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        found = sorted(self._desk.session.findings, key=lambda one: ORDER[one.level])
        if self._stage is Stage.NEXT:
            return tuple(dict.fromkeys(found)), ()
        mine = tuple(dict.fromkeys(one for one in found if one.stage == self._stage.value))
        heavy = tuple(
            dict.fromkeys(
                one for one in found if one.stage != self._stage.value and one.level is Level.MUST
            )
        )
        return mine, heavy
