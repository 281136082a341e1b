"""Pre-qualification: question by question, what passes, what would put us out, and why."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import Slot

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref, ref
from bidkit.domain.stages import Stage
from bidkit.progress import Progress
from bidkit.session.starting import pack_of
from bidkit.ui.forms.asking import CLARIFICATIONS
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.forms.spec import Text
from bidkit.ui.page import Page
from bidkit.ui.pages.qualification.asking import QUESTIONS, SECTIONS
from bidkit.ui.pages.qualification.board import Board
from bidkit.ui.pages.qualification.closing import QuestionsClose
from bidkit.ui.pages.qualification.no_accounts import is_instead
from bidkit.ui.pages.qualification.parts import PartsCard
from bidkit.ui.pages.qualification.ratings import RatingsCard
from bidkit.ui.pages.qualification.standing import StandingCard
from bidkit.ui.pieces.cards import Deeper
from bidkit.ui.saving import FileKind, Made, SaveCard
from bidkit.words import later, tr

ASKED = ref(Bid, lambda b: b.questions)


def nowhere(_place: Ref[Bid, Any]) -> bool:
    """Hold no address."""
    return False


class QualificationPage(Page):
    """The questions that decide whether the bid is read at all."""

    stage: ClassVar[Stage] = Stage.QUALIFICATION
    purpose: ClassVar[Text] = later(
        "These questions decide whether the rest is read. Take them one by one: nothing is "
        "counted as a pass until you answer it."
    )

    def build(self) -> None:
        """Lay out the board of questions, what they come to, then what was asked of the buyer."""
        board = Board(self.desk, self)
        board.change_wanted.connect(self._change)
        self.add_section("", lambda: board, board.holds, reveal=board.reveal)
        self.add(RatingsCard(self.desk, self))
        asked = self.add_list(CLARIFICATIONS)
        if isinstance(asked, ItemList):
            asked.column.insertWidget(1, QuestionsClose(self.desk, asked))
        parts = tr("Which parts does this buyer ask?")
        self.add_section(parts, lambda: PartsCard(self.desk, self), nowhere, deeper=True)
        accounts = tr("Our accounts as buyers test them")
        self.add_section(accounts, lambda: StandingCard(self.desk, self), is_instead, deeper=True)
        self.add_list(SECTIONS)
        self._questions: list[ItemList] = []
        self._changing = self.add_section(
            str(QUESTIONS.title), self._question_list, self._inside_a_question, deeper=True
        )

        self.add_section(tr("Save these questions as a pack"), self._saving, nowhere, deeper=True)

    def _saving(self) -> SaveCard:
        desk = self.desk
        titles = (
            tr("Save these questions as a pack"),
            tr("A plain text file with every question and rule, without replies, to hand on."),
            tr("Save the pack"),
        )

        def kind() -> FileKind:
            return FileKind(tr("Question packs"), "toml", desk.bid.opportunity.title)

        def make(_progress: Progress) -> Made:
            return Made(pack_of(desk.bid, "", desk.session.today()).encode())

        return SaveCard(desk, titles, kind, make, self)

    def _question_list(self) -> ItemList:
        self._questions.append(ItemList(self.desk, QUESTIONS, self))
        return self._questions[0]

    def _inside_a_question(self, place: Ref[Bid, Any]) -> bool:
        """Tell whether an address is that of a question's own field: how it is worded or judged."""
        return place.collection == "questions" and len(place.steps) > 2

    @Slot(str)
    def _change(self, identity: str) -> None:
        if isinstance(self._changing, Deeper):
            self._changing.open()
        for one in self._questions:
            one.choose(identity)
            one.edit()
            self.bring_into_sight(one.cards[0] if one.cards else one)


PAGE = QualificationPage
