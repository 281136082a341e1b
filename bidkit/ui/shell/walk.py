"""The walk through the stages: pages built at the first visit, Back and Next at their foot."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.domain.stages import Stage, stages_of, title_of
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.page import Page
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.elided import Elided
from bidkit.ui.theme import GRID
from bidkit.words import tr


def page_class(stage: Stage) -> type[Page]:
    """Return the page of a stage; its module is loaded now."""
    found: type[Page] = import_module(f"bidkit.ui.pages.{stage.value}").PAGE
    return found


def page_exists(stage: Stage) -> bool:
    """Tell whether a stage has a page."""
    return find_spec(f"bidkit.ui.pages.{stage.value}") is not None


class Walk(QWidget):
    """One page at a time; arrived tells which stage is open now."""

    arrived = Signal(Stage)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.stage = Stage.NEXT
        self.pages: dict[Stage, Page] = {}
        self._frames: dict[Stage, QWidget] = {}
        self.stack = QStackedWidget(self)
        self.back = Button("", self)
        self.next = Button("", self)
        self.status = Elided("", self)
        self.status.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.back.clicked.connect(partial(self.step, -1))
        self.next.clicked.connect(partial(self.step, 1))
        foot = QHBoxLayout()
        foot.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        foot.addWidget(self.back)
        foot.addWidget(self.status, 1)
        foot.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)
        desk.notices.said.connect(self.say)
        desk.binder.bid_changed.connect(self._bid_changed)

    @property
    def page(self) -> Page | None:
        """The page that is open."""
        return self.pages.get(self.stage)

    def stages(self) -> tuple[Stage, ...]:
        """Return the stages of this route that are walked, the Next page first."""
        about = self._desk.bid.about
        walked = stages_of(about.route, all_stages=about.all_stages)
        return tuple(stage for stage in (Stage.NEXT, *walked) if page_exists(stage))

    def go_to(self, stage: Stage) -> Page:
        """Open a stage and return its page."""
        if stage not in self.pages:
            self._build(stage)
        self.stage = stage
        self.stack.setCurrentWidget(self._frames[stage])
        self._tell_foot()
        self.arrived.emit(stage)
        return self.pages[stage]

    def step(self, offset: int) -> None:
        """Go to the stage before (negative) or after."""
        stages = self.stages()
        at = stages.index(self.stage) if self.stage in stages else 0
        if 0 <= at + offset < len(stages):
            self.go_to(stages[at + offset]).begin()

    def take_there(self, stage: Stage | None, place: Ref[Bid, Any]) -> bool:
        """Open the page that shows an address and bring it into sight; tell whether it was."""
        if self.page is not None and self.page.show_place(place):
            return True
        if stage is None or not page_exists(stage):
            return False
        return self.go_to(stage).show_place(place)

    @Slot(str)
    def say(self, words: str) -> None:
        """Say something in the status line, to the eye and to the ear; it stays."""
        self.status.tell(words)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.status, words))

    def _bid_changed(self, change: Changed) -> None:
        before, after = change.before.about, change.after.about
        if (before.route, before.all_stages) != (after.route, after.all_stages):
            self._build_anew()

    def _build_anew(self) -> None:
        """Let the pages of another route go; the one that is open is built again."""
        self._desk.binder.leave_all()
        old = list(self._frames.values())
        self.pages.clear()
        self._frames.clear()
        self.go_to(self.stage if self.stage in self.stages() else Stage.NEXT)
        for frame in old:
            self.stack.removeWidget(frame)
            frame.hide()
            frame.deleteLater()

    def _build(self, stage: Stage) -> None:
        page = page_class(stage)(self._desk)
        self.pages[stage] = page
        frame: QWidget = page
        if page.scrolls:
            area = QScrollArea(self)
            area.setWidgetResizable(True)
            area.setFrameShape(QScrollArea.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(page)
            self._desk.theme.dress(area)
            frame = area
        self._frames[stage] = frame
        self.stack.addWidget(frame)

    def _tell_foot(self) -> None:
        about = self._desk.bid.about
        stages = self.stages()
        at = stages.index(self.stage) if self.stage in stages else 0

        def name(stage: Stage) -> str:
            return title_of(stage, about.route, all_stages=about.all_stages)

        self.back.setVisible(at > 0)
        self.next.setVisible(at + 1 < len(stages))
        if at > 0:
            self.back.setText(tr("‹ {stage}", stage=name(stages[at - 1])).replace("&", "&&"))
            self.back.setAccessibleName(tr("Back to {stage}", stage=name(stages[at - 1])))
        if at + 1 < len(stages):
            self.next.setText(tr("{stage} ›", stage=name(stages[at + 1])).replace("&", "&&"))
            self.next.setAccessibleName(tr("Next: {stage}", stage=name(stages[at + 1])))
