"""One item of full value as a small card, and one cell of the grid that holds such cards."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from bidkit.domain.value import Quadrant, ValueItem
from bidkit.session.value.statement import claimed
from bidkit.ui.pages.value.words import TITLES, claim_words, extra_words, spoken
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.labels import Heading, Quiet, Toned, Words
from bidkit.ui.theme import GRID, Theme
from bidkit.words import tr

ITEM = "application/x-bidkit-value-item"
ARROWS = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
}
ACTS = {
    Qt.Key.Key_Return: "edit",
    Qt.Key.Key_Enter: "edit",
    Qt.Key.Key_Space: "edit",
    Qt.Key.Key_F2: "edit",
    Qt.Key.Key_Delete: "remove",
    Qt.Key.Key_Insert: "add",
}


class ValueCard(Box):
    """One item. chosen: its identity; wanted: its identity and what is to be done with it."""

    chosen = Signal(str)
    wanted = Signal(str, str)

    def __init__(self, theme: Theme, identity: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, ground="field", edge="line")
        self.identity = identity
        self.setObjectName(f"card-{identity}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(
            tr("Enter edits it. Control and an arrow key take it to another cell.")
        )
        self.body.setContentsMargins(GRID * 3 // 2, GRID, GRID * 3 // 2, GRID)
        self.body.setSpacing(2)
        self._who = Heading("", 3, self)
        self._what = Words("", self)
        self._said = Toned(theme, "muted", "", self)
        self._extra = Toned(theme, "warn", "", self)
        for label in (self._who, self._what, self._said, self._extra):
            self.body.addWidget(label)
        self._pressed: QPoint | None = None
        self._is_chosen = False

    def tell(self, item: ValueItem) -> None:
        """Show an item as it is now."""
        self._who.setText(item.stakeholder or tr("For whom?"))
        self._what.setText(item.statement or tr("Not written yet"))
        good = claimed(item)
        self._said.tell(f"{'✓' if good else '○'} {claim_words(item)}", "good" if good else "muted")
        extra = extra_words(item)
        self._extra.setVisible(bool(extra))
        self._extra.tell(f"▲ {extra}" if extra else "", "warn")
        self.setAccessibleName(spoken(item))

    def mark(self, *, is_chosen: bool) -> None:
        """Show whether this is the chosen one."""
        self._is_chosen = is_chosen
        self._edge_now()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The one the keyboard is on is the chosen one."""
        super().focusInEvent(event)
        self._edge_now()
        self.chosen.emit(self.identity)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard has gone elsewhere."""
        super().focusOutEvent(event)
        self._edge_now()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go, move, edit, add and remove by keyboard."""
        key, held = Qt.Key(event.key()), event.modifiers()
        direction = ARROWS.get(key)
        ctrl = bool(held & Qt.KeyboardModifier.ControlModifier)
        if direction:
            alt = bool(held & Qt.KeyboardModifier.AltModifier)
            act = "move" if ctrl else "order" if alt else "go"
            self.wanted.emit(self.identity, f"{act} {direction}")
        elif ctrl and key == Qt.Key.Key_N:
            self.wanted.emit(self.identity, "add")
        elif key in ACTS and not ctrl:
            self.wanted.emit(self.identity, ACTS[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it, and be ready to be dragged."""
        self._pressed = event.position().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Go to its first field."""
        self.wanted.emit(self.identity, "edit")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag once the mouse has gone far enough."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        gone = (event.position().toPoint() - self._pressed).manhattanLength()
        if gone >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self)
            drag.setMimeData(carried(self.identity))
            drag.setPixmap(self.grab())
            drag.exec(Qt.DropAction.MoveAction)

    def _edge_now(self) -> None:
        edge = "focus" if self.hasFocus() else "accent" if self._is_chosen else "line"
        self.recolour("accent_soft" if self._is_chosen else "field", edge)


class Cell(Box):
    """One cell: its cards, what it waits for, and a way to add. dropped: identity and cell."""

    dropped = Signal(str, str)
    add_wanted = Signal(str)

    def __init__(
        self, theme: Theme, quadrant: Quadrant, hint: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent, ground="paper", edge="line")
        self.quadrant = quadrant
        self.cards: list[ValueCard] = []
        self.setAcceptDrops(True)
        self.setAccessibleName(str(TITLES[quadrant]))
        self.body.setContentsMargins(GRID, GRID, GRID, GRID)
        self.heading = Heading(str(TITLES[quadrant]), 3, self)
        self.hint = Quiet(hint, self)
        self.room = QVBoxLayout()
        self.room.setSpacing(GRID)
        self.add_button = Button(tr("Add"), self, quiet=True)
        self.add_button.setAccessibleName(tr("Add: {cell}", cell=TITLES[quadrant]))
        self.add_button.clicked.connect(self._add)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.hint)
        self.body.addLayout(self.room)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch()

    def hold(self, cards: list[ValueCard]) -> None:
        """Hold these cards, in this order."""
        if cards != self.cards:
            for card in self.cards:
                self.room.removeWidget(card)
            for card in cards:
                self.room.addWidget(card)
                card.show()
            self.cards = cards
        self.hint.setVisible(not cards)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take items of the grid, and show it."""
        if event.mimeData().hasFormat(ITEM):
            event.acceptProposedAction()
            self.recolour("accent_soft", "accent")

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Look as before."""
        self.recolour("paper", "line")

    def dropEvent(self, event: QDropEvent) -> None:
        """Take an item in."""
        self.recolour("paper", "line")
        identity = bytes(event.mimeData().data(ITEM).data()).decode()
        event.acceptProposedAction()
        self.dropped.emit(identity, self.quadrant)

    @Slot()
    def _add(self) -> None:
        self.add_wanted.emit(self.quadrant)


def carried(identity: str) -> QMimeData:
    """Return what is dragged for an item."""
    data = QMimeData()
    data.setData(ITEM, QByteArray(identity.encode()))
    return data
