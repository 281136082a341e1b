"""Links show names, keep what is gone, and offer what is there when they are used."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from bidkit.ui.editors.links import LinkEditor, LinkSetEditor
from bidkit.ui.pieces.carrying import carried_evidence
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


def test_evidence_that_can_be_chosen_is_dropped_in(theme: Theme, put: Put) -> None:
    editor = LinkSetEditor(lambda: THINGS, "Add…")
    put(editor)
    editor.show_value(("a",))
    told: list[object] = []
    editor.edited.connect(lambda: told.append(editor.value()))
    assert drop(editor, "b")
    assert told == [("a", "b")]
    assert not drop(editor, "a")
    assert not drop(editor, "elsewhere")
    assert told == [("a", "b")]


def drop(editor: LinkSetEditor, identity: str) -> bool:
    """Drop an item of evidence as the mouse does it; tell whether it is taken."""
    data = carried_evidence(identity, "E1 · Records")
    spot, wanted = QPoint(5, 5), Qt.DropAction.CopyAction
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(spot, wanted, data, *held)
    QApplication.sendEvent(editor, entering)
    if not entering.isAccepted():
        return False
    QApplication.sendEvent(editor, QDropEvent(QPointF(spot), wanted, data, *held))
    return True
