"""The opportunity page can be filled, and any of its places can be gone to."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.opportunity import Lot
from bidkit.domain.refs import ref
from bidkit.domain.rounds import Round
from bidkit.domain.showing import UK
from bidkit.ui.desk import Desk
from bidkit.ui.pages.opportunity import OpportunityPage
from tests.drivers import Person
from tests.ui.conftest import Put
from tests.ui.paper import PaperSession


@pytest.fixture
def person(desk: Desk, put: Put) -> Person:
    """Somebody in front of the page."""
    return put(OpportunityPage(desk))


def test_a_deadline_is_added_and_typed(person: Person, paper: PaperSession) -> None:
    person.press("Add a deadline")
    place = f"rounds[{paper.document.bid.rounds[0].id}]"
    person.choose(f"{place}.kind", "Tender")
    person.type_in(f"{place}.deadline", "4 Dec 2026, 12 noon")
    person.leave()
    assert paper.document.bid.rounds[0].deadline == datetime(2026, 12, 4, 12, tzinfo=UK)
    assert person.read(f"{place}.deadline") == "Fri 4 Dec 2026, 12 noon"


def test_a_place_in_a_closed_list_is_opened(
    person: Person, desk: Desk, paper: PaperSession
) -> None:
    lots = ref(Bid, lambda b: b.lots)
    for number in "123":
        paper.document.add(lots, Lot(id=f"lot{number}", number=number))
    page = person.window
    assert isinstance(page, OpportunityPage)
    title = lots.item("lot3").then(ref(Lot, lambda lot: lot.title))
    assert page.show_place(title)
    assert page.focusWidget() is person.field("lots[lot3].title")


def test_a_place_that_is_elsewhere_is_not_here(person: Person) -> None:
    page = person.window
    assert isinstance(page, OpportunityPage)
    assert not page.show_place(ref(Bid, lambda b: b.organisation.name))
    assert page.show_place(ref(Bid, lambda b: b.opportunity.title))


def test_portal_questions_wait_for_a_portal(person: Person) -> None:
    assert not person.sees_field("opportunity.portal_name")
    person.choose("opportunity.way_in", "Boxes on a portal")
    assert person.sees_field("opportunity.portal_name")


def test_a_round_taken_away_takes_its_card_along(person: Person, paper: PaperSession) -> None:
    paper.document.add(ref(Bid, lambda b: b.rounds), Round(id="r1"))
    assert person.sees_field("rounds[r1].deadline")
    paper.document.undo()
    assert not person.sees_field("rounds[r1].deadline")


def test_a_whole_list_can_be_gone_to(person: Person, paper: PaperSession) -> None:
    page = person.window
    assert isinstance(page, OpportunityPage)
    rounds = ref(Bid, lambda b: b.rounds)
    assert page.show_place(rounds)
    focused = page.focusWidget()
    assert focused is not None
    assert focused.isVisible()
    paper.document.add(rounds, Round(id="r1"))
    assert page.show_place(rounds)
    assert page.focusWidget() is not None


def test_a_page_begins_at_its_first_field(person: Person) -> None:
    page = person.window
    assert isinstance(page, OpportunityPage)
    page.begin()
    assert page.focusWidget() is person.field("opportunity.title")


def test_rules_are_suggested_and_their_questionnaires_added(person: Person, desk: Desk) -> None:
    def change(bid: Bid) -> Bid:
        changed: Bid = with_fields(
            bid,
            {
                "opportunity.commenced_on": date(2026, 5, 18),
                "opportunity.cpv": ("85312310",),
                "opportunity.value_gross": Decimal(700000),
            },
        )
        return changed

    assert person.sees("Say when the procurement began")
    desk.document.edit("Read a notice", change)
    assert person.sees("It looks like: Procurement Act 2023, light touch.")
    person.press("Use these rules")
    assert desk.bid.opportunity.regime == "pa23_light_touch"
    assert person.sees("Why: £700,000 with VAT reaches £663,540")
    person.press("Add what is ticked")
    assert {one.pack for one in desk.bid.questions} >= {"exclusion-grounds"}
    assert person.sees("✓ ")
    desk.document.undo()
    assert not desk.bid.questions
    person.press("Add what is ticked")
    assert desk.bid.questions


@pytest.mark.requirement(124)
def test_how_this_kind_of_buyer_decides_stands_beside_its_name(person: Person, desk: Desk) -> None:
    assert not person.sees("Looks for:")
    person.choose("opportunity.buyer.kind", "Council")
    assert person.sees("Officers write the papers, a panel marks")
    assert person.sees("Looks for: Fit with the council plan")
    person.choose("opportunity.buyer.kind", "Other")
    assert not person.sees("Looks for: Fit with the council plan")


@pytest.mark.requirement(5)
def test_once_the_notice_is_out_only_the_portal_may_be_used(person: Person, desk: Desk) -> None:
    def set_stage(stage: str) -> None:
        desk.document.edit("Stage", lambda bid: with_fields(bid, {NOTICE_STAGE: stage}))

    set_stage("planned")
    assert not person.sees("use only the portal")
    set_stage("tender")
    assert person.sees("use only the portal’s messages")
    desk.document.edit("Grant", lambda bid: with_fields(bid, {"opportunity.funding": "grant"}))
    assert not person.sees("use only the portal")


NOTICE_STAGE = "opportunity.notice.stage"


@pytest.mark.requirement(1)
@pytest.mark.requirement(90)
@pytest.mark.requirement(195)
def test_the_kind_of_money_and_its_three_tiers_are_chosen(person: Person, desk: Desk) -> None:
    for words, ceiling, most in (("Contract", True, False), ("Grant", False, True)):
        person.choose("opportunity.funding", words)
        assert person.sees_field("opportunity.ceiling") is ceiling
        assert person.sees_field("opportunity.grant_maximum") is most
    person.choose("opportunity.funding", "Both")
    assert person.sees_field("opportunity.ceiling")
    assert person.sees_field("opportunity.grant_maximum")
    page = person.window
    assert isinstance(page, OpportunityPage)
    assert page.show_place(ref(Bid, lambda b: b.opportunity.tier))
    assert person.sees("Partnership: planned and run together")
    for words, tier in (
        ("A partnership agreement", "partnership"),
        ("A contract or service agreement", "service agreement"),
        ("A grant", "grant"),
    ):
        person.choose("opportunity.tier", words)
        assert desk.bid.opportunity.tier == tier
