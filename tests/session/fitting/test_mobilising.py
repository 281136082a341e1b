"""Getting ready is planned back from the first day, fits the time there is, and is planned once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.offer import DeliveryStep
from bidkit.packs.catalogue import shipped
from bidkit.session.fitting.mobilising import day_before, with_mobilisation

TODAY = date(2026, 11, 21)
LINES = shipped().delivery_steps


def starting(on: date | None, *steps: DeliveryStep) -> Bid:
    bid: Bid = with_fields(EMPTY, {"opportunity.period.starts_on": on})
    return bid.model_copy(update={"steps": steps})


@pytest.mark.requirement(53)
def test_the_steps_end_on_the_first_day() -> None:
    start = date(2027, 4, 1)
    bid = with_mobilisation(starting(start), LINES, "b", TODAY)
    assert len(bid.steps) == len(LINES) == 9
    assert all(one.phase == "mobilisation" and one.owner for one in bid.steps)
    assert min(one.starts_on or start for one in bid.steps) == start - timedelta(weeks=12)
    assert max(one.ends_on or start for one in bid.steps) == start
    assert [one.title for one in bid.milestones][-1] == "First day of the service"
    assert {one.step for one in bid.milestones} <= {one.id for one in bid.steps}


def test_a_short_time_is_shared_out_and_nothing_begins_before_today() -> None:
    start = TODAY + timedelta(days=20)
    bid = with_mobilisation(starting(start), LINES, "b", TODAY)
    begun = [one.starts_on for one in bid.steps if one.starts_on is not None]
    assert min(begun) == TODAY
    assert all(one.starts_on <= one.ends_on for one in bid.steps if one.starts_on and one.ends_on)


def test_without_a_start_the_steps_have_no_dates_and_what_is_there_stays() -> None:
    own = DeliveryStep(id="own", title="Our own", order="k")
    once = with_mobilisation(starting(None, own), LINES, "b", TODAY)
    assert once.steps[0] == own
    assert all(one.starts_on is None for one in once.steps)
    assert with_mobilisation(once, LINES, "b", TODAY) == once


@given(some.integers(0, 60), some.integers(0, 52), some.integers(-90, 900))
def test_a_day_lies_between_today_and_the_start(weeks: int, more: int, ahead: int) -> None:
    start = TODAY + timedelta(days=ahead)
    found = day_before(start, weeks, weeks + more, TODAY)
    assert found <= start
    assert found >= min(TODAY, start)
