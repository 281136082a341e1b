"""Scoring criteria: what the panel marks, how, and where one more mark is worth most."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.domain.stages import Stage
from bidkit.ui.forms.card import FormCard
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.forms.spec import Text
from bidkit.ui.page import Page
from bidkit.ui.pages.criteria import forms
from bidkit.ui.pages.criteria.acts import CRITERIA
from bidkit.ui.pages.criteria.beginning import Beginning
from bidkit.ui.pages.criteria.board import Board
from bidkit.ui.pages.criteria.levels import LevelsEditor
from bidkit.ui.pages.criteria.lots import LotChoice
from bidkit.ui.pages.criteria.outlook import (
    LotPriceCard,
    MarksChart,
    PriceCard,
    per_hundred_words,
    where_next,
)
from bidkit.ui.pages.criteria.rivals import Rivals
from bidkit.words import later, tr


class CriteriaPage(Page):
    """What the panel marks, how, and where one more mark is worth most."""

    stage: ClassVar[Stage] = Stage.CRITERIA
    purpose: ClassVar[Text] = later(
        "What the panel marks, and how. Put your words where the marks are."
    )

    def build(self) -> None:
        """Lay the table out first, then where to gain; the rest waits closed."""
        self.board = Board(self.desk, self)
        self.add(Beginning(self.desk, self.board.common, self))
        self.add_section(
            tr("Criteria"), lambda: self.board, self.board.holds, reveal=self.board.reveal
        )
        nothing = tr("Give yourselves marks, and it shows where one more is worth most.")
        self.lot = LotChoice(self.desk, self)
        words = ("next-mark-of-lot", nothing)
        chart = MarksChart(self.desk, self.lot, where_next, words, self)
        chart.chosen.connect(self.board.choose)
        self.add(chart)
        self.add_form(forms.WHOLE)
        self._add_deeper()

    def show_place(self, place: Ref[Bid, Any]) -> bool:
        """Bring an address into sight; for a question, where criteria name their questions."""
        asking = self.board.questions_place
        if place.collection == "questions" and asking is not None:
            return super().show_place(asking)
        return super().show_place(place)

    def _add_deeper(self) -> None:
        self.add_section(
            tr("Price: what if?"),
            self._prices,
            lambda place: str(place).startswith("scoring.price_") or is_rival_price(place),
            deeper=True,
        )
        self.add_section(
            tr("Our bid beside others"),
            lambda: Rivals(self.desk, self.lot, self),
            lambda place: place.collection == "competitors",
            deeper=True,
        )
        self.add_section(
            tr("Marks and words"), self._words_chart, lambda _place: False, deeper=True
        )
        self.add_section(
            tr("More on the chosen criterion"), self._more, lambda _place: False, deeper=True
        )
        self.add_section(
            tr("Scales"), self._scales, lambda place: place.collection == "scales", deeper=True
        )

    def _words_chart(self) -> QWidget:
        nothing = tr("No answer has a limit in words.")
        words = ("words-of-lot", nothing)
        chart = MarksChart(self.desk, self.lot, per_hundred_words, words, self)
        chart.chosen.connect(self.board.choose)
        return chart

    def _prices(self) -> QWidget:
        both = QWidget(self)
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PriceCard(self.desk, both))
        column.addWidget(LotPriceCard(self.desk, both))
        return both

    def _more(self) -> QWidget:
        card = FormCard(self.desk, forms.MORE, None, self)
        self.board.chosen.connect(lambda identity: card.show_at(CRITERIA.item(identity)))
        if self.board.current:
            card.show_at(CRITERIA.item(self.board.current))
        return card

    def _scales(self) -> QWidget:
        scales = ItemList(self.desk, forms.SCALES, self)
        levels = LevelsEditor(self.desk, scales)
        scales.add_below(levels)
        scales.chosen.connect(levels.show_scale)
        levels.show_scale(scales.current)
        return scales


def is_rival_price(place: Ref[Bid, Any]) -> bool:
    """Tell whether an address is that of a lowest price assumed."""
    return str(place).endswith("lowest_rival")


PAGE = CriteriaPage
