"""Choosing a chart or table of the bid to put into an answer, with a look at it first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bidkit.domain.prose import Chart, LinkedTable
from bidkit.domain.prose import Table as PlainTable
from bidkit.domain.prose.linked import Linked, every_linked
from bidkit.domain.stages import title_of
from bidkit.export.compose.inserted import as_prose, chart_named, rows_in_words, table_block
from bidkit.export.compose.options import Options
from bidkit.export.tree import Table
from bidkit.ui.charts.view import ChartView
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.labels import Heading, Quiet
from bidkit.ui.theme import GRID
from bidkit.words import tr

Then = Callable[[Chart | LinkedTable | PlainTable], object]
AT = Qt.ItemDataRole.UserRole


class InsertDialog(QDialog):
    """A list of what the bid can draw, and beside it how the chosen one looks now."""

    def __init__(self, desk: Desk, then: Then, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Insert a chart or table"))
        self._desk, self._then = desk, then
        self._entries = tuple(every_linked(desk.bid))
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("What there is to insert"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for at, one in enumerate(self._entries):
            item = QListWidgetItem(row_words(desk, one), self.list)
            item.setData(AT, at)
        self._told = Quiet("", self)
        self.view = ChartView(desk.theme, self)
        self._use = Button(tr("Insert it"), self, main=True)
        self._copy = Button(tr("Copy it in as plain text"), self)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(self._take)
        self._use.clicked.connect(self._take)
        self._copy.clicked.connect(self._take_copy)
        desk.theme.dress(self)
        wide, high = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(wide * 120, high * 26)
        ready = (at for at, one in enumerate(self._entries) if one.shows(desk.bid))
        self.list.setCurrentRow(next(ready, 0))
        self.list.setFocus()

    def choose(self, kind: str, name: str) -> None:
        """Stand on one of them."""
        keys = [f"{one.kind}:{one.name}" for one in self._entries]
        self.list.setCurrentRow(keys.index(f"{kind}:{name}"))

    def _lay_out(self) -> None:
        cancel = Button(tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(cancel)
        foot.addWidget(self._copy)
        foot.addWidget(self._use)
        shown = QWidget(self)
        side = QVBoxLayout(shown)
        side.addWidget(self._told)
        side.addWidget(self.view)
        side.addStretch()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(shown)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(self.list, 2)
        row.addWidget(area, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.addWidget(Heading(tr("Insert a chart or table"), 2, self))
        column.addWidget(
            Quiet(tr("It follows the bid: what you change there changes in the answer."), self)
        )
        column.addLayout(row, 1)
        column.addLayout(foot)

    @Slot(int)
    def _show(self, at: int) -> None:
        one = self._entries[at]
        ready = one.shows(self._desk.bid)
        self._use.setEnabled(ready)
        self._copy.setVisible(ready and one.kind == "table")
        self.view.setVisible(ready and one.kind == "chart")
        if one.kind == "chart":
            self.view.show_chart(chart_named(self._desk.bid, one.name) if ready else None)
        self._told.setText(self._words(one, ready=ready))

    def _words(self, one: Linked, *, ready: bool) -> str:
        about = self._desk.bid.about
        stage = title_of(one.stage, about.route, all_stages=about.all_stages)
        if not ready:
            return tr("Nothing to show yet. Fill it in under “{stage}”.", stage=stage)
        if one.kind == "chart":
            return tr("From “{stage}”.", stage=stage)
        return tr("{table} From “{stage}”.", table=table_words(self._table(one)), stage=stage)

    def _table(self, one: Linked) -> Table | None:
        options = Options(today=self._desk.session.today())
        found = table_block(self._desk.bid, one.name, options)
        return found if isinstance(found, Table) else None

    def _chosen(self) -> Linked | None:
        at = self.list.currentRow()
        one = self._entries[at] if 0 <= at < len(self._entries) else None
        return one if one is not None and one.shows(self._desk.bid) else None

    @Slot()
    def _take(self) -> None:
        one = self._chosen()
        if one is not None:
            self.accept()
            self._then(Chart(one.name) if one.kind == "chart" else LinkedTable(one.name))

    @Slot()
    def _take_copy(self) -> None:
        one = self._chosen()
        found = self._table(one) if one is not None else None
        if found is not None:
            self.accept()
            self._then(as_prose(found))


def row_words(desk: Desk, one: Linked) -> str:
    """Return how an entry reads in the list: what it is, and whether there is anything in it."""
    kind = tr("Chart") if one.kind == "chart" else tr("Table")
    title = str(one.title) or tr("(no name yet)")
    words = tr("{kind}: {title}", kind=kind, title=title)
    return words if one.shows(desk.bid) else tr("{what} (nothing yet)", what=words)


def table_words(found: Table | None) -> str:
    """Return how large a table is, and its columns."""
    if found is None:
        return ""
    headings = ", ".join(rows_in_words(found)[0])
    if len(found.rows) == 1:
        return tr("1 row: {headings}.", headings=headings)
    return tr("{n} rows: {headings}.", n=len(found.rows), headings=headings)
