"""A row that offers the usual list to start from, and the help of its lines beside each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bidkit.packs.catalogue import shipped
from bidkit.session.document import Changed
from bidkit.session.fitting.starters import add_starters, collections_of, missing_starters
from bidkit.ui.desk import Desk
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.forms.spec import Text
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Deeper
from bidkit.ui.pieces.labels import Quiet
from bidkit.words import tr


@dataclass(frozen=True)
class StarterList:
    """Which lists of which pack, the button's words and a sentence on them."""

    pack: str
    lists: tuple[str, ...]
    words: Text
    sentence: Text


class StarterRow(QWidget):
    """The button and its sentence; it goes when everything is in the bid."""

    def __init__(self, desk: Desk, starter: StarterList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._starter = desk, starter
        self._packs = shipped()
        self._button = Button(str(starter.words), self)
        self._button.clicked.connect(self._add)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)
        row.addWidget(Quiet(str(starter.sentence), self), 1)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        names = collections_of(self._starter.lists)
        if any(getattr(change.before, name) is not getattr(change.after, name) for name in names):
            self._show()

    def _show(self) -> None:
        bid_id = self._desk.session.bid_id
        wanted = self._starter
        left = missing_starters(self._desk.bid, self._packs, wanted.pack, wanted.lists, bid_id)
        self.setVisible(left > 0)

    @Slot()
    def _add(self) -> None:
        wanted, bid_id = self._starter, self._desk.session.bid_id
        left = missing_starters(self._desk.bid, self._packs, wanted.pack, wanted.lists, bid_id)
        add_starters(self._desk.document, self._packs, wanted.pack, wanted.lists, bid_id)
        self._desk.notices.say(tr("{n} were added. Change them to fit.", n=left))


class StarterHelp(Quiet):
    """What the pack says of the chosen line of a list: what to look for, what to do about it."""

    def __init__(self, desk: Desk, starter: StarterList, items: ItemList) -> None:
        super().__init__("", items)
        self._desk, self._items = desk, items
        self._helps = helps_of(starter)
        items.chosen.connect(self._tell)
        self._tell(items.current)

    @Slot(str)
    def _tell(self, identity: str) -> None:
        entries = self._items.listing.collection.get(self._desk.bid)
        chosen = next((one for one in entries if one.id == identity), None)
        words = self._helps.get(_key_of(chosen), "")
        self.setText(words)
        self.setVisible(bool(words))


def helps_of(starter: StarterList) -> dict[str, str]:
    """Return the help of each line of these lists of a pack, by its key."""
    pack = shipped().pack(starter.pack)
    lines = [line for name in starter.lists for line in getattr(pack, name)]
    found = {_key_of(line): _help_of(line) for line in lines}
    return {key: words for key, words in found.items() if words}


def _key_of(thing: object) -> str:
    return str(getattr(thing, "key", "") or getattr(thing, "kind", ""))


def _help_of(line: object) -> str:
    named = (getattr(line, name, "") for name in ("help", "about", "our_help", "note"))
    return next((str(words) for words in named if words), "")


def offer_starters(desk: Desk, shown: QWidget, starter: StarterList) -> None:
    """Put the offer under the heading of a list; of one that waits closed when it is opened."""

    def put(within: ItemList) -> None:
        within.column.insertWidget(1, StarterRow(desk, starter, within))
        after = within.column.indexOf(within.table) + 1
        within.column.insertWidget(after, StarterHelp(desk, starter, within))

    when_open(shown, put)


def when_open(shown: QWidget, act: Callable[[ItemList], object]) -> None:
    """Do something with the list in a part of a page, once it is opened where it waits closed."""

    def do() -> None:
        within = shown.content if isinstance(shown, Deeper) else shown
        if isinstance(within, ItemList):
            act(within)

    if isinstance(shown, Deeper):
        shown.opened.connect(do)
    else:
        do()
