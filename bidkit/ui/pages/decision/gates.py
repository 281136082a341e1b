"""The card under the gates: whether anything stops us, and what the bid itself says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.decision import Gate
from bidkit.rules.prospects import Said, gates_said
from bidkit.rules.routes import ask
from bidkit.session.fitting.deciding import (
    ask_about_conditions,
    conditions_to_ask,
    facts_at,
    fill_gates,
    gates_to_fill,
)
from bidkit.ui.desk import Desk
from bidkit.ui.pages.decision.following import FollowingCard
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Tone, Toned, Words
from bidkit.words import tr

MARKS = {"yes": "✓", "no": "●"}


class GatesCard(FollowingCard):
    """Says how the gates stand together, and offers to answer those the bid can speak to."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("How the gates stand"), parent=parent)
        self._verdict = Toned(desk.theme, "muted", parent=self)
        self._said = Words("", self)
        self._take = Button(tr("Answer these from the bid"), self)
        self._take.clicked.connect(self._fill)
        self._ask = Button("", self)
        self._ask.clicked.connect(self._draft)
        row = FlowLayout()
        row.addWidget(self._take)
        row.addWidget(self._ask)
        self.body.addWidget(self._verdict)
        self.body.addWidget(self._said)
        self.body.addLayout(row)
        self.tell()

    def tell(self) -> None:
        """Read gates and figures again."""
        bid = self.desk.bid
        self._verdict.tell(*verdict(bid.gates))
        said = gates_said(bid, facts_at(self.desk.session.now()))
        lines = tuple(lines_of(bid.gates, said))
        self._said.setText("\n".join(lines))
        self._said.setVisible(bool(lines))
        self._take.setVisible(bool(gates_to_fill(bid, said)))
        self._ask.setText(tr("{ask} about what we cannot meet", ask=ask(bid)))
        self._ask.setVisible(bool(conditions_to_ask(bid)))

    @Slot()
    def _fill(self) -> None:
        count = fill_gates(self.desk.document, self.desk.session.now())
        self.desk.notices.say(tr("{n} gates were answered from the bid. Look at each.", n=count))

    @Slot()
    def _draft(self) -> None:
        count = ask_about_conditions(self.desk.document, self.desk.session.today())
        words = tr("They are drafted already: see “Questions to the buyer” in Tender documents.")
        if count:
            words = tr(
                "{n} questions were drafted in Tender documents. Read them, then send.", n=count
            )
        self.desk.notices.say(words)


def verdict(gates: Iterable[Gate]) -> tuple[str, Tone]:
    """Return in a sentence whether anything stops us, is not known yet, or speaks against it."""
    every = tuple(gates)
    if not every:
        return tr("○ No gates yet. Start from the usual ones."), "muted"
    stopped = [one for one in every if one.stops and one.answer == "no"]
    against = [one for one in every if not one.stops and one.answer == "no"]
    waiting = [one for one in every if one.answer in ("", "unknown")]
    counts = tr("{yes} of {all} yes", yes=_count(every, "yes"), all=len(every))
    if stopped:
        return tr("● This stops us: {question}", question=stopped[0].question), "bad"
    if waiting:
        words = tr("○ {counts}; {n} not known yet.", counts=counts, n=len(waiting))
        return words, "warn"
    if against:
        words = tr(
            "▲ {counts}; nothing stops us, and {n} speak against it.",
            counts=counts,
            n=len(against),
        )
        return words, "warn"
    return tr("✓ Nothing stops us: {counts}.", counts=counts), "good"


def lines_of(gates: Iterable[Gate], said: Mapping[str, Said]) -> Iterable[str]:
    """Yield what the bid says where a gate is open, or answered otherwise."""
    for one in gates:
        found = said.get(one.key)
        if found is not None and one.answer != found.answer:
            words = {"yes": tr("the bid says yes"), "no": tr("the bid says no")}[found.answer]
            yield f"{MARKS[found.answer]} {one.question} – {words}: {found.reason}"


def _count(gates: Iterable[Gate], answer: str) -> int:
    return sum(one.answer == answer for one in gates)
