"""A card that reads the bid and tells again, a moment after something it reads has changed."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.cards import Card

REST = 150


class FollowingCard(Card):
    """Works out what it says only while it is seen, and never on the way of a key press."""

    reads: ClassVar[tuple[str, ...]] = ()

    def __init__(
        self, desk: Desk, title: str, purpose: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.theme, title, purpose, parent)
        self.desk = desk
        self._stale = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._tell_again)
        desk.binder.bid_changed.connect(self._follow)

    def tell(self) -> None:
        """Say what the bid says now."""

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._tell_again()

    @Slot()
    def _tell_again(self) -> None:
        self._stale = not self.isVisible()
        if not self._stale:
            self.tell()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        names = self.reads or tuple(type(after).model_fields)
        if any(getattr(before, name) is not getattr(after, name) for name in names):
            self._stale = True
            self._rest.start()
