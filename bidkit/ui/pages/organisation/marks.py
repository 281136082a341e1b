"""The button over the quality marks: the marks buyers know, to add one with who gives it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu, QWidget

from bidkit.domain.base import new_id
from bidkit.domain.organisation import QualityMark
from bidkit.packs.catalogue import shipped
from bidkit.packs.lists import MarkLine
from bidkit.ui.desk import Desk
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.pieces.buttons import Button
from bidkit.words import tr


class KnownMarks(Button):
    """A menu of the marks of the packs, each with its levels."""

    def __init__(self, desk: Desk, items: ItemList, parent: QWidget | None = None) -> None:
        super().__init__(tr("Add a known mark"), parent)
        self._desk, self._items = desk, items
        menu = QMenu(self)
        menu.aboutToShow.connect(self._list)
        self.setMenu(menu)

    @Slot()
    def _list(self) -> None:
        menu = self.menu()
        if menu is None or menu.actions():
            return
        for line in (
            one for pack in shipped().holding("quality_marks") for one in pack.quality_marks
        ):
            for level in line.levels or ("",):
                action = menu.addAction(" · ".join(part for part in (line.title, level) if part))
                action.setData((line, level))
                action.triggered.connect(self._add)

    @Slot()
    def _add(self) -> None:
        action = self.sender()
        given = action.data() if action is not None and hasattr(action, "data") else None
        if given is not None:
            self.add(*given)

    def add(self, line: MarkLine, level: str) -> None:
        """Add one mark and go to its dates."""
        made = QualityMark(id=new_id(), title=line.title, level=level, body=line.body)
        label = tr("Add {title}", title=line.title)
        self._desk.document.add(self._items.listing.collection, made, label=label)
        self._items.choose(made.id)
        self._items.edit()
