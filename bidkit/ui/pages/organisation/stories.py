"""The card under a case study: how long its three versions are, drafted and copied."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QWidget

from bidkit.session.document import Changed
from bidkit.session.library.stories import Telling, draft_lengths, drafted, tellings_of
from bidkit.ui.desk import Desk
from bidkit.ui.forms.lists import ItemList
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Tone, Toned
from bidkit.words import tr


class LengthsCard(Card):
    """Counts the versions of the chosen case study as people type."""

    def __init__(self, desk: Desk, items: ItemList, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, tr("How long they are"), parent=parent)
        self._desk, self._items = desk, items
        self._lines = [Toned(desk.theme, "muted", parent=self) for _ in range(3)]
        row = FlowLayout()
        self._draft = Button(tr("Draft the empty ones from the parts"), self)
        self._draft.clicked.connect(self._write)
        row.addWidget(self._draft)
        self._copy = [Button("", self) for _ in self._lines]
        for at, (line, button) in enumerate(zip(self._lines, self._copy, strict=True)):
            self.body.addWidget(line)
            button.clicked.connect(partial(self._take, at))
            row.addWidget(button)
        self.body.addLayout(row)
        items.chosen.connect(self._chosen)
        desk.binder.bid_changed.connect(self._follow)
        self._chosen(items.current)

    @Slot(str)
    def _chosen(self, identity: str) -> None:
        case = next((one for one in self._desk.bid.case_studies if one.id == identity), None)
        self.setVisible(case is not None)
        if case is None:
            return
        every = tellings_of(case)
        for line, button, one in zip(self._lines, self._copy, every, strict=True):
            words, tone = said_of(one)
            line.tell(words, tone)
            button.setText(tr("Copy the {n} words", n=one.most))
            button.setVisible(bool(one.text))
        empty = [one for one in every if not one.text]
        self._draft.setVisible(any(drafted(case, one.most) for one in empty))

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if change.before.case_studies is not change.after.case_studies:
            self._chosen(self._items.current)

    @Slot()
    def _write(self) -> None:
        count = draft_lengths(self._desk.document, self._items.current)
        self._desk.notices.say(
            tr("{n} were drafted from the parts. Read them aloud, and change them.", n=count)
        )

    def _take(self, at: int) -> None:
        current = self._items.current
        case = next(one for one in self._desk.bid.case_studies if one.id == current)
        QApplication.clipboard().setText(tellings_of(case)[at].text)
        self._desk.notices.say(tr("Copied. Paste it where you need it."))


def said_of(one: Telling) -> tuple[str, Tone]:
    """Return how long a version is beside what it may be."""
    if not one.text:
        return tr("○ In {n} words: not written yet.", n=one.most), "muted"
    if one.words > one.most:
        words = tr(
            "● In {n} words: {count} words, {over} too many.",
            n=one.most,
            count=one.words,
            over=one.words - one.most,
        )
        return words, "bad"
    return tr("✓ In {n} words: {count} words.", n=one.most, count=one.words), "good"
