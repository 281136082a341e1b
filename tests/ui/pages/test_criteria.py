from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from bidkit.domain.bid import Bid
from bidkit.domain.refs import parse_ref
from bidkit.session.examples import load_example
from bidkit.ui.charts.view import ChartView
from bidkit.ui.desk import Desk
from bidkit.ui.pages.criteria import CriteriaPage, cells
from bidkit.ui.pages.criteria.beginning import Beginning
from bidkit.ui.pages.criteria.levels import LevelsEditor
from bidkit.ui.pages.criteria.rivals import RivalCard
from bidkit.ui.pages.criteria.tree import CriteriaTable
from bidkit.ui.theme import characters_wide
from tests.drivers import Person
from tests.ui.conftest import Put

TODAY = date(2026, 11, 21)


@pytest.fixture
def harbour(desk: Desk) -> Desk:
    desk.document.take_in(load_example("harbour", TODAY))
    return desk


def table_of(page: CriteriaPage) -> CriteriaTable:
    return page.board.table


def words_in(page: CriteriaPage, number: str) -> list[str]:
    """Return what the row of a criterion says, without the indent."""
    model = page.board.model
    row = next(at for at, one in enumerate(model.rows) if one.criterion.number == number)
    found = [model.data(model.index(row, column)) for column in range(model.columnCount())]
    return [str(words).strip() for words in found]


def words_of(table: QWidget) -> list[str]:
    """Return what a small table says, cell by cell."""
    return [one.text() for one in table.findChildren(QLabel)]


def type_into(page: CriteriaPage, person: Person, number: str, column: int, text: str) -> None:
    """Go to a cell, change it and press Enter."""
    model, table = page.board.model, table_of(page)
    row = next(at for at, one in enumerate(model.rows) if one.criterion.number == number)
    table.setCurrentIndex(model.index(row, column))
    table.setFocus()
    person.keys("F2")
    editor = table.focusWidget()
    assert editor is not None
    assert editor is not table
    QTest.keyClicks(editor, text)
    person.keys("Return")


@pytest.mark.requirement(27)
def test_the_tree_is_told_in_rows(harbour: Desk, put: Put) -> None:
    page = CriteriaPage(harbour)
    person = put(page)
    assert words_in(page, "1") == ["1", "Quality", "60%", "", "", "", "44.4 · 43.6 of 60"]
    assert words_in(page, "1.1")[2:] == ["15%", "0 to 5, least 2", "500 words", "4", "12.0 of 15"]
    assert words_in(page, "2")[5] == "£552,600"
    assert person.sees("✓ The weights add up on every level.")
    assert person.sees("Lot 1 by our own marks: 52.4 of 70 points; for the price 27.8 of 30.")
    assert person.sees("Lot 2 by our own marks: 51.6 of 70 points")
    assert person.sees("▲ Only met, not exceeded: 1.2, 1.4")


def test_a_weight_typed_into_the_table_leaves_a_remainder(
    harbour: Desk, put: Put, qtbot: QtBot
) -> None:
    page = CriteriaPage(harbour)
    person = put(page)
    type_into(page, person, "1.1", cells.WEIGHT, "10")
    weight = parse_ref(Bid, "criteria[hm-c11].weight")
    qtbot.waitUntil(lambda: harbour.document.get(weight) == Decimal(10))
    assert person.sees("▲ 1 Quality: 55% given, 5% still to give out.")
    harbour.document.undo()
    assert person.sees("✓ The weights add up on every level.")


def test_what_is_no_number_is_refused_with_a_sentence(
    harbour: Desk, put: Put, qtbot: QtBot
) -> None:
    page = CriteriaPage(harbour)
    person = put(page)
    said: list[str] = []
    harbour.notices.said.connect(said.append)
    type_into(page, person, "1.1", cells.MARK, "good")
    qtbot.waitUntil(lambda: bool(said))
    assert "number" in said[0]
    assert harbour.bid.criteria[1].own_mark == Decimal(4)


