"""What stands beside the lists: strength suggested, results drawn, codes given."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Activity, Evidence, Outcome
from bidkit.domain.refs import Ref, ref
from bidkit.drawing.results import Results
from bidkit.export.compose.evidence_charts import evidence_chain, outcome_results, outcome_trend
from bidkit.figures.readings.proof import strength_of
from bidkit.session.document import Changed
from bidkit.ui.charts.view import ChartView
from bidkit.ui.desk import Desk
from bidkit.ui.forms.card import FormCard
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.forms.spec import Listing
from bidkit.ui.pages.evidence.changes import BEHIND
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.labels import Quiet, Toned
from bidkit.words import tr

CHAIN = ("needs", "activities", "outputs", "outcomes")
DRAWN = (*CHAIN, "case")
PROOF = ("outcomes", "indicators", "results")
OUTCOMES = ref(Bid, lambda b: b.outcomes)
STRENGTH = ref(Outcome, lambda o: o.strength)
REASON = ref(Outcome, lambda o: o.strength_reason)
ACTIVITY_INPUTS = ref(Activity, lambda a: a.inputs)
SLIM = 0.22
CODE = re.compile(r"E(\d+)")


def changed_in(change: Changed, names: tuple[str, ...]) -> bool:
    """Tell whether one of these parts of the bid is another than before."""
    return any(getattr(change.before, name) is not getattr(change.after, name) for name in names)


def next_code(bid: Bid) -> str:
    """Return the code of the next item of evidence: E and a number none has yet."""
    used = [int(found[1]) for one in bid.evidence if (found := CODE.fullmatch(one.code))]
    return f"E{max(used, default=0) + 1}"


class EvidenceList(ItemList):
    """The list of evidence; what is added is given its code."""

    def __init__(self, desk: Desk, listing: Listing[Any], parent: QWidget | None = None) -> None:
        super().__init__(desk, listing, parent)

    @Slot()
    def add(self) -> None:
        """Add an item with the next code and go to its first field."""
        entry: Evidence = self.listing.new()
        coded = entry.model_copy(update={"code": next_code(self._desk.bid)})
        self._desk.document.add(self.listing.collection, coded, label=str(self.listing.add))
        self.choose(coded.id)
        self.edit()


class ChainCard(Box):
    """The chain from need to outcome; chosen tells which box was clicked."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent)
        self._desk = desk
        self._nothing = Quiet(tr("Add a need and what you do, and the chain is drawn here."), self)
        self.view = ChartView(desk.theme, self)
        self.view.chosen.connect(self.chosen)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.view)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if changed_in(change, DRAWN):
            self._show()

    def _show(self) -> None:
        chart = evidence_chain(self._desk.bid)
        self._nothing.setVisible(chart is None)
        self.view.setVisible(chart is not None)
        self.view.show_chart(chart)

    def place_of(self, identity: str) -> Ref[Bid, Any] | None:
        """Return the address of the thing or the field a box stands for."""
        if identity.startswith("case."):
            return Ref[Bid, Any](Bid, tuple(identity.split(".")))
        identity, _, field = identity.partition("/")
        if field:
            return Ref[Bid, Any](Bid, ("activities",)).item(identity).then(ACTIVITY_INPUTS)
        for name in CHAIN:
            if any(one.id == identity for one in getattr(self._desk.bid, name)):
                return Ref[Bid, Any](Bid, (name,)).item(identity)
        return None


class StrengthCard(FormCard[Outcome]):
    """What stands behind an outcome, the strength that suggests, and why."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, BEHIND, None, parent)
        self._said = Toned(desk.theme, "muted", "", self)
        self._take = Button("", self)
        self._take.clicked.connect(self._take_over)
        self.body.addWidget(self._said)
        self.body.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)
        desk.binder.bid_changed.connect(self._follow)

    @Slot(str)
    def show_outcome(self, identity: str) -> None:
        """Speak of another outcome; hidden where there is none."""
        self.setVisible(bool(identity))
        if identity:
            self.show_at(OUTCOMES.item(identity))
        else:
            self.let_go()
        self._tell()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if changed_in(change, PROOF):
            self._tell()

    def _outcome(self) -> Outcome | None:
        place = self.place
        if place is None:
            return None
        return next((one for one in self._desk.bid.outcomes if one.id == place.identity), None)

    def _tell(self) -> None:
        outcome = self._outcome()
        if outcome is None:
            return
        found = strength_of(self._desk.bid, outcome)
        words = tr("The facts suggest {n} of 5. {why}", n=found.level, why=str(found.why))
        if found.next_step is not None:
            words = f"{words} {tr('To get higher: {step}', step=str(found.next_step))}"
        self._said.setText(words)
        other = outcome.strength != found.level
        self._take.setVisible(other)
        self._take.setText(tr("Take {n} and the reason", n=found.level))

    @Slot()
    def _take_over(self) -> None:
        outcome, place = self._outcome(), self.place
        if outcome is None or place is None:
            return
        found = strength_of(self._desk.bid, outcome)

        def taken(bid: Bid) -> Bid:
            with_level = place.then(STRENGTH).set(bid, found.level)
            return place.then(REASON).set(with_level, str(found.why))

        self._desk.document.edit(tr("Strength of evidence"), taken, place=place.then(STRENGTH))


class ResultsCard(Box):
    """The results of one outcome: before, target and result, and the line over time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent)
        self._desk = desk
        self._outcome = ""
        self.results = ChartView(desk.theme, self)
        self.trend = ChartView(desk.theme, self)
        self.body.addWidget(self.results)
        self.body.addWidget(self.trend)
        desk.binder.bid_changed.connect(self._follow)

    @Slot(str)
    def show_outcome(self, identity: str) -> None:
        """Draw the results of another outcome; hidden where it has none."""
        self._outcome = identity
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if changed_in(change, PROOF):
            self._show()

    def _show(self) -> None:
        bid = self._desk.bid
        outcome = next((one for one in bid.outcomes if one.id == self._outcome), None)
        mine = tuple(one for one in bid.indicators if one.parent == self._outcome)
        every = outcome_results(bid.model_copy(update={"indicators": mine}))
        chart = Results(tr("Before, target and result"), every.results) if every else None
        trend = outcome_trend(bid, outcome) if outcome is not None else None
        trend = replace(trend, height=SLIM) if trend is not None else None
        for view, drawn in ((self.results, chart), (self.trend, trend)):
            view.setVisible(drawn is not None)
            view.show_chart(drawn)
        self.setVisible(chart is not None or trend is not None)
