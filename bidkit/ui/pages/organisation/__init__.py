"""Our organisation: asked once, kept, and used in every bid."""

from __future__ import annotations

from typing import ClassVar

from bidkit.domain.bid import Bid
from bidkit.domain.refs import ref
from bidkit.domain.stages import Stage
from bidkit.ui.forms.spec import Text
from bidkit.ui.pages.organisation import deeper, forms, holdings, record
from bidkit.ui.pages.organisation.areas import AreasCard
from bidkit.ui.pages.organisation.library import LibraryCard
from bidkit.ui.pages.organisation.marks import KnownMarks
from bidkit.ui.pages.organisation.sheet import sheet_card
from bidkit.ui.pages.organisation.stories import LengthsCard
from bidkit.ui.parts import Part, PartsPage, part
from bidkit.ui.starters import offer_starters, when_open
from bidkit.words import later

DONE = "track_record case_studies referees"
HELD = "people policies insurances accounts quality_marks"
RUN = (
    "organisation.quality_systems organisation.user_involvement organisation.product_sheet "
    "organisation.dissolution_clause organisation.bank_in_our_name organisation.two_signatories "
    "organisation.filings_current organisation.values organisation.supported_employment "
    "organisation.public_service_mutual funding_sources identifiers connected_bodies "
    "self_assessment"
)
NAME = ref(Bid, lambda b: b.organisation.name)


class OrganisationPage(PartsPage):
    """Who we are, what we hold and what we have done."""

    stage: ClassVar[Stage] = Stage.ORGANISATION
    purpose: ClassVar[Text] = later(
        "Who we are, as regulators and buyers know us. Give it once; the pre-qualification "
        "questions take it from here."
    )

    def parts(self) -> tuple[Part, ...]:
        """Return the parts: names first, then what we did, what we hold, how we are run."""
        return (
            part(later("Who we are"), "organisation", self._add_names),
            part(
                later("What we have done"),
                DONE,
                self._add_record,
            ),
            part(
                later("What we hold"),
                HELD,
                self._add_holdings,
            ),
            part(later("How we are run"), RUN, self._add_running),
        )

    def _add_names(self) -> None:
        self.add(LibraryCard(self.desk, self))
        self.add_form(forms.NAMES)
        self.add_form(forms.NUMBERS)
        if not self.short:
            self.add_form(forms.SHARE_CODE)
        self.add_form(forms.PURPOSE)
        self.add_form(forms.SIZE)
        self.add_form(forms.REGISTERS)

    def _add_record(self) -> None:
        self.add_list(record.TRACK_RECORD)
        cases = self.add_list(record.CASES)
        when_open(cases, lambda within: within.add_below(LengthsCard(self.desk, within, within)))
        self.add_list(record.REFEREES)
        self.add(sheet_card(self.desk, self))

    def _add_holdings(self) -> None:
        self.add_list(holdings.PEOPLE)
        policies = self.add_list(holdings.POLICIES)
        offer_starters(self.desk, policies, holdings.USUAL_POLICIES)
        insurances = self.add_list(holdings.INSURANCES)
        offer_starters(self.desk, insurances, holdings.USUAL_INSURANCES)
        self.add_list(holdings.ACCOUNTS)
        marks = self.add_list(deeper.MARKS)
        when_open(
            marks,
            lambda within: within.column.insertWidget(1, KnownMarks(self.desk, within, within)),
        )

    def _add_running(self) -> None:
        self.add_form(forms.RUNNING)
        self.add_form(forms.VALUES)
        for listing in deeper.LISTS:
            self.add_list(listing)
        areas = self.add_list(deeper.ASSESSMENT)
        offer_starters(self.desk, areas, deeper.FIVE_SKILLS)
        offer_starters(self.desk, areas, deeper.ELEVEN_AREAS)
        when_open(areas, lambda within: within.add_below(AreasCard(self.desk, within)))

    def begin(self) -> None:
        """Give the keyboard to the name, not to the buttons above it."""
        if not self.show_place(NAME):
            super().begin()


PAGE = OrganisationPage
