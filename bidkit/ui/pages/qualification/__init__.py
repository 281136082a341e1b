"""Pre-qualification: question by question, what passes, what would put us out, and why."""

from __future__ import annotations

from typing import ClassVar

from bidkit.domain.stages import Stage
from bidkit.ui.forms.asking import CLARIFICATIONS
from bidkit.ui.forms.spec import Text
from bidkit.ui.page import Page
from bidkit.ui.pages.qualification.asking import QUESTIONS, SECTIONS
from bidkit.ui.pages.qualification.board import Board
from bidkit.words import later


class QualificationPage(Page):
    """The questions that decide whether the bid is read at all."""

    stage: ClassVar[Stage] = Stage.QUALIFICATION
    purpose: ClassVar[Text] = later(
        "These questions decide whether the rest is read. Take them one by one: nothing is "
        "counted as a pass until you answer it."
    )

    def build(self) -> None:
        """Lay out the board of questions, then what was asked of the buyer."""
        board = Board(self.desk, self)
        self.add_section("", lambda: board, board.holds, reveal=board.reveal)
        self.add_list(CLARIFICATIONS)
        self.add_list(SECTIONS)
        self.add_list(QUESTIONS)


PAGE = QualificationPage
