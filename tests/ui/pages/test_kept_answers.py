"""An answer is kept in the library and used again in another bid."""

from __future__ import annotations

from datetime import date

import pytest

from bidkit.session.examples import load_example
from bidkit.session.library.keeping import keepable
from bidkit.session.library.shelf import OurLibrary
from bidkit.ui.desk import Desk
from bidkit.ui.dialogs.library import LibraryDialog
from bidkit.ui.pages.answers import AnswersPage
from tests.drivers import Person
from tests.ui.conftest import Put
from tests.ui.paper import PaperSession

HARBOUR = load_example("harbour", date(2026, 11, 21))


@pytest.fixture
def library(paper: PaperSession) -> OurLibrary:
    return OurLibrary(paper.ports)


@pytest.mark.requirement(11)
def test_the_open_answer_is_kept(desk: Desk, put: Put, library: OurLibrary) -> None:
    desk.document.take_in(HARBOUR)
    page = AnswersPage(desk)
    put(page)
    page.kept.keep()
    (entry,) = library.entries()
    assert entry.title == f"{page.boxes[0].name} {page.boxes[0].title}"
    assert entry.data["text"] == HARBOUR.answers[0].text


@pytest.mark.requirement(11, 39)
def test_a_kept_answer_comes_with_the_evidence_it_names(
    desk: Desk, put: Put, library: OurLibrary
) -> None:
    for entry in keepable(HARBOUR, "bid-1"):
        library.put(entry)
    empty = HARBOUR.model_copy(update={"answers": (), "evidence": ()})
    desk.document.take_in(empty)
    page = AnswersPage(desk)
    put(page)
    page.kept.choose()
    dialog = page.kept.dialog
    assert isinstance(dialog, LibraryDialog)
    dialog.line.setText(page.boxes[0].title)
    Person(dialog).press("Use in this bid")
    (answer,) = desk.bid.answers
    assert answer.parent == page.boxes[0].owner
    assert answer.text == HARBOUR.answers[0].text
    assert answer.reused_from == f"{page.boxes[0].name} {page.boxes[0].title}"
    assert desk.bid.evidence
    assert page.desk_of.field.value() == answer.text
    desk.document.undo()
    assert desk.bid == empty


def test_an_empty_answer_is_not_kept(desk: Desk, put: Put, library: OurLibrary) -> None:
    desk.document.take_in(HARBOUR.model_copy(update={"answers": ()}))
    page = AnswersPage(desk)
    put(page)
    page.kept.keep()
    assert library.entries() == []
