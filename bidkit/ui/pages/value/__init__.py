"""Full value: all that is good about what we do, for whom, and what of it we claim."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.domain.stages import Stage
from bidkit.packs.catalogue import shipped
from bidkit.ui.forms.card import WHOLE_BID, FormCard
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.forms.spec import Text
from bidkit.ui.pages.value import forms, lists
from bidkit.ui.pages.value.board import ValueBoard
from bidkit.ui.pages.value.figures import CaseCard, ReturnCard, SocialCard, StatementCard
from bidkit.ui.pages.value.starters import ClauseStarter, PromiseStarter
from bidkit.ui.parts import Part, PartsPage, listed, part
from bidkit.ui.theme import GRID
from bidkit.words import later, tr

FULL = (
    "value_items full_value.statement full_value.cost_and_benefit full_value.light"
    " social_return return_lines business_case"
)
SOCIAL = "full_value commitments social_clauses social_measures"


class ReturnPart(QWidget):
    """The social return: its lines, what lies behind, and what it comes to."""

    def __init__(self, page: ValuePage) -> None:
        super().__init__(page)
        desk = page.desk
        self.lines = ItemList(desk, lists.RETURNS, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(ReturnCard(desk, self))
        column.addWidget(self.lines)
        column.addWidget(FormCard(desk, forms.RETURN, WHOLE_BID, self))


class ValuePage(PartsPage):
    """The grid of full value, the statement made of it, and social value."""

    stage: ClassVar[Stage] = Stage.VALUE
    purpose: ClassVar[Text] = later(
        "Everything you do that is beneficial or makes people happy. First list it all; then prove "
        "only what this buyer cares about."
    )

    def parts(self) -> tuple[Part, ...]:
        """Return full value and social value."""
        self.packs = shipped()
        return (
            part(
                later("Full value"),
                FULL,
                self._add_board,
                self._add_statement,
                self._add_return,
                self._add_case,
            ),
            part(
                later("Social value"),
                SOCIAL,
                self._add_social,
                self._add_promises,
                self._add_clauses,
                *listed(self, lists.MEASURES),
            ),
        )

    def link_evidence(self, identity: str) -> bool:
        """Link an item of evidence to the chosen item of the grid."""
        return self.open_part == 0 and self.board.link_evidence(identity)

    def _add_board(self) -> None:
        self.board = ValueBoard(self.desk, self)
        self.add_section("", lambda: self.board, self.board.holds, reveal=self.board.reveal)

    def _add_statement(self) -> None:
        self.add_section(
            "",
            partial(StatementCard, self.desk, self),
            partial(within, ("full_value.statement", "full_value.cost_and_benefit")),
        )

    def _add_social(self) -> None:
        self.add_section("", partial(SocialCard, self.desk, self), partial(within, ("full_value",)))

    def _add_promises(self) -> None:
        shown = self.add_list(lists.COMMITMENTS)
        if isinstance(shown, ItemList):
            starter = PromiseStarter(self.desk, self.packs, shown)
            shown.column.insertWidget(1, starter)

    def _add_clauses(self) -> None:
        made: list[ItemList] = []

        def build() -> QWidget:
            made.append(ItemList(self.desk, lists.CLAUSES, self))
            made[0].column.insertWidget(1, ClauseStarter(self.desk, self.packs, made[0]))
            return made[0]

        self.add_section(
            str(lists.CLAUSES.title),
            build,
            partial(within, ("social_clauses",)),
            deeper=True,
            reveal=lambda place: made[0].go_to(place) if made else None,
        )

    def _add_return(self) -> None:
        made: list[ReturnPart] = []

        def build() -> QWidget:
            made.append(ReturnPart(self))
            return made[0]

        self.add_section(
            tr("Social return"),
            build,
            partial(within, ("return_lines", "social_return")),
            deeper=True,
            reveal=lambda place: made[0].lines.go_to(place) if made else None,
        )

    def _add_case(self) -> None:
        self.add_section(
            tr("Business case"),
            partial(CaseCard, self.desk, self),
            partial(within, ("business_case",)),
            deeper=True,
        )


def within(names: tuple[str, ...], place: Ref[Bid, Any]) -> bool:
    """Tell whether an address is one of these or lies inside one."""
    address = str(place)
    return any(address == name or address.startswith((f"{name}.", f"{name}[")) for name in names)


PAGE = ValuePage
