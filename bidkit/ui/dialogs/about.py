"""About the program: every key it knows, and what it knows that dates."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

import bidkit
from bidkit.domain.showing import UK, day_words
from bidkit.session.fitting.dated import dated_content
from bidkit.ui.actions import ACTS
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.labels import Heading, Quiet, Toned, Words
from bidkit.ui.theme import GRID, Theme
from bidkit.words import later, tr

IN_LISTS = (
    (later("Add a row"), "Ins"),
    (later("Edit the chosen row"), "Return"),
    (later("Remove the chosen row"), "Del"),
    (later("Move the chosen row"), "Alt+Up"),
)


class Sheet(QDialog):
    """A heading, what stands under it, and a button that closes it."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        self.column.setSpacing(GRID)
        self.column.addWidget(Heading(title, 1, self))
        self.closing = Button(tr("Close"), self, main=True)
        self.closing.clicked.connect(self.close)
        theme.dress(self)

    def finish(self) -> None:
        """Put the button at the foot."""
        self.column.addWidget(self.closing, 0, Qt.AlignmentFlag.AlignRight)
        self.closing.setFocus()


def keys_sheet(theme: Theme, parent: QWidget | None) -> Sheet:
    """Return the list of keys, made from the same data as the menus."""
    sheet = Sheet(theme, tr("Keys"), parent)
    inside = QWidget(sheet)
    grid = QGridLayout(inside)
    grid.setHorizontalSpacing(4 * GRID)
    lines = [(str(act.words).replace("&", "").rstrip("…"), act.keys) for act in ACTS if act.keys]
    lines += [(str(words), keys) for words, keys in IN_LISTS]
    for row, (words, keys) in enumerate(lines):
        grid.addWidget(Words(words, inside, wraps=False), row, 0)
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        grid.addWidget(Quiet(shown, inside, wraps=False), row, 1)
    grid.setColumnStretch(1, 1)
    area = QScrollArea(sheet)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    sheet.column.addWidget(area, 1)
    sheet.finish()
    sheet.resize(sheet.fontMetrics().averageCharWidth() * 64, 560)
    return sheet


def about_sheet(theme: Theme, parent: QWidget | None) -> Sheet:
    """Return a few words about the program."""
    sheet = Sheet(theme, tr("BidKit {version}", version=bidkit.__version__), parent)
    for words in (
        tr("Helps small organisations prepare bids for public contracts and grants."),
        tr("It works without the internet. Your bids are files on this computer."),
        tr("It helps you write; it does not give legal advice. Check dates and rules yourself."),
        tr("Free under the MIT licence."),
    ):
        sheet.column.addWidget(Words(words, sheet))
    sheet.finish()
    sheet.setMinimumWidth(sheet.fontMetrics().averageCharWidth() * 56)
    return sheet


def dates_sheet(theme: Theme, parent: QWidget | None) -> Sheet:
    """Return what BidKit knows that dates: from where, looked at when, and due again by when."""
    sheet = Sheet(theme, tr("Dates and sources"), parent)
    sheet.column.addWidget(
        Quiet(tr("Rules and figures change. This is what BidKit knows, and since when."), sheet)
    )
    inside = QWidget(sheet)
    column = QVBoxLayout(inside)
    column.setSpacing(GRID // 2)
    today = datetime.now(UK).date()
    for head in dated_content():
        column.addWidget(Heading(head.title, 3, inside))
        column.addWidget(Quiet(head.source, inside))
        checked = day_words(head.last_checked, weekday=False)
        due = day_words(head.review_by, weekday=False)
        words = tr("Looked at on {day}, to be looked at again by {due}.", day=checked, due=due)
        if head.overdue(today):
            words = tr("▲ Looked at on {day}; another look was due by {due}.", day=checked, due=due)
        column.addWidget(Toned(theme, "warn" if head.overdue(today) else "ink", words, inside))
        if head.note:
            column.addWidget(Quiet(head.note, inside))
        column.addSpacing(GRID)
    column.addStretch()
    area = QScrollArea(sheet)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    sheet.column.addWidget(area, 1)
    sheet.finish()
    sheet.resize(sheet.fontMetrics().averageCharWidth() * 84, 560)
    return sheet


SHEETS = {"keys": keys_sheet, "dates": dates_sheet, "about": about_sheet}
"""Every sheet by the name the menu calls it."""
