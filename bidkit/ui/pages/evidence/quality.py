"""The quality of one study: five principles with four questions each, after Bond."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Evidence
from bidkit.domain.refs import ref
from bidkit.figures.evidence import Band, Bands, quality_grid
from bidkit.figures.readings.proof import HIGHEST, quality_scores, with_score
from bidkit.packs.catalogue import shipped
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.editors.choices import Chooser
from bidkit.ui.editors.links import shortened
from bidkit.ui.pages.evidence.forms import evidence_name
from bidkit.ui.pages.evidence.pieces import changed_in
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.labels import Heading, Tone, Toned, Words
from bidkit.ui.theme import GRID, characters_wide
from bidkit.words import later, tr

EVIDENCE = ref(Bid, lambda b: b.evidence)
BOND = ref(Evidence, lambda e: e.bond)
NARROW = 10
ASKED = (
    (
        later("Voice and inclusion"),
        later("Are the people it is about heard in it?"),
        later("Are those heard who are seldom asked?"),
        later("Is it told apart for different groups?"),
        later("Did they help to plan or read it?"),
    ),
    (
        later("The right method"),
        later("Does the method fit the question?"),
        later("Is the sample large and fair enough?"),
        later("Were people asked safely and rightly?"),
        later("Did somebody skilled do it?"),
    ),
    (
        later("More than one source"),
        later("Are there two or more sources?"),
        later("Do different methods agree?"),
        later("Are different views set side by side?"),
        later("Is what does not agree explained?"),
    ),
    (
        later("What we contributed"),
        later("Is there a before to compare with?"),
        later("Is it said how the change came about?"),
        later("Were other causes looked at?"),
        later("Is what was not meant to happen told?"),
    ),
    (
        later("Openness"),
        later("Is it said who paid for it and did it?"),
        later("Is the method told so that it could be repeated?"),
        later("Are limits and gaps named?"),
        later("Can the data be looked at?"),
    ),
)


class QualityCard(Card):
    """Scores from 1 to 4 for the chosen item, added up as they are given."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr("1 not at all to 4 fully. For studies; a few records do not need it.")
        super().__init__(desk.theme, tr("How good is this study?"), purpose, parent)
        self._desk = desk
        self._bands = bands()
        self.item = Chooser(self)
        self.item.setAccessibleName(tr("Evidence"))
        self.item.activated.connect(self._show)
        self.body.addWidget(self.item)
        self.said = Toned(desk.theme, "muted", "", self)
        self.body.addWidget(self.said)
        self.scores: dict[tuple[int, int], Chooser] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setColumnStretch(0, 1)
        self.body.addLayout(grid)
        for principle, (title, *questions) in enumerate(ASKED, 1):
            row = grid.rowCount()
            grid.addWidget(Heading(str(title), 3, self), row, 0, 1, 2)
            for question, words in enumerate(questions, 1):
                grid.addWidget(Words(str(words), self), row + question, 0)
                grid.addWidget(self._score(principle, question, str(words)), row + question, 1)
        desk.binder.bid_changed.connect(self._follow)
        self._list()

    def _score(self, principle: int, question: int, words: str) -> Chooser:
        chooser = Chooser(self)
        chooser.setAccessibleName(words)
        chooser.setMaximumWidth(characters_wide(self, NARROW))
        chooser.addItem("–", 0)
        for score in range(1, HIGHEST + 1):
            chooser.addItem(str(score), score)
        chooser.activated.connect(self._scored)
        self.scores[principle, question] = chooser
        return chooser

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if changed_in(change, ("evidence",)):
            self._list()

    def _list(self) -> None:
        before = self.item.currentData()
        self.item.clear()
        for one in self._desk.bid.evidence:
            self.item.addItem(shortened(evidence_name(one)), one.id)
        self.item.setCurrentIndex(max(self.item.findData(before), 0))
        self._show()

    def _chosen(self) -> Evidence | None:
        identity = self.item.currentData()
        return next((one for one in self._desk.bid.evidence if one.id == identity), None)

    @Slot()
    def _show(self) -> None:
        one = self._chosen()
        self.item.setVisible(one is not None)
        for chooser in self.scores.values():
            chooser.setEnabled(one is not None)
        if one is None:
            self.said.tell(tr("Add evidence first."), "muted")
            return
        scores = quality_scores(one)
        for (principle, question), chooser in self.scores.items():
            chooser.setCurrentIndex(scores[principle - 1][question - 1] or 0)
        self.said.tell(*quality_words(scores, self._bands))

    @Slot()
    def _scored(self) -> None:
        chooser, one = self.sender(), self._chosen()
        if one is None or not isinstance(chooser, Chooser):
            return
        principle, question = next(at for at, each in self.scores.items() if each is chooser)
        place = EVIDENCE.item(one.id).then(BOND)
        tags = with_score(one.bond, principle, question, int(chooser.currentData()))
        self._desk.document.seal()
        self._desk.document.set(place, tags, label=tr("Quality of a study"))
        self._desk.document.seal()


def bands() -> Bands | None:
    """Return from which totals amber and green begin, by the dated figures; None if unknown."""
    catalogue = shipped()
    amber, green = catalogue.figure("bond_amber_from"), catalogue.figure("bond_green_from")
    if amber is None or green is None:
        return None
    return Bands(int(amber.value), int(green.value))


def quality_words(
    scores: tuple[tuple[int | None, ...], ...], limits: Bands | None
) -> tuple[str, Tone]:
    """Return the total of a study in words and a tone."""
    found = quality_grid(scores, limits or Bands(0, 0))
    total = tr("{n} of 80", n=found.total)
    if found.unscored:
        return tr("{total} so far; {n} questions to go.", total=total, n=found.unscored), "muted"
    if limits is None:
        return tr("{total}.", total=total), "ink"
    words: dict[Band, tuple[str, Tone]] = {
        Band.GREEN: (tr("✓ {total}: strong.", total=total), "good"),
        Band.AMBER: (tr("▲ {total}: fair.", total=total), "warn"),
        Band.RED: (tr("● {total}: weak.", total=total), "bad"),
    }
    return words[found.band]
