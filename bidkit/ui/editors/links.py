"""Editors of links: one or several things of another collection, kept by identity."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.ui.editors.choices import ChoiceEditor, Chooser
from bidkit.ui.editors.editor import Editor
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.carrying import evidence_in
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.words import tr

Offered = Callable[[], Sequence[tuple[str, str]]]
LONGEST_NAME = 60


def shortened(words: str) -> str:
    """Return a name that fits into a drop-down."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_NAME else line[: LONGEST_NAME - 1] + "…"


class FreshChooser(Chooser):
    """A drop-down that asks what there is to choose each time the keyboard comes to it."""

    def __init__(self, refresh: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refresh = refresh

    def event(self, event: QEvent) -> bool:
        """Fill the list before it is used."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.MouseButtonPress):
            self._refresh()
        return super().event(event)


class LinkEditor(ChoiceEditor):
    """One thing of another collection; '' is none."""

    def __init__(self, offered: Offered, none: str, parent: QWidget | None = None) -> None:
        super().__init__((), parent, chooser=FreshChooser(self._fill))
        self._offered = offered
        self._none = none

    def show_value(self, value: Any) -> None:
        """Show the name of the thing; one that is gone says so."""
        self._known = 0
        self.chooser.clear()
        self.chooser.addItem(self._none, "")
        if value:
            name = dict(self._offered()).get(value)
            self.chooser.addItem(shortened(name or tr("(no longer there)")), value)
            self.chooser.setCurrentIndex(1)
        if self.chooser.hasFocus():
            self._offer(value)
        self._known = self.chooser.count()

    def _fill(self) -> None:
        chosen = self.value()
        self.show_value(chosen)
        if self.chooser.count() <= 1 + bool(chosen):
            self._offer(chosen)
        self._known = self.chooser.count()

    def _offer(self, chosen: Any) -> None:
        for identity, words in self._offered():
            if identity != chosen:
                self.chooser.addItem(shortened(words), identity)


class LinkSetEditor(Editor):
    """Several things of another collection: a button takes each out, a drop-down adds one."""

    def __init__(self, offered: Offered, add: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = offered
        self._add = add
        self._chosen: tuple[str, ...] = ()
        self.setAcceptDrops(True)
        self._shelf = QWidget(self)
        self._flow = FlowLayout(self._shelf)
        self.chooser = FreshChooser(self._fill, self)
        self.chooser.activated.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._shelf)
        column.addWidget(self.chooser)
        self._fill()

    @property
    def focus_widget(self) -> QWidget:
        """The drop-down that adds."""
        return self.chooser

    def show_value(self, value: Any) -> None:
        """Show the things by name."""
        self._chosen = tuple(value)
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        names = dict(self._offered())
        for identity in self._chosen:
            words = shortened(names.get(identity, tr("(no longer there)")))
            button = Button(f"{words}  ✕", self._shelf)
            button.setAccessibleName(tr("Take out {name}", name=words))
            button.setProperty("identity", identity)
            button.clicked.connect(self._take_out)
            self._flow.addWidget(button)
            button.show()
        self._shelf.setVisible(bool(self._chosen))
        self._shelf.updateGeometry()

    def value(self) -> Any:
        """Return the identities, in order of the alphabet."""
        return tuple(sorted(set(self._chosen)))

    def _fill(self) -> None:
        self.chooser.clear()
        self.chooser.addItem(self._add, "")
        for identity, words in self._offered():
            if identity not in self._chosen:
                self.chooser.addItem(shortened(words), identity)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take evidence that can be chosen here."""
        if self._can_take(evidence_in(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the evidence that is dropped."""
        identity = evidence_in(event.mimeData())
        if self._can_take(identity):
            event.acceptProposedAction()
            self._add_one(identity)

    def _can_take(self, identity: str) -> bool:
        return identity not in self._chosen and identity in dict(self._offered())

    @Slot()
    def _take(self) -> None:
        identity = self.chooser.currentData()
        if identity:
            self._add_one(identity)

    def _add_one(self, identity: str) -> None:
        self.show_value((*self._chosen, identity))
        self._fill()
        self.edited.emit()

    @Slot()
    def _take_out(self) -> None:
        button: QObject = self.sender()
        gone = button.property("identity")
        self.show_value(tuple(one for one in self._chosen if one != gone))
        self._fill()
        self.chooser.setFocus()
        self.edited.emit()
