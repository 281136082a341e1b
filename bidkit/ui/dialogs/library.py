"""Our library: searched by words, each entry with its owner, last use and day to look again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from bidkit.domain.showing import day_words
from bidkit.errors import BidKitError
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Heading, Quiet, Toned
from bidkit.ui.theme import GRID
from bidkit.words import later, tr

if TYPE_CHECKING:
    from bidkit.session.library.shelf import OurLibrary
    from bidkit.storage.library import EntryKind, LibraryEntry

ENTRY = Qt.ItemDataRole.UserRole
KINDS = {
    "answer": later("Answer"),
    "evidence": later("Evidence"),
    "partner": later("Partner"),
    "bid": later("Past bid"),
    "person": later("Person"),
    "policy": later("Policy"),
}
OUTCOMES = {
    "won": later("won"),
    "lost": later("lost"),
    "withdrawn": later("withdrawn"),
    "cancelled": later("cancelled by the buyer"),
    "not sent": later("not sent"),
}


class LibraryDialog(QDialog):
    """Shows entries of some kinds; then gets the one that is to be used."""

    def __init__(
        self,
        desk: Desk,
        library: OurLibrary,
        kinds: Sequence[EntryKind],
        then: Callable[[LibraryEntry], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Our library"))
        self._desk, self._library, self._kinds, self._then = desk, library, kinds, then
        self._removed: LibraryEntry | None = None
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(tr("Search"))
        self.line.setAccessibleName(tr("Search in our library"))
        self.line.textChanged.connect(self._look)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Entries"))
        self.list.setWordWrap(True)
        self.list.currentItemChanged.connect(self._show)
        self.list.itemActivated.connect(self._use)
        self.words = QPlainTextEdit(self)
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(tr("What is kept"))
        self._told = Quiet("", self)
        self._state = Toned(desk.theme, "warn", parent=self)
        self._lay_out()
        desk.theme.dress(self)
        self.resize(self.fontMetrics().averageCharWidth() * 96, self.fontMetrics().height() * 32)
        self._look()
        self.line.setFocus()

    @property
    def current(self) -> LibraryEntry | None:
        """The entry that is chosen."""
        item = self.list.currentItem()
        entry: LibraryEntry | None = item.data(ENTRY) if item is not None else None
        return entry

    def _lay_out(self) -> None:
        self.use = Button(tr("Use in this bid"), self, main=True)
        self._again = Button(tr("Still right for another year"), self)
        self._remove = Button(tr("Remove from the library"), self)
        self._back = Button(tr("Put it back"), self)
        close = Button(tr("Close"), self)
        for button, act in (
            (self.use, self._use),
            (self._again, self._look_again),
            (self._remove, self._take_out),
            (self._back, self._put_back),
            (close, self.reject),
        ):
            button.clicked.connect(act)
        self._back.hide()
        foot = FlowLayout()
        for button in (self.use, self._again, self._remove, self._back, close):
            foot.addWidget(button)
        both = QHBoxLayout()
        both.addWidget(self.list, 1)
        both.addWidget(self.words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(Heading(tr("Our library"), 1, self))
        column.addWidget(self.line)
        column.addLayout(both, 1)
        column.addWidget(self._told)
        column.addWidget(self._state)
        column.addLayout(foot)

    @Slot()
    def _look(self) -> None:
        try:
            entries = self._library.entries(self.line.text(), self._kinds)
        except BidKitError as error:
            entries = ()
            self._state.tell(error.what, "bad")
        self.list.clear()
        for entry in entries:
            item = QListWidgetItem(f"{entry.title}\n{_about(entry)}", self.list)
            item.setData(ENTRY, entry)
        self.list.setCurrentRow(0)
        self._show()

    @Slot()
    def _show(self) -> None:
        entry = self.current
        for button in (self._again, self._remove):
            button.setEnabled(entry is not None)
        self.use.setEnabled(entry is not None and entry.kind != "bid")
        self.words.setPlainText(entry.text if entry is not None else "")
        if entry is None:
            words = tr("Nothing here yet.") if not self.line.text() else tr("Nothing fits.")
            self._told.setText(words)
        else:
            self._told.setText(_history(entry))
        due = entry is not None and entry.due(self._desk.session.today())
        self._state.setText(tr("It is time to look at this again.") if due else "")
        self._state.setVisible(bool(self._state.text()))

    @Slot()
    def _use(self) -> None:
        entry = self.current
        if entry is not None and entry.kind != "bid":
            self.accept()
            self._then(entry)

    @Slot()
    def _look_again(self) -> None:
        if self.current is not None:
            self._library.look_again(self.current)
            self._look()

    @Slot()
    def _take_out(self) -> None:
        entry = self.current
        if entry is not None:
            self._library.remove(entry)
            self._removed = entry
            self._back.setText(tr("Put “{title}” back", title=entry.title[:30]))
            self._back.show()
            self._look()

    @Slot()
    def _put_back(self) -> None:
        if self._removed is not None:
            self._library.put(self._removed)
            self._removed = None
            self._back.hide()
            self._look()


def _about(entry: LibraryEntry) -> str:
    kind = str(KINDS.get(entry.kind, entry.kind))
    outcome = str(OUTCOMES.get(str(entry.data.get("outcome", "")), ""))
    return " · ".join(part for part in (kind, outcome, entry.source) if part)


def _history(entry: LibraryEntry) -> str:
    parts = [tr("Kept by {owner}.", owner=entry.owner)] if entry.owner else []
    if entry.uses:
        times = tr("once") if entry.uses == 1 else tr("{n} times", n=entry.uses)
        last = day_words(date.fromisoformat(entry.used[:10]), weekday=False)
        parts.append(tr("Used {times}, last on {day}.", times=times, day=last))
    if entry.review_on is not None:
        day = day_words(entry.review_on, weekday=False)
        parts.append(tr("To be looked at again by {day}.", day=day))
    return " ".join(parts)
