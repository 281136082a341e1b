"""The grid of full value: four cells of small cards, chosen, moved and added to by any hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.domain.value import Quadrant, ValueItem
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pages.value import words
from bidkit.ui.pages.value.cells import Cell, ValueCard
from bidkit.ui.pieces.labels import Heading, Quiet
from bidkit.ui.theme import GRID
from bidkit.words import Words, later, tr

ITEMS = ref(Bid, lambda bid: bid.value_items)
HINTS: dict[Quadrant, Words] = {
    "": later("What came in without a cell: drag it where it belongs."),
    "primary outcomes": later("What changes for the people you serve: what the buyer pays for."),
    "secondary outcomes": later(
        "What changes for others: families, volunteers, the neighbourhood."
    ),
    "primary satisfaction": later("How much the people you serve like it."),
    "secondary satisfaction": later("How content others are: staff, referrers, funders."),
}
PLACES: dict[Quadrant, tuple[int, int]] = {
    name: (row, column) for row, line in enumerate(words.CELLS) for column, name in enumerate(line)
}
STEPS = {"up": (-1, 0), "down": (1, 0), "left": (0, -1), "right": (0, 1)}


class ValueGrid(QWidget):
    """The 2x2 grid. chosen: the identity of the chosen item or ''; edit_wanted: go to its card."""

    chosen = Signal(str)
    edit_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._current = ""
        self._audience = ""
        self._cards: dict[str, ValueCard] = {}
        self.cells: dict[Quadrant, Cell] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        self._loose = self._cell("")
        self._loose.add_button.hide()
        column.addWidget(self._loose)
        column.addLayout(self._lay_out())
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @property
    def current(self) -> str:
        """The identity of the chosen item, or ''."""
        return self._current

    def see_as(self, audience: str) -> None:
        """Show only what matters to an audience; '' shows everything."""
        self._audience = audience
        self._show()

    def choose(self, identity: str) -> bool:
        """Choose an item; tell whether it is here."""
        if identity not in self._cards and identity:
            return False
        self._current = identity
        for card in self._cards.values():
            card.mark(is_chosen=card.identity == identity)
        self.chosen.emit(identity)
        return True

    @Slot(str)
    def add_to(self, quadrant: Quadrant) -> None:
        """Add an item to a cell and go to its first field."""
        entry = ValueItem(id=new_id(), quadrant=quadrant)
        self._desk.document.add(ITEMS, entry, label=tr("Add to full value"))
        self.choose(entry.id)
        self.edit_wanted.emit()

    @Slot(str, str)
    def move_to(self, identity: str, quadrant: Quadrant) -> None:
        """Move an item to another cell."""
        place = ITEMS.item(identity)
        if identity not in self._cards or place.get(self._desk.bid).quadrant == quadrant:
            return
        target = place.then(ref(ValueItem, lambda item: item.quadrant))
        self._desk.document.edit(
            tr("Move to {cell}", cell=words.TITLES[quadrant]),
            lambda bid: target.set(bid, quadrant),
            place=target,
        )
        self._focus(identity)
        self._desk.notices.say(tr("Moved to {cell}.", cell=words.TITLES[quadrant]))

    def remove(self, identity: str) -> None:
        """Take an item out, and say how to bring it back."""
        item = ITEMS.item(identity).get(self._desk.bid)
        mates = [card.identity for card in self.cells[item.quadrant].cards]
        at = mates.index(identity)
        name = item.stakeholder or item.statement or tr("one item")
        self._desk.document.remove(ITEMS.item(identity), label=tr("Remove {name}", name=name))
        left = [*mates[:at], *mates[at + 1 :]]
        if left:
            self._focus(left[min(at, len(left) - 1)])
        else:
            self.cells[item.quadrant].add_button.setFocus()
        self._desk.notices.say(tr("Removed {name}. Ctrl+Z brings it back.", name=name))

    def _lay_out(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(GRID)
        grid.addWidget(Quiet(str(words.ROW_QUESTION), self), 1, 0)
        across = Quiet(str(words.COLUMN_QUESTION), self)
        across.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        grid.addWidget(across, 0, 1, 1, 2)
        for number, title in enumerate(words.COLUMNS, 1):
            heading = Heading(str(title), 3, self)
            heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            grid.addWidget(heading, 1, number)
            grid.setColumnStretch(number, 1)
        for number, title in enumerate(words.ROWS, 2):
            heading = Heading(str(title), 3, self)
            grid.addWidget(heading, number, 0, Qt.AlignmentFlag.AlignTop)
        for name, (row, place) in PLACES.items():
            cell = self._cell(name)
            grid.addWidget(cell, row + 2, place + 1)
        return grid

    def _cell(self, name: Quadrant) -> Cell:
        cell = Cell(self._desk.theme, name, str(HINTS[name]), self)
        cell.dropped.connect(self.move_to)
        cell.add_wanted.connect(self.add_to)
        self.cells[name] = cell
        return cell

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if change.before.value_items is not change.after.value_items:
            self._show()

    def _show(self) -> None:
        bid = self._desk.bid
        there = {item.id for item in bid.value_items}
        for item in bid.value_items:
            if item.id not in self._cards:
                self._cards[item.id] = self._card(item.id)
            self._cards[item.id].tell(item)
        seen = {item.id for item in words.seen_by(bid, self._audience)}
        for name, cell in self.cells.items():
            cell.hold(
                [self._cards[item.id] for item in words.items_of(bid, name) if item.id in seen]
            )
        for identity in there - seen:
            self._cards[identity].hide()
        for gone in set(self._cards) - there:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        self._loose.setVisible(bool(self._loose.cards))
        if self._current not in seen:
            first = next((card for cell in self.cells.values() for card in cell.cards), None)
            self.choose(first.identity if first is not None else "")

    def _card(self, identity: str) -> ValueCard:
        card = ValueCard(self._desk.theme, identity, self)
        card.chosen.connect(self._card_chosen)
        card.wanted.connect(self._act)
        return card

    @Slot(str)
    def _card_chosen(self, identity: str) -> None:
        if identity != self._current:
            self.choose(identity)

    @Slot(str, str)
    def _act(self, identity: str, act: str) -> None:
        kind, _, direction = act.partition(" ")
        quadrant = ITEMS.item(identity).get(self._desk.bid).quadrant
        if kind == "go":
            self._go(identity, direction)
        elif kind == "move":
            self.move_to(identity, neighbour(quadrant, direction))
        elif kind == "order":
            self._order(identity, -1 if direction in ("up", "left") else 1)
        elif kind == "add":
            self.add_to(quadrant or words.CELLS[0][0])
        elif kind == "remove":
            self.remove(identity)
        else:
            self.edit_wanted.emit()

    def _go(self, identity: str, direction: str) -> None:
        """Go to the next card of the cell, or to the cell beside, over or under it."""
        quadrant = ITEMS.item(identity).get(self._desk.bid).quadrant
        mates = self.cells[quadrant].cards
        at = [card.identity for card in mates].index(identity)
        step = STEPS[direction][0]
        if step and 0 <= at + step < len(mates):
            mates[at + step].setFocus()
            return
        target = self.cells[neighbour(quadrant, direction)]
        if target.quadrant == quadrant:
            return
        if target.cards:
            place = -1 if step < 0 else 0 if step > 0 else min(at, len(target.cards) - 1)
            target.cards[place].setFocus()
        else:
            target.add_button.setFocus()

    def _order(self, identity: str, step: int) -> None:
        entries = self._desk.bid.value_items
        quadrant = ITEMS.item(identity).get(self._desk.bid).quadrant
        mates = [item.id for item in entries if item.quadrant == quadrant]
        at = mates.index(identity) + step
        if 0 <= at < len(mates):
            every = [item.id for item in entries]
            offset = every.index(mates[at]) - every.index(identity)
            self._desk.document.move(ITEMS.item(identity), offset)
            self._focus(identity)

    def _focus(self, identity: str) -> None:
        card = self._cards.get(identity)
        if card is not None:
            card.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.choose(identity)


def neighbour(quadrant: Quadrant, direction: str) -> Quadrant:
    """Return the cell that lies in a direction; the same where the grid ends."""
    row, column = PLACES.get(quadrant, (0, 0))
    if quadrant not in PLACES:
        return words.CELLS[row][column]
    down, right = STEPS[direction]
    return words.CELLS[min(max(row + down, 0), 1)][min(max(column + right, 0), 1)]
