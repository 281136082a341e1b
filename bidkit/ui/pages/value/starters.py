"""What helps to begin: clauses to make our own, promises by outcome, a question to ask."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bidkit.domain.base import derived_id, new_id
from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.domain.value import Commitment, SocialClause, ValueItem
from bidkit.packs.catalogue import Catalogue
from bidkit.packs.lists import ClauseLine, OutcomeLine
from bidkit.session.document import Changed, with_entry
from bidkit.ui.desk import Desk
from bidkit.ui.editors.choices import Chooser
from bidkit.ui.editors.links import shortened
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Quiet
from bidkit.ui.theme import GRID
from bidkit.words import later, tr

COMMITMENTS = ref(Bid, lambda b: b.commitments)
CLAUSES = ref(Bid, lambda b: b.social_clauses)
BARRIERS = ref(SocialClause, lambda c: c.barriers)
WORRIES = (
    later("Is it lawful"),
    later("Is it value for money"),
    later("Why this way and not another"),
    later("Which budget pays, and which gains"),
    later("Can it be written so that it can be checked"),
    later("What does it cost more"),
)


def outcomes_of(bid: Bid, catalogue: Catalogue) -> tuple[OutcomeLine, ...]:
    """Return the outcomes of the chosen social value model, none where there is no model."""
    chosen = bid.full_value.social_model
    line = next((one for one in catalogue.social_models if one.key == chosen), None)
    return line.outcomes if line is not None else ()


def clauses_of(catalogue: Catalogue) -> tuple[ClauseLine, ...]:
    """Return the clauses in our own words that the packs offer."""
    return tuple(line for pack in catalogue.holding("clauses") for line in pack.clauses)


def prompt_of(item: ValueItem | None, catalogue: Catalogue) -> str:
    """Return the question that makes the chosen meaning of added value concrete, or ''."""
    lines = (line for pack in catalogue.holding("meanings") for line in pack.meanings)
    return next((line.prompt for line in lines if item and line.key == item.meaning), "")


def with_clauses(bid: Bid, lines: Sequence[ClauseLine], bid_id: str) -> Bid:
    """Return the bid with those clauses that are not there yet, none of them proposed."""
    known = {one.id for one in bid.social_clauses}
    for line in lines:
        identity = derived_id(bid_id, "clause", line.key)
        if identity not in known:
            made = SocialClause(id=identity, title=line.title, text=line.text, outcome=line.outcome)
            bid = with_entry(bid, "social_clauses", made)
    return bid


class PromiseStarter(QWidget):
    """Adds a promise under an outcome of the chosen model; what is measured stays empty."""

    def __init__(self, desk: Desk, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._catalogue = catalogue
        self.chooser = Chooser(self)
        self.chooser.setAccessibleName(tr("Add a promise under an outcome of the model"))
        self.chooser.activated.connect(self._take)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.chooser)
        desk.binder.bid_changed.connect(self._follow)
        self._fill()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if change.before.full_value is not change.after.full_value:
            self._fill()

    def _fill(self) -> None:
        outcomes = outcomes_of(self._desk.bid, self._catalogue)
        self.chooser.clear()
        self.chooser.addItem(tr("Add a promise under an outcome of the model…"))
        for line in outcomes:
            self.chooser.addItem(shortened(line.title))
        self.setVisible(bool(outcomes))

    @Slot(int)
    def _take(self, at: int) -> None:
        outcomes = outcomes_of(self._desk.bid, self._catalogue)
        self.chooser.setCurrentIndex(0)
        if 0 < at <= len(outcomes):
            line = outcomes[at - 1]
            entry = Commitment(
                id=new_id(),
                mission=line.mission,
                outcome=line.title,
                status="idea",
                pack_item=line.key,
            )
            self._desk.document.add(COMMITMENTS, entry, label=tr("Add a promise"))
            if line.ideas:
                ideas = "; ".join(line.ideas)
                self._desk.notices.say(tr("Others count: {ideas}.", ideas=ideas))


class ClauseStarter(QWidget):
    """Puts the clauses of the packs into the list, to be changed before any is proposed."""

    def __init__(self, desk: Desk, catalogue: Catalogue, clauses: ItemList) -> None:
        super().__init__(clauses)
        self._desk = desk
        self._catalogue = catalogue
        self._clauses = clauses
        button = Button(tr("Start from clauses in plain words"), self)
        button.clicked.connect(self._take)
        self._reply = Button(tr("Answer a buyer’s six worries"), self)
        self._reply.clicked.connect(self._lay_out_worries)
        clauses.chosen.connect(self._tell)
        row = FlowLayout(self, gap=GRID)
        row.addWidget(button)
        row.addWidget(self._reply)
        row.addWidget(Quiet(tr("Change them to fit; take legal advice."), self, wraps=False))
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self._reply.setVisible(bool(self._clauses.current))

    @Slot()
    def _lay_out_worries(self) -> None:
        """Give the chosen clause one line for each worry that has none yet."""
        if not self._clauses.current:
            return
        place = CLAUSES.item(self._clauses.current).then(BARRIERS)
        said = place.get(self._desk.bid)
        lacking = [f"{worry}: " for worry in map(str, WORRIES) if f"{worry}:" not in said]
        if lacking:
            words = "\n".join((*said.splitlines(), *lacking))
            self._desk.document.set(place, words, label=tr("Answer a buyer’s six worries"))
            self._desk.document.seal()

    @Slot()
    def _take(self) -> None:
        lines, bid_id = clauses_of(self._catalogue), self._desk.session.bid_id
        label = tr("Start from clauses in plain words")
        self._desk.document.edit(label, lambda bid: with_clauses(bid, lines, bid_id))
