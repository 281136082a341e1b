"""A plan backwards from the deadline, squeezed where there are too few days left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bidkit.figures.dates.calendar import ONE_DAY, WorkingCalendar, shift, working_days_between


@dataclass(frozen=True, slots=True)
class PlanStep:
    """Something to be done so many working days before the deadline, or by a day that is fixed."""

    key: str
    working_days_before: int
    fixed: date | None = None


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step with its day; late: the day has gone by; squeezed: there is less time than wanted."""

    key: str
    day: date
    late: bool
    squeezed: bool


def plan_backwards(
    deadline: date, today: date, steps: Sequence[PlanStep], calendar: WorkingCalendar
) -> tuple[PlannedStep, ...]:
    """Return each step's day, in the order given.

    Formula: the working day so many before the deadline; where the longest lead is more than the
    working days left (today is one of them, the deadline is not), every lead × days left ÷
    longest lead, rounded down. A fixed day stays.
    Units: working days. After the deadline nothing is squeezed and every step is late.
    """
    left = working_days_between(calendar, today - ONE_DAY, deadline - ONE_DAY)
    longest = max((one.working_days_before for one in steps if one.fixed is None), default=0)
    squeeze = today <= deadline and longest > left
    planned = []
    for one in steps:
        lead = one.working_days_before
        shortened = lead * left // longest if squeeze else lead
        day = one.fixed or shift(calendar, deadline, -shortened)
        squeezed = one.fixed is None and shortened < lead
        planned.append(PlannedStep(one.key, day, day < today, squeezed))
    return tuple(planned)
