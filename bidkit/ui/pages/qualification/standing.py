"""What a buyer would work out from our accounts, test by test, with the level and the figure."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from bidkit.domain.finding import Status
from bidkit.domain.showing import day_words, money_words
from bidkit.domain.stages import Stage
from bidkit.figures.standing import Grade, StandingResult
from bidkit.figures.standing import Status as Stands
from bidkit.packs.catalogue import shipped
from bidkit.session.document import Changed
from bidkit.session.fitting.standing import TESTS, figure_words, level_words, standing_here
from bidkit.ui.desk import Desk
from bidkit.ui.forms.card import WHOLE_BID, FormCard
from bidkit.ui.pages.qualification.no_accounts import INSTEAD
from bidkit.ui.pages.qualification.questions import STATUS_WORDS, status_words
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Quiet, Toned, Words
from bidkit.ui.theme import GRID
from bidkit.words import Words as Told
from bidkit.words import later, tr

READS = ("accounts", "opportunity", "questions", "organisation")
GRADES: dict[Grade, Told] = {
    Grade.LOW: later("Low risk: every test that could be made is met."),
    Grade.MEDIUM: later("Medium risk: have an explanation ready for what is at risk."),
    Grade.HIGH: later("High risk: explain, or offer a guarantee, insurance or closer monitoring."),
    Grade.UNKNOWN: later("Nothing could be tested: the figures of the accounts are missing."),
}
STATUSES: dict[Stands, Told] = {
    Stands.NOT_APPLICABLE: later("– for information"),
    Stands.UNKNOWN: later("○ figures missing"),
}


INSTEAD_SAYS: dict[Stands, Told] = {
    Stands.PASS: later("Both are there: they can stand in place of accounts."),
    Stands.AT_RISK: later("One of the two is there: get the other before you bid."),
    Stands.FAIL: later("Without accounts, forecast or letter nothing shows that you can carry on."),
    Stands.UNKNOWN: later("Answer both: a new body can show its standing without accounts."),
}


class WithoutAccounts(QWidget):
    """What stands in place of accounts where there are none, and how that stands (test E11)."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(FormCard(desk, INSTEAD, WHOLE_BID, self))
        self._status = Toned(desk.theme, "muted", parent=self)
        column.addWidget(self._status)

    def tell(self, result: StandingResult | None) -> None:
        """Say how it stands; None where there are accounts, and nothing is shown."""
        self.setVisible(result is not None)
        if result is not None:
            stands = Status[result.status.name]
            shape, _words, tone = STATUS_WORDS[stands]
            self._status.tell(f"{shape} {INSTEAD_SAYS[result.status]}", tone)


class StandingCard(Card):
    """A line for each test, and what it comes to."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr(
            "Usual levels, unless you change the level in the buyer’s question. "
            "Below the buyer’s level: fails. Below a usual one: at risk."
        )
        super().__init__(desk.theme, tr("Our accounts as buyers test them"), purpose, parent)
        self._desk = desk
        self._catalogue = shipped()
        self._whole, self._fair = Words("", self), Quiet("", self)
        self.body.addWidget(self._whole)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)
        for at, title in enumerate((tr("Test"), tr("Ours"), tr("Level"), tr("Status"))):
            self._grid.addWidget(Quiet(title, self, wraps=False), 0, at)
        self._lines = {key: self._line(row) for row, key in enumerate(TESTS, start=1)}
        self._instead = WithoutAccounts(desk, self)
        self.body.addWidget(self._instead)
        self.body.addWidget(self._fair)
        go = Button(tr("Go to our accounts"), self, quiet=True)
        go.clicked.connect(self._go)
        foot = FlowLayout()
        foot.addWidget(go)
        self.body.addLayout(foot)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    def _line(self, row: int) -> tuple[Words, Words, Words, Toned]:
        test, ours, level = Words("", self), *(Words("", self, wraps=False) for _ in range(2))
        status = Toned(self._desk.theme, "muted", parent=self)
        status.setWordWrap(False)
        for at, label in enumerate((test, ours, level, status)):
            self._grid.addWidget(label, row, at)
        return test, ours, level, status

    @Slot()
    def _go(self) -> None:
        self._desk.go_to(Stage.ORGANISATION)

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if any(getattr(change.before, name) is not getattr(change.after, name) for name in READS):
            self._show()

    def _show(self) -> None:
        standing = standing_here(self._desk.bid, self._catalogue, self._desk.session.today())
        whole = str(GRADES[standing.grade])
        if standing.year_end is not None:
            day = day_words(standing.year_end, weekday=False)
            whole = tr("{grade} Accounts to {day}.", grade=whole, day=day)
        self._whole.setText(whole)
        for result in standing.results:
            self._tell(result)
        self._instead.tell(standing.instead)
        fair = standing.fair_turnover
        self._fair.setVisible(fair is not None)
        if fair is not None:
            self._fair.setText(
                tr(
                    "A buyer could reasonably ask for a turnover of up to {sum}.",
                    sum=money_words(fair.quantize(Decimal(1))),
                )
            )

    def _tell(self, result: StandingResult) -> None:
        test, ours, level, status = self._lines[result.id]
        title, formula = TESTS[result.id]
        test.setText(f"{title} ({formula})")
        ours.setText(figure_words(result))
        level.setText(level_words(result))
        stands = Status[result.status.name]
        words = STATUSES.get(result.status)
        said = str(words) if words is not None else status_words(stands)
        status.tell(said, STATUS_WORDS[stands][2])
