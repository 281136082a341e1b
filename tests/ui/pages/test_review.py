from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from bidkit.domain.bid import Bid
from bidkit.domain.refs import parse_ref, ref
from bidkit.session.examples import load_example
from bidkit.ui.desk import Desk
from bidkit.ui.pages.review import ReviewPage
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
