from __future__ import annotations

from decimal import Decimal

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion, Scale
from bidkit.domain.review import ModeratedMark, PanelMark
from bidkit.figures.readings.scoring.panel import panel_of
from tests.rules.making import made

D = Decimal
CRITERIA = (
    Criterion(id="a", number="1", weight=D(60), scale="s"),
    Criterion(id="b", number="2", weight=D(30), scale="s"),
    Criterion(id="p", number="3", weight=D(10), kind="price"),
)


def mark(criterion: str, reviewer: str, given: int) -> PanelMark:
    return PanelMark(
        id=f"{criterion}{reviewer}", parent=criterion, reviewer=reviewer, mark=D(given)
    )


def panel(*things: PanelMark | ModeratedMark, **fields: object) -> Bid:
    return made(Scale(id="s", most=D(5)), *CRITERIA, *things, **fields)


ALL = (mark("a", "Ann", 0), mark("a", "Ben", 4), mark("b", "Ann", 5), mark("b", "Ben", 4))


@pytest.mark.requirement(29)
@pytest.mark.requirement(30)
def test_everybodys_marks_side_by_side_with_their_points() -> None:
    found = panel_of(panel(*ALL))
    assert found.reviewers == ("Ann", "Ben")
    assert [row.marks for row in found.rows] == [(D(0), D(4)), (D(5), D(4))]
    assert found.totals == (D(30), D(72))
    assert (found.agreed, found.possible) == (None, D(90))
    assert [row.criterion.id for row in found.apart] == ["a"]
    agreed = ModeratedMark(id="m", parent="a", mark=D(3))
    settled = panel_of(panel(*ALL, agreed, mark("b", "Ben", 5)))
    assert not settled.apart


def test_the_agreed_marks_add_up_once_each_is_there() -> None:
    agreed = tuple(ModeratedMark(id=key, parent=key, mark=D(4)) for key in ("a", "b"))
    assert panel_of(panel(*ALL, *agreed)).agreed == D(72)
    assert panel_of(panel(*ALL, agreed[0])).agreed is None


def test_the_gap_is_that_of_the_bid_else_one() -> None:
    near = (mark("a", "Ann", 3), mark("a", "Ben", 5))
    assert panel_of(panel(*near)).apart
    assert not panel_of(panel(*near, scoring__moderation_gap=D(2))).apart


def test_a_reviewer_who_marked_half_has_no_total_and_nobody_no_panel() -> None:
    assert panel_of(panel(mark("a", "Ann", 3))).totals == (None,)
    assert panel_of(panel()).reviewers == ()
    assert panel_of(made()).agreed is None
