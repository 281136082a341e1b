"""What must be known of the file itself, in bands over the page: not safe, read only, shared."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.domain.showing import clock_words
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.banners import Banner
from bidkit.words import tr


class News(QWidget):
    """Bands that stay as long as what they say is so; copy_wanted asks for a copy of the file."""

    copy_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.safety = Banner(desk.theme, self)
        self.reading = Banner(desk.theme, self)
        self.others = Banner(desk.theme, self)
        self.unkept = Banner(desk.theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for banner in (self.safety, self.reading, self.others, self.unkept):
            column.addWidget(banner)
        self.tell()
        self._tell_once()

    @Slot()
    def tell(self) -> None:
        """Say whether everything is safe in the file."""
        state = self._desk.session.saved
        if state.kind != "not saved":
            self.safety.tell("")
            return
        words = " ".join(part for part in (state.words, state.advice) if part)
        self.safety.tell(words, ((tr("Save a copy…"), self.copy_wanted.emit),))

    def tell_unkept(self) -> None:
        """Say what was typed in a session that ended badly, as long as some of it is left."""
        count = len(self._desk.session.leftovers())
        if not count:
            self.unkept.tell("")
            return
        words = tr("BidKit ended before something typed was kept. It was found again.")
        self.unkept.tell(words, ((tr("Look at it"), self._look),))

    def _tell_once(self) -> None:
        session = self._desk.session
        if session.read_only:
            words = tr("This file can only be read. What you change needs a copy.")
            self.reading.tell(words, ((tr("Save a copy…"), self.copy_wanted.emit),))
        if session.others:
            names = ", ".join(
                tr(
                    "{person} on {machine} since {time}",
                    person=one.person or tr("somebody"),
                    machine=one.machine,
                    time=clock_words(one.since),
                )
                for one in session.others
            )
            words = tr("Also open: {names}. What you both write is put together.", names=names)
            self.others.tell(words, ((tr("Good"), self._others_known),))
        self.tell_unkept()

    def _others_known(self) -> None:
        self.others.tell("")

    def _look(self) -> None:
        from bidkit.ui.dialogs.leftovers import Leftovers

        dialog = Leftovers(self._desk, self)
        dialog.finished.connect(self.tell_unkept)
        dialog.open()
