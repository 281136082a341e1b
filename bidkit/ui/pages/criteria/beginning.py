"""How to begin: one scale for all, criteria from the questions, or from what the buyer wants."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.packs.lists import ScaleLine
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.editors.choices import Chooser
from bidkit.ui.pages.criteria import acts
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Words
from bidkit.words import tr

READS = ("criteria", "questions", "buyer_points", "scoring", "scales")


class Beginning(Box):
    """What helps while the table is empty or without scales; it goes when nothing is left."""

    def __init__(
        self, desk: Desk, common: tuple[ScaleLine, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.theme, parent, ground="panel")
        self._desk = desk
        self._common = {line.key: line for line in common}
        self.words = Words("", self)
        self.body.addWidget(self.words)
        self._shelf = QWidget(self)
        flow = FlowLayout(self._shelf)
        self.chooser = Chooser(self._shelf)
        self.chooser.setAccessibleName(tr("One scale for all answers"))
        self.chooser.addItem(tr("One scale for all…"), "")
        for line in common:
            self.chooser.addItem(line.title, line.key)
        self.chooser.activated.connect(self._one_scale)
        self.from_questions = Button(tr("A criterion for each question"), self._shelf)
        self.from_questions.clicked.connect(self._take_questions)
        self.from_points = Button(tr("One for each thing they want"), self._shelf)
        self.from_points.clicked.connect(self._take_points)
        for widget in (self.chooser, self.from_questions, self.from_points):
            flow.addWidget(widget)
        self.body.addWidget(self._shelf)
        desk.binder.bid_changed.connect(self._follow)
        self._tell()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if any(getattr(before, name) is not getattr(after, name) for name in READS):
            self._tell()

    def _tell(self) -> None:
        bid = self._desk.bid
        empty = not bid.criteria
        secret = bid.scoring.published == "no"
        parents = {one.parent for one in bid.criteria}
        bare = [
            one
            for one in bid.criteria
            if one.id not in parents and one.kind not in ("price", "cost") and not one.scale
        ]
        self.chooser.setVisible(bool(bare))
        self.from_questions.setVisible(empty and bool(acts.from_questions(bid)))
        self.from_points.setVisible(empty and secret and bool(acts.from_points(bid)))
        words = ""
        if secret:
            words = tr(
                "No criteria are published: take what they say they want as the criteria, and "
                "mark yourselves against each. You may ask for them in a clarification."
            )
        elif bare:
            words = tr("{n} without a scale: without one there are no points.", n=len(bare))
        self.words.setText(words)
        self.words.setVisible(bool(words))
        shown = (self.chooser, self.from_questions, self.from_points)
        useful = any(not one.isHidden() for one in shown)
        self._shelf.setVisible(useful)
        self.setVisible(bool(words) or useful)

    @Slot()
    def _one_scale(self) -> None:
        line = self._common.get(str(self.chooser.currentData()))
        self.chooser.setCurrentIndex(0)
        if line is not None:
            acts.scale_for_all(self._desk.document, line, self._desk.session.bid_id)

    @Slot()
    def _take_questions(self) -> None:
        label = tr("A criterion for each question")
        acts.one_for_each(self._desk.document, label, acts.from_questions(self._desk.bid))

    @Slot()
    def _take_points(self) -> None:
        label = tr("A criterion for each thing they want")
        acts.one_for_each(self._desk.document, label, acts.from_points(self._desk.bid))
