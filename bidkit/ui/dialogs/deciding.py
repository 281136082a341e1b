"""Deciding between versions: side by side by author, with what differs marked in the words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from bidkit.domain.bid import Bid
from bidkit.domain.stages import title_of
from bidkit.errors import BidKitError
from bidkit.session.safety.deciding import Question, Version, decide, decide_words, questions_of
from bidkit.session.session import Session
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Box
from bidkit.ui.pieces.labels import Heading, Quiet
from bidkit.ui.shell.whereabouts import stage_of
from bidkit.ui.theme import GRID, Theme
from bidkit.words import tr

MOST_LINES = 9
LONGEST_NAME = 60


class VersionBox(Box):
    """One version: who wrote it when, its words, and a button to let it stand."""

    def __init__(self, theme: Theme, version: Version, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, ground="panel")
        self.body.addWidget(Heading(version.author, 3, self))
        self.body.addWidget(Quiet(version.when, self))
        self.text = QTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Version of {author}", author=version.author))
        cursor = self.text.textCursor()
        marked = QTextCharFormat()
        marked.setBackground(theme.colour("highlight"))
        marked.setForeground(theme.colour("ink"))
        marked.setFontWeight(QFont.Weight.Bold)
        marked.setFontUnderline(True)
        for words, differs in version.spans:
            cursor.insertText(words, marked if differs else QTextCharFormat())
        lines = min(max(len(version.words) // 40 + 2, 3), MOST_LINES)
        self.text.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 2 * GRID)
        self.body.addWidget(self.text)
        self.use = Button(tr("Use this one"), self)
        self.use.setAccessibleName(tr("Use the version of {author}", author=version.author))
        self.body.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)


class QuestionBox(Box):
    """One undecided place. decided: the JSON of a version; written: words written anew."""

    decided = Signal(str)
    written = Signal(str)

    def __init__(
        self, theme: Theme, title: str, question: Question, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self._question = question
        self.body.addWidget(Heading(title, 2, self))
        grid = QGridLayout()
        grid.setSpacing(GRID)
        for number, version in enumerate(question.versions):
            box = VersionBox(theme, version, self)
            box.use.clicked.connect(partial(self.decided.emit, version.value))
            grid.addWidget(box, number // 2, number % 2)
        self.body.addLayout(grid)
        self.editor = QPlainTextEdit(self)
        self.editor.setAccessibleName(tr("Written anew"))
        self.editor.setTabChangesFocus(True)
        self.editor.hide()
        self._use = Button(tr("Use what I wrote"), self, main=True)
        self._use.clicked.connect(self._write)
        self._use.hide()
        if question.free:
            self.body.addLayout(self._more())
        self.body.addWidget(self.editor)
        self.body.addWidget(self._use, 0, Qt.AlignmentFlag.AlignLeft)

    def _more(self) -> QHBoxLayout:
        row = QHBoxLayout()
        both = Button(tr("Both, one after the other"), self)
        both.clicked.connect(partial(self.written.emit, self._question.together))
        anew = Button(tr("Write anew"), self)
        anew.clicked.connect(self._begin)
        for button in (both, anew):
            row.addWidget(button)
        row.addStretch()
        return row

    @Slot()
    def _begin(self) -> None:
        if not self.editor.toPlainText():
            self.editor.setPlainText(self._question.together)
        self.editor.show()
        self._use.show()
        self.editor.setFocus()

    @Slot()
    def _write(self) -> None:
        self.written.emit(self.editor.toPlainText())


class DecideDialog(QDialog):
    """Every undecided place, one under the other; nothing is decided by itself."""

    def __init__(self, desk: Desk, place: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Places to decide"))
        self._desk = desk
        self.boxes: dict[str, QuestionBox] = {}
        column = QVBoxLayout(self)
        self._heading = Heading("", 1, self)
        column.addWidget(self._heading)
        column.addWidget(
            Quiet(
                tr("Two people wrote here at the same time. Every version is kept in history."),
                self,
            )
        )
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        column.addWidget(self._area, 1)
        close = Button(tr("Close"), self)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(self.fontMetrics().averageCharWidth() * 110, self.fontMetrics().height() * 32)
        self._fill(place)

    def _fill(self, first: str = "") -> None:
        questions = sorted(questions_of(self._desk.session), key=lambda one: one.place != first)
        count = len(questions)
        self._heading.setText(told(count))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(2 * GRID)
        self.boxes = {}
        for question in questions:
            box = QuestionBox(
                self._desk.theme, where_words(self._desk.bid, question), question, inside
            )
            box.decided.connect(partial(self._decide, question))
            box.written.connect(partial(self._write, question))
            column.addWidget(box)
            self.boxes[question.place] = box
        column.addStretch()
        self._area.setWidget(inside)
        self._desk.theme.dress(self)

    def _decide(self, question: Question, value: str) -> None:
        self._settle(partial(decide, question=question, value=value))

    def _write(self, question: Question, words: str) -> None:
        self._settle(partial(decide_words, question=question, words=words))

    def _settle(self, act: partial[bool]) -> None:
        session = self._desk.session
        if not isinstance(session, Session):
            return
        try:
            act(session)
        except BidKitError as error:
            self._desk.notices.refuse(error)
            return
        self._fill()


def told(count: int) -> str:
    """Return in words how many places are undecided."""
    if not count:
        return tr("Everything is decided")
    return tr("1 place to decide") if count == 1 else tr("{n} places to decide", n=count)


def where_words(bid: Bid, question: Question) -> str:
    """Return where a place stands: its stage, the thing, and its field."""
    place = question.ref
    stage = stage_of(bid, place)
    about = bid.about
    parts = [title_of(stage, about.route, all_stages=about.all_stages)] if stage else []
    if place.identity:
        things = {one.id: one for one in getattr(bid, place.collection)}
        parts.append(_name(things.get(place.identity)))
    if not question.deletion:
        parts.append(place.field.split(".")[-1].replace("_", " "))
    return " · ".join(part for part in parts if part)


def _name(thing: object) -> str:
    for field in ("title", "name", "measure", "statement", "text"):
        words = getattr(thing, field, "")
        if isinstance(words, str) and words.strip():
            return " ".join(words.split())[:LONGEST_NAME]
    return ""
