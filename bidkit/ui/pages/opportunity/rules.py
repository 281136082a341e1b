"""The card of the rules: which seem to apply and why, what differs, and their questionnaires."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from bidkit.packs.catalogue import shipped
from bidkit.session.document import Changed
from bidkit.session.fitting.regimes import (
    add_packs,
    fitting_packs,
    packs_of_other_rules,
    suggested_regime,
    use_regime,
)
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.labels import Heading, Quiet, Toned, Words
from bidkit.ui.pieces.ticks import TickBox
from bidkit.words import tr


class RulesCard(Card):
    """Says which rules apply or seem to, and offers what goes with them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, tr("Which rules apply"), parent=parent)
        self._desk = desk
        self._catalogue = shipped()
        self._title = Heading("", 3, self)
        self._differs, self._advice, self._suggested = (Words("", self) for _ in range(3))
        self._source = Quiet("", self)
        self._use = Button(tr("Use these rules"), self)
        self._use.clicked.connect(self._use_suggested)
        self._packs = Heading(tr("Questionnaires that go with them"), 3, self)
        self._added, self._other = Quiet("", self), Toned(desk.theme, "warn", parent=self)
        self._add = Button(tr("Add what is ticked"), self)
        self._add.clicked.connect(self._add_ticked)
        self.body.addWidget(self._title)
        for label in (self._differs, self._advice, self._source, self._suggested):
            self.body.addWidget(label)
        self.body.addWidget(self._use, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(Quiet(tr("The tender documents decide, not the date."), self))
        self.body.addWidget(self._packs)
        self._ticks = {pack.id: self._tick(pack.title) for pack in self._catalogue.question_packs}
        self.body.addWidget(self._added)
        self.body.addWidget(self._other)
        self.body.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._called_for = ""
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    def _tick(self, title: str) -> TickBox:
        tick = TickBox(title.replace("&", "&&"), self)
        self.body.addWidget(tick)
        return tick

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if before.opportunity is not after.opportunity or before.questions is not after.questions:
            self._show()

    def _show(self) -> None:
        self._show_chosen()
        self._show_suggested()
        self._show_packs()

    def _show_chosen(self) -> None:
        regime = self._desk.bid.opportunity.regime
        note = self._catalogue.regime_note(regime) if regime else None
        source = unsure = ""
        if note is not None:
            source = tr("Source: {source}.", source=note.source)
            unsure = "" if note.confirmed else tr("Not confirmed yet: go by the papers.")
        _say(self._title, note.title if note is not None else "")
        _say(self._differs, note.differs if note is not None else "")
        _say(self._advice, note.advice if note is not None else "")
        _say(self._source, f"{source} {unsure}".strip())

    def _show_suggested(self) -> None:
        bid = self._desk.bid
        chosen, found = bid.opportunity.regime, suggested_regime(bid, self._catalogue)
        note = self._catalogue.regime_note(found.regime) if found.regime else None
        self._use.setVisible(note is not None and found.regime != chosen)
        if note is None:
            _say(self._suggested, "" if chosen else found.why)
        elif found.regime == chosen:
            _say(self._suggested, tr("Why: {why}", why=found.why))
        else:
            words = tr("It looks like: {title}. {why}", title=note.title, why=found.why)
            _say(self._suggested, words)

    def _show_packs(self) -> None:
        bid = self._desk.bid
        packs = {pack.id: pack for pack in fitting_packs(bid, self._catalogue)}
        fresh = self._called_for != bid.opportunity.regime
        self._called_for = bid.opportunity.regime
        for identity, tick in self._ticks.items():
            pack = packs.get(identity)
            tick.setVisible(pack is not None and not pack.added)
            if fresh:
                tick.setChecked(pack is not None and pack.called_for)
        added = ", ".join(pack.title for pack in packs.values() if pack.added)
        _say(self._added, tr("✓ In the bid: {titles}", titles=added) if added else "")
        other = ", ".join(packs_of_other_rules(bid, self._catalogue))
        told = tr(
            "▲ Made for other rules, and in the bid: {titles}. Go by the papers.", titles=other
        )
        _say(self._other, told if other else "")
        self._packs.setVisible(bool(packs))
        self._add.setVisible(any(not pack.added for pack in packs.values()))

    @Slot()
    def _use_suggested(self) -> None:
        found = suggested_regime(self._desk.bid, self._catalogue)
        use_regime(self._desk.document, found.regime)

    @Slot()
    def _add_ticked(self) -> None:
        packs = fitting_packs(self._desk.bid, self._catalogue)
        chosen = [one.id for one in packs if not one.added and self._ticks[one.id].isChecked()]
        if not chosen:
            self._desk.notices.say(tr("Tick a questionnaire first."))
            return
        bid_id = self._desk.session.bid_id
        add_packs(self._desk.document, chosen, bid_id, self._catalogue)
        self._desk.notices.say(tr("The questions are under Pre-qualification."))


def _say(label: Words, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
