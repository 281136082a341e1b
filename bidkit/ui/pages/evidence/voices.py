"""People's own words: how their consent stands today, and how to print them without a name."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.consent import Consent, consent_of, names_too_much
from bidkit.domain.evidence import Testimonial
from bidkit.domain.refs import ref
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._said)
        column.addWidget(self._unname, 0, Qt.AlignmentFlag.AlignLeft)
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
