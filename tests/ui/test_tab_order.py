"""Tab goes where the eye goes, also to what was built late."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from bidkit.ui.notices import Notices
from bidkit.ui.pieces.tab_order import focus_first, step_focus, tab_stops
from bidkit.ui.shell.workspace import Workspace
from bidkit.ui.theme import Theme
from tests.ui.conftest import Put
from tests.ui.paper import PaperSession


def column_of(*widgets: QWidget) -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    for widget in widgets:
        column.addWidget(widget)
    return holder, column


def test_what_was_built_late_comes_where_it_stands(put: Put) -> None:
    first, last, late = QLineEdit(), QLineEdit(), QLineEdit()
    holder, column = column_of(first, last)
    put(holder)
    column.insertWidget(1, late)
    late.show()
    assert tab_stops(holder) == [first, late, last]
    focus_first(holder)
    seen = []
    for _ in range(3):
        seen.append(QApplication.focusWidget())
        assert step_focus(holder, forward=True)
    assert seen == [first, late, last]
    assert QApplication.focusWidget() is first
    step_focus(holder, forward=False)
    assert QApplication.focusWidget() is last


def test_a_number_is_one_stop_and_radio_buttons_are_one_stop(put: Put) -> None:
    number, yes, no = QSpinBox(), QRadioButton("Yes"), QRadioButton("No")
    holder, _ = column_of(number, yes, no)
    no.setChecked(True)
    put(holder)
    assert tab_stops(holder) == [number, no]


def test_a_scrolled_part_is_a_stop_only_where_nothing_inside_it_is(put: Put) -> None:
    words, fields = QScrollArea(), QScrollArea()
    words.setWidget(QWidget())
    line = QLineEdit()
    fields.setWidget(column_of(line)[0])
    holder, _ = column_of(words, fields)
    put(holder)
    assert tab_stops(holder) == [words, line]


def test_a_widget_without_stops_is_left_alone(put: Put) -> None:
    holder, _ = column_of(QWidget())
    put(holder)
    assert not step_focus(holder, forward=True)


def test_from_the_rail_tab_goes_into_the_page_and_through_it_to_the_panel(
    put: Put, theme: Theme
) -> None:
    root = QWidget()
    space = Workspace(PaperSession(), Notices(root), theme)
    put(space)
    space.resize(1280, 700)
    space.rail.list.setFocus()
    rooms: list[QWidget] = []
    for _ in range(30):
        now = QApplication.focusWidget()
        assert now is not None
        room = next(one for one in (space.rail, space.walk, space.panel) if one.isAncestorOf(now))
        if not rooms or rooms[-1] is not room:
            rooms.append(room)
        if room is space.panel:
            break
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert rooms == [space.rail, space.walk, space.panel]
