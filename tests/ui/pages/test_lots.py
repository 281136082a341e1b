"""Lots on their pages: what winning several takes, what each costs, what a set shares."""

from __future__ import annotations

from datetime import date

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.refs import parse_ref
from bidkit.domain.showing import money_words
from bidkit.figures.readings.scoring.lot_prices import if_won
from bidkit.session.examples import load_example
from bidkit.ui.desk import Desk
from bidkit.ui.pages.costs import CostsPage
from bidkit.ui.pages.hand_in import HandInPage
from bidkit.ui.pages.opportunity import OpportunityPage
from tests.ui.conftest import Put

TODAY = date(2026, 11, 21)


@pytest.fixture
def harbour(desk: Desk) -> Desk:
    desk.document.take_in(load_example("harbour", TODAY))
    return desk


def test_what_winning_all_lots_takes_follows_the_typing(harbour: Desk, put: Put) -> None:
    person = put(OpportunityPage(harbour))
    assert person.sees("✓ We could staff all that we may win.")
    assert person.sees("441")
    person.type_in("lot_plan.hours_available", "400")
    person.leave()
    assert person.sees("▲ Winning all of it takes 41 hours more than we have.")
    person.type_in("opportunity.lots_most_awards", "1")
    person.leave()
    assert person.sees("One bidder may win 1.")
    assert person.sees("✓ We could staff all that we may win.")
    assert not person.sees("Lot 1 + Lot 2")


def test_a_bid_without_lots_keeps_them_closed(desk: Desk, put: Put) -> None:
    person = put(OpportunityPage(desk))
    assert person.sees("Go deeper: Lots")
    assert not person.sees_field("opportunity.lots_most_awards")
    page = person.window
    assert isinstance(page, OpportunityPage)
    assert page.show_place(parse_ref(Bid, "opportunity.lots_most_awards"))
    assert person.sees_field("opportunity.lots_most_awards")


def test_a_combination_is_priced_beside_the_lots_alone(harbour: Desk, put: Put) -> None:
    person = put(CostsPage(harbour))
    person.press("Price")
    assert person.sees(money_words(if_won(harbour.bid)[1].full))
    person.press("Add a combination")
    place = f"lot_combinations[{harbour.bid.lot_combinations[0].id}]"
    for lot in ("1 Harbour ward hub", "2 Northern villages hub"):
        person.choose(f"{place}.lots", lot)
    person.type_in(f"{place}.discount", "1")
    person.leave()
    assert person.sees("Lot 1 + Lot 2 together: the buyer saves £5,526.")
    assert person.sees("£547,074")


def test_prices_by_lot_are_out_of_sight_where_there_is_one(harbour: Desk, put: Put) -> None:
    first, second = harbour.bid.lots
    alone = (first, second.model_copy(update={"bidding": "no"}))
    person = put(CostsPage(harbour))
    person.press("Price")
    assert person.sees("Lots offered together")
    harbour.document.edit("", lambda bid: bid.model_copy(update={"lots": alone}))
    assert not person.sees("Lots offered together")


def test_a_set_says_what_it_shares_with_others(harbour: Desk, put: Put) -> None:
    person = put(HandInPage(harbour))
    assert not person.sees("Shared with other lots")
    person.choose("hand-in-lot", "Lot 1: Harbour ward hub")
    assert person.sees("Asked for this lot alone: 1.8.")
    assert person.sees("Shared with other lots: 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 3.1.")
