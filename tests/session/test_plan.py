"""What to do next: three things, one of each page, and nothing said twice."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bidkit.domain.edits import with_fields
from bidkit.domain.finding import Level
from bidkit.domain.opportunity import Route
from bidkit.rules.catalogue import new_checker
from bidkit.session.examples import load_example
from bidkit.session.plan import hours_words, plan_of, things_to_do
from bidkit.session.starting import begun
from tests.rules.making import FACTS

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize("route", ["small_grant", "larger_grant", "contract", "consortium"])
def test_a_new_bid_begins_with_title_and_deadline_each_said_once(route: Route) -> None:
    bid = begun(route, TODAY).bid
    things = things_to_do(bid, new_checker().run(bid, FACTS))
    assert len(things) == 3
    assert [str(thing.place) for thing in things[:2]] == ["opportunity.title", "rounds"]
    assert not str(things[2].place).startswith(("opportunity", "rounds"))


def test_the_heaviest_of_each_page_comes_first() -> None:
    bid = load_example("harbour", TODAY)
    findings = new_checker().run(bid, FACTS)
    things = things_to_do(bid, findings)
    weights = {one.what: one.level for one in findings}
    order = [Level.MUST, Level.SHOULD, Level.HINT]
    shown = [order.index(weights[thing.what]) for thing in things]
    assert shown == sorted(shown)
    assert len({str(thing.place).partition("[")[0] for thing in things}) == 3


@pytest.mark.requirement(118)
def test_after_a_no_only_what_ends_it_well_is_left() -> None:
    bid = with_fields(load_example("harbour", TODAY), {"decision.choice": "do not bid"})
    now = datetime(2026, 11, 21, 9, tzinfo=UTC)
    assert plan_of(load_example("harbour", TODAY), now)
    assert plan_of(bid, now) == ()
    assert hours_words(bid, TODAY) == ""
    things = things_to_do(bid, new_checker().run(bid, FACTS))
    assert [str(one.place) for one in things] == ["contacts", "after.outcome"]
    without = with_fields(bid, {"decision.reason": "", "contacts": (), "partners": ()})
    assert [str(one.place) for one in things_to_do(without, ())] == [
        "decision.reason",
        "after.outcome",
    ]
