"""Next: three things to do now, and a plan backwards from the deadline."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from bidkit.domain.finding import Finding
from bidkit.domain.stages import Stage
from bidkit.session.plan import PlanRow, Thing, hours_words, plan_of, things_to_do
from bidkit.ui.desk import Desk
from bidkit.ui.forms.spec import Text
from bidkit.ui.page import Page
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.choices import LargeChoice
from bidkit.ui.pieces.labels import Heading, Quiet, Tone, Toned, Words
from bidkit.ui.theme import GRID
from bidkit.words import later, tr


class ThingsToDo(QWidget):
    """The three things, each a button that goes there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[Thing, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._column.addWidget(Heading(tr("Do this now"), 2, self))
        self._choices: list[QWidget] = []

    def tell(self) -> None:
        """Work out again what comes first; nothing moves when it is the same."""
        things = things_to_do(self._desk.bid, self._desk.session.findings)
        if things == self._shown:
            return
        self._shown = things
        for old in self._choices:
            self._column.removeWidget(old)
            old.deleteLater()
        self._choices = [self._choice(thing) for thing in things]
        if not things:
            self._choices = [Words(tr("Nothing is waiting for you. Read it once more."), self)]
        for widget in self._choices:
            self._column.addWidget(widget)

    def _choice(self, thing: Thing) -> QWidget:
        choice = LargeChoice(self._desk.theme, thing.what, thing.why, self)
        choice.clicked.connect(partial(self._desk.take_there, thing.place))
        return choice


class PlanCard(Card):
    """The plan backwards from the deadline."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, tr("The plan, backwards from the deadline"), "", parent)
        self._desk = desk
        self._shown: tuple[PlanRow, ...] | None = None
        self._hours = Words("", self)
        self._rows = QWidget(self)
        self.body.addWidget(self._hours)
        self.body.addWidget(self._rows)

    def tell(self) -> None:
        """Work the plan out again; nothing moves when it is the same."""
        hours = hours_words(self._desk.bid, self._desk.session.today())
        self._hours.setText(hours)
        self._hours.setVisible(bool(hours))
        rows = plan_of(self._desk.bid, self._desk.session.now())
        if rows == self._shown:
            return
        self._shown = rows
        fresh = self._grid(rows)
        self.body.replaceWidget(self._rows, fresh)
        self._rows.deleteLater()
        self._rows = fresh

    def _grid(self, rows: tuple[PlanRow, ...]) -> QWidget:
        holder = QWidget(self)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        if not rows:
            words = tr("It stands here as soon as the deadline is known.")
            if self._desk.bid.decision.choice == "do not bid":
                words = tr("There is none: it was decided not to bid.")
            hint = Quiet(words, holder)
            grid.addWidget(hint, 0, 0, 1, 3)
        for line, row in enumerate(rows):
            tone: Tone = "bad" if row.late else "good" if row.done else "muted"
            mark = "✓ " if row.done else "● " if row.late else ""
            day = Words(row.day, holder, wraps=False)
            grid.addWidget(day, line, 0)
            grid.addWidget(Words(row.what, holder), line, 1)
            state = Toned(self._desk.theme, tone, f"{mark}{row.state}", holder)
            state.setWordWrap(False)
            grid.addWidget(state, line, 2)
        return holder


class NextPage(Page):
    """What to do now, so that nobody has to know the whole walk."""

    stage: ClassVar[Stage] = Stage.NEXT
    purpose: ClassVar[Text] = later(
        "Three things for now, and the days by which the rest should be done."
    )

    def build(self) -> None:
        """Show the things and the plan; look again whenever something changes."""
        self.things = ThingsToDo(self.desk, self)
        self.plan = PlanCard(self.desk, self)
        self.add(self.things)
        self.add(self.plan)
        self.destroyed.connect(self.desk.session.findings_changed.connect(self._findings_changed))
        self.desk.binder.bid_changed.connect(self._tell)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again when the page comes back into sight."""
        super().showEvent(event)
        self._tell()

    def _findings_changed(self, _findings: tuple[Finding, ...]) -> None:
        self._tell()

    @Slot()
    def _tell(self) -> None:
        if not self.isVisible():
            return
        self.things.tell()
        self.plan.tell()


PAGE = NextPage
