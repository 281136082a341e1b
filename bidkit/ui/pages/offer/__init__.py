"""Our offer: what we will do, step by step, with whom, measured how, at which risks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.domain.stages import Stage
from bidkit.drawing.charts import Chart
from bidkit.export.compose import charts
from bidkit.session.offering import with_every_requirement, with_measures
from bidkit.ui.forms.spec import Text
from bidkit.ui.pages.offer import forms, lists, people, readings
from bidkit.ui.pages.offer.pieces import OfferChart, PlanCard, ShortCard, Transfer
from bidkit.ui.parts import Part, PartsPage, listed, part
from bidkit.ui.reading_card import ReadingCard
from bidkit.ui.starters import offer_starters
from bidkit.words import later, tr

Maker = Callable[[Bid], Chart | None]
COLLECTIONS = ("steps", "milestones", "roles", "risks")


class OfferPage(PartsPage):
    """What we will do, step by step, with whom, measured how, at which risks."""

    stage: ClassVar[Stage] = Stage.OFFER
    purpose: ClassVar[Text] = later(
        "What we will do and how. Say it once, here; the answers take it from here."
    )

    def parts(self) -> tuple[Part, ...]:
        """Return the parts in the order in which an offer is thought out."""
        form, add = partial(partial, self.add_form), partial(listed, self)
        short = "offer.words_50 offer.words_100 offer.words_200 buyer_points"
        method = "offer.method offer.user_journey offer.access_and_choice steps milestones fits"
        start = "offer.mobilisation offer.exit_plan"
        team = "offer.contract_manager offer.capacity roles transferring offer.tupe"
        whole = "offer measures risks"
        return (
            part(later("In short"), short, self._add_short, *add(lists.POINTS)),
            part(
                later("Method and timetable"),
                f"{method} {start}",
                form(forms.METHOD),
                self._add_plan,
                self._add_timetable,
                *add(lists.STEPS, lists.MILESTONES),
                form(forms.START),
                *add(lists.FITS),
                self._add_fit,
            ),
            part(
                later("People"),
                team,
                self._add_team,
                *add(people.ROLES),
                self._add_people,
                form(forms.PEOPLE),
                self._add_transfer,
            ),
            part(
                later("Quality and risk"),
                whole,
                form(forms.INVOLVING),
                form(forms.QUALITY),
                *add(lists.MEASURES),
                self._add_measures,
                self._add_risks,
                form(forms.NEW),
            ),
        )

    def _add_short(self) -> None:
        def build() -> QWidget:
            return ShortCard(self.desk, self)

        def held(place: Ref[Bid, Any]) -> bool:
            return str(place).startswith("offer.words_")

        self.add_section(str(forms.SHORT.title), build, held)

    def _add_plan(self) -> None:
        self.add(PlanCard(self.desk, self))

    def _add_timetable(self) -> None:
        self._add_chart(charts.mobilisation, ("steps", "milestones"))
        self._add_chart(charts.timetable, ("steps", "milestones"))

    def _add_fit(self) -> None:
        card = ReadingCard(self.desk, readings.FIT, self)
        card.taken.connect(self._take_requirements)
        self.add(card)

    def _add_measures(self) -> None:
        card = ReadingCard(self.desk, readings.MEASURES, self)
        card.taken.connect(self._take_indicators)
        self.add(card)

    def _add_people(self) -> None:
        self.add(ReadingCard(self.desk, readings.PEOPLE, self))

    def _add_team(self) -> None:
        self._add_chart(charts.team, ("roles",))

    def _add_chart(self, make: Maker, names: tuple[str, ...]) -> None:
        card = OfferChart(self.desk, make, names, self)
        card.view.chosen.connect(self._go_to_item)
        self.add(card)

    def _add_transfer(self) -> None:
        made: list[Transfer] = []

        def build() -> QWidget:
            made.append(Transfer(self.desk, self))
            return made[0]

        def held(place: Ref[Bid, Any]) -> bool:
            return str(place).startswith(("offer.tupe", "transferring"))

        def reveal(place: Ref[Bid, Any]) -> None:
            made[0].posts.go_to(place)

        self.add_section(str(forms.TUPE.title), build, held, deeper=True, reveal=reveal)

    def _add_risks(self) -> None:
        card = ReadingCard(self.desk, readings.RISKS, self)
        card.chart.chosen.connect(self._go_to_item)
        offer_starters(self.desk, self.add_list(people.RISKS), people.USUAL_RISKS)
        self.add(card)

    @Slot()
    def _take_indicators(self) -> None:
        bid_id = self.desk.session.bid_id
        self.desk.document.edit(
            tr("Measure the service by our indicators"), lambda bid: with_measures(bid, bid_id)
        )

    @Slot()
    def _take_requirements(self) -> None:
        bid_id = self.desk.session.bid_id
        self.desk.document.edit(
            tr("Set every requirement beside what we do"),
            lambda bid: with_every_requirement(bid, bid_id),
        )

    @Slot(str)
    def _go_to_item(self, identity: str) -> None:
        for name in COLLECTIONS:
            entries = getattr(self.desk.bid, name)
            if any(one.id == identity for one in entries):
                self.show_place(Ref(Bid, (name,)).item(identity))


PAGE = OfferPage
