"""The whole piece on a form: buttons, the line for links, and the text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bidkit.domain.prose import Chip, web_address
from bidkit.ui.prose.acts.commands import Command
from bidkit.ui.prose.field import ProseField


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[ProseField]:
    """A field on a window of its own, the keyboard in its text."""
    made = ProseField()
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.text.setFocus()
    qtbot.waitUntil(made.text.hasFocus)
    yield made
    made.tidy()


def test_showing_a_value_is_no_edit_and_typing_is(field: ProseField, qtbot: QtBot) -> None:
    edits: list[str] = []
    field.edited.connect(lambda: edits.append(field.value()))
    field.show_value("One")
    assert field.value() == "One"
    assert edits == []
    QTest.keyClicks(field.text, "x")
    assert field.value() == "xOne"
    assert edits == ["xOne"]


def test_what_was_typed_is_told_before_the_focus_leaves(field: ProseField) -> None:
    order: list[str] = []
    field.edited.connect(lambda: order.append("edited"))
    focus = QApplication.instance()
    assert isinstance(focus, QApplication)
    focus.focusChanged.connect(lambda old, new: order.append("left"))
    field.show_value("")
    QTest.keyClicks(field.text, "x")
    field.link_bar.ask("")
    assert order[:2] == ["edited", "left"]


def test_every_button_does_what_it_says(field: ProseField) -> None:
    field.show_value("word")
    field.text.selectAll()
    for command, result in (
        (Command.BOLD, "**word**"),
        (Command.BOLD, "word"),
        (Command.ITALIC, "_word_"),
        (Command.ITALIC, "word"),
        (Command.HEADING_1, "# word"),
        (Command.HEADING_1, "word"),
        (Command.BULLETS, "- word"),
        (Command.NUMBERS, "1. word"),
    ):
        button = field.buttons.button(command)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert field.value() == result
        assert button.isChecked() == (command in field.text.holding())
        assert button.accessibleName()
        assert button.toolTip()


def test_the_buttons_are_one_stop_and_the_arrows_go_between_them(field: ProseField) -> None:
    bold, comment = field.buttons.button(Command.BOLD), field.buttons.button(Command.COMMENT)
    QTest.keyClick(field.text, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert bold.hasFocus()
    QTest.keyClick(bold, Qt.Key.Key_Right)
    assert field.buttons.button(Command.ITALIC).hasFocus()
    QTest.keyClick(field.buttons.button(Command.ITALIC), Qt.Key.Key_End)
    assert comment.hasFocus()
    QTest.keyClick(comment, Qt.Key.Key_Tab)
    assert field.text.hasFocus()


def test_a_link_is_made_by_keyboard_alone(field: ProseField, qtbot: QtBot) -> None:
    field.show_value("our site")
    field.text.selectAll()
    QTest.keyClick(field.text, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(field.link_bar.address.hasFocus)
    QTest.keyClicks(field.link_bar.address, "not an address")
    QTest.keyClick(field.link_bar.address, Qt.Key.Key_Return)
    assert field.link_bar.isVisible()
    field.link_bar.address.clear()
    QTest.keyClicks(field.link_bar.address, "harbourmind.example/reports")
    QTest.keyClick(field.link_bar.address, Qt.Key.Key_Return)
    assert field.value() == "[our site](https://harbourmind.example/reports)"
    assert not field.link_bar.isVisible()
    assert field.text.hasFocus()


def test_escape_leaves_a_link_as_it_was(field: ProseField, qtbot: QtBot) -> None:
    field.show_value("[x](https://a.example/)")
    field.text.selectAll()
    field.text.perform(Command.LINK)
    qtbot.waitUntil(field.link_bar.address.hasFocus)
    assert field.link_bar.address.text() == "https://a.example/"
    QTest.keyClick(field.link_bar.address, Qt.Key.Key_Escape)
    assert field.value() == "[x](https://a.example/)"
    field.text.perform(Command.LINK)
    QTest.mouseClick(field.link_bar.remove, Qt.MouseButton.LeftButton)
    assert field.value() == "x"


def test_chips_are_called_as_the_page_says(field: ProseField) -> None:
    field.show_value("[evidence](evidence:e4)")
    before = field.text.grab().toImage()
    field.text.set_labels(lambda thing: "E4 · JSNA 2025" if isinstance(thing, Chip) else "")
    assert field.text.grab().toImage() != before
    assert field.value() == "[evidence](evidence:e4)"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://a.example/x", "https://a.example/x"),
        (" www.a.example ", "https://www.a.example"),
        ("info@a.example", "mailto:info@a.example"),
        ("tel:+441248", "tel:+441248"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("two words", ""),
        ("", ""),
    ],
)
def test_a_typed_address_is_completed_or_refused(typed: str, address: str) -> None:
    assert web_address(typed) == address
