from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bidkit.domain.bid import Bid
from bidkit.domain.refs import parse_ref, ref
from bidkit.domain.review import PanelMark
from bidkit.figures.readings.scoring.panel import panels_of
from bidkit.session.examples import load_example
from bidkit.ui.desk import Desk
from bidkit.ui.pages.review import ReviewPage
from bidkit.ui.pages.review.alone import MarkAlone
from tests.ui.conftest import Put

TODAY = date(2026, 11, 21)


def test_reviewers_far_apart_are_told_to_talk(desk: Desk, put: Put) -> None:
    desk.document.take_in(load_example("harbour", TODAY))
    page = ReviewPage(desk)
    person = put(page)
    page.show_place(parse_ref(Bid, "panel_marks[hm-pm4].mark"))
    assert person.sees("Marks from 2 to 4: talk about why")
    page.show_place(parse_ref(Bid, "panel_marks[hm-pm1].mark"))
    assert person.sees("Marks from 3 to 4.")


def test_the_agreed_mark_is_made_when_it_is_written(desk: Desk, put: Put) -> None:
    desk.document.take_in(load_example("harbour", TODAY))
    before = desk.bid
    page = ReviewPage(desk)
    person = put(page)
    assert desk.bid is before
    address = next(
        name
        for name in (child.objectName() for child in page.findChildren(QWidget))
        if name.startswith("moderated_marks") and name.endswith(".mark")
    )
    person.type_in(address, "4")
    person.leave()
    assert [(one.parent, str(one.mark)) for one in desk.bid.moderated_marks] == [("hm-c11", "4")]


@pytest.mark.requirement(13)
def test_the_four_areas_stand_on_the_page_and_follow_the_bid(desk: Desk, put: Put) -> None:
    person = put(ReviewPage(desk))
    assert person.sees("0 of 4. Missing: a short description")
    desk.document.set(ref(Bid, lambda b: b.offer.words_50), "Hubs for everybody.")
    assert person.sees("1 of 4. Missing: what we do")
    assert person.sees("●○○○")


@pytest.mark.requirement(29)
def test_a_reviewer_marks_alone_without_seeing_the_others(
    desk: Desk, put: Put, qtbot: QtBot
) -> None:
    desk.document.take_in(load_example("harbour", TODAY))
    page = ReviewPage(desk)
    person = put(page)
    assert person.sees("▲ 1.2 Outcomes and impact")
    assert person.sees("Critical friend")
    person.press("Mark alone")
    assert not person.sees("Critical friend")
    person.type_in("reviewer", "Dilys")
    alone = page.findChildren(MarkAlone)[0]
    assert alone.model.setData(alone.model.index(0, 3), "0")
    assert not alone.model.setData(alone.model.index(1, 3), "good")
    assert alone.model.data(alone.model.index(0, 2)) == "0, 1, 2, 3, 4, 5"
    given = next(one for one in desk.bid.panel_marks if one.reviewer == "Dilys")
    assert (given.reviewer, given.parent, str(given.mark)) == ("Dilys", "hm-c11", "0")
    person.press("Show everybody’s marks")
    qtbot.waitUntil(lambda: person.sees("Dilys"))


def test_our_own_mark_of_nought_is_told(desk: Desk, put: Put) -> None:
    desk.document.take_in(load_example("harbour", TODAY))
    person = put(ReviewPage(desk))
    place = parse_ref(Bid, "criteria[hm-c11].own_mark")
    desk.document.set(place, Decimal(0))
    assert person.sees("Our own mark: 0.")


def test_points_are_added_up_for_each_lot_by_itself(desk: Desk, put: Put) -> None:
    desk.document.take_in(load_example("harbour", TODAY))
    for criterion in desk.bid.criteria:
        if criterion.own_mark is not None and criterion.kind not in ("price", "cost"):
            entry = PanelMark(
                id=f"all-{criterion.id}", parent=criterion.id, reviewer="Elin", mark=Decimal(5)
            )
            desk.document.add(ref(Bid, lambda b: b.panel_marks), entry)
    first, second = (panel for _, panel in panels_of(desk.bid))
    elin = first.reviewers.index("Elin")
    assert first.totals[elin] == first.possible == 70
    assert second.totals[elin] == second.possible == 70
    person = put(ReviewPage(desk))
    assert person.sees("Points, Lot 1")
    assert person.sees("Points, Lot 2")
