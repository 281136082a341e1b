from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.criteria import Criterion
from bidkit.domain.edits import with_fields
from bidkit.domain.questionnaire import Limit, Question
from bidkit.domain.rounds import Round
from bidkit.figures.dates.calendar import WorkingCalendar
from bidkit.figures.effort import Fit
from bidkit.figures.readings.effort import days_left, heaviest, top_weights, work_of


def bid_with(*limits: Limit, **decision: object) -> Bid:
    questions = tuple(Question(id=f"q{at}", limit=limit) for at, limit in enumerate(limits))
    bid: Bid = with_fields(
        EMPTY, {"questions": questions, **{f"decision.{k}": v for k, v in decision.items()}}
    )
    return bid


def test_words_come_from_limits_of_every_kind() -> None:
    bid = bid_with(
        Limit(most=500, unit="words"),
        Limit(most=3000, unit="characters"),
        Limit(most=2, unit="pages"),
        Limit(),
    )
    work = work_of(bid)
    assert work.words == 500 + 500 + 900 + 300
    assert work.without_limit == 1


def test_hours_are_worked_out_until_somebody_types_them() -> None:
    bid = bid_with(Limit(most=600, unit="words"), words_per_hour=Decimal(60))
    work = work_of(bid)
    assert work.worked_out
    assert work.needed == Decimal("12.6")
    typed = work_of(bid_with(Limit(most=600, unit="words"), hours_needed=Decimal(30)))
    assert (typed.needed, typed.worked_out) == (Decimal(30), False)


def test_too_few_hours_are_called_too_few() -> None:
    bid = bid_with(Limit(most=600, unit="words"), hours_available=Decimal(8))
    assert work_of(bid).fit is Fit.SHORT
    assert work_of(bid_with(Limit(most=600, unit="words"))).fit is Fit.UNKNOWN


def test_nothing_to_write_is_not_nothing_to_do() -> None:
    assert work_of(EMPTY).needed is None


def test_expected_value_waits_for_a_typed_percentage() -> None:
    known = {
        "hours_needed": Decimal(50),
        "hourly_cost": Decimal(20),
        "surplus_if_won": Decimal(10000),
    }
    assert work_of(bid_with(**known)).expected_value is None
    with_chance = bid_with(**known, win_chance=Decimal(30))
    assert work_of(with_chance).expected_value == Decimal(2000)


CALENDAR = WorkingCalendar(frozenset({date(2026, 12, 25)}), date(2026, 1, 1), date(2027, 12, 31))


def test_hours_a_week_are_counted_up_to_the_deadline() -> None:
    due = Round(id="r", deadline=datetime(2026, 12, 28, 12, tzinfo=UTC))
    sent = Round(id="s", deadline=datetime(2026, 12, 1, 12, tzinfo=UTC), sent_at=due.deadline)
    bid = bid_with(Limit(most=600, unit="words"), hours_a_week=Decimal(10))
    bid = with_fields(bid, {"rounds": (sent, due)})
    days = days_left(bid, date(2026, 12, 20), CALENDAR)
    assert days == 5
    work = work_of(bid, days)
    assert (work.available, work.fit) == (Decimal(10), Fit.SHORT)
    assert work_of(bid).available is None
    typed = with_fields(bid, {"decision.hours_available": Decimal(40)})
    assert work_of(typed, days).available == Decimal(40)
    assert days_left(bid, date(2027, 1, 1), CALENDAR) is None


@pytest.mark.requirement(26, 27)
def test_weights_are_those_of_the_criteria() -> None:
    tree = (
        Criterion(id="q", title="Quality", weight=Decimal(60)),
        Criterion(id="p", title="Price", kind="price", weight=Decimal(40)),
        Criterion(id="q1", parent="q", title="Staffing", weight=Decimal(20)),
        Criterion(id="q2", parent="q", title="Outcomes", weight=Decimal(40)),
    )
    bid: Bid = with_fields(EMPTY, {"criteria": tree})
    assert [(one.criterion.title, one.points) for one in top_weights(bid)] == [
        ("Quality", Decimal(60)),
        ("Price", Decimal(40)),
    ]
    assert [one.criterion.title for one in heaviest(bid)] == ["Outcomes", "Staffing"]
    assert heaviest(EMPTY) == ()
