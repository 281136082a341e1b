"""Who may gain: groups to choose from while nobody is named, users or others as the cell says."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.domain.value import ValueItem
from bidkit.packs.catalogue import Catalogue
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.words import tr

ITEMS = ref(Bid, lambda bid: bid.value_items)
WHOM = ref(ValueItem, lambda item: item.stakeholder)


class WhomRow(QWidget):
    """One button a group; pressing one names it for the item."""

    def __init__(self, desk: Desk, packs: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._item = ""
        self._buttons: dict[str, list[Button]] = {"primary": [], "secondary": []}
        row = FlowLayout(self)
        for pack in packs.holding("stakeholders"):
            for line in pack.stakeholders:
                button = Button(tr("{group}", group=line.title), self)
                button.clicked.connect(lambda _on=False, title=line.title: self._name(title))
                row.addWidget(button)
                self._buttons[line.rank].append(button)

    def show_item(self, item: ValueItem | None) -> None:
        """Offer the groups of an item's side of the grid; nothing where somebody is named."""
        self._item = item.id if item is not None else ""
        wanted = item is not None and not item.stakeholder.strip()
        self.setVisible(wanted)
        side = (item.quadrant.split(" ")[0] if item is not None else "") or "secondary"
        for rank, buttons in self._buttons.items():
            for button in buttons:
                button.setVisible(wanted and rank == side)

    def _name(self, title: str) -> None:
        if self._item:
            place = ITEMS.item(self._item).then(WHOM)
            self._desk.document.set(place, title, label=tr("Choose for whom"))
            self._desk.document.seal()
