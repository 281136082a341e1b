"""The card that lists what must be fixed before handing in, and how to hand in all the same."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QVBoxLayout, QWidget

from bidkit.domain.base import new_id
from bidkit.domain.bid import Bid
from bidkit.domain.finding import Finding, Level
from bidkit.domain.refs import Ref, ref
from bidkit.domain.rounds import SignOff
from bidkit.session.exports import draft_mark_taken_off
from bidkit.session.lots.rounds import findings_for_round
from bidkit.ui.desk import Desk
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.labels import Quiet, Toned, Words
from bidkit.ui.theme import GRID
from bidkit.words import tr

MOST = 8


class MustFix(Card):
    """What marks every output DRAFT, each with a way to it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, tr("Ready to hand in?"), parent=parent)
        self._desk = desk
        self._round = ""
        self._head = Toned(desk.theme, "good", parent=self)
        self.body.addWidget(self._head)
        self._rows = QWidget(self)
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self.body.addWidget(self._rows)
        self._draft = Button(tr("Take off the DRAFT mark"), self)
        self._draft.clicked.connect(self._ask_reason)
        self.body.addWidget(self._draft, 0, Qt.AlignmentFlag.AlignLeft)
        end = desk.session.findings_changed.connect(self._show)
        self.destroyed.connect(lambda: end())
        desk.binder.bid_changed.connect(self._refresh)
        self._show(desk.session.findings)

    @Slot(str)
    def show_round(self, identity: str) -> None:
        """Speak of what one round waits for, or of all."""
        self._round = identity
        self._show(self._desk.session.findings)

    @Slot(object)
    def _refresh(self, _change: object) -> None:
        self._show(self._desk.session.findings)

    def _show(self, findings: tuple[Finding, ...]) -> None:
        findings = findings_for_round(findings, self._desk.bid, self._round)
        must = [one for one in findings if one.level is Level.MUST]
        should = sum(one.level is Level.SHOULD for one in findings)
        taken_off = draft_mark_taken_off(self._desk.bid)
        if not must:
            self._head.tell(tr("✓ Nothing must be fixed."), "good")
        elif taken_off:
            self._head.tell(
                tr("▲ {n} to fix, but the DRAFT mark was taken off.", n=len(must)), "warn"
            )
        else:
            self._head.tell(
                tr("● {n} must be fixed. Until then every document is marked DRAFT.", n=len(must)),
                "bad",
            )
        self._draft.setVisible(bool(must) and not taken_off)
        self._clear()
        kinds: dict[str, list[Finding]] = {}
        for one in must:
            kinds.setdefault(one.rule, []).append(one)
        for alike in list(kinds.values())[:MOST]:
            self._column.addWidget(self._row(alike[0], len(alike) - 1))
        left = sum(len(alike) for alike in list(kinds.values())[MOST:])
        if left > 0:
            self._column.addWidget(Quiet(tr("and {n} more under To fix", n=left), self._rows))
        if should:
            words = tr("{n} more would make it better. They are under To fix.", n=should)
            self._column.addWidget(Quiet(words, self._rows))

    def _clear(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _row(self, finding: Finding, others: int = 0) -> QWidget:
        row = QWidget(self._rows)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        words = finding.what
        if others:
            words = tr("{what} And {n} more of this kind.", what=words, n=others)
        line.addWidget(Words(words, row), 1)
        there = Button(tr("Take me there"), row, quiet=True)
        there.setAccessibleDescription(finding.what)
        place: Ref[Bid, Any] = finding.place
        there.clicked.connect(partial(self._desk.take_there, place))
        line.addWidget(there)
        return row

    @Slot()
    def _ask_reason(self) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(tr("Take off the DRAFT mark"))
        dialog.setLabelText(tr("Your name and the reason, such as “A. Jones: the form follows”:"))
        dialog.textValueSelected.connect(self._take_off)
        dialog.open()

    @Slot(str)
    def _take_off(self, text: str) -> None:
        name, _, reason = text.partition(":")
        if not name.strip() or not reason.strip():
            self._desk.notices.say(tr("Nothing was changed: a name, a colon and a reason, please."))
            return
        entry = SignOff(
            id=new_id(),
            purpose="take off draft",
            name=name.strip(),
            reason=reason.strip(),
            on=self._desk.session.today(),
        )
        collection = ref(Bid, lambda bid: bid.sign_offs)
        self._desk.document.add(collection, entry, label=tr("Take off the DRAFT mark"))
