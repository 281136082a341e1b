from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Evidence
from bidkit.domain.refs import parse_ref, ref
from bidkit.domain.value import ValueItem
from bidkit.session.examples import load_example
from bidkit.ui.desk import Desk
from bidkit.ui.pages.value import ValuePage
from bidkit.ui.pages.value.cells import Cell, ValueCard, carried
from bidkit.ui.pages.value.starters import PromiseStarter
from tests.ui.conftest import Put

TODAY = date(2026, 11, 21)


@pytest.fixture
def harbour(desk: Desk) -> Desk:
    desk.document.take_in(load_example("harbour", TODAY))
    return desk


def item(desk: Desk, identity: str) -> ValueItem:
    return next(one for one in desk.bid.value_items if one.id == identity)


def card(page: ValuePage, identity: str) -> ValueCard:
    found = page.findChild(ValueCard, f"card-{identity}")
    assert isinstance(found, ValueCard)
    return found


@pytest.mark.requirement(106, 107, 109)
def test_the_grid_asks_its_two_questions_and_says_what_is_claimed(harbour: Desk, put: Put) -> None:
    person = put(ValuePage(harbour))
    for words in (
        "Everything you do that is beneficial or makes people happy.",
        "Which stakeholders?",
        "Primary (user)",
        "Secondary (non-user)",
        "What effect on them?",
        "Outcomes",
        "Satisfaction",
        "71% better after six months",
        "✓ claimed",
        "listed, not claimed: left out by choice",
    ):
        assert person.sees(words), words


@pytest.mark.requirement(106)
def test_each_cell_has_its_own_label(harbour: Desk, put: Put) -> None:
    person = put(ValuePage(harbour))
    for label in (
        "Which stakeholders?",
        "What effect on them?",
        "Primary (user)",
        "Secondary (non-user)",
        "Primary Outcomes",
        "Secondary Outcomes",
        "Primary Satisfaction",
        "Secondary Satisfaction",
    ):
        assert label in person.words_in_sight().splitlines()


@pytest.mark.requirement(112)
def test_the_grid_is_seen_with_the_eyes_of_one_audience(harbour: Desk, put: Put) -> None:
    page = ValuePage(harbour)
    person = put(page)
    chooser = page.board.audience
    chooser.setCurrentIndex(chooser.findData("funder"))
    chooser.activated.emit(chooser.currentIndex())
    theirs = [one.id for one in harbour.bid.value_items if "funder" in one.audiences]
    assert theirs
    for one in harbour.bid.value_items:
        assert card(page, one.id).isVisible() is (one.id in theirs)
    assert person.sees(f"{len(theirs)} benefits matter to them")
    other = next(one.id for one in harbour.bid.value_items if one.id not in theirs)
    assert page.show_place(parse_ref(Bid, f"value_items[{other}].statement"))
    assert card(page, other).isVisible()
    assert person.sees_field(f"value_items[{other}].statement")
    chooser.setCurrentIndex(chooser.findData("internal"))
    chooser.activated.emit(chooser.currentIndex())
    chooser.setCurrentIndex(0)
    chooser.activated.emit(0)
    assert all(card(page, one.id).isVisible() for one in harbour.bid.value_items)


@pytest.mark.requirement(102)
def test_a_benefit_is_listed_first_and_claimed_once_it_is_proved(desk: Desk, put: Put) -> None:
    desk.document.edit("", lambda bid: bid.model_copy(update={"evidence": load_evidence()}))
    page = ValuePage(desk)
    person = put(page)
    cell = next(one for one in page.findChildren(Cell) if one.quadrant == "secondary outcomes")
    cell.add_button.click()
    one = desk.bid.value_items[0]
    assert one.quadrant == "secondary outcomes"
    person.keys("Shift+Tab")
    person.type_in(f"value_items[{one.id}].stakeholder", "Carers")
    person.type_in(f"value_items[{one.id}].statement", "38 of 52 back in work")
    person.type_in(f"value_items[{one.id}].interest", "3")
    person.type_in(f"value_items[{one.id}].relevance", "2")
    person.leave()
    assert person.sees("listed, not claimed: no evidence linked")
    assert page.link_evidence(desk.bid.evidence[0].id)
    assert person.sees("✓ claimed")


def load_evidence() -> tuple[Evidence, ...]:
    return load_example("harbour", TODAY).evidence[:1]


def test_items_go_between_cells_by_keyboard_and_come_back_by_undo(harbour: Desk, put: Put) -> None:
    page = ValuePage(harbour)
    person = put(page)
    card(page, "hm-v1").setFocus()
    person.keys("Ctrl+Down")
    assert item(harbour, "hm-v1").quadrant == "primary satisfaction"
    assert card(page, "hm-v1").hasFocus()
    person.keys("Ctrl+Right")
    assert item(harbour, "hm-v1").quadrant == "secondary satisfaction"
    harbour.document.undo()
    harbour.document.undo()
    assert item(harbour, "hm-v1").quadrant == "primary outcomes"


@pytest.mark.requirement(105)
def test_arrows_choose_and_enter_edits(harbour: Desk, put: Put) -> None:
    page = ValuePage(harbour)
    person = put(page)
    card(page, "hm-v1").setFocus()
    person.keys("Right")
    assert card(page, "hm-v2").hasFocus()
    person.keys("Down")
    assert page.board.grid.current == "hm-v3"
    person.keys("Return")
    focused = page.window().focusWidget()
    assert focused is not None
    assert focused.objectName() == "value_items[hm-v3].stakeholder"
    assert person.sees("£1,800 of this is not in the price: Donations")


