"""The card of the four things panels look for, each with what is still missing."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from bidkit.figures.readings.four_areas import Area, four_areas
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.labels import Tone, Toned, Words
from bidkit.ui.theme import GRID
from bidkit.words import later, tr

NAMES = {
    "product": later("What we offer"),
    "quality": later("How good it is"),
    "evidence": later("What proves it"),
    "track record": later("What we did before"),
}
MISSING = {
    "description": later("Missing: a short description, on “Our offer”."),
    "what we do": later("Missing: what we do, on “Our organisation”."),
    "method": later("Missing: the method, on “Our offer”."),
    "timetable": later("Missing: dates of the steps, on “Our offer”."),
    "systems": later("Missing: what keeps the work good, on “Our organisation”."),
    "policies": later("Missing: the policies we hold, on “Our organisation”."),
    "measures": later("Missing: how it is measured, on “Our offer”."),
    "marks": later("No quality mark is named."),
    "outcomes": later("Some outcomes rest on no evidence."),
    "answers": later("Some answers name no evidence."),
    "results": later("Some contracts have no result, on “Our organisation”."),
    "records": later("No contract or grant is named. Perhaps a pilot first?"),
}
READS = (
    "offer",
    "organisation",
    "steps",
    "policies",
    "measures",
    "quality_marks",
    "outcomes",
    "evidence",
    "answers",
    "track_record",
)
FULL, NONE = "●", "○"
DOTS = 4


class AreasCard(Card):
    """Product, quality, evidence and track record, as dots and as words."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, tr("What panels look for"), parent=parent)
        self._desk = desk
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setColumnStretch(2, 1)
        self._dots: dict[str, Toned] = {}
        self._told: dict[str, Words] = {}
        for row, (name, words) in enumerate(NAMES.items()):
            self._dots[name] = Toned(desk.theme, "muted", parent=self)
            self._told[name] = Words("", self)
            grid.addWidget(Words(str(words), self), row, 0)
            grid.addWidget(self._dots[name], row, 1)
            grid.addWidget(self._told[name], row, 2)
        self.body.addLayout(grid)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if any(getattr(change.before, name) is not getattr(change.after, name) for name in READS):
            self._show()

    def _show(self) -> None:
        for area in four_areas(self._desk.bid):
            full = round(area.share * DOTS)
            tone: Tone = "good" if area.share == 1 else "warn" if area.there else "muted"
            self._dots[area.name].tell(FULL * full + NONE * (DOTS - full), tone)
            self._told[area.name].setText(_words(area))


def _words(area: Area) -> str:
    count = tr("{n} of {all}.", n=area.there, all=area.of)
    missing = MISSING.get(area.missing)
    return f"{count} {missing}" if missing is not None else count
