"""Our organisation: asked once, kept, and used in every bid."""

from __future__ import annotations

from typing import ClassVar

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.domain.stages import Stage
from bidkit.ui.forms.spec import Text
from bidkit.ui.page import Page
from bidkit.ui.pages.organisation import deeper, forms, holdings
from bidkit.ui.pages.organisation.library import LibraryCard
from bidkit.ui.pages.organisation.sheet import sheet_card
from bidkit.ui.starters import offer_starters
from bidkit.words import later

NAME = ref(Bid, lambda b: b.organisation.name)


class OrganisationPage(Page):
    """Who we are, what we hold and what we have done."""

    stage: ClassVar[Stage] = Stage.ORGANISATION
    purpose: ClassVar[Text] = later(
        "Who we are, as regulators and buyers know us. Give it once; the pre-qualification "
        "questions take it from here."
    )

    def build(self) -> None:
        """Lay out names first, then what we do, then what we hold."""
        self.add(LibraryCard(self.desk, self))
        self.add_form(forms.NAMES)
        self.add_form(forms.NUMBERS)
        self.add_form(forms.PURPOSE)
        self.add_form(forms.SIZE)
        self.add_list(holdings.TRACK_RECORD)
        self.add_list(holdings.PEOPLE)
        self.add_list(holdings.POLICIES)
        self.add_list(holdings.INSURANCES)
        self.add_list(holdings.ACCOUNTS)
        self.add_form(forms.REGISTERS)
        self.add_form(forms.SHARE_CODE)
        self.add_form(forms.RUNNING)
        self.add(sheet_card(self.desk, self))
        self.add_form(forms.VALUES)
        for listing in deeper.LISTS:
            shown = self.add_list(listing)
            if listing is deeper.ASSESSMENT:
                offer_starters(self.desk, shown, deeper.ELEVEN_AREAS)

    def begin(self) -> None:
        """Give the keyboard to the name, not to the buttons above it."""
        if not self.show_place(NAME):
            super().begin()


PAGE = OrganisationPage
