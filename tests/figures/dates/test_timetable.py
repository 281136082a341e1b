from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.figures.dates.timetable import PlanStep, plan_backwards
from tests.figures.holidays import ENGLAND

DEADLINE = date(2026, 12, 4)
STEPS = (
    PlanStep("questions", 12),
    PlanStep("draft", 8),
    PlanStep("price", 5),
    PlanStep("review", 3),
    PlanStep("upload", 1),
)


def test_enough_time() -> None:
    planned = plan_backwards(DEADLINE, date(2026, 11, 2), STEPS, ENGLAND)
    assert [one.day.isoformat() for one in planned] == [
        "2026-11-18",
        "2026-11-24",
        "2026-11-27",
        "2026-12-01",
        "2026-12-03",
    ]
    assert not any(one.late or one.squeezed for one in planned)


@pytest.mark.requirement(197)
def test_too_little_time_is_squeezed_and_said() -> None:
    planned = plan_backwards(DEADLINE, date(2026, 11, 26), STEPS, ENGLAND)
    assert planned[0].day == date(2026, 11, 26)
    assert all(one.squeezed for one in planned)
    assert not any(one.late for one in planned)


def test_a_fixed_day_stays_and_may_be_late() -> None:
    steps = (PlanStep("questions", 0, fixed=date(2026, 11, 20)), *STEPS[1:])
    planned = plan_backwards(DEADLINE, date(2026, 11, 21), steps, ENGLAND)
    assert planned[0].day == date(2026, 11, 20)
    assert planned[0].late
    assert not planned[0].squeezed


def test_after_the_deadline_everything_is_late() -> None:
    planned = plan_backwards(DEADLINE, date(2026, 12, 7), STEPS, ENGLAND)
    assert all(one.late for one in planned)
    assert plan_backwards(DEADLINE, DEADLINE, (), ENGLAND) == ()


@given(st.integers(min_value=0, max_value=60), st.lists(st.integers(0, 40), max_size=6))
def test_a_plan_keeps_its_order_and_stays_before_the_deadline(ahead: int, leads: list[int]) -> None:
    today = DEADLINE - timedelta(days=ahead)
    leads.sort(reverse=True)
    steps = [PlanStep(str(lead), lead) for lead in leads]
    days = [one.day for one in plan_backwards(DEADLINE, today, steps, ENGLAND)]
    assert days == sorted(days)
    assert all(today <= day <= DEADLINE for day in days)
