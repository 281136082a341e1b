"""The usual lists are offered where they are missing, and the offer goes when they are there."""

from __future__ import annotations

import pytest

from bidkit.ui.desk import Desk
from bidkit.ui.pages.decision import DecisionPage
from bidkit.ui.pages.organisation import OrganisationPage
from bidkit.ui.pages.partners import PartnersPage
from bidkit.ui.pieces.cards import Deeper
from tests.drivers import Person
from tests.ui.conftest import Put


def open_all(person: Person) -> None:
    for one in person.window.findChildren(Deeper):
        one.open()


def test_gates_are_started_from_the_usual_ones(desk: Desk, put: Put) -> None:
    person = put(DecisionPage(desk))
    person.press("Start from the usual gates")
    assert desk.bid.gates
    assert not person.sees("Start from the usual gates")
    desk.document.undo()
    assert person.sees("Start from the usual gates")


def test_a_buyer_is_marked_by_the_usual_points(desk: Desk, put: Put) -> None:
    person = put(DecisionPage(desk))
    open_all(person)
    person.press("Start from eight principles and fifteen actions")
    assert len(desk.bid.buyer_quality) == 23


def test_the_eleven_areas_are_offered(desk: Desk, put: Put) -> None:
    person = put(OrganisationPage(desk))
    open_all(person)
    person.press("Start from the eleven areas")
    assert len(desk.bid.self_assessment) == 11


@pytest.mark.requirement(51, 64, 162)
def test_structures_are_shown_with_what_speaks_for_and_against(desk: Desk, put: Put) -> None:
    person = put(PartnersPage(desk))
    open_all(person)
    for words in ("A new body for delivery", "Has no track record", "The lead carries the risk"):
        assert person.sees(words)
    person.press("Put them on the list of the agreement")
    assert len(desk.bid.agreement_points) == 5
    person.press("Make them tasks")
    assert len(desk.bid.tasks) == 5
    desk.document.undo()
    assert not desk.bid.tasks
