"""Choices are made, taken back and moved through by keyboard; strange values are kept."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bidkit.ui.editors.choices import ChoiceEditor, RowEditor, SeveralEditor, choice_editor
from bidkit.ui.theme import Theme
from tests.ui.conftest import Put

FEW = (("yes", "Yes"), ("no", "No"), ("unknown", "We do not know"))
MANY = tuple((str(number), f"Option {number}") for number in range(8))


def test_few_options_stand_in_a_row_and_many_drop_down(theme: Theme, qtbot: QtBot) -> None:
    few, many = choice_editor(FEW, "None"), choice_editor(MANY, "None")
    for editor in (few, many):
        qtbot.addWidget(editor)
    assert isinstance(few, RowEditor)
    assert isinstance(many, ChoiceEditor)


def test_a_choice_can_be_made_and_taken_back_by_keyboard(theme: Theme, put: Put) -> None:
    row = RowEditor(FEW)
    person = put(row)
    told: list[object] = []
    row.edited.connect(lambda: told.append(row.value()))
    row.show_value("")
    row.buttons[0].setFocus()
    person.keys("Space")
    person.keys("Right")
    person.keys("Space")
    assert told[0] == "yes"
    assert row.value() in ("no", "")
    row.show_value("no")
    row.buttons[1].setFocus()
    person.keys("Space")
    assert row.value() == ""


def test_a_value_that_is_not_offered_is_kept(theme: Theme, qtbot: QtBot) -> None:
    editor = ChoiceEditor(MANY)
    qtbot.addWidget(editor)
    editor.show_value("newer")
    assert editor.value() == "newer"
    editor.show_value("3")
    assert editor.chooser.findData("newer") < 0
    several = SeveralEditor(FEW)
    qtbot.addWidget(several)
    several.show_value(("newer", "yes"))
    assert several.value() == ("newer", "yes")


def test_the_wheel_changes_nothing_by_accident(theme: Theme, put: Put) -> None:
    editor = ChoiceEditor(MANY)
    put(editor)
    editor.show_value("3")
    place = QPointF(5, 5)
    event = QWheelEvent(
        place,
        editor.chooser.mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by position
    )
    QApplication.sendEvent(editor.chooser, event)
    assert editor.value() == "3"
