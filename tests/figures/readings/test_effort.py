from decimal import Decimal

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.questionnaire import Limit, Question
from bidkit.figures.effort import Fit
from bidkit.figures.readings.effort import work_of


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
