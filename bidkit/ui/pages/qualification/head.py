"""The head of a question: its words, what counts, how we stand, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.filled import is_as_filled
from bidkit.domain.finding import Status
from bidkit.domain.questionnaire import Question, Response
from bidkit.domain.refs import ref
from bidkit.packs.catalogue import shipped
from bidkit.rules.asked import Asked
from bidkit.rules.challenges import challenges_to
from bidkit.rules.judging import Judgement, in_full
from bidkit.rules.routes import ask
from bidkit.session.replies import RESPONSES, ask_buyer, clarifications_about
from bidkit.ui.desk import Desk
from bidkit.ui.pages.qualification.questions import STATUS_WORDS, status_words
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Box, Card
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Heading, Quiet, Toned, Words
from bidkit.words import tr

CHECKED = ref(Response, lambda r: r.checked)


class QuestionHead(Card):
    """What the buyer asks and by which rule it is judged; change_wanted and next_wanted ask."""

    change_wanted = Signal(str)
    next_wanted = Signal()

    def __init__(self, desk: Desk, question: Question, parent: QWidget | None = None) -> None:
        title = " ".join(piece for piece in (question.number, question.title) if piece)
        super().__init__(desk.theme, title or tr("Question"), parent=parent)
        self._desk, self._question = desk, question
        self._filled: str = ""
        self.body.addWidget(Words(question.text, self))
        for line in lines_under(question):
            self.body.addWidget(Quiet(line, self))
        self._status = Toned(desk.theme, "warn", parent=self)
        self.body.addWidget(self._status)
        self._taken = Words("", self)
        self.body.addWidget(self._taken)
        self._add_challenges()
        self.body.addLayout(self._buttons())

    def tell(self, asked: Asked, judgement: Judgement) -> None:
        """Say how the reply stands, and whether it was filled in for us."""
        words = [status_words(judgement.status), judgement.rule, judgement.figure]
        said = " — ".join(word for word in words if word)
        self._status.tell(said, STATUS_WORDS[judgement.status][2])
        silent = judgement.status is Status.UNKNOWN and not asked.responses
        self._status.setVisible(not silent)
        found = next((r for r in asked.responses if is_as_filled(r, asked.rows)), None)
        self._filled = found.id if found is not None else ""
        self._right.setVisible(found is not None and not found.checked)
        self._taken.setVisible(found is not None)
        if found is not None:
            checked = tr("From your organisation’s details, looked at.")
            self._taken.setText(
                checked
                if found.checked
                else tr("From your organisation’s details. Read it against the question.")
            )

    def _add_challenges(self) -> None:
        challenges = challenges_to(self._question, self._desk.bid.opportunity.regime)
        if not challenges:
            return
        box = Box(self._desk.theme, ground="warn_soft")
        box.body.addWidget(Heading(tr("You can challenge this"), 3, box))
        for one in challenges:
            box.body.addWidget(Words(str(one.why), box))
        draft = tr(
            "“{ask}” drafts the question for you; it names neither you nor your offer.",
            ask=ask(self._desk.bid),
        )
        box.body.addWidget(Quiet(draft, box))
        self.body.addWidget(box)

    def _buttons(self) -> FlowLayout:
        row = FlowLayout()
        self._right = Button(tr("It is right"), self, main=True)
        self._right.setToolTip(tr("Then go on to the next"))
        self._right.clicked.connect(self._confirm)
        asking = Button(ask(self._desk.bid), self)
        asking.clicked.connect(self._ask)
        change = Button(tr("Change this question"), self, quiet=True)
        change.clicked.connect(self._change)
        for button in (self._right, asking, change):
            row.addWidget(button)
        return row

    @Slot()
    def _confirm(self) -> None:
        if self._filled:
            place = RESPONSES.item(self._filled).then(CHECKED)
            self._desk.document.set(place, value=True, label=tr("Look at a filled-in reply"))
            self._desk.document.seal()
            self.next_wanted.emit()

    @Slot()
    def _change(self) -> None:
        self.change_wanted.emit(self._question.id)

    @Slot()
    def _ask(self) -> None:
        there = clarifications_about(self._desk.bid, self._question)
        ask_buyer(self._desk.document, self._question, self._desk.session.today())
        self._desk.notices.say(
            tr("One is in the list below already.")
            if there
            else tr("A question to the buyer is drafted. It waits in the list below.")
        )


def lines_under(question: Question) -> list[str]:
    """Return what stands under a question: help, evidence, its rules, its source."""
    lines = [question.help] if question.help else []
    if question.evidence_asked:
        lines.append(tr("Evidence: {what}", what=question.evidence_asked))
    lines += [in_full(rule) for rule in question.rules]
    source = source_words(question)
    return [*lines, source] if source else lines


def source_words(question: Question) -> str:
    """Return where a question of a shipped pack comes from, and whether anybody confirmed that."""
    line = shipped().pack_question(question.pack, question.pack_item)
    if line is None or not line.source:
        return ""
    if line.confirmed:
        return tr("Source: {source}.", source=line.source)
    return tr("Source: {source}; not confirmed.", source=line.source)
