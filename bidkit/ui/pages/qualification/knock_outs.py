"""Everything that would put the bid out, and all that still could, under one heading."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bidkit.domain.finding import Status
from bidkit.domain.questionnaire import Question
from bidkit.rules.asked import name_of
from bidkit.rules.judging import Judgement, is_pending
from bidkit.ui.pages.qualification.questions import STATUS_WORDS
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.labels import Quiet, Toned
from bidkit.ui.theme import GRID, Theme
from bidkit.words import tr

FEW_WAITING = 3
LONGEST = 70
Judged = tuple[Question, Judgement]


class KnockOutLine(QWidget):
    """One question that fails or could: its name, the rule, the figure, and the way to it."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, judged: Judged, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        question, judgement = judged
        self._identity = question.id
        shape, _words, tone = STATUS_WORDS[judgement.status]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        said = Toned(theme, tone, f"{shape} {line_words(question, judgement)}", self)
        row.addWidget(said, 1)
        go = Button(tr("Take me there"), self, quiet=True)
        go.setAccessibleName(tr("Take me there: {name}", name=name_of(question)))
        go.clicked.connect(self._go)
        row.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _go(self) -> None:
        self.wanted.emit(self._identity)


class KnockOutCard(Card):
    """The one place that says whether anything would put us out."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Would anything put us out?"), parent=parent)
        self._theme = theme
        self._shown: tuple[Judged, ...] | None = None
        self._lines: list[KnockOutLine] = []
        self._listed: tuple[Judged, ...] = ()
        self._said = Toned(theme, "good", parent=self)
        self._counts = Quiet("", self)
        self._all = Button("", self, quiet=True)
        self._all.clicked.connect(self._show_all)
        self._whole = False
        for label in (self._said, self._counts):
            self.body.addWidget(label)
        at = self.body.indexOf(self._counts)
        self.body.insertWidget(at, self._all, 0, Qt.AlignmentFlag.AlignLeft)

    def tell(self, judged: Sequence[Judged]) -> None:
        """Say it of all questions of pre-qualification as they stand."""
        failing = [one for one in judged if one[1].status is Status.FAIL]
        pending = [one for one in judged if is_pending(one[1])]
        self._tell_whole(judged, len(failing), len(pending))
        self._listed = (*failing, *pending)
        few = self._listed if self._whole else self._listed[: len(failing) + FEW_WAITING]
        if few != self._shown:
            self._shown = few
            self._lay(few)
        self._all.setText(tr("Show all {n}", n=len(self._listed)))
        self._all.setVisible(len(few) < len(self._listed))
        self._counts.setText(count_words([one.status for _question, one in judged]))
        self._counts.setVisible(bool(judged))

    def _tell_whole(self, judged: Sequence[Judged], failing: int, pending: int) -> None:
        if not judged:
            self._said.tell(tr("No questions yet. Add what this buyer asks."), "muted")
        elif failing:
            self._said.tell(
                tr("● Yes: {n} would, as it stands.", n=failing)
                if failing > 1
                else tr("● Yes: one would, as it stands."),
                "bad",
            )
        elif pending:
            self._said.tell(
                tr("○ Not known yet: {n} that could are not answered.", n=pending)
                if pending > 1
                else tr("○ Not known yet: one that could is not answered."),
                "warn",
            )
        else:
            self._said.tell(tr("✓ Nothing: no knock-out question is open."), "good")

    def _lay(self, shown: Sequence[Judged]) -> None:
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [KnockOutLine(self._theme, one, self) for one in shown]
        first = self.body.indexOf(self._said) + 1
        for at, line in enumerate(self._lines):
            self.body.insertWidget(first + at, line)
            line.wanted.connect(self.wanted)
            line.show()
        self._theme.dress(self)

    @Slot()
    def _show_all(self) -> None:
        self._whole = True
        self._shown = self._listed
        self._lay(self._listed)
        self._all.hide()


def line_words(question: Question, judgement: Judgement) -> str:
    """Return a question with the rule it fails by and the figure: "14 Turnover: rule (0.9)"."""
    words = question.title or " ".join(question.text.split())
    if len(words) > LONGEST:
        words = f"{words[:LONGEST].rstrip()}…"
    name = " ".join(piece for piece in (question.number, words) if piece)
    if judgement.status is Status.UNKNOWN:
        return name
    figure = tr("(our reply: {figure})", figure=judgement.figure) if judgement.figure else ""
    reason = " ".join(piece for piece in (judgement.rule, figure) if piece)
    return tr("{name}: {reason}", name=name, reason=reason) if reason else name


def count_words(statuses: Sequence[Status]) -> str:
    """Return how many questions stand how: "25 questions: 12 pass, 3 not answered"."""
    counted = (
        f"{statuses.count(status)} {words}"
        for status, (_shape, words, _tone) in STATUS_WORDS.items()
        if status in statuses
    )
    return tr("{all} questions: {how}.", all=len(statuses), how=", ".join(counted))
