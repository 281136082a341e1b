"""The cards of full value that work something out: the draft, the model, return and case."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.showing import money_words
from bidkit.figures.readings.value import break_even_words, ratio_words, social_return_of
from bidkit.packs.catalogue import Catalogue, shipped
from bidkit.session.document import Changed
from bidkit.session.value.social import (
    outcome_words,
    suggested_model,
    suggestion_words,
    use_suggested,
)
from bidkit.session.value.statement import draft_statement, put_draft
from bidkit.ui.desk import Desk
from bidkit.ui.forms.card import WHOLE_BID, FormCard
from bidkit.ui.pages.value.forms import CASE, SOCIAL, STATEMENT
from bidkit.ui.pages.value.words import (
    kind_rows,
    return_notes,
    return_rows,
)
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.figures import Figure, FigureStrip, FigureTable
from bidkit.ui.pieces.labels import Quiet, Words
from bidkit.words import tr


class StatementCard(FormCard[Bid]):
    """The statement, with a draft made of what is claimed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, STATEMENT, WHOLE_BID, parent)
        self.button = Button(tr("Draft the statement"), self)
        self.button.clicked.connect(self._draft)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(
            Quiet(tr("From what is claimed above, in the order a panel reads it."), self)
        )

    @Slot()
    def _draft(self) -> None:
        bid = self._desk.bid
        words = draft_statement(bid)
        if not words:
            self._desk.notices.say(
                tr("Nothing is claimed yet: link evidence, and say who cares and how much.")
            )
        elif bid.full_value.statement.strip() in ("", words):
            self._put("write")
        else:
            answers = (("keep", tr("Keep it")), ("write", tr("Write the draft over it")))
            self._desk.notices.ask(
                tr("There is a statement already."),
                tr("The draft would take its place. Ctrl+Z brings yours back."),
                answers,
                self._put,
            )

    def _put(self, key: str) -> None:
        if key == "write":
            put_draft(self._desk.document)


class SocialCard(FormCard[Bid]):
    """Which model counts, with what the dates suggest and what it lets one promise."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, SOCIAL, WHOLE_BID, parent)
        self._packs: Catalogue = shipped()
        self._hint = Words("", self)
        self._take = Button(tr("Use this model"), self)
        self._take.clicked.connect(self._use)
        self._outcomes = Quiet("", self)
        for at, widget in enumerate((self._hint, self._take), 1):
            self.body.insertWidget(at, widget)
        self.body.addWidget(self._outcomes)
        desk.binder.bid_changed.connect(self._follow)
        self._tell()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        same = before.opportunity is after.opportunity and before.full_value is after.full_value
        if not same:
            self._tell()

    @Slot()
    def _use(self) -> None:
        use_suggested(self._desk.document, self._packs)

    def _tell(self) -> None:
        bid = self._desk.bid
        self._hint.setText(suggestion_words(bid, self._packs))
        model = suggested_model(bid, self._packs).model
        self._take.setVisible(bool(model) and bid.full_value.social_model == "")
        found = outcome_words(bid, self._packs)
        lines = [f"{mission}: {title}" if mission else title for mission, title in found]
        self._outcomes.setText("\n".join((tr("What may be promised under it:"), *lines)))
        self._outcomes.setVisible(bool(lines))


class ReturnCard(Card):
    """Works the social return out, with every assumption a quarter lower and higher."""

    READS = ("return_lines", "social_return", "social_measures")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, tr("Social return"), parent=parent)
        self._desk = desk
        line = shipped().figure("discount_rate", desk.session.today())
        self._rate = line.value if line is not None else None
        self._strip = FigureStrip(desk.theme, self)
        self._notes = Words("", self)
        self._kinds = FigureTable(self)
        self._table = FigureTable(self)
        for widget in (self._strip, self._notes, self._kinds, self._table):
            self.body.addWidget(widget)
        desk.binder.bid_changed.connect(self._follow)
        self._tell()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        before, after = change.before, change.after
        if any(getattr(before, name) is not getattr(after, name) for name in self.READS):
            self._tell()

    def _tell(self) -> None:
        found = social_return_of(self._desk.bid, self._rate)
        account = found.account
        self._strip.setVisible(account is not None)
        if account is not None:
            self._strip.tell(
                (
                    Figure(tr("For each £1 put in"), ratio_words(account.ratio)),
                    Figure(tr("Worth today"), money_words(account.present_value)),
                    Figure(tr("Less what is put in"), money_words(account.net_present_value)),
                )
            )
        self._notes.setText("\n".join(return_notes(found)))
        kinds = kind_rows(found)
        self._kinds.setVisible(bool(kinds))
        if kinds:
            self._kinds.tell((tr("Of that"), tr("Worth today"), tr("For each £1")), kinds)
        self._table.setVisible(bool(found.swings))
        if found.swings:
            headings = (tr("If this is a quarter off"), tr("25% lower"), tr("25% higher"))
            self._table.tell(headings, return_rows(found))


class CaseCard(FormCard[Bid]):
    """The business case, and the sentence it comes to."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, CASE, WHOLE_BID, parent)
        self._said = Words("", self)
        self.body.insertWidget(1, self._said)
        desk.binder.bid_changed.connect(self._follow)
        self._tell()

    @Slot(object)
    def _follow(self, change: Changed) -> None:
        if change.before.business_case is not change.after.business_case:
            self._tell()

    def _tell(self) -> None:
        self._said.setText(break_even_words(self._desk.bid))
