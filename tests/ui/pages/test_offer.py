from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from bidkit.domain.bid import Bid
from bidkit.domain.refs import parse_ref
from bidkit.session.examples import load_example
from bidkit.ui.charts.view import ChartView
from bidkit.ui.desk import Desk
from bidkit.ui.pages.offer import OfferPage
from bidkit.ui.pages.offer.people import score_words
from bidkit.ui.pages.offer.pieces import count_words
from tests.ui.conftest import Put

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("words", "said"), [(50, "50 of 50 words"), (51, "51 of 50 words: 1 too many")]
)
def test_words_of_the_short_description_are_counted_as_typed(words: int, said: str) -> None:
    assert count_words("word " * words, 50)[0] == said


@pytest.mark.requirement(33)
def test_the_count_follows_the_typing(desk: Desk, put: Put) -> None:
    person = put(OfferPage(desk))
    person.type_in("offer.words_50", "Two open doors for everybody")
    assert person.sees("5 of 50 words")
    assert desk.bid.offer.words_50 == "Two open doors for everybody"


@pytest.mark.requirement(37)
def test_a_worry_of_the_buyer_gets_a_reply(desk: Desk, put: Put) -> None:
    page = OfferPage(desk)
    person = put(page)
    person.press("Add a point")
    point = desk.bid.buyer_points[0]
    person.choose(f"buyer_points[{point.id}].kind", "A worry")
    person.type_in(f"buyer_points[{point.id}].our_reply", "Two named deputies")
    assert desk.bid.buyer_points[0].kind == "concern"
    assert desk.bid.buyer_points[0].our_reply == "Two named deputies"


def test_a_part_is_opened_for_the_address_in_it(desk: Desk, put: Put) -> None:
    desk.document.take_in(load_example("harbour", TODAY))
    page = OfferPage(desk)
    person = put(page)
    role = desk.bid.roles[2]
    assert page.show_place(parse_ref(Bid, f"roles[{role.id}].title"))
    assert person.read(f"roles[{role.id}].title") == role.title
    assert page.show_place(parse_ref(Bid, "offer.tupe.incumbent"))
    assert person.sees_field("offer.tupe.incumbent")


def test_a_role_says_to_whom_it_reports(desk: Desk, put: Put) -> None:
    page = OfferPage(desk)
    person = put(page)
    person.press("People")
    person.press("Add a role")
    person.type_in(f"roles[{desk.bid.roles[0].id}].title", "Manager")
    person.press("Add a role")
    second = desk.bid.roles[1]
    person.choose(f"roles[{second.id}].parent", "Manager")
    assert desk.bid.roles[1].parent == desk.bid.roles[0].id
    chart = next(one for one in page.findChildren(ChartView) if one.isVisible())
    assert len(chart.keys()) == 2


def test_a_bar_of_the_timetable_leads_to_its_step(desk: Desk, put: Put) -> None:
    desk.document.take_in(load_example("harbour", TODAY))
    page = OfferPage(desk)
    person = put(page)
    person.press("Method and timetable")
    chart = [one for one in page.findChildren(ChartView) if one.isVisible()][-1]
    step = desk.bid.steps[4]
    assert step.id in set(chart.keys())
    chart.chosen.emit(step.id)
    assert person.read(f"steps[{step.id}].title") == step.title


@pytest.mark.requirement(94)
def test_risks_have_a_score_in_number_and_word(desk: Desk, put: Put) -> None:
    page = OfferPage(desk)
    person = put(page)
    person.press("Quality and risk")
    before = len(desk.bid.risks)
    person.press("Start from common risks")
    assert len(desk.bid.risks) == before + 10
    first = desk.bid.risks[0]
    person.type_in(f"risks[{first.id}].likelihood", "4")
    person.type_in(f"risks[{first.id}].impact", "4")
    assert score_words(desk.bid, desk.bid.risks[0]) == "16 of 25, severe"
    desk.document.undo()
    desk.document.undo()
    desk.document.undo()
    assert len(desk.bid.risks) == before


@pytest.mark.requirement(53)
def test_staff_who_may_transfer_are_listed_without_names(desk: Desk, put: Put) -> None:
    page = OfferPage(desk)
    person = put(page)
    person.press("People")
    assert not person.sees("Posts that may transfer")
    person.press("Go deeper: Staff who may transfer to us (TUPE)")
    assert person.sees("Confidential: never printed, never handed to a partner.")
    person.press("Add a post")
    post = desk.bid.transferring[0].id
    person.type_in(f"transferring[{post}].pay", "24500")
    assert desk.bid.transferring[0].pay == Decimal(24500)
    assert not person.sees_field(f"transferring[{post}].name")


