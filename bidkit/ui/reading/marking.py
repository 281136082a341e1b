"""The buttons that make marked words into things of the bid."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.session.marking.dates import dates_from
from bidkit.session.marking.making import make_dates, make_into
from bidkit.session.marking.words import Made, MadeInto, Marked
from bidkit.session.session import Session
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Quiet
from bidkit.ui.reading.dating import DateDialog
from bidkit.words import Words as Later
from bidkit.words import later, tr

KINDS: tuple[tuple[MadeInto, Later, Later], ...] = (
    ("question", later("Question"), later("With its number and limit, where the words say them")),
    ("requirement", later("Requirement"), later("Something they require of whoever wins")),
    ("date", later("Date"), later("A deadline, a start, or something to be done by a day")),
    ("instruction", later("Instruction"), later("Something to do when handing in")),
    ("clarification", later("A question to ask"), later("Drafts a courteous question about it")),
)


class MarkingBar(QWidget):
    """One button for each thing that words can become; made tells the address of the thing.

    marked gives the words that are marked now, or None where there are none.
    """

    made = Signal(object)

    def __init__(
        self, desk: Desk, marked: Callable[[], Marked | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._marked = marked
        self.dialog: DateDialog | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = FlowLayout()
        row.addWidget(Quiet(tr("Make the marked words into:"), self, wraps=False))
        for kind, words, what in KINDS:
            button = Button(str(words), self)
            button.setAccessibleDescription(str(what))
            button.setToolTip(str(what))
            button.clicked.connect(partial(self._pressed, kind))
            row.addWidget(button)
        column.addLayout(row)
        self._told = Quiet("", self)
        self._told.hide()
        column.addWidget(self._told)

    def mark(self, kind: MadeInto) -> None:
        """Make the marked words into a thing of the bid, and say what was kept."""
        session, marked = self._desk.session, self._marked()
        if marked is None or not isinstance(session, Session):
            self._say(tr("Mark words in the text first."))
        elif kind == "date":
            self._ask_dates(session, marked)
        else:
            self._tell(make_into(session, kind, marked))

    def _pressed(self, kind: MadeInto, _checked: bool = False) -> None:
        self.mark(kind)

    def _ask_dates(self, session: Session, marked: Marked) -> None:
        found = dates_from(session.document.bid, marked, session.today())
        if not found:
            self._say(tr("No date stands in these words, such as 4 December 2026."))
            return

        def then(chosen: dict[int, str]) -> None:
            self._tell(make_dates(session, marked, found, chosen))

        self.dialog = DateDialog(self._desk.theme, found, then, self)
        self.dialog.open()

    def _tell(self, made: Made) -> None:
        if made.words:
            self._say(made.words)
        if made.place is not None:
            self.made.emit(made.place)

    def _say(self, words: str) -> None:
        self._told.setText(words)
        self._told.show()
