"""Evidence of outcomes: need, what we do, what changes, and what proves it."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.evidence import Evidence, Outcome, Testimonial
from bidkit.domain.stages import Stage
from bidkit.ui.forms.lists import ItemList, holds
from bidkit.ui.forms.spec import Listing, Text
from bidkit.ui.pages.evidence import changes, forms, proofs, small
from bidkit.ui.pages.evidence.builder import BuilderCard
from bidkit.ui.pages.evidence.coverage import CoverageCard
from bidkit.ui.pages.evidence.needs import needs_card
from bidkit.ui.pages.evidence.pieces import (
    ChainCard,
    EvidenceList,
    ResultsCard,
    StrengthCard,
)
from bidkit.ui.pages.evidence.quality import QualityCard
from bidkit.ui.pages.evidence.saving import SavingCard
from bidkit.ui.pages.evidence.voices import ConsentWords
from bidkit.ui.parts import Part, PartsPage, listed, part
from bidkit.ui.reading_card import ReadingCard
from bidkit.words import later, tr

NEED = "needs case"
WORK = "activities outputs"
CHANGE = "outcomes indicators results"


class EvidencePage(PartsPage):
    """Need, what we do, what changes, and what proves it."""

    stage: ClassVar[Stage] = Stage.EVIDENCE
    purpose: ClassVar[Text] = later(
        "Why it is needed, what you do, what changes for people, and how anybody can see it."
    )

    def parts(self) -> tuple[Part, ...]:
        """Return the parts of the chain; a small grant has shorter ones."""
        form, add = partial(partial, self.add_form), partial(listed, self)
        words = partial(self._add_words, proofs.TESTIMONIALS)
        if self.short:
            outputs = add(forms.DEEPER_OUTPUTS)
            know = partial(self._add_evidence, small.KNOW)
            return (
                part(later("The need"), NEED, *add(small.NEEDS), form(forms.DEEPER_CASE)),
                part(later("What we do"), WORK, *add(small.ACTIVITIES), *outputs),
                part(later("What changes"), CHANGE, *add(small.CHANGES)),
                part(
                    later("How we know"),
                    "evidence",
                    know,
                    self._add_builder,
                    self._add_coverage,
                ),
                part(later("In their words"), "testimonials", words),
            )
        return (
            part(later("The chain"), "case", self._add_chain, form(forms.CASE), self._add_reach),
            part(later("Needs"), "needs", *add(forms.NEEDS), self._add_needs_paper),
            part(later("What we do"), WORK, *add(forms.ACTIVITIES, forms.OUTPUT_LIST)),
            part(
                later("What changes"),
                CHANGE,
                partial(self._add_outcomes, changes.OUTCOMES),
            ),
            part(
                later("What proves it"),
                "evidence",
                partial(self._add_evidence, proofs.EVIDENCE),
                self._add_coverage,
                self._add_builder,
                self._add_quality,
            ),
            part(later("In their words"), "testimonials", words),
        )

    def _add_needs_paper(self) -> None:
        self.add(needs_card(self.desk, self))

    def _add_chain(self) -> None:
        self.chain = ChainCard(self.desk, self)
        self.chain.chosen.connect(self._go_to_box)
        self.add(self.chain)

    def _add_reach(self) -> None:
        self.add(ReadingCard(self.desk, forms.REACH, self))

    @Slot(str)
    def _go_to_box(self, identity: str) -> None:
        place = self.chain.place_of(identity)
        if place is not None:
            self.show_place(place)

    def _add_outcomes(self, listing: Listing[Outcome]) -> None:
        shown = self.add_list(listing)
        if isinstance(shown, ItemList):
            results, strength = ResultsCard(self.desk, shown), StrengthCard(self.desk, shown)
            shown.column.insertWidget(shown.column.indexOf(shown.table) + 1, results)
            saving = SavingCard(self.desk, shown)
            shown.add_below(strength)
            shown.add_below(saving)
            for show in (results.show_outcome, strength.show_outcome, saving.show_outcome):
                shown.chosen.connect(show)
                show(shown.current)

    def _add_evidence(self, listing: Listing[Evidence]) -> None:
        made = EvidenceList(self.desk, listing, self)
        self.add_section(
            str(listing.title), lambda: made, partial(holds, listing), reveal=made.go_to
        )

    def _add_words(self, listing: Listing[Testimonial]) -> None:
        shown = self.add_list(listing)
        if isinstance(shown, ItemList):
            consent = ConsentWords(self.desk, shown)
            at = shown.column.indexOf(shown.table) + 1
            shown.column.insertWidget(at, consent)
            shown.chosen.connect(consent.show_words)
            consent.show_words(shown.current)

    def _add_builder(self) -> None:
        def build() -> QWidget:
            return BuilderCard(self.desk, self)

        self.add_section(tr("A sentence from the facts"), build, lambda _place: False, deeper=True)

    def _add_coverage(self) -> None:
        def build() -> QWidget:
            return CoverageCard(self.desk, self)

        title = tr("What each answer rests on")
        self.add_section(title, build, lambda _place: False, deeper=True)

    def _add_quality(self) -> None:
        def build() -> QWidget:
            return QualityCard(self.desk, self)

        self.add_section(tr("How good is this study?"), build, lambda _place: False, deeper=True)


PAGE = EvidencePage
