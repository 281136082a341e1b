"""Whatever is typed, pressed and pasted in whatever order, the text stays canonical."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor

from bidkit.domain.prose import Prose, find_quote, passages, read_prose, write_prose
from bidkit.ui.prose.acts.commands import Command
from bidkit.ui.prose.acts.performing import ASKING
from bidkit.ui.prose.document.collecting import from_document
from tests.domain.prose.strategies import canonical_proses
from tests.ui.prose.conftest import Hands

Move = QTextCursor.MoveOperation
MOVES = (
    Move.Start,
    Move.End,
    Move.Left,
    Move.Right,
    Move.StartOfBlock,
    Move.EndOfBlock,
    Move.PreviousBlock,
    Move.NextBlock,
    Move.WordRight,
)
KEYS = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Space,
)
ACTS = st.lists(
    st.one_of(
        st.sampled_from(MOVES),
        st.tuples(st.just("select"), st.sampled_from(MOVES)),
        st.sampled_from(KEYS),
        st.sampled_from(sorted(set(Command) - ASKING, key=lambda command: command.value)),
        st.sampled_from(("- ", "1. ", "word ", "*_`|")),
        st.sampled_from(("chip", "link", "unlink")),
        st.tuples(st.just("paste"), canonical_proses),
    ),
    max_size=12,
)


def do(hands: Hands, act: object) -> None:
    """Do one of the acts above."""
    editor = hands.editor
    match act:
        case QTextCursor.MoveOperation():
            editor.moveCursor(act)
        case ("select", QTextCursor.MoveOperation() as move):
            editor.moveCursor(move, QTextCursor.MoveMode.KeepAnchor)
        case Qt.Key():
            hands.press(act)
        case Command():
            editor.perform(act)
        case "chip":
            editor.insert_chip("e1")
        case "link":
            editor.set_link("https://a.org")
        case "unlink":
            editor.set_link("")
        case ("paste", Prose() as prose):
            data = QMimeData()
            data.setData("application/x-bidkit-prose", write_prose(prose).encode())
            editor.insertFromMimeData(data)
        case str():
            hands.type(act)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(canonical_proses, ACTS)
def test_the_text_stays_canonical_and_reopens_the_same(
    hands: Hands, prose: Prose, acts: list[object]
) -> None:
    hands.editor.set_prose(write_prose(prose))
    for act in acts:
        do(hands, act)
    hands.editor.setFocus()
    text = hands.editor.prose()
    assert write_prose(read_prose(text)) == text
    assert write_prose(from_document(hands.editor.document())) == text
    every = passages(read_prose(text))
    for passage in every[:3]:
        for span in find_quote(read_prose(text), passage.text):
            hands.editor.reveal(span)
    hands.editor.set_prose("")
    hands.editor.set_prose(text)
    assert write_prose(from_document(hands.editor.document())) == text
