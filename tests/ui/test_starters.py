"""The usual lists are offered where they are missing, and the offer goes when they are there."""

from __future__ import annotations

from datetime import date

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.organisation import SelfAssessment
from bidkit.domain.refs import ref
from bidkit.packs.catalogue import shipped
from bidkit.rules.ratings import stability
from bidkit.ui.desk import Desk
from bidkit.ui.pages.decision import DecisionPage
from bidkit.ui.pages.organisation import OrganisationPage
from bidkit.ui.pages.partners import PartnersPage
from bidkit.ui.pieces.cards import Deeper
from tests.drivers import Person
from tests.ui.conftest import Put

TODAY = date(2026, 11, 21)


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
    person.press("The contract and the buyer")
    open_all(person)
    person.press("Start from eight principles and fifteen actions")
    assert len(desk.bid.buyer_quality) == 23


def test_the_eleven_areas_are_offered(desk: Desk, put: Put) -> None:
    person = put(OrganisationPage(desk))
    person.press("How we are run")
    open_all(person)
    person.press("Start from the eleven areas")
    assert len(desk.bid.self_assessment) == 11


@pytest.mark.requirement(149)
def test_five_skills_of_bidding_are_marked_apart_from_how_stable_we_are(
    desk: Desk, put: Put
) -> None:
    person = put(OrganisationPage(desk))
    person.press("How we are run")
    open_all(person)
    before = stability(desk.bid, TODAY)
    person.press("Add five skills of bidding")
    skills = [one for one in desk.bid.self_assessment if one.key.startswith("skill-")]
    assert len(skills) == 5
    place = ref(Bid, lambda b: b.self_assessment)
    for one in skills:
        desk.document.set(place.item(one.id).then(ref(SelfAssessment, lambda s: s.rating)), 0)
    assert stability(desk.bid, TODAY) == before


@pytest.mark.requirement(62)
def test_partners_are_asked_whether_they_are_ready(desk: Desk, put: Put) -> None:
    person = put(PartnersPage(desk))
    open_all(person)
    assert person.sees("Are you ready?")
    lines = shipped().prompts("readiness")
    assert len(lines) >= 2
    assert all(person.sees(one.text) for one in lines)


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
