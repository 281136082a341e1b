"""A list of things: a table, an editing card for the chosen one, and every way by keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelection, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.domain.shape import shape_of
from bidkit.session.document import replace_parent
from bidkit.ui.desk import Desk
from bidkit.ui.forms.card import FormCard
from bidkit.ui.forms.pasting import paste_rows
from bidkit.ui.forms.spec import Listing
from bidkit.ui.forms.table import RowTable
from bidkit.ui.models.listing import ListingModel
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.labels import Heading, Quiet
from bidkit.ui.theme import GRID
from bidkit.words import tr

INTERACTIVE = QHeaderView.ResizeMode.ResizeToContents


class ItemList(QWidget):
    """A listing made visible. chosen: the identity of the thing that is shown in the card."""

    chosen = Signal(str)

    def __init__(
        self,
        desk: Desk,
        listing: Listing[Any],
        parent: QWidget | None = None,
        *,
        belongs_to: str = "",
    ) -> None:
        super().__init__(parent)
        self.listing = listing
        self._desk = desk
        self._belongs_to = belongs_to
        self._current = ""
        self.cards: list[FormCard[Any]] = []
        self.inner: list[ItemList] = []
        self._below: list[QWidget] = []
        self._after_first: list[QWidget] = []
        self.model = ListingModel(desk, listing, self)
        if belongs_to:
            self.model.show_parent(belongs_to)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GRID)
        self._build_head()
        self._build_table()
        self._rows_changed()

    @property
    def current(self) -> str:
        """The identity of the chosen thing, or ''."""
        return self._current

    def show_parent(self, identity: str) -> None:
        """Show the things that belong to another one."""
        self._belongs_to = identity
        self.model.show_parent(identity)
        self._rows_changed()

    def add_below(self, widget: QWidget) -> None:
        """Let a widget of the page's own stand last, under the card and what is inside it."""
        self._below.append(widget)
        self.column.addWidget(widget)

    def add_after_first(self, widget: QWidget) -> None:
        """Let a widget of the page's own stand between the first card and the next."""
        self._after_first.append(widget)
        first = self.column.indexOf(self.cards[0]) if self.cards else self.column.count() - 1
        self.column.insertWidget(first + 1, widget)

    def choose(self, identity: str) -> bool:
        """Choose a thing; tell whether it is here."""
        row = self.model.row_of(identity)
        if row >= 0:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))
        return row >= 0

    @Slot()
    def add(self) -> None:
        """Add a thing and go to its first field."""
        entry = replace_parent(self.listing.new(), self._belongs_to)
        self._desk.document.add(self.listing.collection, entry, label=str(self.listing.add))
        self.choose(entry.id)
        self.edit()

    @Slot()
    def paste(self) -> None:
        """Add the rows that were copied elsewhere, as one step, and say what was left out."""
        first = paste_rows(self._desk, self.listing, self._belongs_to)
        if first:
            self.choose(first)

    @Slot()
    def edit(self) -> None:
        """Go to the first field of the chosen thing."""
        if self._current and self.cards:
            first = next(iter(self.cards[0].rows.values()))
            first.editor.focus_widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def remove(self) -> None:
        """Take the chosen thing out, and say how to bring it back."""
        if not self._current:
            return
        row = self.model.row_of(self._current)
        name = self._name_of(self._current)
        self._desk.document.remove(
            self.listing.collection.item(self._current), label=tr("Remove {name}", name=name)
        )
        left = self.model.rowCount()
        if left:
            self.table.selectRow(min(row, left - 1))
            self.table.setFocus()
        else:
            self.add_button.setFocus()
        self._desk.notices.say(tr("Removed {name}. Ctrl+Z brings it back.", name=name))

    def move_row(self, offset: int) -> None:
        """Move the chosen thing up (negative) or down."""
        row = self.model.row_of(self._current)
        target = row + offset
        if self._current and 0 <= target < self.model.rowCount():
            self._move_to(self._current, self.model.entries[target].id)

    def _move_to(self, identity: str, neighbour: str) -> None:
        """Put a thing where another one of the same parent stands."""
        entries = self.listing.collection.get(self._desk.bid)
        parent = self.listing.collection.item(identity).get(self._desk.bid).parent
        siblings = [entry.id for entry in entries if entry.parent == parent]
        if neighbour in siblings:
            offset = siblings.index(neighbour) - siblings.index(identity)
            self._desk.document.move(self.listing.collection.item(identity), offset)
            self.choose(identity)

    def _build_head(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Heading(str(self.listing.title), 2, self), 1)
        if self.listing.pasted is not None:
            paste = Button(tr("Paste rows"), self, quiet=True)
            paste.setProperty("act", "paste")
            paste.setAccessibleDescription(tr("Rows copied from a spreadsheet or an e-mail"))
            paste.clicked.connect(self._button_pressed)
            head.addWidget(paste)
        self.add_button = Button(str(self.listing.add), self)
        self.add_button.clicked.connect(self.add)
        acts = ((tr("Up"), "up"), (tr("Down"), "down"), (tr("Remove"), "remove"))
        self.acts = [Button(words, self, quiet=True) for words, _ in acts]
        for button, (words, act) in zip(self.acts, acts, strict=True):
            button.setAccessibleName(f"{words}: {self.listing.title}")
            button.setProperty("act", act)
            button.clicked.connect(self._button_pressed)
            head.addWidget(button)
        head.addWidget(self.add_button)
        self.column.addLayout(head)
        if self.listing.purpose:
            self.column.addWidget(Quiet(str(self.listing.purpose), self))

    def _build_table(self) -> None:
        self.nothing = Quiet(str(self.listing.empty) or tr("Nothing here yet."), self)
        self.column.addWidget(self.nothing)
        self.table = RowTable(self.listing, self)
        self.table.setModel(self.model)
        self.table.verticalHeader().setDefaultSectionSize(
            self.fontMetrics().height() + GRID * 3 // 2
        )
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        for number, column in enumerate(self.listing.columns):
            mode = QHeaderView.ResizeMode.Stretch if column.stretch else INTERACTIVE
            header.setSectionResizeMode(number, mode)
        self.table.wanted.connect(self._act)
        self.table.doubleClicked.connect(self.edit)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.model.dropped.connect(self._dropped)
        self.model.layoutChanged.connect(self._rows_changed)
        self.model.modelReset.connect(self._rows_changed)
        self.column.addWidget(self.table)

    def _build_cards(self) -> None:
        """Build the one editing card, when something is first chosen."""
        for form in self.listing.forms:
            card: FormCard[Any] = FormCard(self._desk, form, None, self)
            self.cards.append(card)
            self.column.addWidget(card)
            for widget in self._after_first if len(self.cards) == 1 else ():
                self.column.removeWidget(widget)
                self.column.addWidget(widget)
        for listing in self.listing.inside:
            inner = ItemList(self._desk, listing, self, belongs_to=self._current)
            self.inner.append(inner)
            self.column.addWidget(inner)
        for widget in self._below:
            self.column.removeWidget(widget)
            self.column.addWidget(widget)

    @Slot()
    def _rows_changed(self) -> None:
        filled = self.model.rowCount() > 0
        self.table.setVisible(filled)
        self.nothing.setVisible(not filled)
        for button in self.acts:
            button.setVisible(filled)
        self.table.updateGeometry()
        if filled and self.model.row_of(self._current) < 0:
            self.table.selectRow(0)
        elif not filled:
            self._show("")

    @Slot(QItemSelection)
    def _selected(self, _selection: QItemSelection) -> None:
        rows = self.table.selectionModel().selectedRows()
        identity = self.model.entries[rows[0].row()].id if rows else ""
        if identity != self._current:
            self._show(identity)

    def _show(self, identity: str) -> None:
        self._current = identity
        if identity and not self.cards:
            self._build_cards()
        for card in self.cards:
            card.setVisible(bool(identity))
            if identity:
                card.show_at(self.listing.collection.item(identity))
            else:
                card.let_go()
        for inner in self.inner:
            inner.setVisible(bool(identity))
            if identity:
                inner.show_parent(identity)
        self.chosen.emit(identity)

    def _name_of(self, identity: str) -> str:
        entry = self.listing.collection.item(identity).get(self._desk.bid)
        name = self.listing.called(entry) if self.listing.called else ""
        row = self.model.row_of(identity)
        first = str(self.model.data(self.model.index(row, 0)) or "")
        return name or first or tr("one row")

    @Slot()
    def _button_pressed(self) -> None:
        self._act(str(self.sender().property("act")))

    @Slot(str)
    def _act(self, act: str) -> None:
        acts = {"add": self.add, "edit": self.edit, "remove": self.remove, "paste": self.paste}
        if act in acts:
            acts[act]()
        else:
            self.move_row(-1 if act == "up" else 1)

    @Slot(str, int)
    def _dropped(self, identity: str, row: int) -> None:
        at = self.model.row_of(identity)
        target = row - 1 if row > at else row
        if at >= 0 and 0 <= target < self.model.rowCount() and target != at:
            self._move_to(identity, self.model.entries[target].id)

    def go_to(self, place: Ref[Bid, Any]) -> bool:
        """Choose the thing an address goes through, or what it belongs to; tell if it is here."""
        if not holds(self.listing, place):
            return False
        identity = ancestor_in(self._desk.bid, place, str(self.listing.collection))
        if not identity or not self.choose(identity):
            return place == self.listing.collection
        return identity == place.identity or any(inner.go_to(place) for inner in self.inner)


def holds(listing: Listing[Any], place: Ref[Bid, Any]) -> bool:
    """Tell whether an address lies in a listing or in one inside it."""
    mine = listing.collection
    return place.starts_with(mine) or any(holds(inside, place) for inside in listing.inside)


def ancestor_in(bid: Bid, place: Ref[Bid, Any], collection: str) -> str:
    """Return the thing of a collection that an address goes through or belongs to, or ''."""
    parents = {
        entry.id: (name, entry.parent)
        for name in shape_of(Bid).collections
        for entry in getattr(bid, name)
    }
    identity, seen = place.identity, set[str]()
    while identity in parents and identity not in seen:
        seen.add(identity)
        name, parent = parents[identity]
        if name == collection:
            return identity
        identity = parent
    return ""
