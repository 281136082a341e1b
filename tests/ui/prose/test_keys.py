"""What keys do to the text: lists, headings, quotes, tables, marks, links and chips."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtTest import QTest

from bidkit.ui.prose.acts.commands import KEYS, Command
from tests.ui.prose.conftest import Hands

ENTER, BACK, TAB, UNTAB = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
)


@pytest.mark.parametrize(
    ("text", "after", "keys", "result"),
    [
        ("a", "a", [ENTER, "b"], "a\n\nb"),
        ("ab", "a", [ENTER], "a\n\nb"),
        ("# a", "a", [ENTER, "b"], "# a\n\nb"),
        ("# a", "", [BACK], "a"),
        ("- a", "a", [ENTER, "b"], "- a\n- b"),
        ("- a", "a", [ENTER, ENTER, "b"], "- a\n\nb"),
        ("- a\n  - b", "b", [ENTER, ENTER, "c"], "- a\n  - b\n- c"),
        ("- a\n- b", "b", [TAB], "- a\n  - b"),
        ("- a\n- b", "a", [TAB], "- a\n- b"),
        ("- a\n- b\n  - c", "b", [TAB], "- a\n  - b\n    - c"),
        ("- a\n  - b", "b", [UNTAB], "- a\n- b"),
        ("- a\n- b", "b", [UNTAB], "- a\n\nb"),
        ("- a\n  - b\n    - c", "b", [UNTAB], "- a\n- b\n  - c"),
        ("- a", "", [BACK], "a"),
        ("- a\n- b", "a\u2029", [BACK], "- a\n\nb"),
        ("1. a\n2. b", "b", [ENTER, "c"], "1. a\n2. b\n3. c"),
        ("> a", "a", [ENTER, "b"], "> a\n>\n> b"),
        ("> a", "a", [ENTER, ENTER, "b"], "> a\n\nb"),
        ("a\n\nb", "a\u2029", [BACK], "ab"),
        ("# a\n\nb", "a\u2029", [BACK], "# ab"),
        ("", "", ["- a"], "- a"),
        ("", "", ["1. a"], "1. a"),
        ("", "", ["-a - b"], "-a - b"),
        ("```\na\n```", "a", [ENTER, "b"], "```\na\nb\n```"),
        ("| a | b |\n| --- | --- |", "a", [TAB, "c"], "| a | cb |\n| --- | --- |"),
        ("| a | b |\n| --- | --- |", "b", [TAB, "c"], "| a | b |\n| --- | --- |\n| c |  |"),
        ("| a | b |\n| --- | --- |", "b", [UNTAB, "c"], "| ca | b |\n| --- | --- |"),
        ("| a |\n| --- |", "a", [ENTER, "b"], "| a&#10;b |\n| --- |"),
        ("| a |\n| --- |\n\nb", "a\u2029", [BACK, "c"], "| ac |\n| --- |\n\nb"),
    ],
)
def test_keys_do_what_they_mean_there(
    hands: Hands, text: str, after: str, keys: Sequence[Qt.Key | str], result: str
) -> None:
    hands.open(text)
    place(hands, after)
    for key in keys:
        if isinstance(key, str):
            hands.type(key)
        else:
            hands.press(key)
    assert hands.editor.prose() == result


def place(hands: Hands, after: str) -> None:
    """Put the cursor after some characters of the raw text, as Qt writes block ends."""
    cursor = hands.editor.textCursor()
    raw = hands.editor.document().toRawText()
    raw = raw.replace("\ufdd0", "\u2029").replace("\ufdd1", "\u2029")
    cursor.setPosition(raw.index(after) + len(after))
    hands.editor.setTextCursor(cursor)


@pytest.mark.parametrize(
    ("command", "result"),
    [
        (Command.BOLD, "one **two** three"),
        (Command.ITALIC, "one _two_ three"),
        (Command.WELSH, 'one <span lang="cy">two</span> three'),
        (Command.HEADING_1, "# one two three"),
        (Command.HEADING_2, "## one two three"),
        (Command.HEADING_3, "### one two three"),
        (Command.HEADING_4, "#### one two three"),
        (Command.BULLETS, "- one two three"),
        (Command.NUMBERS, "1. one two three"),
        (Command.QUOTE, "> one two three"),
    ],
)
def test_a_key_formats_and_takes_it_back(hands: Hands, command: Command, result: str) -> None:
    hands.open("one two three")
    hands.put_after("two", select=True)
    keys = QKeySequence(KEYS[command], QKeySequence.SequenceFormat.PortableText)
    QTest.keySequence(hands.editor, keys)
    assert hands.editor.prose() == result
    assert command in hands.editor.holding()
    QTest.keySequence(hands.editor, keys)
    assert hands.editor.prose() == "one two three"
    assert command not in hands.editor.holding()


def test_every_command_is_within_reach_of_the_keyboard(hands: Hands) -> None:
    hands.open("| a |\n| --- |\n\n- text")
    menu = hands.editor.menu()
    said = {action.text() for action in menu.actions()}
    hands.go(QTextCursor.MoveOperation.Start)
    hands.go(QTextCursor.MoveOperation.Right)
    said |= {action.text() for action in hands.editor.menu().actions()}
    from bidkit.ui.prose.acts.commands import WORDS

    assert all(command in KEYS or str(WORDS[command]) in said for command in Command)


def test_alt_graph_letters_are_typed(hands: Hands) -> None:
    hands.open("")
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.sendKeyEvent(QTest.KeyAction.Click, hands.editor, Qt.Key.Key_4, "€", modifiers)
    assert "#" not in hands.editor.prose()


def test_clearing_takes_every_mark_from_the_selection(hands: Hands) -> None:
    hands.open("a **b** _c_ [d](https://a.org) [evidence](evidence:e1)")
    hands.editor.selectAll()
    hands.editor.perform(Command.CLEAR)
    assert hands.editor.prose() == "a b c d [evidence](evidence:e1)"


def test_bold_typed_into_nothing_is_bold(hands: Hands) -> None:
    hands.open("")
    hands.editor.perform(Command.BOLD)
    hands.type("a")
    hands.editor.perform(Command.BOLD)
    hands.type(" b")
    assert hands.editor.prose() == "**a** b"


def test_a_link_ends_where_it_ends(hands: Hands) -> None:
    hands.open("see here")
    hands.put_after("here", select=True)
    hands.editor.set_link("https://a.org/x")
    hands.put_after("here")
    hands.type(" now")
    assert hands.editor.prose() == "see [here](https://a.org/x) now"
    hands.put_after("he")
    hands.editor.set_link("")
    assert hands.editor.prose() == "see here now"
    hands.go(QTextCursor.MoveOperation.End)
    hands.type(" ")
    hands.editor.set_link("https://b.org")
    assert hands.editor.prose() == "see here now [https://b.org](https://b.org)"


def test_a_chip_is_one_thing_and_lets_plain_words_follow(hands: Hands) -> None:
    hands.open("The need")
    hands.editor.insert_chip("e4")
    hands.type(", said")
    assert hands.editor.prose() == "The need [evidence](evidence:e4), said"
    for _ in ", said":
        hands.press(BACK)
    hands.press(BACK)
    assert hands.editor.prose() == "The need"


@pytest.mark.parametrize(
    ("command", "result"),
    [
        (Command.ADD_ROW, "| a | b |\n| --- | ---: |\n| c | d |\n|  |  |"),
        (Command.ADD_COLUMN, "| a |  | b |\n| --- | --- | ---: |\n| c |  | d |"),
        (Command.REMOVE_ROW, "| a | b |\n| --- | ---: |"),
        (Command.REMOVE_COLUMN, "| b |\n| ---: |\n| d |"),
        (Command.REMOVE_TABLE, "x"),
        (Command.BULLETS, "| a | b |\n| --- | ---: |\n| c | d |"),
        (Command.TABLE, "| a | b |\n| --- | ---: |\n| c | d |"),
    ],
)
def test_tables_grow_and_shrink(hands: Hands, command: Command, result: str) -> None:
    hands.open("| a | b |\n| --- | ---: |\n| c | d |\n\nx")
    hands.put_after("c")
    hands.editor.perform(command)
    assert hands.editor.prose() == (result if result == "x" else f"{result}\n\nx")


def test_a_column_is_aligned(hands: Hands) -> None:
    hands.open("| a | b |\n| --- | --- |\n| c | d |")
    hands.put_after("d")
    hands.editor.align_column("right")
    hands.press(TAB)
    assert hands.editor.prose() == "| a | b |\n| --- | ---: |\n| c | d |\n|  |  |"


def test_a_table_is_put_in_and_filled(hands: Hands) -> None:
    hands.open("before")
    hands.editor.insert_table(2, 2)
    for words in ("a", "b", "c", "d"):
        hands.type(words)
        if words != "d":
            hands.press(TAB)
    assert hands.editor.prose() == "before\n\n| a | b |\n| --- | --- |\n| c | d |"


def test_commands_that_need_an_answer_ask_the_page(hands: Hands) -> None:
    asked: list[str] = []
    hands.editor.link_wanted.connect(asked.append)
    hands.editor.evidence_wanted.connect(lambda: asked.append("evidence"))
    hands.editor.comment_wanted.connect(lambda: asked.append("comment"))
    hands.editor.block_wanted.connect(lambda: asked.append("chart"))
    hands.open("[x](https://a.org)")
    for command in (Command.LINK, Command.EVIDENCE, Command.FROM_BID, Command.COMMENT):
        hands.editor.perform(command)
    assert asked == ["https://a.org", "evidence", "chart", "comment"]
