"""A form made visible: a card with one row for each field, joined to the bid by the binder."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from bidkit.domain.base import Frozen, Reader
from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.ui.desk import Desk
from bidkit.ui.forms import spec
from bidkit.ui.forms.making import make_editor
from bidkit.ui.forms.rows import FieldRow, note_of
from bidkit.ui.pieces.cards import Card
from bidkit.ui.pieces.labels import Quiet
from bidkit.ui.theme import GRID, characters_wide

M = TypeVar("M", bound=Frozen)

WHOLE_BID: Ref[Bid, Bid] = Ref(Bid, ())
HALVES = (
    spec.Day,
    spec.Moment,
    spec.Money,
    spec.Number,
    spec.Percent,
    spec.Count,
    spec.YesNo,
    spec.YesNoUnknown,
    spec.LinkChoice,
)
TWO_COLUMNS_FROM = 80
LONGEST_CELL = {"short": 24, "half": 44, "full": 96}


class FormCard(Card, Generic[M]):
    """The card of a form, showing the thing at one address, or at another when told."""

    def __init__(
        self,
        desk: Desk,
        form: spec.Form[M],
        place: Ref[Bid, M] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk.theme, str(form.title), str(form.purpose), parent)
        self.form = form
        self._desk = desk
        self._place: Ref[Bid, M] | None = None
        self._columns = 0
        self._shown: tuple[FieldRow, ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(3 * GRID)
        self._grid.setVerticalSpacing(2 * GRID)
        self.body.addLayout(self._grid)
        self._shared_note = self._same_note()
        if self._shared_note:
            words = f"{self._shared_note[:1].upper()}{self._shared_note[1:]}."
            self.body.insertWidget(self.body.count() - 1, Quiet(words, self))
        self.rows = {field: self._row(field) for field in form.fields}
        desk.binder.bid_changed.connect(self._show_what_counts)
        if place is not None:
            self.show_at(place)

    @property
    def place(self) -> Ref[Bid, M] | None:
        """The address of what is shown."""
        return self._place

    def show_at(self, place: Ref[Bid, M]) -> None:
        """Show the thing at an address from now on."""
        self._place = place
        for field, row in self.rows.items():
            self._desk.binder.bind(
                row.editor, place.then(field.ref), str(field.words), row.speak, row.show_findings
            )
        self._show_what_counts()

    def let_go(self) -> None:
        """Show nothing any more: the thing is gone."""
        self._place = None
        for row in self.rows.values():
            self._desk.binder.unbind(row.editor)

    def holds(self, place: Ref[Bid, Any]) -> bool:
        """Tell whether one of the fields has this address."""
        mine = self._place
        return mine is not None and any(
            place.starts_with(mine.then(field.ref)) for field in self.form.fields
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in two columns where there is room for them."""
        super().resizeEvent(event)
        self._arrange()

    def _row(self, field: spec.Field[M]) -> FieldRow:
        row = FieldRow(self._desk.theme, make_editor(field, self._desk, self), self)
        note = note_of(field.leaf.mark, mixed=self._mixed())
        if isinstance(field, spec.Tick):
            row.describe(str(field.words), note, "", required=field.required)
            row.after(str(field.help))
        else:
            row.label(
                str(field.words),
                note,
                str(field.help),
                required=field.required,
                note_shown=note != self._shared_note,
            )
        longest = LONGEST_CELL[width_of(field)]
        row.editor.setMaximumWidth(characters_wide(self, longest))
        return row

    def _same_note(self) -> str:
        """Return the note that stands once over a card where nothing is for the buyer."""
        fields = self.form.fields
        notes = [note for field in fields if (note := note_of(field.leaf.mark, mixed=False))]
        ours = all(field.leaf.mark.reader is Reader.US for field in fields)
        return notes[0] if ours and len(notes) > 1 and len(set(notes)) == 1 else ""

    def _mixed(self) -> bool:
        return len({field.leaf.mark.reader for field in self.form.fields}) > 1

    @Slot()
    def _show_what_counts(self) -> None:
        counted = tuple(row for field, row in self.rows.items() if self._counts(field))
        if counted != self._shown:
            self._shown = counted
            self._columns = 0
            self._arrange()

    def _counts(self, field: spec.Field[M]) -> bool:
        if field.shown_when is None or self._place is None:
            return True
        try:
            return field.shown_when(self._place.get(self._desk.bid))
        except KeyError:
            return False

    def _arrange(self) -> None:
        columns = 2 if self.width() >= characters_wide(self, TWO_COLUMNS_FROM) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for row in self.rows.values():
            self._grid.removeWidget(row)
            row.setVisible(row in self._shown)
        line, at = 0, 0
        for field, row in self.rows.items():
            if row not in self._shown:
                continue
            span = 1 if columns == 2 and width_of(field) != "full" else columns
            if at + span > columns:
                line, at = line + 1, 0
            self._grid.addWidget(row, line, at, 1, span, Qt.AlignmentFlag.AlignTop)
            at += span
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def width_of(field: spec.Field[Any]) -> spec.Width:
    """Return how much of a line a field takes."""
    if field.width:
        return field.width
    if isinstance(field, HALVES):
        return "half"
    if isinstance(field, spec.Choice) and len(field.options) > 4:
        return "half"
    return "full"


def card_of_bid(desk: Desk, form: spec.Form[Bid], parent: QWidget | None = None) -> FormCard[Bid]:
    """Return the card of a form whose fields are addressed from the bid itself."""
    return FormCard(desk, form, WHOLE_BID, parent)
