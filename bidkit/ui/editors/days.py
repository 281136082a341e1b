"""Editors of days and moments: typed as people write them, or chosen from a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QDate, Qt, Slot
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from bidkit.domain.showing import UK, day_words, moment_words
from bidkit.domain.typed import read_day, read_moment
from bidkit.ui.editors.editor import UnreadableError
from bidkit.ui.editors.text import ReadLineEditor
from bidkit.ui.pieces.buttons import Button
from bidkit.words import tr

NOON = time(12)


class DayEditor(ReadLineEditor):
    """A day as typed text, with a calendar to choose from."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(day_words, lambda text: read_day(text, today()), parent)
        self._today = today
        self._offer_calendar()

    def _offer_calendar(self) -> None:
        self.button = Button(tr("Calendar"), self, quiet=True)
        self.button.clicked.connect(self._open_calendar)
        self.row.addWidget(self.button)

    def day(self) -> date | None:
        """Return the day that is shown, or None where the text is none."""
        try:
            found = self.value()
        except UnreadableError:
            return None
        return found.astimezone(UK).date() if isinstance(found, datetime) else found

    @Slot()
    def _open_calendar(self) -> None:
        popup = CalendarPopup(self.day() or self._today(), self)
        popup.calendar.activated.connect(self._take)
        popup.calendar.clicked.connect(self._take)
        popup.calendar.activated.connect(popup.close)
        popup.calendar.clicked.connect(popup.close)
        popup.move(self.button.mapToGlobal(self.button.rect().bottomLeft()))
        popup.show()
        popup.calendar.setFocus()

    @Slot(QDate)
    def _take(self, chosen: QDate) -> None:
        self.take_day(date(chosen.year(), chosen.month(), chosen.day()))

    def take_day(self, day: date) -> None:
        """Take a day that was chosen in the calendar."""
        self.show_value(day)
        self.edited.emit()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)


class MomentEditor(DayEditor):
    """A day and a time of day in UK time as typed text, with a calendar for the day."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        ReadLineEditor.__init__(self, moment_words, lambda text: read_moment(text, today()), parent)
        self._today = today
        self._offer_calendar()

    def take_day(self, day: date) -> None:
        """Take a day that was chosen in the calendar; keep the time of day, or begin at noon."""
        try:
            before: Any = self.value()
        except UnreadableError:
            before = None
        clock = before.astimezone(UK).time() if isinstance(before, datetime) else NOON
        self.show_value(datetime.combine(day, clock, UK))
        self.edited.emit()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)


class CalendarPopup(QFrame):
    """A calendar that opens beside a field and closes when a day is chosen or Escape pressed."""

    def __init__(self, day: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget(self)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.setAccessibleName(tr("Calendar"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.calendar)
