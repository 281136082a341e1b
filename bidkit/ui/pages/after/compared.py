"""Marks received beside our own, as a chart and in words."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.session.afterwards.marks import (
    add_rows,
    compared_marks,
    difference_words,
    lessons_from_marks,
    marks_chart,
    weighed_words,
)
from bidkit.session.document import Changed
from bidkit.ui.charts.view import ChartView
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Quiet, Words
from bidkit.words import tr

READS = ("marks_received", "criteria", "scales", "moderated_marks")


class ComparedCard(Card):
    """Where the panel saw it otherwise than we did, the widest gap first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        purpose = tr("Where you were far out, your own marking needs another pair of eyes.")
        super().__init__(desk.theme, tr("Marks beside our own"), purpose, parent)
        self._desk = desk
        self._rows = Button(tr("Add a row for each criterion"), self)
        self._rows.clicked.connect(self._fill)
        self._learn = Button(tr("Make lessons of it"), self)
        self._learn.clicked.connect(self._lessons)
        row = FlowLayout()
        row.addWidget(self._rows)
        row.addWidget(self._learn)
        self._empty = Quiet(tr("Enter the marks you were given below, and they show here."), self)
        self._chart = ChartView(desk.theme, self)
        self._words = Words("", self)
        self.body.addLayout(row)
        for widget in (self._empty, self._chart, self._words):
            self.body.addWidget(widget)
        desk.binder.bid_changed.connect(self._follow)
        self._show()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if any(getattr(change.before, name) is not getattr(change.after, name) for name in READS):
            self._show()

    def _show(self) -> None:
        bid = self._desk.bid
        chart, lines = marks_chart(bid), (*weighed_words(bid), *difference_words(bid))
        self._learn.setVisible(any((one.behind or 0) > 0 for one in compared_marks(bid)))
        self._rows.setVisible(bool(bid.criteria))
        self._empty.setVisible(chart is None)
        self._chart.setVisible(chart is not None)
        self._chart.show_chart(chart)
        self._words.setText("\n".join(lines))
        self._words.setVisible(bool(lines))

    @Slot()
    def _fill(self) -> None:
        count = add_rows(self._desk.document)
        words = tr("{n} rows are added.", n=count)
        self._desk.notices.say(words if count else tr("Every criterion has its row."))

    @Slot()
    def _lessons(self) -> None:
        self._desk.binder.leave_all()
        count = lessons_from_marks(self._desk.document)
        words = tr("{n} lessons are below: give each to somebody.", n=count)
        self._desk.notices.say(words if count else tr("Each has its lesson already."))
