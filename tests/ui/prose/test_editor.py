"""The editor: opening changes nothing, typing is told after a rest, undo is the window's."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QFont, QKeySequence, QPalette, QShortcut, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from bidkit.domain.prose import Figure, Prose, Span, find_quote, read_prose, write_prose
from bidkit.ui.prose.acts.commands import Command
from bidkit.ui.prose.editor import ProseEditor
from bidkit.ui.prose.highlighting import Highlight
from tests.domain.prose.strategies import canonical_proses
from tests.ui.prose.conftest import Hands

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
FIXTURE_KEPT = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(suppress_health_check=FIXTURE_KEPT)
@given(canonical_proses)
def test_opening_changes_nothing(hands: Hands, prose: Prose) -> None:
    text = write_prose(prose)
    hands.editor.set_prose(text)
    hands.editor.seal()
    assert hands.told == []
    assert hands.editor.prose() == text
    assert write_prose(read_prose(hands.editor.prose())) == text


def test_foreign_text_is_not_changed_by_opening_it(hands: Hands) -> None:
    hands.editor.set_prose("* foreign\n* list\n\nSetext\n===")
    hands.editor.seal()
    assert hands.told == []


def test_typing_is_told_once_the_keys_rest(hands: Hands, qtbot: QtBot) -> None:
    hands.open("One")
    with qtbot.waitSignal(hands.editor.prose_changed, timeout=2000) as told:
        hands.type(" two")
    assert told.args == ["One two"]
    assert hands.told == ["One two"]
    assert hands.seals == 0


def test_a_pause_ends_the_step(hands: Hands, qtbot: QtBot) -> None:
    hands.open("")
    with qtbot.waitSignal(hands.editor.sealed, timeout=5000):
        hands.type("a")
    assert hands.told == ["a"]


def test_long_typing_is_told_although_the_keys_do_not_rest(hands: Hands, qtbot: QtBot) -> None:
    hands.open("")

    def typed_on() -> bool:
        hands.type("a")
        return bool(hands.told)

    qtbot.waitUntil(typed_on, timeout=5000)


def test_leaving_tells_and_ends_the_step(hands: Hands) -> None:
    hands.open("")
    hands.type("a")
    line = hands.editor.window().findChild(QLineEdit, "after")
    assert isinstance(line, QLineEdit)
    line.setFocus()
    assert hands.told == ["a"]
    assert hands.seals == 1


def test_enter_paste_and_formatting_end_a_step(hands: Hands) -> None:
    hands.open("")
    hands.type("a")
    hands.press(Key.Key_Return)
    assert (hands.told, hands.seals) == (["a"], 1)
    hands.type("b")
    hands.editor.perform(Command.HEADING_1)
    assert (hands.told[1:], hands.seals) == (["a\n\nb", "a\n\n# b"], 3)


@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"])
def test_undo_belongs_to_the_window(hands: Hands, keys: str, qtbot: QtBot) -> None:
    asked: list[str] = []
    shortcut = QShortcut(QKeySequence(keys), hands.editor.window())
    shortcut.activated.connect(lambda: asked.append(hands.told[-1]))
    hands.open("")
    hands.type("typed")
    QTest.keySequence(hands.editor, QKeySequence(keys))
    assert asked == ["typed"]
    assert hands.editor.toPlainText() == "typed"
    assert not hands.editor.isUndoRedoEnabled()


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Backtab])
def test_tab_leaves_a_paragraph(hands: Hands, key: Qt.Key) -> None:
    hands.open("text")
    hands.press(key, SHIFT if key == Key.Key_Backtab else Qt.KeyboardModifier.NoModifier)
    assert not hands.editor.hasFocus()


@pytest.mark.parametrize("text", ["- item", "| a |\n| --- |", "text"])
@pytest.mark.parametrize(("key", "name"), [(Key.Key_Tab, "after"), (Key.Key_Backtab, "before")])
def test_control_tab_leaves_from_anywhere(hands: Hands, text: str, key: Qt.Key, name: str) -> None:
    hands.open(text)
    hands.go(QTextCursor.MoveOperation.Start)
    hands.go(QTextCursor.MoveOperation.Right)
    hands.press(key, CTRL | SHIFT if key == Key.Key_Backtab else CTRL)
    line = hands.editor.window().findChild(QLineEdit, name)
    assert isinstance(line, QLineEdit)
    assert line.hasFocus()
    assert hands.editor.prose() == text


def test_the_caret_stays_beside_its_words_when_the_text_is_replaced(hands: Hands) -> None:
    hands.editor.set_prose("First paragraph.\n\nSecond 😀 one.")
    hands.put_after("Second 😀")
    hands.editor.set_prose("A new first paragraph.\n\nSecond 😀 one.")
    hands.type("!")
    assert hands.editor.prose() == "A new first paragraph.\n\nSecond 😀! one."


def test_what_comes_from_outside_is_no_edit(hands: Hands) -> None:
    hands.open("One")
    hands.editor.set_prose("Two")
    hands.editor.seal()
    assert hands.told == []
    assert hands.editor.prose() == "Two"


def test_a_text_that_may_not_be_changed_is_not(hands: Hands) -> None:
    hands.open("- one\n- two")
    hands.editor.setReadOnly(True)
    hands.type("x")
    for key in (Key.Key_Return, Key.Key_Tab, Key.Key_Backspace):
        hands.press(key)
    for command in Command:
        hands.editor.perform(command)
    hands.editor.seal()
    assert hands.told == []


def test_a_new_theme_changes_looks_only(hands: Hands) -> None:
    text = "# H\n\n**b** [x](https://a.org) [evidence](evidence:e1)\n\n- a\n\n| a |\n| --- |"
    hands.open(text)
    palette = QPalette(hands.editor.palette())
    palette.setColor(QPalette.ColorRole.Link, QColor(1, 2, 3))
    hands.editor.setPalette(palette)
    hands.editor.setFont(QFont(hands.editor.font().family(), 20))
    hands.editor.seal()
    assert hands.told == []
    assert hands.editor.prose() == text


def test_words_are_marked_and_found_by_their_place(hands: Hands) -> None:
    text = (
        "Plain 😀 [evidence](evidence:e1) **We aim to** help.\n\n- In 2025\n\n"
        "| a | We aim |\n| --- | --- |"
    )
    hands.open(text)
    prose = read_prose(text)
    spans = [span for words in ("We aim to", "2025") for span in find_quote(prose, words)]
    ground = hands.editor.palette().color(QPalette.ColorRole.Mid)
    hands.editor.show_highlights([Highlight(span, ground) for span in spans])
    marked = [one.cursor.selectedText() for one in hands.editor.extraSelections()]
    assert marked == ["We aim to", "2025"]
    (cell,) = [span for span in find_quote(prose, "a We aim") if span.path[-1] == 1]
    assert hands.editor.reveal(cell)
    assert hands.editor.textCursor().selectedText() == "We aim"
    assert hands.editor.selected_spans() == (cell,)
    assert hands.editor.quotation().quote == "We aim"
    assert not hands.editor.reveal(Span((9,), 0, 1))


def test_marks_stay_with_unfinished_text(hands: Hands) -> None:
    hands.open("We aim to help.")
    hands.go(QTextCursor.MoveOperation.Start)
    hands.press(Key.Key_Return)
    hands.type("  ")
    span = Span((0,), 3, 6)
    text = hands.editor.prose()
    assert text == "We aim to help."
    hands.editor.show_highlights([Highlight(span, QColor(Qt.GlobalColor.red))])
    (marked,) = hands.editor.extraSelections()
    assert marked.cursor.selectedText() == "aim"


def test_nothing_is_ever_loaded(hands: Hands) -> None:
    assert hands.editor.loadResource(2, QUrl("https://spy.example/1.png")) is None


def test_a_figure_goes_into_a_block_of_its_own(hands: Hands) -> None:
    hands.open("before")
    hands.editor.insert_block(Figure("p1", "A plan"))
    hands.type("after")
    assert hands.editor.prose() == "before\n\n![A plan](attachment:p1)\n\nafter"


def test_an_accessible_name_and_the_way_out_are_given(editor: ProseEditor) -> None:
    assert editor.accessibleName()
    assert "Ctrl+Tab" in editor.accessibleDescription()
