"""The opportunity: what is offered, by whom, by when, and how it must be handed in."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref, ref
from bidkit.domain.stages import Stage
from bidkit.ui.dialogs.reading_in import ReadIn
from bidkit.ui.forms.spec import Text
from bidkit.ui.page import Page
from bidkit.ui.pages.opportunity import context, deeper, forms, lots
from bidkit.ui.pages.opportunity.buyer import BuyerHint
from bidkit.ui.pages.opportunity.rules import RulesCard
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.portal_only import PortalOnly
from bidkit.words import later, tr

TITLE = ref(Bid, lambda b: b.opportunity.title)


class OpportunityPage(Page):
    """What is offered, by whom, by when, and how it must be handed in."""

    stage: ClassVar[Stage] = Stage.OPPORTUNITY
    purpose: ClassVar[Text] = later(
        "What is offered, by whom, by when, and how it must be handed in. "
        "Everything else in the bid leans on this."
    )

    def build(self) -> None:
        """Lay the cards out in the order in which a notice tells them."""
        if not self.short:
            self._add_reading()
        self.add_form(forms.FUND if self.short else forms.WHAT)
        self.add_form(forms.FUNDER if self.short else forms.BUYER)
        self.add(PortalOnly(self.desk, self))
        self.add(BuyerHint(self.desk, self))
        self.add_list(forms.ROUNDS)
        self.add_form(forms.HANDING_IN)
        self.add_form(forms.PERIOD)
        if not self.short:
            self.add(RulesCard(self.desk, self))
            self._add_lots()
            self.add_list(deeper.CONDITIONS)
            self.add_list(deeper.POINTS)
            self.add_form(forms.RULES)
            for form in (context.STANDS, context.COUNTS, context.LIMITS, context.OURS):
                self.add_form(form)

    def begin(self) -> None:
        """Give the keyboard to the title, not to the button above it."""
        if not self.show_place(TITLE):
            super().begin()

    def _add_lots(self) -> None:
        made: list[lots.LotsSection] = []

        def build() -> QWidget:
            made.append(lots.LotsSection(self.desk, self))
            return made[0]

        def reveal(place: Ref[Bid, Any]) -> None:
            made[0].go_to(place)

        closed = not self.desk.bid.lots
        title = str(lots.LOTS.title)
        self.add_section(title, build, lots.held, deeper=closed, reveal=reveal)

    def _add_reading(self) -> None:
        read = Button(tr("Read a notice into this bid"), self)
        read.clicked.connect(ReadIn(self.desk, self).ask)
        self.column.addWidget(read, 0, Qt.AlignmentFlag.AlignLeft)


PAGE = OpportunityPage
