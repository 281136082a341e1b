"""Pages in parts: a row of names under the heading, and one part in sight at a time."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.ui.forms.spec import Text
from bidkit.ui.page import Page
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.theme import GRID, scaled
from bidkit.words import tr

SIDE = 10
ABOVE = 7
ITEM = re.compile(r"\[[^\]]*\]")


@dataclass(frozen=True)
class Part:
    """One part of a page: its name, the addresses in it, and what builds it at the first visit.

    names: the beginnings of the addresses it shows, such as "steps", "offer.method", or
    "partners.price" for that field of every partner.
    """

    title: Text
    names: tuple[str, ...]
    build: Callable[[], None]

    def nearness(self, place: Ref[Bid, Any]) -> int:
        """Return how much of an address this part names; nought where it lies elsewhere."""
        address = f"{ITEM.sub('', str(place))}."
        return max((len(name) for name in self.names if address.startswith(f"{name}.")), default=0)


class PartButton(QAbstractButton):
    """The name of a part; the one in sight is underlined."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Part: {name}", name=words))

    def sizeHint(self) -> QSize:
        """Ask for the words in the heavier weight."""
        metrics = QFontMetrics(scaled(self.font(), 1.0, strong=True))
        return QSize(
            metrics.horizontalAdvance(self.text()) + 2 * SIDE, metrics.height() + 2 * ABOVE
        )

    def minimumSizeHint(self) -> QSize:
        """Never cut the words off."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, the line under them, and where the keyboard is."""
        painter = QPainter(self)
        palette, role = self.palette(), QPalette.ColorRole
        chosen = self.isChecked()
        over = self.underMouse()
        painter.setFont(scaled(self.font(), 1.0, strong=chosen))
        painter.setPen(palette.color(role.Link if chosen or over else role.PlaceholderText))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        line = palette.color(role.Link if chosen else role.Mid)
        high = 2 if chosen else 1
        painter.fillRect(0, self.height() - high, self.width(), high, line)
        if self.hasFocus():
            painter.setPen(QPen(palette.color(role.LinkVisited), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 4, 4)
        painter.end()


class Shelf(QWidget):
    """The row the names stand in, with a line under it from side to side."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        line = self.palette().color(QPalette.ColorRole.Mid)
        painter.fillRect(0, self.height() - 1, self.width(), 1, line)
        painter.end()


class PartsPage(Page):
    """A page whose parts are shown one at a time; a part is built when it is first visited."""

    def parts(self) -> tuple[Part, ...]:
        """Return the parts of the page for the bid as it is."""
        raise NotImplementedError

    def build_top(self) -> None:
        """Add what stands over the parts, whichever is in sight."""

    def build(self) -> None:
        """Lay out the row of names, and open the first part."""
        self._target: QVBoxLayout = self.column
        self.build_top()
        self._shelf = Shelf(self)
        self._flow = FlowLayout(self._shelf, gap=0)
        self.column.addWidget(self._shelf)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idToggled.connect(self._turned)
        self._rooms: dict[int, QWidget] = {}
        self._lay_parts()

    @property
    def open_part(self) -> int:
        """The number of the part in sight."""
        return self._group.checkedId()

    def open(self, number: int) -> None:
        """Bring a part into sight."""
        button = self._group.button(number)
        if button is not None:
            button.setChecked(True)

    def add(self, widget: QWidget) -> QWidget:
        """Add any widget at the end of the part that is being built."""
        self._target.addWidget(widget)
        return widget

    def show_place(self, place: Ref[Bid, Any]) -> bool:
        """Open the part an address lies in, then bring it into sight."""
        near = [part.nearness(place) for part in self._parts]
        if any(near):
            self.open(near.index(max(near)))
        return super().show_place(place)

    def _lay_parts(self) -> None:
        self._parts = self.parts()
        for number, part in enumerate(self._parts):
            button = PartButton(str(part.title), self._shelf)
            self._group.addButton(button, number)
            self._flow.addWidget(button)
        self._shelf.setVisible(len(self._parts) > 1)
        self.open(0)

    def _build_part(self, number: int) -> QWidget:
        room = QWidget(self)
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        room.setSizePolicy(policy)
        self._rooms[number] = room
        before, self._target = self._target, column
        self._parts[number].build()
        self._target = before
        at = self.column.indexOf(self._shelf) + 1
        self.column.insertWidget(at + len(self._rooms) - 1, room)
        return room

    @Slot(int, bool)
    def _turned(self, number: int, chosen: bool) -> None:
        room = self._rooms.get(number)
        if chosen and room is None:
            room = self._build_part(number)
        if room is not None:
            room.setVisible(chosen)


def part(title: Text, names: str, *steps: Callable[[], object]) -> Part:
    """Return a part whose names are written with spaces between, built step by step."""

    def build() -> None:
        for step in steps:
            step()

    return Part(title, tuple(names.split()), build)


def listed(page: Page, *listings: Any) -> tuple[Callable[[], object], ...]:
    """Return the steps that add lists to a page."""
    return tuple(partial(page.add_list, listing) for listing in listings)
