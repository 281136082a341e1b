import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bidkit.domain.bid import Bid
from bidkit.domain.prose import Chart
from bidkit.domain.prose.linked import LINKED
from bidkit.domain.questionnaire import Limit, Part, Question, Section
from bidkit.domain.refs import parse_ref
from bidkit.session.examples import load_example
from bidkit.ui.desk import Desk
from bidkit.ui.dialogs.inserting import InsertDialog
from bidkit.ui.pages.answers import AnswersPage
from bidkit.ui.pages.answers.desk import block_label
from bidkit.ui.panels.evidence import EvidencePanel
from bidkit.ui.pieces.carrying import carried_evidence
from tests.drivers import Person
from tests.ui.conftest import Put

TODAY = date(2026, 11, 21)


@pytest.fixture
def harbour(desk: Desk) -> Desk:
    desk.document.take_in(load_example("harbour", TODAY))
    return desk


def test_opening_every_answer_changes_nothing(harbour: Desk, put: Put) -> None:
    before = harbour.bid
    page = AnswersPage(harbour)
    person = put(page)
    for _ in page.boxes:
        page.desk_of.field.text.setFocus()
        person.keys("Alt+Right")
    assert harbour.bid is before


def test_the_question_its_marks_and_the_top_mark_stay_in_sight(harbour: Desk, put: Put) -> None:
    page = AnswersPage(harbour)
    person = put(page)
    page.show_place(parse_ref(Bid, "answers[hm-a2].text"))
    assert person.sees("Describe the outcomes your service will achieve")
    assert person.sees("15% of the marks")
    assert person.sees("Met: 3 of 5")
    assert person.sees("Our own mark: 3")
    marked = next(one for one in harbour.bid.criteria if one.number == "1.2")
    harbour.document.set(parse_ref(Bid, f"criteria[{marked.id}].own_mark"), Decimal(4))
    assert person.sees("Our own mark: 4")


def test_words_are_counted_as_they_are_written(desk: Desk, put: Put) -> None:
    question = Question(
        id="q", parent="s", number="1", title="Why", limit=Limit(most=5, unit="words")
    )
    bid = Bid(sections=(Section(id="s", title="Form"),), questions=(question,))
    desk.document.take_in(bid)
    page = AnswersPage(desk)
    person = put(page)
    QTest.keyClicks(page.desk_of.field.text, "One two three four five six")
    page.desk_of.field.tidy()
    assert (
        desk.bid.answers[0].text == "One two three four five six\n"
        or desk.bid.answers[0].text.strip() == "One two three four five six"
    )
    page.desk_of._count()
    assert person.sees("6 of 5 words")


def test_parts_have_boxes_of_their_own(desk: Desk, put: Put) -> None:
    bid = Bid(
        sections=(Section(id="s", title="Form"),),
        questions=(Question(id="q", parent="s", number="2", title="How"),),
        parts=(
            Part(id="a", parent="q", number="a", text="Method"),
            Part(id="b", parent="q", number="b", text="People"),
        ),
    )
    desk.document.take_in(bid)
    page = AnswersPage(desk)
    put(page)
    assert [box.owner for box in page.boxes] == ["a", "b"]


def test_evidence_is_linked_where_one_writes(harbour: Desk, put: Put) -> None:
    page = AnswersPage(harbour)
    put(page)
    page.show_place(parse_ref(Bid, "answers[hm-a5].text"))
    assert page.link_evidence("hm-e11")
    page.desk_of.field.tidy()
    answer = next(one for one in harbour.bid.answers if one.id == "hm-a5")
    assert "(evidence:hm-e11)" in answer.text


def drop(page: AnswersPage, data: QMimeData, after: str) -> None:
    """Drop something behind words of the answer in sight, as the mouse does it."""
    text = page.desk_of.field.text
    cursor = text.document().find(after)
    assert not cursor.isNull(), after
    cursor.setPosition(cursor.selectionEnd())
    text.setTextCursor(cursor)
    text.ensureCursorVisible()
    spot = text.cursorRect(cursor).center()
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    wanted = Qt.DropAction.CopyAction
    text.moveCursor(QTextCursor.MoveOperation.Start)
    for event in (
        QDragEnterEvent(spot, wanted, data, *held),
        QDragMoveEvent(spot, wanted, data, *held),
        QDropEvent(QPointF(spot), wanted, data, *held),
    ):
        QApplication.sendEvent(text.viewport(), event)
        assert event.isAccepted()


@pytest.mark.requirement(39)
def test_evidence_is_dragged_into_an_answer(harbour: Desk, put: Put) -> None:
    page, panel = AnswersPage(harbour), EvidencePanel(harbour)
    put(page)
    page.show_place(parse_ref(Bid, "answers[hm-a5].text"))
    before = next(one for one in harbour.bid.answers if one.id == "hm-a5").text
    assert "hm-e11" not in before
    panel.search.setText("E11")
    drop(page, panel.model.mimeData([panel.model.index(0, 0)]), "The council has one cont")
    page.desk_of.field.tidy()
    after = next(one for one in harbour.bid.answers if one.id == "hm-a5").text
    assert re.search(r"The council has one contract \[[^]]*\]\(evidence:hm-e11\)", after)
    harbour.document.undo()
    again = next(one for one in harbour.bid.answers if one.id == "hm-a5").text
    assert again == before