def test_criteria_are_added_set_in_moved_and_removed_by_keyboard(desk: Desk, put: Put) -> None:
    page = CriteriaPage(desk)
    person = put(page)
    assert person.sees("No criteria yet")
    person.press("Add a criterion")
    table_of(page).setFocus()
    person.keys("Insert")
    table_of(page).setFocus()
    first, second = (row.criterion.id for row in page.board.model.rows)
    page.board.choose(second)
    person.keys("Alt+Right")
    assert next(one for one in desk.bid.criteria if one.id == second).parent == first
    person.keys("Shift+Insert")
    assert [row.depth for row in page.board.model.rows] == [0, 1, 2]
    table_of(page).setFocus()
    person.keys("Alt+Left")
    assert [row.depth for row in page.board.model.rows] == [0, 1, 1]
    person.keys("Alt+Up")
    assert [row.criterion.id for row in page.board.model.rows][1] != second
    person.keys("Delete")
    assert len(desk.bid.criteria) == 2
    desk.document.undo()
    assert len(desk.bid.criteria) == 3


def test_a_common_scale_is_taken_for_all_in_one_step(desk: Desk, put: Put) -> None:
    page = CriteriaPage(desk)
    person = put(page)
    page.board.act("add")
    page.board.act("add")
    assert person.sees("2 without a scale: without one there are no points.")
    chooser = page.findChildren(Beginning)[0].chooser
    chooser.setCurrentIndex(chooser.findText("0 to 5, the commonest"))
    chooser.activated.emit(chooser.currentIndex())
    assert {one.scale for one in desk.bid.criteria} == {desk.bid.scales[0].id}
    assert not person.sees("without a scale")
    desk.document.undo()
    assert not desk.bid.scales
    assert person.sees("2 without a scale: without one there are no points.")


def test_a_scale_is_chosen_in_its_cell(harbour: Desk, put: Put) -> None:
    page = CriteriaPage(harbour)
    put(page)
    model = page.board.model
    offered = dict(model.offered_scales())
    assert offered["hm-scale5"] == "0 to 5"
    assert "pack:met_exceeded" in offered
    at = model.index(model.row_of("hm-c11"), cells.SCALE)
    assert model.setData(at, "pack:met_exceeded")
    made = harbour.bid.scales[-1]
    assert made.met == Decimal(7)
    assert next(one for one in harbour.bid.criteria if one.id == "hm-c11").scale == made.id
    assert "pack:met_exceeded" not in dict(model.offered_scales())


@pytest.mark.requirement(28)
@pytest.mark.requirement(34)
def test_a_mark_above_met_counts_only_when_we_exceed(harbour: Desk, put: Put) -> None:
    page = CriteriaPage(harbour)
    person = put(page)
    assert page.show_place(parse_ref(Bid, "criteria[hm-c12].own_mark"))
    person.type_in("criteria[hm-c12].own_mark", "5")
    person.leave()
    assert person.sees("▲ It counts as 3, met, until you say how you exceed what is asked.")
    person.type_in("criteria[hm-c12].how_exceed", "Results by village every month")
    person.leave()
    assert not person.sees("It counts as 3")
    assert words_in(page, "1.2")[6].startswith("15")


def test_the_chart_leads_to_the_criterion(harbour: Desk, put: Put) -> None:
    page = CriteriaPage(harbour)
    put(page)
    chart = next(one for one in page.findChildren(ChartView) if one.isVisible())
    assert "Where one more mark is worth most" in chart.picture.alt
    chart.chosen.emit("hm-c15")
    assert page.board.current == "hm-c15"


def test_the_price_is_tried_against_other_lowest_prices(harbour: Desk, put: Put) -> None:
    page = CriteriaPage(harbour)
    person = put(page)
    person.press("Go deeper: Price: what if?")
    assert person.sees("Our price earns 27.8 of 30 points.")
    person.type_in("scoring.lowest_rival", "552600")
    person.leave()
    assert person.sees("Our price earns 30.0 of 30 points.")


def test_bids_we_expect_are_compared_with_ours(harbour: Desk, put: Put) -> None:
    page = CriteriaPage(harbour)
    person = put(page)
    person.press("Go deeper: Our bid beside others")
    rival = harbour.bid.competitors[0]
    place = f"competitors[{rival.id}]"
    assert page.show_place(parse_ref(Bid, f"{place}.likely_price"))
    person.type_in(f"{place}.likely_price", "500000")
    person.type_in(f"{place}.likely_quality", "90")
    person.leave()
    assert person.sees("Left out: 1. Say in the list which lot each bid is for.")
    person.choose(f"{place}.lot", "1 Harbour ward hub")
    person.type_in(f"{place}.likely_price", "300000")
    person.leave()
    assert not person.sees("Left out")
    assert person.sees("▲ They lead by ")
    chart = [one for one in page.findChildren(ChartView) if one.isVisible()][-1]
    assert rival.name in chart.picture.alt
    assert "most points" in chart.picture.alt


