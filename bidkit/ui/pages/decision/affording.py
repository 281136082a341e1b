"""The card of what winning would mean for our money: share of income, cash, reserves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from bidkit.domain.showing import MONTHS, money_words, number_words, percent_words
from bidkit.figures.readings.affording import Affording, affording_of
from bidkit.rules.facts import Levels
from bidkit.session.fitting.deciding import facts_at
from bidkit.ui.desk import Desk
from bidkit.ui.pages.decision.following import FollowingCard
from bidkit.ui.pieces.figures import Figure, FigureStrip
from bidkit.ui.pieces.labels import Quiet, Tone
from bidkit.words import tr

ENOUGH_MONTHS = 3


class AffordCard(FollowingCard):
    """Shows the figures that decide whether winning would hurt."""

    reads: ClassVar[tuple[str, ...]] = (
        "decision",
        "opportunity",
        "accounts",
        "costing",
        "price_lines",
        "payments",
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("What winning would mean for our money"), parent=parent)
        self._strip = FigureStrip(desk.theme, self)
        self._open = Quiet("", self)
        self.body.addWidget(self._strip)
        self.body.addWidget(self._open)
        self.tell()

    def tell(self) -> None:
        """Work the figures out again."""
        found = affording_of(self.desk.bid)
        levels = facts_at(self.desk.session.now()).levels
        figures = tuple(figures_of(found, levels))
        self._strip.tell(figures)
        self._strip.setVisible(bool(figures))
        missing = "; ".join(missing_of(found))
        self._open.setText(tr("To know more, give {what}.", what=missing))
        self._open.setVisible(bool(missing))


def figures_of(found: Affording, levels: Levels) -> Iterator[Figure]:
    """Yield each figure that is known, with what it means."""
    if found.a_year is not None:
        yield Figure(tr("A year of it"), money_words(found.a_year))
    if found.share is not None:
        yield _share(found, levels)
    if found.times is not None:
        remark = tr("buyers rarely ask for more than 2")
        good = found.times >= (levels.turnover_multiple or 2)
        times = tr("{n} times", n=number_words(found.times, 1))
        yield Figure(tr("Our income covers it"), times, remark, "good" if good else "warn")
    if found.lowest is not None:
        month = tr("at the start")
        if found.lowest_in is not None:
            name = MONTHS[found.lowest_in.month - 1]
            month = tr("in {month} {year}", month=name, year=found.lowest_in.year)
        tone: Tone = "bad" if found.lowest < 0 else "good"
        yield Figure(tr("Lowest balance"), money_words(found.lowest), month, tone)
    if found.needed is not None:
        yield _cash(found)
    if found.reserves is not None:
        words = tr("{n} months", n=number_words(found.reserves, 1))
        good = found.reserves >= ENOUGH_MONTHS
        remark = tr("of spending; funders like 3 to 6")
        yield Figure(tr("Free reserves"), words, remark, "good" if good else "warn")


def _share(found: Affording, levels: Levels) -> Figure:
    label, words = tr("Share of our income"), percent_words(found.share, 0)
    level = levels.contract_share_percent
    if level is None or found.share is None:
        return Figure(label, words)
    if found.share > level:
        remark = tr("▲ above {level}: we would depend on it", level=percent_words(level, 0))
        return Figure(label, words, remark, "warn")
    return Figure(label, words, tr("✓ below {level}", level=percent_words(level, 0)), "good")


def _cash(found: Affording) -> Figure:
    label, words = tr("Cash needed first"), money_words(found.needed)
    if found.short is None:
        return Figure(label, words, tr("say below what we have for it"))
    if found.short:
        remark = tr("● {short} is missing", short=money_words(found.short))
        return Figure(label, words, remark, "bad")
    return Figure(label, words, tr("✓ it is there"), "good")


def missing_of(found: Affording) -> Iterator[str]:
    """Yield what should be given so that more can be said."""
    if found.a_year is None:
        yield tr("the value of the contract or our price")
    if found.share is None or found.reserves is None:
        yield tr("the latest accounts on “Our organisation”")
    if found.needed is None:
        yield tr("the cash needed below, or payments on “Costs and price”")