def test_evidence_of_another_bid_arrives_as_its_name(harbour: Desk, put: Put) -> None:
    page = AnswersPage(harbour)
    put(page)
    page.show_place(parse_ref(Bid, "answers[hm-a5].text"))
    drop(page, carried_evidence("elsewhere", "E7 · Their survey"), "The council has one contract")
    page.desk_of.field.tidy()
    after = next(one for one in harbour.bid.answers if one.id == "hm-a5").text
    assert "E7 · Their survey" in after
    assert "evidence:elsewhere" not in after


def test_the_keys_for_evidence_go_to_the_panel(harbour: Desk, put: Put) -> None:
    asked: list[str] = []
    desk = replace(harbour, look_for_evidence=lambda: asked.append("evidence"))
    page = AnswersPage(desk)
    person = put(page)
    page.show_place(parse_ref(Bid, "answers[hm-a5].text"))
    person.keys("Ctrl+Shift+E")
    assert asked == ["evidence"]


def test_the_window_undoes_what_was_typed(harbour: Desk, put: Put) -> None:
    page = AnswersPage(harbour)
    put(page)
    page.show_place(parse_ref(Bid, "answers[hm-a5].text"))
    before = harbour.bid
    QTest.keyClick(page.desk_of.field.text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.desk_of.field.text, " More")
    page.desk_of.field.tidy()
    assert harbour.bid is not before
    harbour.document.undo()
    assert harbour.bid == before


def test_short_replies_stand_in_a_drawer(desk: Desk, put: Put) -> None:
    desk.document.take_in(load_example("small-grant", TODAY))
    page = AnswersPage(desk)
    person = put(page)
    person.press("Short replies (1)")
    person.type_in("responses[sg-r5].money", "1800")
    person.leave()
    assert str(desk.bid.responses[0].money) == "1800"


def test_an_answer_is_written_differently_for_one_lot(harbour: Desk, put: Put) -> None:
    page = AnswersPage(harbour)
    person = put(page)
    before = harbour.bid
    count = len(page.boxes)
    page.lots.fill()
    words = [one.text() for one in page.lots.menu.actions()]
    assert words[1] == "Write this one differently for Lot 2: Northern villages hub"
    page.lots.menu.actions()[1].trigger()
    assert len(page.boxes) == count + 1
    assert person.sees("(lot 2)")
    assert page.desk_of.box is not None
    assert page.desk_of.box.lot == "hm-lot2"
    page.lots.fill()
    page.lots.menu.actions()[-1].trigger()
    assert page.desk_of.box.lot == ""
    assert harbour.bid.answers == before.answers


def inserting(page: AnswersPage) -> InsertDialog:
    return page.window().findChildren(InsertDialog)[-1]


@pytest.mark.requirement(53, 138)
def test_a_chart_of_the_bid_is_put_into_an_answer(harbour: Desk, put: Put) -> None:
    page = AnswersPage(harbour)
    person = put(page)
    page.show_place(parse_ref(Bid, "answers[hm-a3].text"))
    person.press("Chart")
    dialog = inserting(page)
    dialog.choose("chart", "timetable")
    assert dialog.view.keys()
    dialog._take()
    stored = next(one.text for one in harbour.bid.answers if one.id == "hm-a3")
    assert "(chart:timetable)" in stored
    harbour.document.undo()
    assert "(chart:timetable)" not in next(
        one.text for one in harbour.bid.answers if one.id == "hm-a3"
    )


def test_a_table_is_copied_in_to_be_edited(harbour: Desk, put: Put) -> None:
    page = AnswersPage(harbour)
    person = put(page)
    page.show_place(parse_ref(Bid, "answers[hm-a3].text"))
    person.press("Chart")
    dialog = inserting(page)
    dialog.choose("table", "milestones")
    Person(dialog).press("Copy it in as plain text")
    page.desk_of.field.tidy()
    stored = next(one.text for one in harbour.bid.answers if one.id == "hm-a3")
    assert "| What stands | By | Who |" in stored


def test_what_holds_nothing_yet_cannot_be_inserted(desk: Desk, put: Put) -> None:
    question = Question(id="q", parent="s", number="1", title="Why")
    bid = Bid(sections=(Section(id="s", title="Form"),), questions=(question,))
    desk.document.take_in(bid)
    page = AnswersPage(desk)
    person = put(page)
    person.press("Chart")
    dialog = inserting(page)
    dialog.choose("table", "risks")
    assert Person(dialog).sees("Nothing to show yet. Fill it in under “Our offer”.")
    dialog._take()
    assert desk.bid.answers == ()


def test_an_inserted_chart_is_called_by_its_title(harbour: Desk) -> None:
    assert block_label(harbour.bid, Chart("team")) == "Chart: Staffing chart"
    bare = harbour.bid.model_copy(update={"roles": ()})
    assert block_label(bare, Chart("team")) == "Chart: Staffing chart (nothing yet)"
    assert block_label(bare, Chart("unheard-of")) == ""


def test_a_small_grant_is_told_where_to_fill_in_what_is_missing(desk: Desk, put: Put) -> None:
    question = Question(id="q", parent="s", number="1", title="Why")
    bid = Bid(sections=(Section(id="s", title="Form"),), questions=(question,))
    about = bid.about.model_copy(update={"route": "small_grant"})
    desk.document.take_in(bid.model_copy(update={"about": about}))
    page = AnswersPage(desk)
    person = put(page)
    person.press("Chart")
    dialog = inserting(page)
    for one in LINKED:
        dialog.choose(one.kind, one.name)
        assert Person(dialog).sees("Nothing to show yet.")
