"""What every page is: a heading, a sentence of purpose, cards and lists, and take-me-there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar, TypeVar

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from bidkit.domain.base import Entity, Frozen
from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref
from bidkit.domain.stages import Stage, title_of
from bidkit.session.document import Changed
from bidkit.session.fitting.dated import overdue_on
from bidkit.ui.desk import Desk
from bidkit.ui.forms.card import WHOLE_BID, FormCard
from bidkit.ui.forms.lists import ItemList, holds
from bidkit.ui.forms.spec import Form, Listing, Text
from bidkit.ui.pieces.cards import Deeper
from bidkit.ui.pieces.labels import Heading, Quiet, Toned
from bidkit.ui.pieces.tab_order import focus_first
from bidkit.ui.theme import GRID

M = TypeVar("M", bound=Frozen)
E = TypeVar("E", bound=Entity)
LEAST_HEIGHT = 120


@dataclass(frozen=True)
class Section:
    """A part of a page that can be found by address, and opened where it waits closed."""

    holds: Callable[[Ref[Bid, Any]], bool]
    reveal: Callable[[Ref[Bid, Any]], object]
    widget: QWidget


class Page(QWidget):
    """One stage. A page sets stage and purpose, and adds its parts in build()."""

    stage: ClassVar[Stage]
    purpose: ClassVar[Text] = ""
    scrolls: ClassVar[bool] = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._sections: list[Section] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 3 * GRID)
        self.column.setSpacing(2 * GRID)
        self.heading = Heading(self.title(), 1, self)
        self.column.addWidget(self.heading)
        if self.purpose:
            self.column.addWidget(Quiet(str(self.purpose), self))
        self._warn_of_age()
        self.build()
        if self.scrolls:
            self.column.addStretch()
        desk.theme.dress(self)
        desk.binder.bid_changed.connect(self._rename)

    def build(self) -> None:
        """Add the parts of the page."""

    def _warn_of_age(self) -> None:
        """Say above everything else which figures or lists of this page may be out of date."""
        session = self.desk.session
        for words in overdue_on(self.stage, session.document.bid, session.today()):
            self.column.addWidget(Toned(self.desk.theme, "warn", f"▲ {words}", self))

    def minimumSizeHint(self) -> QSize:
        """Ask for the width that is needed; the height follows from the width there is."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), LEAST_HEIGHT if self.scrolls else hint.height())

    def title(self) -> str:
        """Return the name of the stage as this route calls it."""
        about = self.desk.bid.about
        return title_of(self.stage, about.route, all_stages=about.all_stages)

    @property
    def short(self) -> bool:
        """Tell whether this is the short walk of a small grant; pages are built anew if not."""
        about = self.desk.bid.about
        return about.route == "small_grant" and not about.all_stages

    def add(self, widget: QWidget) -> QWidget:
        """Add any widget at the end of the page."""
        self.column.addWidget(widget)
        return widget

    def add_form(self, form: Form[Bid]) -> QWidget:
        """Add the card of a form of the bid; one that goes deeper waits closed."""
        return self.add_form_at(form, WHOLE_BID)

    def add_form_at(self, form: Form[M], place: Ref[Bid, M]) -> QWidget:
        """Add the card of a form of something inside the bid, at its address."""

        def held(where: Ref[Bid, Any]) -> bool:
            return any(where.starts_with(place.then(field.ref)) for field in form.fields)

        def build() -> QWidget:
            return FormCard(self.desk, form, place, self)

        return self.add_section(str(form.title), build, held, deeper=form.deeper)

    def add_list(self, listing: Listing[E], *, belongs_to: str = "") -> QWidget:
        """Add a table with its editing card; one that goes deeper waits closed."""
        lists: list[ItemList] = []

        def build() -> QWidget:
            lists.append(ItemList(self.desk, listing, self, belongs_to=belongs_to))
            return lists[0]

        def reveal(where: Ref[Bid, Any]) -> None:
            if lists:
                lists[0].go_to(where)

        return self.add_section(
            str(listing.title),
            build,
            partial(holds, listing),
            deeper=listing.deeper,
            reveal=reveal,
        )

    def add_section(
        self,
        title: str,
        build: Callable[[], QWidget],
        held: Callable[[Ref[Bid, Any]], bool],
        *,
        deeper: bool = False,
        reveal: Callable[[Ref[Bid, Any]], object] | None = None,
    ) -> QWidget:
        """Add a part that can be found by address; a deeper one is built when first opened."""
        if not deeper:
            part = self.add(build())
            self._sections.append(Section(held, reveal or (lambda _place: None), part))
            return part
        section = Deeper(title, build, self)

        def open_and_reveal(place: Ref[Bid, Any]) -> None:
            section.open()
            if reveal is not None:
                reveal(place)

        self._sections.append(Section(held, open_and_reveal, section))
        return self.add(section)

    def show_place(self, place: Ref[Bid, Any]) -> bool:
        """Bring an address into sight and give it the keyboard; tell whether it is here."""
        part: QWidget | None = None
        for section in self._sections:
            if section.holds(place):
                section.reveal(place)
                part = part or section.widget
        editor = self.desk.binder.editor_at(place) or self.desk.binder.editor_inside(place, self)
        if editor is not None and self.isAncestorOf(editor):
            editor.focus_widget.setFocus(Qt.FocusReason.OtherFocusReason)
            self.bring_into_sight(editor)
            return True
        if part is not None:
            focus_first(part)
            self.bring_into_sight(part)
        return part is not None

    def begin(self) -> None:
        """Give the keyboard to the first thing on the page that takes it."""
        focus_first(self)

    def link_evidence(self, _identity: str) -> bool:
        """Link an item of evidence where one writes; tell whether this page can."""
        return False

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll so that a widget of this page can be seen."""
        area: QWidget | None = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(widget, 0, 6 * GRID)
            QTimer.singleShot(0, widget, partial(area.ensureWidgetVisible, widget, 0, 6 * GRID))

    def _rename(self, change: Changed) -> None:
        if change.before.about is not change.after.about:
            self.heading.setText(self.title())
