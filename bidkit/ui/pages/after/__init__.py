"""After the decision: result, standstill, feedback, promises and lessons."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Slot

from bidkit.domain.stages import Stage
from bidkit.session.afterwards.standstill import has_standstill_rules
from bidkit.session.document import Changed
from bidkit.ui.calendar import calendar_card
from bidkit.ui.forms.spec import Text
from bidkit.ui.pages.after import forms
from bidkit.ui.pages.after.compared import ComparedCard
from bidkit.ui.pages.after.letter import LetterCard
from bidkit.ui.pages.after.next_bid import NextBidCard, TrackCard
from bidkit.ui.pages.after.promises import PromisesCard, register_card
from bidkit.ui.pages.after.standstill import StandstillCard
from bidkit.ui.parts import Part, PartsPage, part
from bidkit.words import later

ANSWERED = (
    "after.thanks_letter after.feedback after.feedback_asked_on after.feedback_received_on "
    "after.hours_spent after.buyer_rating after.told_the_buyer marks_received"
)
LEARNED = (
    "lessons after.rebid_on after.working_group after.working_group_meets_on after.winner_price "
    "after.price_rank after.decided_on after.price_gap after.keep after.change after.evidence_gap"
)


class AfterPage(PartsPage):
    """What became of the bid, and what it teaches."""

    stage: ClassVar[Stage] = Stage.AFTER
    purpose: ClassVar[Text] = later(
        "Won or lost, ask for feedback, keep your promises, and begin the next bid early."
    )

    def parts(self) -> tuple[Part, ...]:
        """Return the parts from the result to the next bid."""
        return (
            part(later("The result"), "after", self._add_result),
            part(
                later("Feedback"),
                ANSWERED,
                self._add_feedback,
            ),
            part(later("Promises"), "commitments", self._add_promises),
            part(
                later("Next time"),
                LEARNED,
                self._add_next_time,
            ),
        )

    def _add_result(self) -> None:
        self.add_form(forms.RESULT)
        self._lost = self.add_form(forms.LOST)
        self._standstill = (
            self.add_form(forms.STANDSTILL),
            self.add(StandstillCard(self.desk, self)),
        )
        self.add(calendar_card(self.desk, self))
        self.desk.binder.bid_changed.connect(self._follow)
        self._show_what_counts()

    def _add_feedback(self) -> None:
        self.add(LetterCard(self.desk, self))
        self.add_form(forms.FEEDBACK)
        if not self.short:
            self.add(ComparedCard(self.desk, self))
        self.add_list(forms.MARKS)

    def _add_promises(self) -> None:
        self.add(PromisesCard(self.desk, self))
        self.add_list(forms.PROMISES)
        self.add(register_card(self.desk, self))

    def _add_next_time(self) -> None:
        self.add_list(forms.LESSONS)
        self.add(NextBidCard(self.desk, self))
        self.add_form(forms.NEXT_TIME)
        self.add(TrackCard(self.desk, self))
        self.add_form(forms.PRICE)
        self.add_form(forms.LEARNED)

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if before.after is not after.after or before.opportunity is not after.opportunity:
            self._show_what_counts()

    def _show_what_counts(self) -> None:
        """Show the reasons of a defeat only after one, and a standstill only where one can be."""
        bid = self.desk.bid
        self._lost.setVisible(bid.after.outcome == "lost")
        for card in self._standstill:
            card.setVisible(not self.short and has_standstill_rules(bid))


PAGE = AfterPage
