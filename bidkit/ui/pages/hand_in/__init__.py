"""Check and hand in: what must be fixed, the instructions, and the ways out."""

from __future__ import annotations

from typing import ClassVar

from bidkit.domain.base import Reader
from bidkit.domain.stages import Stage
from bidkit.session.exports import HandInSet
from bidkit.session.lots.rounds import for_round
from bidkit.ui.calendar import calendar_card
from bidkit.ui.forms.spec import Text
from bidkit.ui.pages.hand_in import lists
from bidkit.ui.pages.hand_in.agreed import AgreedCard
from bidkit.ui.pages.hand_in.amendments import AmendmentsCard
from bidkit.ui.pages.hand_in.lots import LotChooser
from bidkit.ui.pages.hand_in.must_fix import MustFix
from bidkit.ui.pages.hand_in.presenting import OutlineCard, RehearsalCard, papers_for_the_day
from bidkit.ui.pages.hand_in.rounds import RoundChooser
from bidkit.ui.pages.hand_in.ways_out import PortalCard, pdf_card
from bidkit.ui.parts import Part, PartsPage, part
from bidkit.words import later

SENT = "instructions amendments rounds attachments sign_offs appearance opportunity"
SPOKEN = "presentation slides panel_questions"
PASTED = ("portal", "buyer_form", "")


class HandInPage(PartsPage):
    """The last look, and the ways out, the buyer's way first."""

    stage: ClassVar[Stage] = Stage.HAND_IN
    purpose: ClassVar[Text] = later(
        "The last look. Nothing here stops you: what is open marks the document DRAFT."
    )

    def parts(self) -> tuple[Part, ...]:
        """Return the handing in, and the presentation that may follow at any time."""
        return (
            part(later("Handing in"), SENT, self._add_checks, self._add_ways_out, self._add_proof),
            part(later("Presentation and interview"), SPOKEN, self._add_presentation),
        )

    def _add_checks(self) -> None:
        self.rounds = RoundChooser(self.desk, self)
        self.add(self.rounds)
        self.must_fix = MustFix(self.desk, self)
        self.add(self.must_fix)
        self.add(AgreedCard(self.desk, self))
        if self.desk.bid.amendments or not self.short:
            self.add(AmendmentsCard(self.desk, self))
        self.add_list(lists.INSTRUCTIONS)

    def _add_ways_out(self) -> None:
        """Add the ways out in the buyer's order."""
        self.sets = LotChooser(self.desk, self)
        self.add(self.sets)
        pdf = pdf_card(self.desk, Reader.BUYER, self, self._wanted)
        portal = PortalCard(self.desk, self)
        self.sets.chosen.connect(portal.show_lot)
        for card in (portal, self.must_fix, self.sets):
            card.show_round(self.rounds.round)
            self.rounds.chosen.connect(card.show_round)
        pasted = for_round(self.desk.bid, self.rounds.round).opportunity.way_in in PASTED
        for way in (portal, pdf) if pasted else (pdf, portal):
            self.add(way)
        self.add(pdf_card(self.desk, Reader.US, self))
        self.add(calendar_card(self.desk, self))

    def _add_proof(self) -> None:
        self.add_list(lists.SENDING)
        self.add_list(lists.ATTACHMENTS)
        self.add_list(lists.SIGN_OFFS)

    def _add_presentation(self) -> None:
        self.add_form(lists.PRESENTATION)
        self.add(OutlineCard(self.desk, self))
        self.add_list(lists.SLIDES)
        self.add_list(lists.LIKELY)
        self.add(RehearsalCard(self.desk, self.desk.session.now, self))
        for card in papers_for_the_day(self.desk, self):
            self.add(card)
        self.add_form(lists.PANEL_MARKS)

    def _wanted(self) -> HandInSet:
        return HandInSet(self.sets.lot, self.rounds.round)


PAGE = HandInPage
