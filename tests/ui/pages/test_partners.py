"""The partners page: structures, papers, money, agreement, and what a joint bid must show."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bidkit.domain.bid import Bid
from bidkit.domain.consortium import Partner
from bidkit.domain.refs import parse_ref, ref
from bidkit.session.examples import load_example
from bidkit.ui.desk import Desk
from bidkit.ui.pages.partners import PartnersPage
from bidkit.ui.pages.partners.papers import terms_card
from tests.ui.conftest import Put

TODAY = date(2026, 11, 21)
PARTNERS = ref(Bid, lambda b: b.partners)


@pytest.fixture
def harbour(desk: Desk) -> Desk:
    desk.document.take_in(load_example("harbour", TODAY))
    return desk


@pytest.mark.requirement(51, 162)
def test_the_structure_chosen_says_what_speaks_for_and_against_it(desk: Desk, put: Put) -> None:
    person = put(PartnersPage(desk))
    person.choose("partnership.structure", "A new body that we set up together")
    assert person.sees("Has no track record and no reserves")
    person.choose("partnership.structure", "A hub we own, paid by a share of each contract")
    assert person.sees("The centre can become what everybody depends on")


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("partners[hm-partner2].strength", "Who"),
        ("partners[hm-partner2].share_code", "Who"),
        ("partners[hm-partner2].in_rival_bid", "Looking into them"),
        ("partners[hm-partner2].trust", "Looking into them"),
        ("partner_checks[hm-pc3].shows", "Looking into them"),
        ("partners[hm-partner2].remedy", "Money"),
        ("partners[hm-partner2].vat", "Money"),
        ("partnership.top_slice", "Money"),
        ("agreement_points[hm-ap3].settled", "Agreement"),
        ("agreement_points[hm-fd2].settled", "Agreement"),
        ("panel_members[hm-dp2].independent", "Agreement"),
        ("partnership.liability", "Agreement"),
        ("partnership.advice_vat", "Agreement"),
        ("partnership.why_now", "How and why"),
        ("partnership.prime_pays_in_days", "As a subcontractor"),
    ],
)
def test_every_address_opens_the_part_that_shows_it(
    harbour: Desk, put: Put, address: str, part: str
) -> None:
    page = PartnersPage(harbour)
    person = put(page)
    assert page.show_place(parse_ref(Bid, address))
    assert str(page.parts()[page.open_part].title) == part
    assert person.sees_field(address)


@pytest.mark.requirement(78)
def test_the_usual_papers_are_asked_of_every_partner_but_the_lead(
    desk: Desk, put: Put, qtbot: QtBot
) -> None:
    desk.document.add(PARTNERS, Partner(id="p1", name="We", role="lead"))
    desk.document.add(PARTNERS, Partner(id="p2", name="Tideway", role="member"))
    person = put(PartnersPage(desk))
    person.press("Looking into them")
    assert person.sees("One partner has no list of papers yet.")
    person.press("Ask for the usual papers")
    assert {one.parent for one in desk.bid.partner_checks} == {"p2"}
    assert len(desk.bid.partner_checks) == 10
    qtbot.waitUntil(lambda: person.sees("0 / 10"))
    assert not person.sees("Ask for the usual papers")
    first = desk.bid.partner_checks[0].id
    person.choose(f"partner_checks[{first}].shows", "Poor")
    assert desk.bid.partner_checks[0].shows == "poor"
    desk.document.undo()
    desk.document.undo()
    assert not desk.bid.partner_checks


@pytest.mark.requirement(49, 67, 68)
def test_fit_stands_side_by_side_and_a_nought_is_named(
    harbour: Desk, put: Put, qtbot: QtBot
) -> None:
    page = PartnersPage(harbour)
    person = put(page)
    person.press("Looking into them")
    qtbot.waitUntil(lambda: person.sees("11 of 12"))
    page.show_place(parse_ref(Bid, "partners[hm-partner3].trust"))
    person.type_in("partners[hm-partner3].trust", "0")
    assert person.sees("▲ Talk first with: Carers Together Northshire. A 0 stands.")


@pytest.mark.requirement(58, 72, 76)
def test_the_money_follows_the_typing(harbour: Desk, put: Put) -> None:
    page = PartnersPage(harbour)
    person = put(page)
    person.press("Money")
    assert person.sees("The centre keeps £33,156 of £552,600; £519,444 is shared out.")
    assert person.sees("£388,422.37 stays with Harbour Mind for its own part.")
    page.show_place(parse_ref(Bid, "partners[hm-partner2].price"))
    person.type_in("partners[hm-partner2].price", "600000")
    person.leave()
    assert person.sees("more is paid than there is.")


@pytest.mark.requirement(48, 75, 81)
def test_what_a_joint_bid_must_show_is_ticked_or_led_to(harbour: Desk, put: Put) -> None:
    page = PartnersPage(harbour)
    person = put(page)
    assert person.sees("✓ One name, and one lead")
    person.press("Agreement")
    person.type_in("partnership.governance", "")
    person.press("How and why")
    assert person.sees("○ How you decide together")


@pytest.mark.requirement(160, 219)
def test_the_five_boxes_give_one_verdict(desk: Desk, put: Put) -> None:
    person = put(PartnersPage(desk))
    person.press("As a subcontractor")
    person.press("Start from the five boxes")
    assert person.sees("5 of 5 still open.")
    for one in desk.bid.subcontract_tests:
        place = parse_ref(Bid, f"subcontract_tests[{one.id}].answer")
        desk.document.set(place, "good")
    assert person.sees("✓ Nothing poor; 5 of 5 good.")
    desk.document.set(parse_ref(Bid, f"subcontract_tests[{one.id}].answer"), "poor")
    assert person.sees("▲ 1 poor: change the terms before you sign, or do not sign.")


@pytest.mark.requirement(161)
def test_lines_passed_on_stand_apart_from_the_agreement(desk: Desk, put: Put) -> None:
    page = PartnersPage(desk)
    person = put(page)
    person.press("Agreement")
    person.press("Start from the usual points")
    agreed = len(desk.bid.agreement_points)
    person.press("Go deeper: What the main contract asks of everybody")
    person.press("Start from the usual lines")
    kinds = [one.kind for one in desk.bid.agreement_points]
    assert (kinds.count(""), kinds.count("flow-down")) == (agreed, 12)
    assert any("30 days" in one.text for one in desk.bid.agreement_points)


@pytest.mark.requirement(54)
def test_the_heads_of_terms_are_written(
    harbour: Desk, put: Put, qtbot: QtBot, tmp_path: Path
) -> None:
    person = put(PartnersPage(harbour))
    person.press("Agreement")
    assert person.sees("Save the heads of terms")
    card = terms_card(harbour, person.window)
    with qtbot.waitSignal(card.written):
        card.write(tmp_path / "terms.pdf")
    assert (tmp_path / "terms.pdf").read_bytes().startswith(b"%PDF")


def test_an_empty_bid_shows_every_part(desk: Desk, put: Put) -> None:
    page = PartnersPage(desk)
    put(page)
    for number in range(len(page.parts())):
        page.open(number)
    assert desk.bid.partners == ()
    assert desk.document.bid.partnership.top_slice in (None, Decimal(0))
