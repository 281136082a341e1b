"""People's own words: how their consent stands today, and how to print them without a name."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.consent import Consent, consent_of, names_too_much
from bidkit.domain.evidence import Testimonial
from bidkit.domain.refs import ref
from bidkit.errors import BidKitError
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.labels import Tone, Toned
from bidkit.ui.theme import GRID
from bidkit.words import Words, later, tr

TESTIMONIALS = ref(Bid, lambda b: b.testimonials)
PRINTED_UNDER = ref(Testimonial, lambda t: t.attribution)
STANDING: dict[Consent, tuple[Words, Tone]] = {
    "holds": (later("✓ Consent holds"), "good"),
    "missing": (later("▲ No consent yet"), "warn"),
    "expired": (later("● Consent has expired"), "bad"),
    "withdrawn": (later("● Consent withdrawn"), "bad"),
    "not for bids": (later("▲ Consent is not for bids"), "warn"),
    "guardian missing": (later("▲ A guardian must agree"), "warn"),
    "names too much": (later("▲ This names them more closely than they agreed"), "warn"),
}


def consent_words(testimonial: Testimonial, today: date) -> tuple[str, Tone]:
    """Return how the consent of a testimonial stands, in words and a tone."""
    words, tone = STANDING[consent_of(testimonial, today)]
    return str(words), tone


class ConsentWords(QWidget):
    """How the consent of the chosen words stands today, and a name taken off where it must."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chosen = ""
        self._said = Toned(desk.theme, "muted", "", self)
        self._unname = Button(tr("Print it without a name"), self)
        self._unname.clicked.connect(self._take_name_off)
        self._forget = Button(tr("Forget these words for good…"), self)
        self._forget.clicked.connect(self._ask_to_forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._said)
        column.addWidget(self._unname, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._forget, 0, Qt.AlignmentFlag.AlignLeft)
        desk.binder.bid_changed.connect(self._follow)

    @Slot(str)
    def show_words(self, identity: str) -> None:
        """Speak of other words."""
        self._chosen = identity
        self._tell()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if change.before.testimonials is not change.after.testimonials:
            self._tell()

    def _found(self) -> Testimonial | None:
        every: tuple[Testimonial, ...] = self._desk.bid.testimonials
        return next((one for one in every if one.id == self._chosen), None)

    def _tell(self) -> None:
        found = self._found()
        self.setVisible(found is not None)
        if found is not None:
            self._said.tell(*consent_words(found, self._desk.session.today()))
            withdrawn = consent_of(found, self._desk.session.today()) == "withdrawn"
            self._forget.setVisible(withdrawn)
            unnamed = found.model_copy(update={"attribution": self._group(found)})
            self._unname.setVisible(names_too_much(found) and not names_too_much(unnamed))

    def _group(self, found: Testimonial) -> str:
        outcomes = self._desk.bid.outcomes
        group = next((one.group for one in outcomes if one.id == found.outcome), "")
        return group.strip() or tr("Somebody we work with")

    @Slot()
    def _take_name_off(self) -> None:
        found = self._found()
        if found is not None:
            place = TESTIMONIALS.item(found.id).then(PRINTED_UNDER)
            label = tr("Print it without a name")
            self._desk.document.set(place, self._group(found), label=label)
            self._desk.document.seal()

    @Slot()
    def _ask_to_forget(self) -> None:
        answers = (("keep", tr("Keep them unprinted")), ("forget", tr("Forget them for good")))
        self._desk.notices.ask(
            tr("Forget these words for good?"),
            tr(
                "They go from this file, its history and its backups, and from every copy that is "
                "merged with it. This cannot be undone, and nothing before it either."
            ),
            answers,
            self._answered,
        )

    def _answered(self, key: str) -> None:
        from bidkit.session.safety.forgetting import forget_words
        from bidkit.session.session import Session

        session = self._desk.session
        if key != "forget" or not isinstance(session, Session):
            return
        self._desk.binder.leave_all()
        try:
            done = forget_words(session, self._chosen)
        except BidKitError as error:
            self._desk.notices.refuse(error)
            return
        if done:
            self._desk.notices.say(tr("Forgotten."))
