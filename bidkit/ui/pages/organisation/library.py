"""The card of our library: what is kept, refreshing from it, keeping this, reading registers."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from bidkit.domain.showing import day_words
from bidkit.errors import BidKitError
from bidkit.ui.desk import Desk
from bidkit.ui.dialogs.asking import ask_for_register
from bidkit.ui.dialogs.library_acts import LibraryActs
from bidkit.ui.dialogs.reading_in import ReadIn
from bidkit.ui.forms.spec import Form, Listing
from bidkit.ui.pages.organisation import deeper, forms, holdings, record
from bidkit.ui.pieces.buttons import Button
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.flow import FlowLayout
from bidkit.ui.pieces.labels import Toned, Words
from bidkit.words import tr


class LibraryCard(Card):
    """Says what is kept of us, and offers what can be done with it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, tr("Our library"), parent=parent)
        self._desk = desk
        self.acts = LibraryActs(desk, self, labels())
        self.reading = ReadIn(desk, self, ask=ask_for_register)
        self._said = Words("", self)
        self._due = Toned(desk.theme, "warn", tr("It is time to look at it again."), self)
        self.body.addWidget(self._said)
        self.body.addWidget(self._due)
        row = FlowLayout()
        self._refresh = Button(tr("Refresh from our library"), self)
        for button, act in (
            (self._refresh, self.acts.refresh),
            (Button(tr("Keep this as ours"), self), self.acts.keep_ours),
            (Button(tr("Keep for next time"), self), self.acts.keep_things),
            (Button(tr("Look through our library"), self), self.acts.look_through),
            (Button(tr("Read a register or a list of grants"), self), self.reading.ask),
        ):
            button.clicked.connect(act)
            row.addWidget(button)
        self.body.addLayout(row)
        self.acts.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        try:
            kept = self.acts.library.ours()
        except BidKitError as error:
            self._said.setText(str(error))
            self._due.hide()
            return
        self._refresh.setVisible(kept is not None)
        if kept is None:
            self._said.setText(
                tr(
                    "Nothing is kept yet. Fill this page in once and keep it: the next bid "
                    "starts with it."
                )
            )
            self._due.hide()
            return
        kept_on = day_words(kept.kept_on, weekday=False)
        words = tr("Kept on {day}.", day=kept_on)
        if kept.owner:
            words = tr("Kept on {day} by {owner}.", day=kept_on, owner=kept.owner)
        if kept.review_on is not None:
            day = day_words(kept.review_on, weekday=False)
            words = f"{words} {tr('To be looked at again by {day}.', day=day)}"
        self._said.setText(f"{words}\n{self._beside()}")
        self._due.setVisible(kept.due(self._desk.session.today()))

    def _beside(self) -> str:
        """Return how this bid stands beside the library, and since when it has its details."""
        count = self.acts.differences()
        words = tr("This bid says the same.")
        if count == 1:
            words = tr("One detail differs from this bid: refresh shows which.")
        elif count:
            words = tr("{n} details differ from this bid: refresh shows which.", n=count)
        taken = self._desk.bid.organisation.refreshed_on
        if taken is None:
            return words
        day = day_words(taken, weekday=False)
        return f"{words} {tr('It took them over on {day}.', day=day)}"


def labels() -> dict[str, str]:
    """Return the words of every field and list of our organisation, by address."""
    found: dict[str, str] = {}
    for module in (forms, holdings, record, deeper):
        for one in vars(module).values():
            if isinstance(one, Form):
                found |= {str(field.ref): str(field.words) for field in one.fields}
            elif isinstance(one, Listing):
                name = str(one.collection)
                found[name] = str(one.title)
                found |= {f"{name}.{field.ref}": str(field.words) for field in one.fields()}
    return found
