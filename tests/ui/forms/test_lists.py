"""A list of things can be filled, ordered, edited and emptied by keyboard and by mouse."""

from __future__ import annotations

from pathlib import Path

import pytest

from bidkit.domain.base import Entity
from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Activity, Evidence, Output
from bidkit.domain.refs import ref
from bidkit.ui.desk import Desk
from bidkit.ui.editors.files import FileEditor
from bidkit.ui.forms.lists import ItemList
from tests.ui.conftest import Put
from tests.ui.forms.samples import ACTIVITIES, EVIDENCE
from tests.ui.paper import PaperSession

EVIDENCE_AT = ref(Bid, lambda b: b.evidence)


@pytest.fixture
def three(paper: PaperSession) -> list[str]:
    """Three items of evidence in the bid."""
    entries = [Evidence(id=f"e{n}", title=title) for n, title in enumerate("ABC")]
    for entry in entries:
        paper.document.add(EVIDENCE_AT, entry)
    return [entry.id for entry in entries]


def titles(paper: PaperSession) -> str:
    return "".join(entry.title for entry in paper.document.bid.evidence)


def ids(entries: tuple[Entity, ...]) -> list[str]:
    return [entry.id for entry in entries]


def test_an_empty_list_says_what_goes_here(desk: Desk, put: Put, paper: PaperSession) -> None:
    person = put(ItemList(desk, EVIDENCE))
    assert person.sees("What proves your claims stands here.")
    person.press("Add evidence")
    assert len(paper.document.bid.evidence) == 1
    assert not person.sees("What proves your claims stands here.")


def test_a_new_thing_is_typed_at_once(desk: Desk, put: Put, paper: PaperSession) -> None:
    person = put(ItemList(desk, EVIDENCE))
    person.press("Add evidence")
    person.keys("S")
    assert paper.document.bid.evidence[0].title == "s"


def test_keys_speak_of_acts(desk: Desk, put: Put, paper: PaperSession, three: list[str]) -> None:
    things = ItemList(desk, EVIDENCE)
    person = put(things)
    things.table.setFocus()
    things.choose("e0")
    person.keys("Alt+Down")
    assert titles(paper) == "BAC"
    person.keys("Alt+Down")
    person.keys("Alt+Down")
    assert titles(paper) == "BCA"
    person.keys("Alt+Up")
    assert titles(paper) == "BAC"
    assert things.current == "e0"
    person.keys("Delete")
    assert titles(paper) == "BC"
    assert things.current == "e2"
    person.keys("F2")
    assert person.window.focusWidget() is person.field("evidence[e2].title")
    things.table.setFocus()
    person.keys("Insert")
    assert len(paper.document.bid.evidence) == 3


def test_a_removed_thing_comes_back(
    desk: Desk, put: Put, paper: PaperSession, three: list[str]
) -> None:
    things = ItemList(desk, EVIDENCE)
    person = put(things)
    things.choose("e1")
    said: list[str] = []
    desk.notices.said.connect(said.append)
    person.press("Remove")
    assert titles(paper) == "AC"
    assert said == ["Removed B. Ctrl+Z brings it back."]
    assert paper.document.undo_label == "Remove B"
    paper.document.undo()
    assert titles(paper) == "ABC"


def test_one_card_serves_every_row(
    desk: Desk, put: Put, paper: PaperSession, three: list[str]
) -> None:
    things = ItemList(desk, EVIDENCE)
    person = put(things)
    things.choose("e0")
    card = things.cards[0]
    person.type_in("evidence[e0].n", "lots")
    things.choose("e1")
    person.type_in("evidence[e1].title", "Survey")
    assert paper.document.bid.evidence[1].title == "Survey"
    assert things.model.index(1, 0).data() == "Survey"
    things.choose("e0")
    assert things.cards == [card]
    assert person.read("evidence[e0].n") == "lots"
    assert person.sees("This is not a whole number")


def test_things_taken_away_elsewhere_leave_quietly(
    desk: Desk, put: Put, paper: PaperSession, three: list[str]
) -> None:
    things = ItemList(desk, EVIDENCE)
    person = put(things)
    things.choose("e2")
    for identity in three:
        paper.document.remove(EVIDENCE_AT.item(identity))
    assert things.current == ""
    assert person.sees("What proves your claims stands here.")
    paper.document.undo()
    assert things.current == "e2"
    assert person.read("evidence[e2].title") == "C"


def test_lists_inside_show_what_belongs_to_the_chosen(
    desk: Desk, put: Put, paper: PaperSession
) -> None:
    paper.document.add(ref(Bid, lambda b: b.activities), Activity(id="a1", text="Drop-in"))
    paper.document.add(ref(Bid, lambda b: b.activities), Activity(id="a2", text="Visits"))
    paper.document.add(ref(Bid, lambda b: b.outputs), Output(id="o1", parent="a2", text="40"))
    things = ItemList(desk, ACTIVITIES)
    person = put(things)
    things.choose("a1")
    assert things.inner[0].model.rowCount() == 0
    person.press("Add an output")
    assert paper.document.bid.outputs[-1].parent == "a1"
    assert things.go_to(ref(Bid, lambda b: b.outputs).item("o1"))
    assert things.current == "a2"
    assert person.read("outputs[o1].text") == "40"


def test_a_row_can_be_dragged(desk: Desk, put: Put, paper: PaperSession, three: list[str]) -> None:
    things = ItemList(desk, EVIDENCE)
    put(things)
    from PySide6.QtCore import QModelIndex, Qt

    data = things.model.mimeData([things.model.index(0, 0)])
    things.model.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, QModelIndex())
    assert titles(paper) == "BCA"
    data = things.model.mimeData([things.model.index(2, 0)])
    things.model.dropMimeData(data, Qt.DropAction.MoveAction, -1, 0, things.model.index(0, 0))
    assert titles(paper) == "ABC"


def test_a_file_is_kept(
    desk: Desk, put: Put, paper: PaperSession, three: list[str], tmp_path: Path
) -> None:
    things = ItemList(desk, EVIDENCE)
    person = put(things)
    things.choose("e0")
    path = tmp_path / "report.txt"
    path.write_text("42", encoding="utf-8")
    editor = person.window.findChild(FileEditor)
    assert isinstance(editor, FileEditor)
    editor.take(path)
    attached = paper.document.bid.evidence[0].attachment
    assert paper.files[attached] == b"42"
    assert person.sees("report.txt")
