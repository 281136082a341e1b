"""The compliance matrix at a glance: how many requirements are met, and what is still open."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.export.matrix import matrix_sheet
from bidkit.figures.readings.compliance import CLOSED, Compliance, State, compliance
from bidkit.progress import Progress
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.labels import Toned
from bidkit.ui.saving import FileKind, Made, SaveCard
from bidkit.words import tr

NOT_MET: State = "not met"
WAITING: tuple[State, ...] = ("open", "unwritten", "partly")
READS = ("requirements", "fits", "questions", "answers", "responses", "documents", "parts")


class Matrix(SaveCard):
    """Says where the requirements stand, and saves all of them as a table."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        titles = (
            tr("Compliance matrix"),
            tr("Every requirement, where it stands, our reply, and the answer that holds it."),
            tr("Save the matrix as a table"),
        )

        def make(_progress: Progress) -> Made:
            return Made(matrix_sheet(desk.bid, desk.session.today()))

        def kind() -> FileKind:
            name = desk.bid.opportunity.title or desk.bid.about.title or tr("Bid")
            return FileKind(tr("Tables"), "csv", tr("{name} compliance matrix", name=name))

        super().__init__(desk, titles, kind, make, parent)
        self._head = Toned(desk.theme, "good", parent=self)
        self.body.insertWidget(2, self._head)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if any(getattr(change.before, name) is not getattr(change.after, name) for name in READS):
            self._show()

    def _show(self) -> None:
        found = compliance(self._desk.bid)
        self.setVisible(bool(found.lines))
        if not found.lines:
            return
        waiting, bad = waiting_words(found), found.count(NOT_MET)
        if bad:
            words = ", ".join(part for part in (tr("{n} not met", n=bad), waiting) if part)
            self._head.tell(f"● {words}.", "bad")
        elif waiting:
            self._head.tell(f"▲ {waiting}.", "warn")
        else:
            done, every = found.count(*CLOSED), len(found.lines)
            words = tr("✓ All {n} are replied to; {met} are met or exceeded.", n=every, met=done)
            self._head.tell(words, "good")


def waiting_words(found: Compliance) -> str:
    """Return in words what of the matrix is still to be done; '' where nothing is."""
    opened, unwritten, partly = (found.count(state) for state in WAITING)
    parts = (
        (opened, tr("{n} of {all} not replied to", n=opened, all=len(found.lines))),
        (unwritten, tr("{n} whose answer is not written", n=unwritten)),
        (partly, tr("{n} met in part", n=partly)),
    )
    return ", ".join(words for count, words in parts if count)
