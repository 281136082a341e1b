"""Should we bid: the gates, the time, the money, and the decision with its reason."""

from __future__ import annotations

from typing import ClassVar

from bidkit.domain.stages import Stage
from bidkit.ui.forms.spec import Text
from bidkit.ui.page import Page
from bidkit.ui.pages.decision import forms, lists
from bidkit.ui.pages.decision.briefing import briefing_card
from bidkit.ui.pages.decision.effort import EffortCard
from bidkit.ui.starters import offer_starters
from bidkit.words import later


class DecisionPage(Page):
    """Whether it is worth bidding, decided in the open."""

    stage: ClassVar[Stage] = Stage.DECISION
    purpose: ClassVar[Text] = later(
        "A bid you should not have made costs more than one you lost. Decide early, and write "
        "down why."
    )

    def build(self) -> None:
        """Lay out the gates first, then time and money, then the decision."""
        offer_starters(self.desk, self.add_list(lists.GATES), lists.USUAL_GATES)
        self.add_form(forms.TIME)
        self.add(EffortCard(self.desk, self))
        self.add_form(forms.FIT)
        self.add_form(forms.DECISION)
        self.add(briefing_card(self.desk, self))
        self.add_list(lists.CONTACTS)
        self.add_list(lists.COMPETITORS)
        offer_starters(self.desk, self.add_list(lists.FLAGS), lists.USUAL_FLAGS)
        offer_starters(self.desk, self.add_list(lists.BUYER), lists.USUAL_BUYER)
        self.add_form(forms.CHANCE)
        self.add_form(forms.AFFORD)
        self.add_form(forms.PILOT)


PAGE = DecisionPage
