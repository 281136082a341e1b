"""Partners: who does what with us, why, how far we know them, and on what terms."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Slot

from bidkit.domain.stages import Stage
from bidkit.packs.catalogue import shipped
from bidkit.session.fitting.starters import with_partner_checks
from bidkit.ui.forms.spec import Listing, Text
from bidkit.ui.pages.partners import agreement, forms, lists, readings
from bidkit.ui.pages.partners.papers import terms_card
from bidkit.ui.pages.partners.prompts import PromptsCard
from bidkit.ui.pages.partners.shares import SharesCard
from bidkit.ui.pages.partners.shown import MustShowCard, StrengthsCard
from bidkit.ui.parts import Part, PartsPage, listed, part
from bidkit.ui.reading_card import ReadingCard, Sight
from bidkit.ui.starters import StarterList, offer_starters
from bidkit.words import later, tr

PROMPTS = later("Structures, conditions and first steps")
WHY = (
    "partnership.bidding_model partnership.structure partnership.relationship"
    " partnership.better_outcomes partnership.what_makes_it_positive partnership.why_now"
    " partnership.advantage partnership.led_by_sector partnership.readiness"
    " partnership.strategic_plan partnership.log partnership.decision_panel"
)
CHECKED = (
    "partner_checks partners.due_diligence partners.due_diligence_note partners.excluded"
    " partners.debarred partners.in_rival_bid partners.confidentiality_on partners.known_years"
    " partners.past_work partners.trust partners.adds_value partners.not_competing"
    " partners.culture partners.capacity partners.personalities partners.overlap"
)
PAID = (
    "partnership.top_slice partnership.hub_cost partners.full_cost partners.price"
    " partners.paid_only_if partners.remedy partners.vat partners.planned_volume partners.target"
    " partners.past_result partners.signed_off_on"
)
AGREED = "partnership agreement_points panel_members allocations"
UNDER = (
    "subcontract_tests partnership.prime partnership.prime_pays_in_days partnership.prime_quality"
)


class PartnersPage(PartsPage):
    """Who bids with us, what each brings, and what is agreed."""

    stage: ClassVar[Stage] = Stage.PARTNERS
    purpose: ClassVar[Text] = later(
        "Bid with people you know and trust, who add what you lack. Agree it in writing, with a "
        "way out."
    )

    def parts(self) -> tuple[Part, ...]:
        """Return the parts in the order in which a partnership is thought out."""
        return (*self._about_us_all(), *self._on_what_terms())

    def _about_us_all(self) -> tuple[Part, ...]:
        form, add = partial(partial, self.add_form), partial(listed, self)
        shown = partial(partial, self._add_reading)
        return (
            part(
                later("How and why"),
                WHY,
                form(forms.HOW),
                shown(readings.STRUCTURE),
                form(forms.WHY),
                self._add_must_show,
                self._add_prompts,
                form(forms.TOGETHER),
            ),
            part(later("Who"), "partners", *add(lists.PARTNERS), self._add_adding_up),
            part(
                later("Looking into them"),
                CHECKED,
                self._add_papers,
                *add(lists.CHECKS, lists.LOOKED_INTO),
                shown(readings.FIT_SHOWN),
                shown(readings.TERMS),
            ),
        )

    def _on_what_terms(self) -> tuple[Part, ...]:
        form, add = partial(partial, self.add_form), partial(listed, self)
        shown, begun = partial(partial, self._add_reading), partial(partial, self._add_starters)
        return (
            part(
                later("Money"),
                PAID,
                form(forms.MONEY),
                shown(readings.MONEY),
                *add(lists.PAID),
            ),
            part(
                later("Agreement"),
                AGREED,
                begun(agreement.AGREEMENT, agreement.USUAL_POINTS, agreement.USUAL_RISKS),
                self._add_terms,
                form(forms.RUNNING),
                begun(agreement.FLOW_DOWN, agreement.USUAL_LINES),
                form(forms.ADVICE),
                *add(agreement.PANEL, agreement.ALLOCATIONS),
            ),
            part(
                later("As a subcontractor"),
                UNDER,
                form(forms.PRIME),
                begun(agreement.TESTS, agreement.USUAL_TESTS),
                shown(readings.BOXES),
            ),
        )

    def _add_reading(self, sight: Sight) -> None:
        self.add(ReadingCard(self.desk, sight, self))

    def _add_starters(self, listing: Listing[Any], *starters: StarterList) -> None:
        shown = self.add_list(listing)
        for one in reversed(starters):
            offer_starters(self.desk, shown, one)

    def _add_must_show(self) -> None:
        self.add(MustShowCard(self.desk, self))

    def _add_adding_up(self) -> None:
        self.add(SharesCard(self.desk, self))
        self.add(StrengthsCard(self.desk, self))

    def _add_papers(self) -> None:
        card = ReadingCard(self.desk, readings.PAPERS, self)
        card.taken.connect(self._ask_for_papers)
        self.add(card)

    def _add_terms(self) -> None:
        self.add(terms_card(self.desk, self))

    def _add_prompts(self) -> None:
        def build() -> PromptsCard:
            return PromptsCard(self.desk, self)

        self.add_section(str(PROMPTS), build, lambda _place: False, deeper=True)

    @Slot()
    def _ask_for_papers(self) -> None:
        bid_id, lines = self.desk.session.bid_id, shipped().partner_checks
        before = len(self.desk.bid.partner_checks)
        self.desk.document.edit(
            tr("Ask for the usual papers"),
            lambda bid: with_partner_checks(bid, lines, bid_id),
        )
        added = len(self.desk.bid.partner_checks) - before
        self.desk.notices.say(
            tr("{n} papers are listed. Note when you asked, and what came.", n=added)
        )


PAGE = PartnersPage
