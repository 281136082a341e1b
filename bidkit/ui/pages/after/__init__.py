"""After the decision: result, standstill, feedback, promises and lessons."""

from __future__ import annotations

from typing import ClassVar

from bidkit.domain.stages import Stage
from bidkit.ui.forms.spec import Text
from bidkit.ui.page import Page
from bidkit.ui.pages.after import forms
from bidkit.ui.pages.after.compared import ComparedCard
from bidkit.ui.pages.after.letter import LetterCard
from bidkit.ui.pages.after.next_bid import NextBidCard, TrackCard
from bidkit.ui.pages.after.promises import PromisesCard
from bidkit.ui.pages.after.standstill import StandstillCard
from bidkit.words import later


class AfterPage(Page):
    """What became of the bid, and what it teaches."""

    stage: ClassVar[Stage] = Stage.AFTER
    purpose: ClassVar[Text] = later(
        "Won or lost, ask for feedback, keep your promises, and begin the next bid early."
    )

    def build(self) -> None:
        """Lay out the result, then what it asks of us."""
        self.add_form(forms.RESULT)
        self.add_form(forms.STANDSTILL)
        self.add(StandstillCard(self.desk, self))
        self.add(LetterCard(self.desk, self))
        self.add_form(forms.FEEDBACK)
        if not self.short:
            self.add(ComparedCard(self.desk, self))
        self.add_list(forms.MARKS)
        self.add(PromisesCard(self.desk, self))
        self.add_list(forms.PROMISES)
        self.add_list(forms.LESSONS)
        self.add(NextBidCard(self.desk, self))
        self.add_form(forms.NEXT_TIME)
        self.add(TrackCard(self.desk, self))
        self.add_form(forms.PRICE)
        self.add_form(forms.LEARNED)


PAGE = AfterPage
