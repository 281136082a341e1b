from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.errors import InputError
from bidkit.figures.marks import (
    Marked,
    Threshold,
    capped_mark,
    marks_at_stake,
    next_mark,
    points,
    points_per_hundred_words,
    threshold,
    total,
    weighted_mark,
    where_next,
)

D = Decimal

FIVE = tuple(D(mark) for mark in range(6))
TEN = tuple(D(mark) for mark in range(11))
UNEVEN = tuple(D(mark) for mark in (0, 2, 5, 8, 10))


def marked(key: str, weight: int, mark: int | None, levels: tuple[D, ...] = FIVE) -> Marked:
    return Marked(key, D(weight), levels, None if mark is None else D(mark))


@pytest.mark.requirement(27)
def test_t_q1() -> None:
    criteria = [marked("1", 10, 4), marked("2", 30, 5), marked("3", 20, 3), marked("4", 10, 3)]
    assert [points(one) for one in criteria] == [D(8), D(30), D(12), D(6)]
    result = total(criteria)
    assert (result.points, result.possible) == (D(56), D(70))
    assert result.unmarked == ()


@pytest.mark.requirement(28)
def test_t_q2_met_is_seven_of_ten() -> None:
    assert weighted_mark(D(30), D(7), D(10)) == D(21)
    hopeful = Marked("q", D(30), TEN, mark=D(9), met=D(7))
    assert points(hopeful) == D(21)
    proven = Marked("q", D(30), TEN, mark=D(9), met=D(7), how_exceeded="A crèche at each hub.")
    assert points(proven) == D(27)


def test_the_cap_only_lowers_and_blank_words_do_not_lift_it() -> None:
    assert capped_mark(D(4), D(7), "") == D(4)
    assert capped_mark(D(9), D(7), " \n ") == D(7)
    assert capped_mark(D(9), None, "") == D(9)


@given(
    st.decimals(min_value=0, max_value=100, places=2),
    st.integers(min_value=0, max_value=10),
)
def test_points_lie_between_nothing_and_the_weight(weight: D, mark: int) -> None:
    assert 0 <= weighted_mark(weight, D(mark), D(10)) <= weight


def test_an_unmarked_criterion_is_unknown_not_nought() -> None:
    result = total([marked("1", 60, None), marked("2", 40, 5)])
    assert points(marked("1", 60, None)) is None
    assert result.unmarked == ("1",)
    assert (result.points, result.possible, result.possible_marked) == (D(40), D(100), D(40))
    assert marks_at_stake(marked("1", 60, None)) == D(60)


def test_marks_off_the_scale_are_refused() -> None:
    with pytest.raises(InputError, match="not on the scale"):
        weighted_mark(D(10), D(6), D(5))
    with pytest.raises(InputError, match="highest mark"):
        weighted_mark(D(10), D(0), D(0))


@pytest.mark.requirement(34)
def test_where_one_more_mark_is_worth_most() -> None:
    criteria = [marked("3", 15, 3), marked("1", 25, 4), marked("2", 20, 3), marked("5", 10, 5)]
    found = where_next(criteria)
    assert [(step.key, step.points) for step in found] == [("1", D(5)), ("2", D(4)), ("3", D(3))]


def test_the_next_level_of_an_uneven_scale() -> None:
    step = next_mark(marked("q", 20, 5, UNEVEN))
    assert step is not None
    assert (step.next, step.points) == (D(8), D(6))


def test_beyond_met_the_next_mark_needs_an_excess() -> None:
    step = next_mark(Marked("q", D(30), TEN, mark=D(9), met=D(7)))
    assert step is not None
    assert (step.mark, step.next, step.needs_excess) == (D(7), D(8), True)


def test_marks_for_each_hundred_words() -> None:
    assert points_per_hundred_words(D(15), 500) == D(3)
    assert points_per_hundred_words(D(15), 0) is None


def test_thresholds() -> None:
    assert threshold(D(3), D(3)) is Threshold.REACHED
    assert threshold(D(2), D(3)) is Threshold.BELOW
    assert threshold(None, D(3)) is Threshold.UNKNOWN
    assert threshold(D(2), None) is Threshold.NONE
    below = Marked("q", D(10), FIVE, mark=D(2), lowest=D(3))
    assert total([below]).below == ("q",)
