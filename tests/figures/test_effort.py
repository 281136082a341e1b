from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from bidkit.figures.effort import (
    Chance,
    ChanceFacts,
    Fit,
    Pace,
    chance,
    cost_of_bidding,
    expected_value,
    fit,
    hours_available,
    hours_needed,
)

D = Decimal
ALL_WELL = ChanceFacts(*([True] * 7))


@pytest.mark.requirement(141)
def test_hours_needed_against_hours_at_hand() -> None:
    needed = hours_needed(6_000, 8, Pace(D(200), D(1), D(25)))
    assert needed is not None
    assert (needed.writing, needed.questions, needed.review) == (D(30), D(8), D("9.5"))
    assert needed.total == D("47.5")
    available = hours_available([D(10), D(15)], 10)
    assert available == D(50)
    assert fit(needed.total, available, D(80)) is Fit.TIGHT
    assert fit(D(51), available, D(80)) is Fit.SHORT
    assert fit(D(20), available, D(80)) is Fit.ENOUGH
    assert fit(None, available, D(80)) is Fit.UNKNOWN
    assert fit(D(0), D(0), D(80)) is Fit.ENOUGH


def test_an_unknown_pace_and_days_gone_by() -> None:
    assert hours_needed(6_000, 8, Pace(D(0))) is None
    assert hours_available([D(10)], -3) == 0


def test_what_bidding_costs() -> None:
    assert cost_of_bidding(D("47.5"), D("21.37"), D(80)) == D("1095.08")


@pytest.mark.requirement(118)
def test_the_chance_is_a_word_with_reasons() -> None:
    good = chance(replace(ALL_WELL, beats_rivals=False))
    assert good.chance is Chance.GOOD
    assert [str(one) for one in good.speaks_against] == ["A rival is better placed than we are."]
    assert len(good.speaks_for) == 6
    assert chance(ChanceFacts(meets_conditions=True)).chance is Chance.FAIR
    against = chance(ChanceFacts(outcomes_proven=False, known_to_buyer=False))
    assert against.chance is Chance.LOW


def test_a_condition_that_fails_decides() -> None:
    found = chance(replace(ALL_WELL, meets_conditions=False))
    assert found.chance is Chance.LOW


def test_nothing_said_is_no_chance_either_way() -> None:
    found = chance(ChanceFacts())
    assert found.chance is Chance.UNKNOWN
    assert len(found.not_said) == 7


def test_no_percentage_unless_typed() -> None:
    assert expected_value(None, D(20_000), D(1_000)) is None
    assert expected_value(D(25), D(20_000), D(1_000)) == D(4_000)
    assert expected_value(D(0), D(20_000), D(1_000)) == D(-1_000)
