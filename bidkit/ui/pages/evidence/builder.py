"""The sentence builder: choose an outcome and its proof, and take the sentence along."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from bidkit.domain.evidence import Evidence, Outcome
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.editors.choices import Chooser
from bidkit.ui.editors.links import shortened
from bidkit.ui.pages.evidence.forms import evidence_name
from bidkit.ui.pages.evidence.pieces import changed_in
from bidkit.ui.pages.evidence.sentence import Built, build_sentence
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.labels import Quiet, Words
from bidkit.words import tr

READS = ("outcomes", "indicators", "outputs", "activities", "evidence")


class BuilderCard(Card):
    """Writes one sentence from the facts; the person copies it and makes it their own."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr("Outcome first, proof beside it, then how, then what it meets.")
        super().__init__(desk.theme, tr("A sentence from the facts"), purpose, parent)
        self._desk = desk
        self.outcome = Chooser(self)
        self.outcome.setAccessibleName(tr("Outcome"))
        self.evidence = Chooser(self)
        self.evidence.setAccessibleName(tr("Evidence"))
        self.sentence = Words("", self)
        self._missing = Quiet("", self)
        self._copy = Button(tr("Copy the sentence"), self)
        self._copy.clicked.connect(self._take_along)
        for widget in (self.outcome, self.evidence, self.sentence, self._missing):
            self.body.addWidget(widget)
        self.body.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.outcome.activated.connect(self._tell)
        self.evidence.activated.connect(self._tell)
        desk.binder.bid_changed.connect(self._follow)
        self._list()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if changed_in(change, READS):
            self._list()

    def _list(self) -> None:
        bid = self._desk.bid
        outcomes = [(one.id, one.text) for one in bid.outcomes]
        self._fill(self.outcome, outcomes)
        chosen = self._outcome()
        linked = set(chosen.evidence) if chosen is not None else set()
        first = sorted(bid.evidence, key=lambda one: one.id not in linked)
        self._fill(self.evidence, [(one.id, evidence_name(one)) for one in first])
        self._tell()

    def _fill(self, chooser: Chooser, options: list[tuple[str, str]]) -> None:
        before = chooser.currentData()
        chooser.clear()
        for identity, words in options:
            chooser.addItem(shortened(words) or tr("(no name yet)"), identity)
        at = chooser.findData(before)
        chooser.setCurrentIndex(max(at, 0) if options else -1)

    def _outcome(self) -> Outcome | None:
        chosen = self.outcome.currentData()
        return next((one for one in self._desk.bid.outcomes if one.id == chosen), None)

    def _evidence(self) -> Evidence | None:
        chosen = self.evidence.currentData()
        return next((one for one in self._desk.bid.evidence if one.id == chosen), None)

    @Slot()
    def _tell(self) -> None:
        outcome = self._outcome()
        self._copy.setVisible(outcome is not None)
        if outcome is None:
            self.sentence.setText("")
            self._missing.setText(tr("Add an outcome first."))
            return
        built: Built = build_sentence(self._desk.bid, outcome, self._evidence())
        self.sentence.setText(built.sentence)
        words = tr("Still missing: {what}.", what=", ".join(built.missing))
        self._missing.setText(words if built.missing else "")
        self._missing.setVisible(bool(built.missing))

    @Slot()
    def _take_along(self) -> None:
        from bidkit.ui.prose.acts.pasting import PROSE_TYPE

        outcome = self._outcome()
        if outcome is None:
            return
        built = build_sentence(self._desk.bid, outcome, self._evidence())
        data = QMimeData()
        data.setData(PROSE_TYPE, QByteArray(built.as_prose().encode()))
        data.setText(built.sentence)
        QGuiApplication.clipboard().setMimeData(data)
        self._desk.notices.say(tr("Copied. Ctrl+V puts it into an answer, its evidence linked."))