@pytest.mark.requirement(38)
def test_what_they_require_is_taken_from_their_papers(desk: Desk, put: Put) -> None:
    desk.document.take_in(load_example("harbour", TODAY))
    page = OfferPage(desk)
    person = put(page)
    assert page.show_place(parse_ref(Bid, f"fits[{desk.bid.fits[0].id}].requirement"))
    first = desk.bid.requirements[0].quotation
    assert person.read(f"fits[{desk.bid.fits[0].id}].requirement")[:20] == first[:20]


@pytest.mark.requirement(53)
def test_getting_ready_is_planned_back_and_drawn_apart(desk: Desk, put: Put) -> None:
    person = put(OfferPage(desk))
    person.press("Method and timetable")
    person.press("Plan back from the first day")
    assert len(desk.bid.steps) == 9
    assert not person.sees("Plan back from the first day")
    charts = [one for one in person.window.findChildren(ChartView) if one.isVisible()]
    assert len(charts) == 2
    assert all("Agree and sign" in one.picture.alt for one in charts)
    desk.document.undo()
    assert desk.bid.steps == ()
    assert person.sees("They get dates once the start of the contract is known.")


@pytest.mark.requirement(38)
def test_every_requirement_is_set_beside_what_we_do(desk: Desk, put: Put) -> None:
    desk.document.take_in(load_example("harbour", TODAY))
    person = put(OfferPage(desk))
    person.press("Method and timetable")
    wanted = len(desk.bid.requirements)
    assert person.sees(f"2 of {wanted} requirements are set beside what you do.")
    person.press(f"Add one row for each of the other {wanted - 2}")
    assert len(desk.bid.fits) == wanted
    assert person.sees(f"{wanted} of {wanted} requirements are set beside what you do.")


def test_the_team_is_added_up_by_employer(desk: Desk, put: Put, qtbot: QtBot) -> None:
    desk.document.take_in(load_example("harbour", TODAY))
    person = put(OfferPage(desk))
    person.press("People")
    qtbot.waitUntil(lambda: person.sees("260.5"))
    assert person.sees("To be found: Villages lead.")
    role = desk.bid.roles[0].id
    person.type_in(f"roles[{role}].deputy", "")
    assert person.sees("▲ Nobody stands in for: Service manager.")


@pytest.mark.requirement(94)
def test_risks_lie_on_a_square_and_lead_to_their_cards(desk: Desk, put: Put) -> None:
    desk.document.take_in(load_example("harbour", TODAY))
    page = OfferPage(desk)
    person = put(page)
    person.press("Quality and risk")
    chart = next(one for one in page.findChildren(ChartView) if one.isVisible())
    last = desk.bid.risks[-1]
    assert last.id in set(chart.keys())
    chart.chosen.emit(last.id)
    assert person.read(f"risks[{last.id}].title") == last.title
    assert person.sees("What you carry costs £3,300: see that it is in the price.")


@pytest.mark.requirement(53)
def test_the_staff_list_is_added_up_due_and_asked_for(desk: Desk, put: Put) -> None:
    person = put(OfferPage(desk))
    person.press("People")
    person.press("Go deeper: Staff who may transfer to us (TUPE)")
    start = parse_ref(Bid, "opportunity.period.starts_on")
    desk.document.set(start, date(2027, 4, 1))
    person.choose("offer.tupe.applies", "Yes")
    assert person.sees("by 4 Mar 2027, 28 days before the transfer")
    person.press("Add a post")
    post = desk.bid.transferring[0].id
    person.type_in(f"transferring[{post}].pay", "24500")
    person.type_in(f"transferring[{post}].hours_a_week", "30")
    person.leave()
    assert person.sees("1 post, 30 hours a week, £24,500 pay a year")
    person.press("Draft the question to the buyer")
    assert desk.bid.clarifications[0].status == "draft"


def test_the_service_is_measured_by_its_indicators(desk: Desk, put: Put) -> None:
    desk.document.take_in(load_example("harbour", TODAY))
    person = put(OfferPage(desk))
    person.press("Quality and risk")
    before = len(desk.bid.measures)
    person.press("Measure the service by them")
    assert len(desk.bid.measures) > before
    assert not person.sees("Measure the service by them")
    desk.document.undo()
    assert len(desk.bid.measures) == before
