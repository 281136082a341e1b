"""The right panel: to fix, guidance, evidence."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from bidkit.domain.stages import Stage
from bidkit.ui.desk import Desk
from bidkit.ui.panels.evidence import EvidencePanel
from bidkit.ui.panels.findings import FindingsPanel
from bidkit.ui.panels.guidance import GuidancePanel
from bidkit.ui.pieces.tab_order import tab_stops
from bidkit.ui.theme import GRID
from bidkit.words import tr


class SidePanel(QWidget):
    """Three tabs beside the page; linked tells which evidence is to be linked."""

    linked = Signal(str)
    counted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(True)
        self.tabs.setAccessibleName(tr("Beside the page"))
        self.findings = FindingsPanel(desk, self)
        self.guidance = GuidancePanel(desk, self)
        self.evidence = EvidencePanel(desk, self)
        self.pages = QStackedWidget(self)
        for words, page in (
            (tr("To fix"), self.findings),
            (tr("Guidance"), self.guidance),
            (tr("Evidence"), self.evidence),
        ):
            self.tabs.addTab(words)
            self.pages.addWidget(page)
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        self.findings.counted.connect(self._count)
        self.evidence.linked.connect(self.linked)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, GRID // 2, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        desk.theme.dress(self)
        self.findings.tell()

    def show_stage(self, stage: Stage, address: str = "") -> None:
        """Speak of another stage, or of a place in it."""
        self.findings.show_stage(stage, address)
        self.guidance.show_stage(stage, address)

    def open_tab(self, number: int) -> None:
        """Show a tab and give it the keyboard."""
        self.tabs.setCurrentIndex(number)
        page = self.pages.currentWidget()
        stops = tab_stops(page) if page is not None and number != 2 else [self.evidence.search]
        (stops[0] if stops else self.tabs).setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line at the left edge."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._desk.theme.colour("line"))
        painter.drawLine(0, 0, 0, self.height())
        painter.end()

    @Slot(int)
    def _count(self, count: int) -> None:
        words = tr("To fix  {count}", count=count) if count else tr("To fix")
        self.tabs.setTabText(0, words)
        self.counted.emit(count)