def test_the_price_of_one_lot_is_tried_by_itself(harbour: Desk, put: Put) -> None:
    person = put(CriteriaPage(harbour))
    person.press("Go deeper: Price: what if?")
    person.type_in("lots[hm-lot1].lowest_rival", "350600")
    person.leave()
    assert person.sees("Our price earns 30.0 of 30 points.")
    person.choose("price-of-lot", "Lot 2: Northern villages hub")
    assert person.sees("Our price earns 27.8 of 30 points.")
    person.type_in("lots[hm-lot2].lowest_rival", "")
    person.leave()
    assert not person.sees("Our price earns 30.0 of 30 points.")


@pytest.mark.requirement(43)
def test_where_lots_are_marked_apart_each_is_shown_by_itself(harbour: Desk, put: Put) -> None:
    page = CriteriaPage(harbour)
    person = put(page)
    chart = next(one for one in page.findChildren(ChartView) if one.isVisible())
    assert "Reaching people in Harbour ward" in chart.picture.alt
    assert "northern villages" not in chart.picture.alt
    person.press("Go deeper: Our bid beside others")
    rivals = page.findChildren(RivalCard)[0]
    assert "£350,600" in words_of(rivals.table)
    person.choose("next-mark-of-lot", "Lot 2: Northern villages hub")
    assert "Reaching the northern villages" in chart.picture.alt
    assert "Harbour ward" not in chart.picture.alt
    assert rivals.lots.chooser.currentText() == "Lot 2: Northern villages hub"
    assert "£202,000" in words_of(rivals.table)
    person.type_in("criteria[hm-c11].own_mark", "3")
    person.leave()
    assert rivals.lots.chooser.currentText() == "Lot 2: Northern villages hub"
    harbour.document.edit("", lambda bid: bid.model_copy(update={"lots": bid.lots[:1]}))
    assert not rivals.lots.isVisible()


@pytest.mark.requirement(26)
def test_no_published_criteria_begin_from_what_the_buyer_wants(harbour: Desk, put: Put) -> None:
    harbour.document.edit("", lambda bid: bid.model_copy(update={"criteria": ()}))
    page = CriteriaPage(harbour)
    person = put(page)
    assert person.sees("A criterion for each question")
    person.choose("scoring.published", "No")
    assert person.sees("No criteria are published")
    person.press("One for each thing they want")
    assert len(harbour.bid.criteria) == len(harbour.bid.buyer_points)
    harbour.document.undo()
    assert not harbour.bid.criteria


def test_levels_of_a_scale_are_typed_in_place(harbour: Desk, put: Put) -> None:
    page = CriteriaPage(harbour)
    put(page)
    assert page.show_place(parse_ref(Bid, "scales[hm-scale5].title"))
    model = page.findChildren(LevelsEditor)[0].model
    assert model.rowCount() == 7
    assert model.setData(model.index(0, 1), "Outstanding")
    assert any(level.label == "Outstanding" for level in harbour.bid.scales[0].levels)
    assert model.setData(model.index(6, 0), "6")
    assert model.rowCount() == 8
    assert model.setData(model.index(0, 0), "")
    assert model.rowCount() == 7
    assert model.flags(model.index(6, 1)) & Qt.ItemFlag.ItemIsEditable == Qt.ItemFlag(0)


def test_a_question_nobody_marks_leads_to_where_questions_are_chosen(
    harbour: Desk, put: Put
) -> None:
    page = CriteriaPage(harbour)
    person = put(page)
    page.board.choose("hm-c12")
    assert page.show_place(parse_ref(Bid, "questions[hm-q3]"))
    focused = person.window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "criteria[hm-c12].questions"


def test_the_words_get_their_room_before_scale_and_limit(
    harbour: Desk, put: Put, qtbot: QtBot
) -> None:
    page = CriteriaPage(harbour)
    put(page)
    table = table_of(page)
    least = table.fontMetrics().horizontalAdvance("Staffing and safeguarding")
    table.setFixedWidth(characters_wide(table, 90))
    qtbot.waitUntil(lambda: table.isColumnHidden(cells.LIMIT))
    qtbot.waitUntil(lambda: table.columnWidth(cells.TITLE) > least)
    table.setFixedWidth(characters_wide(table, 200))
    qtbot.waitUntil(lambda: not table.isColumnHidden(cells.LIMIT))
    assert not table.isColumnHidden(cells.SCALE)
