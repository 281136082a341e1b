"""Overheads by what they follow, in five steps: projects, measures, use, costs, and the sharing."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.packs.catalogue import shipped
from bidkit.ui.desk import Desk
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.pages.costs import drivers, tables
from bidkit.ui.pages.costs.acts import ActCard, usual_act, usual_sight
from bidkit.ui.pages.costs.sharing import SharesCard
from bidkit.ui.reading_card import ReadingCard
from bidkit.ui.theme import GRID

NAMES = ("projects", "drivers", "driver_shares", "overheads")


def holds(place: Ref[Bid, Any]) -> bool:
    """Tell whether an address lies in one of the five steps."""
    return place.collection in NAMES or str(place) in NAMES


class Overheads(QWidget):
    """The five steps, one under the other."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        made = (drivers.PROJECTS, drivers.DRIVERS, drivers.OVERHEADS)
        self.lists = [ItemList(desk, listing, self) for listing in made]
        projects, measures, overheads = self.lists
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        shares = SharesCard(desk, self)
        shared = ReadingCard(desk, tables.SHARED_OUT, self)
        lines = shipped().pack("field").drivers
        begin = ActCard(desk, usual_sight(), usual_act(lines, desk.session.bid_id), self)
        for widget in (begin, projects, measures, shares, overheads, shared):
            column.addWidget(widget)

    def reveal(self, place: Ref[Bid, Any]) -> None:
        """Choose the thing an address lies in."""
        for each in self.lists:
            each.go_to(place)
