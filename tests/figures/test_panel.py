from __future__ import annotations

from decimal import Decimal

import pytest

from bidkit.figures.panel import PanelCriterion, PanelMark, agreed_mark, spread, unsettled

D = Decimal


def given_by(**marks: int) -> tuple[PanelMark, ...]:
    return tuple(PanelMark(person, D(mark)) for person, mark in marks.items())


@pytest.mark.requirement(29)
def test_how_the_marks_of_a_panel_lie() -> None:
    lie = spread(given_by(ann=2, ben=5, cal=3, dee=4))
    assert lie is not None
    assert (lie.lowest, lie.highest, lie.mean, lie.middle) == (D(2), D(5), D("3.5"), D(3))
    assert (lie.gap, lie.people) == (D(3), 4)
    assert spread(()) is None


@pytest.mark.requirement(30)
def test_only_wide_gaps_without_an_agreed_mark_are_unsettled() -> None:
    criteria = [
        PanelCriterion("near", given_by(ann=3, ben=4)),
        PanelCriterion("wide", given_by(ann=1, ben=4, cal=4)),
        PanelCriterion("wider", given_by(ann=0, ben=5)),
        PanelCriterion("settled", given_by(ann=0, ben=5), moderated=D(3)),
        PanelCriterion("empty", ()),
    ]
    found = unsettled(criteria, D(1))
    assert [one.key for one in found] == ["wider", "wide"]
    assert (found[1].lowest_by, found[1].highest_by) == (("ann",), ("ben", "cal"))


def test_the_agreed_mark() -> None:
    assert agreed_mark(PanelCriterion("q", given_by(ann=4, ben=4))) == D(4)
    assert agreed_mark(PanelCriterion("q", given_by(ann=4, ben=3))) is None
    assert agreed_mark(PanelCriterion("q", given_by(ann=4, ben=3), D(3))) == D(3)
