"""Cards of rows laid anew: what a joint bid must show, and strengths side by side."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.export.compose.charts import ROLE_WORDS
from bidkit.rules.joint import READS, Shown, must_show
from bidkit.session.document import Changed
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.labels import Heading, Quiet, Toned, Words
from bidkit.ui.reading_card import changed_in
from bidkit.ui.theme import GRID
from bidkit.words import tr


class GridCard(Card):
    """A card whose rows are laid out anew when something it reads has changed."""

    reads: tuple[str, ...] = ()

    def __init__(self, desk: Desk, title: str, purpose: str, parent: QWidget | None) -> None:
        super().__init__(desk.theme, title, purpose, parent)
        self._desk = desk
        self._rows: QWidget | None = None
        desk.binder.bid_changed.connect(self._follow)
        self._lay_anew()

    def fill(self, rows: QWidget, grid: QGridLayout, bid: Bid) -> bool:
        """Put the rows in; tell whether there are any."""
        raise NotImplementedError

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if changed_in(change, *self.reads):
            self._lay_anew()

    def _lay_anew(self) -> None:
        if self._rows is not None:
            self.body.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = QWidget(self)
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        filled = self.fill(self._rows, grid, self._desk.bid)
        self.body.addWidget(self._rows)
        self.setVisible(filled)


class MustShowCard(GridCard):
    """What a joint bid must show, each with a tick or a way to it."""

    reads = READS

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr("Buyers look for each of these when several bid together.")
        super().__init__(desk, tr("What a joint bid must show"), purpose, parent)

    def fill(self, rows: QWidget, grid: QGridLayout, bid: Bid) -> bool:
        """Put a row for each point."""
        points = must_show(bid)
        for at, one in enumerate(points):
            self._row(rows, grid, at, one)
        grid.setColumnStretch(0, 1)
        return bool(points)

    def _row(self, rows: QWidget, grid: QGridLayout, at: int, one: Shown) -> None:
        said = Toned(self._desk.theme, "good" if one.stands else "ink", parent=rows)
        words = f"✓ {one.words}" if one.stands else f"○ {one.words}"
        said.setText(words)
        grid.addWidget(said, at, 0)
        if not one.stands:
            there = Button(tr("Take me there"), rows, quiet=True)
            there.setAccessibleDescription(one.words)
            there.clicked.connect(partial(self._desk.take_there, one.place))
            grid.addWidget(there, at, 1)


class StrengthsCard(GridCard):
    """Who does what because of which strength, side by side, so that gaps and overlaps show."""

    reads = ("partners",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr("Does each do what it is best at? Is anything done by nobody, or twice?")
        super().__init__(desk, tr("Who does what, and why they"), purpose, parent)

    def fill(self, rows: QWidget, grid: QGridLayout, bid: Bid) -> bool:
        """Put a row for each partner."""
        for column, words in enumerate((tr("Partner"), tr("Does"), tr("Because"))):
            grid.addWidget(Quiet(words, rows, wraps=False), 0, column)
        for at, one in enumerate(bid.partners, start=1):
            role = str(ROLE_WORDS.get(one.role, ""))
            name = Heading(one.name or tr("(no name yet)"), 3, rows)
            name.setToolTip(role)
            grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
            texts = (one.does or tr("▲ nothing said yet"), one.strength or tr("▲ no reason yet"))
            for column, text in enumerate(texts, start=1):
                grid.addWidget(Words(text, rows), at, column, Qt.AlignmentFlag.AlignTop)
        for column, share in enumerate((2, 3, 3)):
            grid.setColumnStretch(column, share)
        return len(bid.partners) > 1