def test_items_are_dropped_into_a_cell(harbour: Desk, put: Put) -> None:
    page = ValuePage(harbour)
    put(page)
    cell = next(one for one in page.findChildren(Cell) if one.quadrant == "primary satisfaction")
    data: QMimeData = carried("hm-v2")
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(cell, QDragEnterEvent(QPoint(5, 5), move, data, left, none))
    QApplication.sendEvent(cell, QDropEvent(QPointF(5, 5), move, data, left, none))
    assert item(harbour, "hm-v2").quadrant == "primary satisfaction"


def test_a_removed_item_comes_back_by_undo(harbour: Desk, put: Put) -> None:
    page = ValuePage(harbour)
    person = put(page)
    card(page, "hm-v6").setFocus()
    person.keys("Delete")
    assert "hm-v6" not in [one.id for one in harbour.bid.value_items]
    harbour.document.undo()
    assert person.sees("Nine of eleven staff here over two years")


def test_a_draft_asks_before_it_takes_the_place_of_a_statement(harbour: Desk, put: Put) -> None:
    person = put(ValuePage(harbour))
    before = harbour.bid.full_value.statement
    person.press("Draft the statement")
    assert harbour.bid.full_value.statement == before
    box = harbour.notices.box
    assert box is not None
    next(one for one in box.buttons() if "Write" in one.text()).click()
    assert harbour.bid.full_value.statement.startswith("What the contract is for.")


def test_the_social_return_is_shown_with_its_swings(harbour: Desk, put: Put) -> None:
    page = ValuePage(harbour)
    person = put(page)
    page.show_place(parse_ref(Bid, "return_lines[hm-ret1].quantity"))
    assert person.sees("For each £1 put in")
    assert person.sees("25% lower")
    assert person.sees("Discounted at 3.5% a year")
    page.show_place(parse_ref(Bid, "business_case.case_name"))
    assert person.sees("£187,000 pays for itself if it prevents 89 × crisis episode")


def test_a_return_says_whose_money_is_saved(harbour: Desk, put: Put) -> None:
    page = ValuePage(harbour)
    person = put(page)
    page.show_place(parse_ref(Bid, "return_lines[hm-ret1].quantity"))
    assert person.sees("Money a public body saves")
    harbour.document.set(parse_ref(Bid, "social_measures[hm-sm1].kind"), "")
    assert not person.sees("Money a public body saves")


def test_a_model_is_suggested_and_taken_with_one_press(desk: Desk, put: Put) -> None:
    for address, value in (
        ("opportunity.regime", "pa23_above"),
        ("opportunity.commenced_on", date(2027, 1, 1)),
        ("opportunity.value_gross", Decimal(8_000_000)),
        ("opportunity.buyer.kind", "central"),
    ):
        desk.document.set(parse_ref(Bid, address), value)
    page = ValuePage(desk)
    person = put(page)
    page.show_place(parse_ref(Bid, "full_value.social_model"))
    assert person.sees("at least 20% of the marks")
    person.press("Use this model")
    assert desk.bid.full_value.social_model == "ppn026"
    assert person.sees("What may be promised under it")


def test_a_promise_begins_under_an_outcome_of_the_model(harbour: Desk, put: Put) -> None:
    page = ValuePage(harbour)
    person = put(page)
    person.press("Social value")
    chooser = page.findChildren(PromiseStarter)[0].chooser
    chooser.setCurrentIndex(chooser.findText("Skills for growth"))
    chooser.activated.emit(chooser.currentIndex())
    made = harbour.bid.commitments[-1]
    assert (made.mission, made.outcome) == ("Kickstart economic growth", "Skills for growth")
    assert made.measure == ""
    harbour.document.undo()
    assert made not in harbour.bid.commitments


def test_clauses_to_start_from_come_once_and_are_not_proposed(desk: Desk, put: Put) -> None:
    person = put(ValuePage(desk))
    person.press("Social value")
    person.press("Go deeper: Clauses we propose")
    person.press("Start from clauses in plain words")
    count = len(desk.bid.social_clauses)
    assert count > 3
    assert all(one.include == "" for one in desk.bid.social_clauses)
    person.press("Start from clauses in plain words")
    assert len(desk.bid.social_clauses) == count
    person.press("Answer a buyer’s six worries")
    first = desk.bid.social_clauses[0]
    assert len(first.barriers.splitlines()) == 6
    person.press("Answer a buyer’s six worries")
    assert desk.bid.social_clauses[0] == first


def test_each_meaning_of_added_value_asks_its_question(harbour: Desk, put: Put) -> None:
    page = ValuePage(harbour)
    person = put(page)
    page.show_place(parse_ref(Bid, "value_items[hm-v2].meaning"))
    assert person.sees("What does not happen because of us")


@pytest.mark.requirement(108)
def test_those_who_gain_at_second_hand_are_offered_by_name(desk: Desk, put: Put) -> None:
    place = ref(Bid, lambda bid: bid.value_items)
    desk.document.add(place, ValueItem(id="v1", quadrant="secondary satisfaction"))
    page = ValuePage(desk)
    person = put(page)
    page.board.grid.choose("v1")
    for group in ("Families and carers", "Staff", "Volunteers", "The funder", "The commissioner"):
        assert person.sees(group), group
    assert not person.sees("People who use the service")
    person.press("Families and carers")
    assert item(desk, "v1").stakeholder == "Families and carers"
    assert not person.sees("Volunteers")
    desk.document.undo()
    assert person.sees("Volunteers")
