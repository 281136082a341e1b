"""A bid begins with what its route needs, made for the identity its file will have."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bidkit.domain.opportunity import Route
from bidkit.packs.catalogue import shipped
from bidkit.session.facts import levels_from
from bidkit.session.files import create_bid, open_bid
from bidkit.session.ports import Ports
from bidkit.session.starting import begun, with_pack

TODAY = date(2026, 11, 21)


@pytest.mark.requirement(170)
@pytest.mark.parametrize("route", ["small_grant", "larger_grant", "contract", "consortium"])
def test_each_route_begins_with_what_it_needs(route: Route) -> None:
    bid = begun(route, TODAY).bid
    assert bid.about.route == route
    assert bool(bid.questions) == (route in ("small_grant", "larger_grant"))
    assert bool(bid.gates) == (route in ("contract", "consortium"))


def test_a_pack_added_again_in_the_file_finds_its_own_questions(tmp_path: Path) -> None:
    new = begun("small_grant", TODAY)
    session = create_bid(tmp_path / "a.bidkit", new.bid, Ports("Ann"), bid_id=new.identity)
    assert session.bid_id == new.identity
    again = with_pack(session.document.bid, "small-grant", session.bid_id)
    assert again.questions == session.document.bid.questions
    session.close()


def test_two_copies_that_add_the_same_pack_hold_the_same_questions(tmp_path: Path) -> None:
    new = begun("contract", TODAY)
    session = create_bid(tmp_path / "a.bidkit", new.bid, Ports("Ann"), bid_id=new.identity)
    session.file.copy_to(tmp_path / "b.bidkit")
    other = open_bid(tmp_path / "b.bidkit", Ports("Bob"))
    mine = with_pack(session.document.bid, "policies", session.bid_id)
    theirs = with_pack(other.document.bid, "policies", other.bid_id)
    assert mine.policies == theirs.policies
    assert mine.questions == theirs.questions
    assert begun("small_grant", TODAY).bid.questions != begun("small_grant", TODAY).bid.questions
    session.close()
    other.close()


def test_few_people_and_small_numbers_are_two_figures() -> None:
    levels = levels_from(shipped(), datetime(2026, 11, 21, 12, tzinfo=UTC))
    assert (levels.fewest_people, levels.small_numbers) == (3, 5)
