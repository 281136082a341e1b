"""Bands for what must be brought together: places to decide, and second copies beside the file."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.errors import BidKitError
from bidkit.session.safety.deciding import questions_of
from bidkit.session.safety.second_copies import second_copies, take_in_copy
from bidkit.session.session import Session
from bidkit.storage.conflicted import ConflictedCopy
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.banners import Banner
from bidkit.words import tr


class Versions(QWidget):
    """Says how many places are undecided, and offers the copies a sync program left behind."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.undecided = Banner(desk.theme, self)
        self.copies = Banner(desk.theme, self)
        self._count = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.undecided)
        column.addWidget(self.copies)
        self._found = list(second_copies(desk.session))
        self._tell_copies()
        self.tell()

    def tell(self) -> None:
        """Say how many places are undecided now."""
        count = len(questions_of(self._desk.session))
        if count == self._count:
            return
        self._count = count
        if not count:
            self.undecided.tell("")
            return
        words = tr(
            "Two versions met in {n} places. Until you decide, they print as boxed notes.", n=count
        )
        if count == 1:
            words = tr(
                "Two versions met in one place. Until you decide, it prints as a boxed note."
            )
        self.undecided.tell(words, ((tr("Decide…"), self.open),))

    def open(self, place: str = "") -> None:
        """Open the dialog, with one place first where one is named."""
        from bidkit.ui.dialogs.deciding import DecideDialog

        dialog = DecideDialog(self._desk, place, self)
        dialog.finished.connect(self.tell)
        dialog.open()

    def open_at(self, place: Ref[Bid, Any]) -> None:
        """Open the dialog where this very place is undecided."""
        address = str(place)
        if any(one.place == address for one in questions_of(self._desk.session)):
            self.open(address)

    def _tell_copies(self) -> None:
        if not self._found:
            self.copies.tell("")
            return
        one = self._found[0]
        words = tr(
            "Beside this file lies “{name}”, a second copy of it with other changes.",
            name=one.path.name,
        )
        acts = ((tr("Take in"), partial(self._take, one)), (tr("Not now"), self._pass))
        self.copies.tell(words, acts)

    def _take(self, copy: ConflictedCopy) -> None:
        session = self._desk.session
        if not isinstance(session, Session):
            return
        self._desk.binder.leave_all()
        try:
            count = take_in_copy(session, copy)
        except BidKitError as error:
            self._desk.notices.refuse(error)
            return
        self._pass()
        self.tell()
        self._desk.notices.say(
            tr("Took {n} changes in. The copy stays where it is; you may delete it.", n=count)
        )

    def _pass(self) -> None:
        self._found = self._found[1:]
        self._tell_copies()
