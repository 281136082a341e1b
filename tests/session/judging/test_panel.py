"""A reviewer's marks are made one by one, each as one step, and taken back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bidkit.domain.criteria import Criterion
from bidkit.session.document import Document
from bidkit.session.judging.panel import give_mark, give_reason, mark_of
from tests.rules.making import made

D = Decimal
TODAY = date(2026, 11, 21)


def test_a_mark_and_its_reason_are_one_thing_and_undone_step_by_step() -> None:
    document = Document(made(Criterion(id="k1")))
    give_reason(document, "k1", "Ann", "Thin.")
    give_mark(document, "k1", "Ann ", D(3), TODAY)
    give_mark(document, "k1", "Ben", D(0), TODAY)
    (ann, ben) = document.bid.panel_marks
    assert (ann.reviewer, ann.mark, ann.reason, ann.on) == ("Ann", D(3), "Thin.", TODAY)
    assert (ben.mark, ben.parent) == (D(0), "k1")
    give_mark(document, "k1", "Ann", None, TODAY)
    found = mark_of(document.bid, "k1", "Ann")
    assert found is not None
    assert (found.mark, found.on, found.reason) == (None, None, "Thin.")
    document.undo()
    document.undo()
    assert [one.reviewer for one in document.bid.panel_marks] == ["Ann"]


def test_the_same_mark_again_changes_nothing() -> None:
    document = Document(made(Criterion(id="k1")))
    give_mark(document, "k1", "Ann", D(3), TODAY)
    before = document.bid
    give_mark(document, "k1", "Ann", D(3), TODAY)
    assert document.bid is before
