"""The card under the eleven areas: how well we run in all, and where to begin."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.organisation import SelfAssessment
from bidkit.figures.readings.quality import running_areas, self_assessment_of
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.labels import Tone, Toned, Words
from bidkit.words import tr

GOOD, MIDDLING = 67, 34


class AreasCard(Card):
    """Adds up as people mark."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, tr("In all"), parent=parent)
        self._desk = desk
        self._sum = Toned(desk.theme, "muted", parent=self)
        self._weak = Words("", self)
        self.body.addWidget(self._sum)
        self.body.addWidget(self._weak)
        desk.binder.bid_changed.connect(self._follow)
        self._tell()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if change.before.self_assessment is not change.after.self_assessment:
            self._tell()

    def _tell(self) -> None:
        areas = running_areas(self._desk.bid.self_assessment)
        self.setVisible(bool(areas))
        self._sum.tell(*verdict(areas))
        weak = ", ".join(one.title for one in areas if one.rating == 0 and one.title)
        self._weak.setText(tr("Not yet: {areas}. Ask for help with one of them.", areas=weak))
        self._weak.setVisible(bool(weak))


def verdict(areas: Iterable[SelfAssessment]) -> tuple[str, Tone]:
    """Return in a sentence how well we run, of the areas that are marked."""
    found = self_assessment_of(tuple(areas))
    if found.share is None:
        return tr("○ Nothing is marked yet."), "muted"
    words = tr(
        "{points} of {most} for the {n} areas marked; {open} are open.",
        points=found.points,
        most=found.most,
        n=found.rated,
        open=found.all - found.rated,
    )
    if found.share >= GOOD:
        return tr("✓ Stable: {words}", words=words), "good"
    if found.share >= MIDDLING:
        return tr("▲ On the way: {words}", words=words), "warn"
    return tr("● At the beginning: {words}", words=words), "bad"
