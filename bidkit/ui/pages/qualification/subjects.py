"""A declaration for everybody it must be made for: us, connected persons, partners."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.questionnaire import Question, Response
from bidkit.domain.refs import Ref, ref
from bidkit.rules.scopes import MEANINGS, NAMES
from bidkit.session.document import Changed
from bidkit.session.replies import response_place
from bidkit.ui.desk import Desk
from bidkit.ui.forms.card import FormCard
from bidkit.ui.forms.replies import CLEANING, HAPPENED, subject_form
from bidkit.ui.theme import GRID

YES_NO = ref(Response, lambda r: r.yes_no)


class FollowUp(QWidget):
    """What a buyer must know once something is declared; it shows only then."""

    def __init__(
        self, desk: Desk, place: Ref[Bid, Response], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._place = desk, place
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 0, 0, 0)
        column.setSpacing(2 * GRID)
        self._built = False
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    def _follow(self, change: Changed) -> None:
        if change.before.responses is not change.after.responses:
            self._show()

    def _show(self) -> None:
        declared = self._desk.document.get(self._place.then(YES_NO)) == "yes"
        layout = self.layout()
        if declared and not self._built and layout is not None:
            self._built = True
            for form in (HAPPENED, CLEANING):
                layout.addWidget(FormCard(self._desk, form, self._place, self))
            self._desk.theme.dress(self)
        self.setVisible(declared)


class SubjectReplies(QWidget):
    """One yes or no for each group of people, each with its follow-up."""

    def __init__(
        self,
        desk: Desk,
        question: Question,
        subjects: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for subject in subjects:
            place = response_place(desk.document, question, subject)
            meaning = str(MEANINGS.get(subject, ""))
            named = names_of(desk.bid, subject)
            purpose = f"{meaning}: {named}." if named else f"{meaning}."
            form = subject_form(NAMES.get(subject, subject), purpose)
            column.addWidget(FormCard(desk, form, place, self))
            column.addWidget(FollowUp(desk, place, self))


def names_of(bid: Bid, subject: str) -> str:
    """Return who is in a group, as far as the bid names them and they are not private persons."""
    match subject:
        case "connected":
            names = [one.name for one in bid.connected_bodies]
        case "associated":
            names = [one.name for one in bid.partners if one.role != "subcontractor"]
        case "subcontractors":
            names = [one.name for one in bid.partners if one.role == "subcontractor"]
        case _:
            names = [bid.organisation.name]
    return ", ".join(name for name in names if name)
