"""Costs and price: what it takes, our share of the running costs, and what we ask."""

from __future__ import annotations

from typing import ClassVar

from bidkit.domain.stages import Stage
from bidkit.ui.forms.spec import Text
from bidkit.ui.page import Page
from bidkit.ui.pages.costs import forms, lists
from bidkit.ui.pages.costs.totals import TotalsCard
from bidkit.words import later


class CostsPage(Page):
    """From costs to price, with the margin in sight."""

    stage: ClassVar[Stage] = Stage.COSTS
    purpose: ClassVar[Text] = later(
        "What the work really costs, and what we ask for it. Full cost first; then the price."
    )

    def build(self) -> None:
        """Lay out costs, running costs and price; a small grant sees no more than that."""
        about = self.desk.bid.about
        small = about.route == "small_grant" and not about.all_stages
        self.add_list(lists.LINES)
        self.add_form(forms.OVERHEAD)
        if not small:
            self.add_form(forms.YEARS)
            self.add_form(forms.MARGIN)
        self.add_form(forms.PRICE)
        self.add(TotalsCard(self.desk, self))
        if small:
            self.add_list(lists.OTHER)
            return
        self.add_list(lists.SCHEDULE)
        self.add_form(forms.VAT)
        self.add_list(lists.OVERHEADS)
        self.add_list(lists.DRIVERS)
        self.add_list(lists.PROJECTS)
        self.add_form(forms.OFFERED)
        self.add_list(lists.PAYMENTS)
        self.add_list(lists.OTHER)
        self.add_form(forms.BEHIND)


PAGE = CostsPage
