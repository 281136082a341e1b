"""A card that shows one reading of the bid: sentences, a table, a chart, perhaps a button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.drawing.charts import Chart
from bidkit.session.document import Changed
from bidkit.ui.charts.view import ChartView
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.figures import FigureTable
from bidkit.ui.pieces.labels import Tone, Toned
from bidkit.words import Words

MOST_SENTENCES = 4
Rows = Sequence[Sequence[str]]
Sentence = tuple[str, Tone]


def changed_in(change: Changed, *names: str) -> bool:
    """Tell whether one of these parts of the bid is another than before."""
    return any(getattr(change.before, name) is not getattr(change.after, name) for name in names)


@dataclass(frozen=True)
class Shown:
    """What a reading card shows: sentences, a table whose last row may be a sum, a chart.

    offer: the words of a button that takes something over, where there is one.
    """

    sentences: Sequence[Sentence] = ()
    headings: Sequence[str] = ()
    rows: Rows = ()
    sum_row: bool = False
    chart: Chart | None = None
    offer: str = ""


@dataclass(frozen=True)
class Sight:
    """A reading card as data: its title, what it reads, and how it is worked out."""

    title: Words
    names: tuple[str, ...]
    read: Callable[[Bid], Shown | None]


class ReadingCard(Card):
    """Shows one reading of the bid; hidden while there is nothing. taken: its button pressed."""

    taken = Signal()

    def __init__(self, desk: Desk, sight: Sight, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, str(sight.title), parent=parent)
        self._desk = desk
        self._sight = sight
        self._said = [Toned(desk.theme, "muted", parent=self) for _ in range(MOST_SENTENCES)]
        self.table = FigureTable(self)
        self.chart = ChartView(desk.theme, self)
        for widget in (*self._said, self.table, self.chart):
            self.body.addWidget(widget)
        self._offer = Button("", self)
        self._offer.clicked.connect(self.taken)
        self.body.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignLeft)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if changed_in(change, *self._sight.names):
            self._show()

    def _show(self) -> None:
        shown = self._sight.read(self._desk.bid)
        self.setVisible(shown is not None)
        if shown is None:
            return
        for at, label in enumerate(self._said):
            label.setVisible(at < len(shown.sentences))
            if at < len(shown.sentences):
                label.tell(*shown.sentences[at])
        self.table.setVisible(bool(shown.rows))
        if shown.rows:
            last = (len(shown.rows) - 1,) if shown.sum_row else ()
            self.table.tell(shown.headings, shown.rows, strong=last)
        self.chart.setVisible(shown.chart is not None)
        self.chart.show_chart(shown.chart)
        self._offer.setText(shown.offer)
        self._offer.setVisible(bool(shown.offer))
