"""Go anywhere by name: a stage, a question, an item, found by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.domain.stages import Stage, title_of
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.labels import Quiet
from bidkit.words import tr

MOST = 60
QUESTIONS = ref(Bid, lambda b: b.questions)
EVIDENCE = ref(Bid, lambda b: b.evidence)
PARTNERS = ref(Bid, lambda b: b.partners)
GO = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Goal:
    """Somewhere one can go: its words, and how."""

    words: str
    go: Callable[[], object]


def goals_of(desk: Desk, stages: tuple[Stage, ...]) -> Iterator[Goal]:
    """Yield every stage, question, item of evidence and partner."""
    bid = desk.bid
    about = bid.about
    for stage in stages:
        words = title_of(stage, about.route, all_stages=about.all_stages)
        yield Goal(words, partial(desk.go_to, stage))
    for question in bid.questions:
        words = " ".join(p for p in (question.number, question.title or question.text) if p)
        yield Goal(words, partial(desk.take_there, QUESTIONS.item(question.id)))
    for item in bid.evidence:
        words = " · ".join(p for p in (item.code, item.title) if p)
        yield Goal(words, partial(desk.take_there, EVIDENCE.item(item.id)))
    for partner in bid.partners:
        yield Goal(partner.name, partial(desk.take_there, PARTNERS.item(partner.id)))


class GoTo(QDialog):
    """A line to type in and what fits; Enter goes there."""

    gone = Signal()

    def __init__(self, desk: Desk, stages: tuple[Stage, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Go to"))
        self._goals = [goal for goal in goals_of(desk, stages) if goal.words]
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(tr("A stage, a question, an item of evidence…"))
        self.line.setAccessibleName(tr("Go to"))
        self.line.textChanged.connect(self._look)
        self.line.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Places"))
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self.hint = Quiet(tr("Arrow keys choose, Enter goes there."), self)
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        column.addWidget(self.list)
        column.addWidget(self.hint)
        desk.theme.dress(self)
        self.resize(self.fontMetrics().averageCharWidth() * 64, self.fontMetrics().height() * 22)
        self._look("")
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the line speak to the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                row = self.list.currentRow() + (1 if key == Qt.Key.Key_Down else -1)
                self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                item = self.list.currentItem()
                if item is not None:
                    self._go(item)
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _look(self, text: str) -> None:
        wanted = text.lower().split()
        self.list.clear()
        for goal in self._goals:
            if all(word in goal.words.lower() for word in wanted):
                item = QListWidgetItem(" ".join(goal.words.split()), self.list)
                item.setData(GO, goal)
            if self.list.count() >= MOST:
                break
        self.list.setCurrentRow(0)

    @Slot(QListWidgetItem)
    def _go(self, item: QListWidgetItem) -> None:
        goal: Goal = item.data(GO)
        self.accept()
        goal.go()
        self.gone.emit()
