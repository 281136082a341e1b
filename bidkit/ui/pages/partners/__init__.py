"""Partners: who does what with us, why, and on what terms."""

from __future__ import annotations

from typing import ClassVar

from bidkit.domain.stages import Stage
from bidkit.ui.forms.spec import Text
from bidkit.ui.page import Page
from bidkit.ui.pages.partners import forms, lists
from bidkit.ui.pages.partners.prompts import PromptsCard
from bidkit.ui.pages.partners.shares import SharesCard
from bidkit.ui.starters import offer_starters
from bidkit.words import later

PROMPTS = later("Structures, conditions and first steps")


class PartnersPage(Page):
    """Who bids with us, what each brings, and what is agreed."""

    stage: ClassVar[Stage] = Stage.PARTNERS
    purpose: ClassVar[Text] = later(
        "Bid with people you know and trust, who add what you lack. Agree it in writing, with a "
        "way out."
    )

    def build(self) -> None:
        """Lay out the why before the who."""
        self.add_form(forms.HOW)
        self.add_form(forms.WHY)
        self.add_list(lists.PARTNERS)
        self.add(SharesCard(self.desk, self))
        offer_starters(self.desk, self.add_list(lists.AGREEMENT), lists.USUAL_POINTS)
        self.add_form(forms.RUNNING)
        self.add_form(forms.MONEY)
        self.add_form(forms.ADVICE)
        self.add_form(forms.TOGETHER)
        self.add_section(
            str(PROMPTS), lambda: PromptsCard(self.desk, self), lambda _place: False, deeper=True
        )
        self.add_list(lists.TESTS)


PAGE = PartnersPage
