from __future__ import annotations

from decimal import Decimal

import pytest

from bidkit.domain.criteria import Criterion, Scale, ScaleLevel
from bidkit.domain.opportunity import Lot
from bidkit.figures.readings.lots import for_lots, marking_lots
from bidkit.figures.readings.marks import levels_of, marks_of, open_levels
from bidkit.session.examples import load_example
from tests.rules.making import TODAY, made

D = Decimal
FIVE = Scale(id="s5", most=D(5), met=D(3))
LOTS = (Lot(id="l1", number="1", bidding="yes"), Lot(id="l2", number="2", bidding="yes"))


def criterion(name: str, weight: int, **more: object) -> Criterion:
    return Criterion(id=name, title=name, weight=D(weight), scale="s5").model_copy(update=more)


APART = made(
    *LOTS,
    FIVE,
    criterion("q1", 70, lots=("l1",), own_mark=D(3)),
    criterion("p1", 30, lots=("l1",), kind="price"),
    criterion("q2", 40, lots=("l2",)),
    criterion("q2a", 40, parent="q2", own_mark=D(2)),
    criterion("p2", 60, lots=("l2",), kind="price"),
)


@pytest.mark.requirement(27)
def test_each_lot_is_marked_by_its_own_criteria() -> None:
    assert marking_lots(APART) == LOTS
    first, second = (marks_of(APART, one.id) for one in LOTS)
    assert (first.total.points, first.total.possible) == (D(42), D(70))
    assert (second.total.points, second.total.possible) == (D(16), D(40))
    assert set(second.worth) == {"q2a", "p2"}
    assert open_levels(APART) == ()


def test_weights_that_fail_for_one_lot_name_it_and_for_all_are_told_once() -> None:
    heavy = made(*LOTS, FIVE, criterion("a", 90, lots=("l1",)), criterion("b", 100, lots=("l2",)))
    assert [(lot and lot.id, one.left) for lot, one in open_levels(heavy)] == [("l1", D(10))]
    both = made(*LOTS, FIVE, criterion("a", 90, lots=("l1",)), criterion("b", 90, lots=("l2",)))
    assert [(lot, one.left) for lot, one in open_levels(both)] == [(None, D(10))]
    alike = made(*LOTS, FIVE, criterion("a", 90, lots=("l1", "l2")))
    assert marking_lots(alike) == ()
    assert [one.left for _lot, one in open_levels(alike)] == [D(10)]


def test_the_top_of_a_scale_counts_where_its_levels_end_below_it() -> None:
    named = (ScaleLevel(mark=D(0), label="No"), ScaleLevel(mark=D(8), label="Good"))
    assert levels_of(Scale(id="s", most=D(10), levels=named)) == (D(0), D(8), D(10))
    assert levels_of(Scale(id="s", most=D(2))) == (D(0), D(1), D(2))
    assert levels_of(Scale(id="s", levels=named)) == (D(0), D(8))
    assert levels_of(Scale(id="s")) == levels_of(None) == ()


@pytest.mark.requirement(34)
def test_what_is_only_met_and_what_is_still_to_be_won() -> None:
    reading = marks_of(APART)
    assert reading.only_met == ("q1",)
    assert reading.stake == {"q1": D(28), "q2a": D(24)}


def test_a_scale_that_names_the_lowest_mark_is_a_threshold() -> None:
    least = FIVE.model_copy(update={"least": D(3)})
    assert marks_of(made(least, criterion("a", 100, own_mark=D(2)))).total.below == ("a",)
    own = criterion("a", 100, own_mark=D(2), threshold=D(2))
    assert marks_of(made(least, own)).total.below == ()


def test_what_lies_inside_something_of_another_lot_goes_with_it() -> None:
    bid = load_example("harbour", TODAY)
    section = bid.sections[0].model_copy(update={"lots": ("hm-lot2",)})
    bid = bid.model_copy(update={"sections": (section, *bid.sections[1:])})
    inside = [one.id for one in bid.questions if one.parent == section.id]
    assert inside
    left = for_lots(bid, {"hm-lot1"})
    assert not {one.id for one in left.questions}.intersection(inside)
    assert not {one.parent for one in left.responses}.intersection(inside)
    assert [one.id for one in left.lots] == ["hm-lot1"]
    assert for_lots(bid, {"hm-lot1", "hm-lot2"}) is bid


def test_a_scale_to_a_number_nobody_means_has_its_top_alone() -> None:
    top = Decimal("1E+30")
    assert levels_of(Scale(id="s", most=top)) == (top,)
    assert len(levels_of(Scale(id="s", most=Decimal(1000)))) == 1001
