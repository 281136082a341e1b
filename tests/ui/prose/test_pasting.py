"""What is pasted and copied: words and structure, nothing fetched, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QTextCursor

from bidkit.domain.prose import Prose, read_prose, write_prose
from bidkit.ui.prose.acts.pasting import PROSE_TYPE
from tests.domain.prose.strategies import canonical_proses
from tests.ui.prose.conftest import Hands

FIXTURE_KEPT = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def html(source: str) -> QMimeData:
    data = QMimeData()
    data.setHtml(source)
    data.setText(" plain")
    return data


def plain(source: str) -> QMimeData:
    data = QMimeData()
    data.setText(source)
    return data


def own(source: str) -> QMimeData:
    data = QMimeData()
    data.setData(PROSE_TYPE, source.encode())
    return data


@pytest.mark.parametrize(
    ("text", "after", "data", "result"),
    [
        ("one two", "one", html(" <b>bold</b>"), "one **bold** two"),
        ("one two", "one", plain(" *x*"), "one \\*x\\* two"),
        ("one two", "one", plain("• a\n• b"), "one\n\n- a\n- b\n\ntwo"),
        ("- one two", "one", plain("• a\n• b"), "- one\n  - a\n  - b\n- two"),
        ("- one", "one", plain("a\n\nb"), "- onea\n- b"),
        ("", "", own("# H\n\n| a |\n| --- |"), "# H\n\n| a |\n| --- |"),
        ("| one |\n| --- |", "one", plain("\na\nb"), "| onea&#10;b |\n| --- |"),
        ("```\none\n```", "one", html("<b>x</b>"), "```\nonex\n```"),
        ("# one", "one", plain(" two"), "# one two"),
        ("one", "one", html("<img src='https://spy.example/a.png'>"), "one plain"),
        ("one", "one", own("[evidence](evidence:e1)"), "one[evidence](evidence:e1)"),
        ("one", "one", plain("a\u00adb\x00c"), "oneabc"),
    ],
)
def test_pasting_goes_through_cleaning(
    hands: Hands, text: str, after: str, data: QMimeData, result: str
) -> None:
    hands.open(text)
    if after:
        hands.put_after(after)
    hands.editor.insertFromMimeData(data)
    assert hands.editor.prose() == result
    assert hands.seals == 1


def test_what_is_typed_after_pasting_follows_it(hands: Hands) -> None:
    hands.open("one two")
    hands.put_after("one")
    hands.editor.insertFromMimeData(plain("• a\n• b"))
    hands.type("!")
    assert hands.editor.prose() == "one\n\n- a\n- b!\n\ntwo"


def test_files_are_not_words(hands: Hands) -> None:
    data = plain("file name")
    data.setUrls([QUrl.fromLocalFile("a.png")])
    assert not hands.editor.canInsertFromMimeData(data)


def test_a_flood_of_lines_is_kept_whole(hands: Hands) -> None:
    hands.open("before")
    hands.editor.insertFromMimeData(plain("- x\n" * 70_000))
    assert hands.editor.document().blockCount() < 10
    assert hands.editor.prose().count("- x") == 70_000


@settings(suppress_health_check=FIXTURE_KEPT)
@given(canonical_proses)
def test_copying_everything_and_pasting_it_gives_the_same(hands: Hands, prose: Prose) -> None:
    hands.editor.set_prose(write_prose(prose))
    hands.editor.selectAll()
    data = hands.editor.createMimeDataFromSelection()
    assert read_prose(bytes(data.data(PROSE_TYPE).data()).decode()) == prose
    hands.editor.set_prose("")
    hands.editor.insertFromMimeData(data)
    assert hands.editor.prose() == write_prose(prose)


def test_part_of_a_text_is_copied_with_its_marks(hands: Hands) -> None:
    hands.open("- one **two** [evidence](evidence:e4) three")
    hands.put_after("one ")
    hands.editor.moveCursor(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    data = hands.editor.createMimeDataFromSelection()
    assert "**two** [evidence](evidence:e4) three" in bytes(data.data(PROSE_TYPE).data()).decode()
    assert "two [e4] three" in data.text()
