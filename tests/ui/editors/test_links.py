"""Links show names, keep what is gone, and offer what is there when they are used."""

from __future__ import annotations

from PySide6.QtCore import Qt

from bidkit.ui.editors.links import LinkEditor, LinkSetEditor
from bidkit.ui.theme import Theme
from tests.ui.conftest import Put

THINGS = [("a", "Alpha"), ("b", "Beta")]


def test_one_link(theme: Theme, put: Put) -> None:
    editor = LinkEditor(lambda: THINGS, "None")
    put(editor)
    editor.show_value("gone")
    assert editor.chooser.currentText() == "(no longer there)"
    assert editor.value() == "gone"
    editor.chooser.setFocus(Qt.FocusReason.TabFocusReason)
    texts = [editor.chooser.itemText(row) for row in range(editor.chooser.count())]
    assert texts == ["None", "(no longer there)", "Alpha", "Beta"]
    editor.show_value("")
    assert editor.value() == ""


def test_several_links(theme: Theme, put: Put) -> None:
    editor = LinkSetEditor(lambda: THINGS, "Add…")
    person = put(editor)
    editor.show_value(("a",))
    told: list[object] = []
    editor.edited.connect(lambda: told.append(editor.value()))
    editor.chooser.setFocus(Qt.FocusReason.TabFocusReason)
    at = editor.chooser.findText("Beta")
    editor.chooser.setCurrentIndex(at)
    editor.chooser.activated.emit(at)
    person.press("Alpha  ✕")
    assert told == [("a", "b"), ("b",)]
