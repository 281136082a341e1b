"""Should we bid: the gates, the time, the money, and the decision with its reason."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import ClassVar

from bidkit.domain.stages import Stage
from bidkit.ui.forms.spec import Text
from bidkit.ui.pages.decision import forms, lists
from bidkit.ui.pages.decision.affording import AffordCard
from bidkit.ui.pages.decision.briefing import briefing_card
from bidkit.ui.pages.decision.chance import ChanceCard
from bidkit.ui.pages.decision.effort import EffortCard
from bidkit.ui.pages.decision.faults import BuyerCard, FaultsCard
from bidkit.ui.pages.decision.gates import GatesCard
from bidkit.ui.parts import Part, PartsPage, part
from bidkit.ui.pieces.portal_only import PortalOnly
from bidkit.ui.starters import offer_starters, when_open
from bidkit.words import later

LARGE = Decimal(25_000)
WEIGHED = "decision"
AROUND = "red_flags contacts competitors buyer_quality"
DECIDED = (
    "decision.choice decision.reason decision.decided_on decision.decided_by "
    "decision.trustee_minute"
)


class DecisionPage(PartsPage):
    """Whether it is worth bidding, decided in the open."""

    stage: ClassVar[Stage] = Stage.DECISION
    purpose: ClassVar[Text] = later(
        "A bid you should not have made costs more than one you lost. Decide early, and write "
        "down why."
    )

    def parts(self) -> tuple[Part, ...]:
        """Return the parts in the order in which one decides; what was decided comes last."""
        return (
            part(later("Gates"), "gates", self._add_gates),
            part(
                later("Time and chance"),
                WEIGHED,
                self._add_prospects,
            ),
            part(
                later("The contract and the buyer"),
                AROUND,
                self._add_around,
            ),
            part(
                later("The decision"),
                DECIDED,
                self._add_decision,
            ),
        )

    def _add_gates(self) -> None:
        gates = self.add_list(lists.GATES)
        offer_starters(self.desk, gates, lists.USUAL_GATES)
        when_open(gates, lambda within: within.add_below(GatesCard(self.desk, within)))

    def _add_prospects(self) -> None:
        desk = self.desk
        self.add_form(forms.TIME)
        self.add(EffortCard(desk, self))
        self.add_form(forms.FIT)
        self.add_form(forms.CHANCE)
        self.add(ChanceCard(desk, self))
        self.add(AffordCard(desk, self))
        self.add_form(forms.AFFORD)
        self.add_form(forms.EXPECTED)
        self.add_form(forms.PILOT)

    def _add_around(self) -> None:
        desk = self.desk
        self._add_signs()
        self.add(PortalOnly(desk, self))
        self.add_list(lists.CONTACTS)
        self.add_list(lists.COMPETITORS)
        buyer = self.add_list(lists.BUYER)
        offer_starters(desk, buyer, lists.USUAL_BUYER)
        when_open(buyer, lambda within: within.add_below(BuyerCard(desk, within)))

    def _add_decision(self) -> None:
        self.add_form(forms.DECISION)
        self.add(briefing_card(self.desk, self))

    def _add_signs(self) -> None:
        """Add the warning signs; they wait closed for a grant and for a small contract."""
        desk, offered = self.desk, self.desk.bid.opportunity
        open_now = (offered.value or 0) >= LARGE and offered.regime != "grant"
        signs = self.add_list(replace(lists.FLAGS, deeper=not open_now))
        offer_starters(desk, signs, lists.USUAL_FLAGS)
        when_open(signs, lambda within: within.add_below(FaultsCard(desk, within)))


PAGE = DecisionPage
