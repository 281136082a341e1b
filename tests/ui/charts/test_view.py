"""A chart fits its place, says what it shows, and its parts can be chosen."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bidkit.drawing.bars import Bar, BarChart
from bidkit.ui.charts.view import ChartView
from bidkit.ui.desk import Desk
from bidkit.ui.theme_tokens import Choice
from tests.drivers import Person
from tests.ui.conftest import Put

BARS = BarChart(
    "Where one more mark is worth most",
    (Bar("1.1 Service model", Decimal(5), "c1"), Bar("1.2 Outcomes", Decimal(4), "c2")),
)


@pytest.fixture
def view(desk: Desk, put: Put) -> ChartView:
    """A chart of two bars."""
    made = ChartView(desk.theme)
    put(made)
    made.show_chart(BARS)
    return made


def test_a_chart_says_what_it_shows(view: ChartView) -> None:
    assert "Service model" in view.accessibleName()
    assert view.heightForWidth(600) > 40
    assert view.keys() == ["c1", "c2"]


def test_a_part_is_chosen_by_mouse(view: ChartView, qtbot: QtBot) -> None:
    spots = (QPointF(x, y) for y in range(0, view.height(), 4) for x in range(0, 800, 16))
    place = next(one for one in spots if view.key_at(one) == "c2")
    with qtbot.waitSignal(view.chosen) as told:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert told.args == ["c2"]


def test_a_part_is_chosen_by_keyboard(view: ChartView, qtbot: QtBot) -> None:
    view.setFocus()
    person = Person(view)
    person.keys("Down")
    person.keys("Down")
    assert "Outcomes" in view.accessibleDescription()
    with qtbot.waitSignal(view.chosen) as told:
        person.keys("Return")
    assert told.args == ["c2"]


def test_a_chart_is_painted_in_both_themes(view: ChartView, desk: Desk) -> None:
    def colours() -> set[str]:
        picture = view.grab().toImage()
        width, height = picture.width(), picture.height()
        return {
            picture.pixelColor(x, y).name() for x in range(0, width, 3) for y in range(0, height, 3)
        }

    desk.theme.choose(Choice.LIGHT)
    assert desk.theme.tokens.accent in colours() or desk.theme.tokens.series_1 in colours()
    light = colours()
    desk.theme.choose(Choice.DARK)
    assert colours() != light


def test_no_chart_takes_no_room(view: ChartView) -> None:
    view.show_chart(None)
    assert view.keys() == []
    assert view.heightForWidth(600) == 0
