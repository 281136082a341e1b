"""A day is taken from the calendar; a moment keeps its time of day, or begins at noon."""

from __future__ import annotations

from datetime import date, datetime

from bidkit.domain.showing import UK
from bidkit.ui.editors.days import CalendarPopup, DayEditor, MomentEditor
from bidkit.ui.theme import Theme
from tests.ui.conftest import Put

TODAY = date(2026, 11, 25)


def test_the_calendar_opens_at_the_day_and_gives_one(theme: Theme, put: Put) -> None:
    editor = DayEditor(lambda: TODAY)
    person = put(editor)
    editor.show_value(date(2026, 12, 4))
    person.press("Calendar")
    popup = editor.findChild(CalendarPopup)
    assert isinstance(popup, CalendarPopup)
    assert popup.calendar.selectedDate().toPython() == date(2026, 12, 4)
    popup.calendar.clicked.emit(popup.calendar.selectedDate().addDays(1))
    assert editor.value() == date(2026, 12, 5)
    assert not popup.isVisible()


def test_a_moment_keeps_its_time_of_day(theme: Theme, put: Put) -> None:
    editor = MomentEditor(lambda: TODAY)
    put(editor)
    editor.take_day(date(2026, 12, 4))
    assert editor.value() == datetime(2026, 12, 4, 12, tzinfo=UK)
    editor.show_value(datetime(2026, 12, 4, 17, 30, tzinfo=UK))
    editor.take_day(date(2026, 12, 5))
    assert editor.value() == datetime(2026, 12, 5, 17, 30, tzinfo=UK)
