"""The cards under warning signs and the buyer's quality: what the bid says, and the sum."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.decision import BuyerQuality, RedFlag
from bidkit.figures.readings.quality import buyer_quality_of
from bidkit.rules.prospects import faults_said
from bidkit.session.fitting.deciding import fill_flags, flags_to_fill
from bidkit.ui.desk import Desk
from bidkit.ui.pages.decision.following import FollowingCard
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Tone, Toned, Words
from bidkit.words import tr

WORTH_SAYING = 4


class FaultsCard(FollowingCard):
    """Says what was found in the contract, what is open, and what the figures point to."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("What the contract looks like"), parent=parent)
        self._verdict = Toned(desk.theme, "muted", parent=self)
        self._said = Words("", self)
        self._take = Button(tr("Fill these in from the bid"), self)
        self._take.clicked.connect(self._fill)
        row = FlowLayout()
        row.addWidget(self._take)
        self.body.addWidget(self._verdict)
        self.body.addWidget(self._said)
        self.body.addLayout(row)
        self.tell()

    def tell(self) -> None:
        """Read the signs and the figures again."""
        bid = self.desk.bid
        self._verdict.tell(*flags_verdict(bid.red_flags))
        said = faults_said(bid)
        lines = [
            tr("▲ {sign} {reason}", sign=one.text, reason=said[one.key].reason)
            for one in bid.red_flags
            if one.key in said and said[one.key].yes and one.found != "yes"
        ]
        self._said.setText("\n".join(lines))
        self._said.setVisible(bool(lines))
        self._take.setVisible(bool(flags_to_fill(bid)))

    @Slot()
    def _fill(self) -> None:
        count = fill_flags(self.desk.document)
        self.desk.notices.say(tr("{n} signs were answered from the bid. Look at each.", n=count))


def flags_verdict(flags: Iterable[RedFlag]) -> tuple[str, Tone]:
    """Return in a sentence how many signs were found and how many nobody looked for."""
    every = tuple(flags)
    if not every:
        return tr("○ Nothing to look for yet. Start from the usual faults."), "muted"
    found = sum(one.found == "yes" for one in every)
    waiting = sum(one.found in ("", "unknown") for one in every)
    if found:
        words = tr(
            "● {n} of {all} found, {open} not looked for yet.",
            n=found,
            all=len(every),
            open=waiting,
        )
        return words, "bad"
    if waiting:
        return tr("○ None found so far; {n} not looked for yet.", n=waiting), "warn"
    return tr("✓ None of {all} found.", all=len(every)), "good"


class BuyerCard(FollowingCard):
    """Says how good a buyer this is in all, and where our bid can help it most."""

    reads: ClassVar[tuple[str, ...]] = ("buyer_quality",)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("The buyer in all"), parent=parent)
        self._sum = Toned(desk.theme, "muted", parent=self)
        self._weak = Words("", self)
        self.body.addWidget(self._sum)
        self.body.addWidget(self._weak)
        self.tell()

    def tell(self) -> None:
        """Add up again."""
        points = self.desk.bid.buyer_quality
        self._sum.tell(*buyer_verdict(points))
        weak = [one for one in points if one.rating == 0][:WORTH_SAYING]
        lines = [tr("Weak: {text} {help}", text=one.text, help=one.our_help) for one in weak]
        self._weak.setText("\n".join(line.strip() for line in lines))
        self._weak.setVisible(bool(lines))


def buyer_verdict(points: Iterable[BuyerQuality]) -> tuple[str, Tone]:
    """Return in a sentence how a buyer does, of those points that are rated."""
    found = buyer_quality_of(tuple(points))
    if found.share is None:
        return tr("○ Nothing is rated yet."), "muted"
    words = tr(
        "{points} of {most} for the {n} points that are rated.",
        points=found.points,
        most=found.most,
        n=found.rated,
    )
    if found.share >= GOOD:
        return tr("✓ A good buyer: {words}", words=words), "good"
    if found.share >= MIDDLING:
        return tr("▲ A middling buyer: {words}", words=words), "warn"
    return tr("● A poor buyer: {words}", words=words), "bad"


GOOD, MIDDLING = 67, 34
