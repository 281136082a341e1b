"""Requirements are taken over once; the staff list is asked for without naming anybody."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bidkit.domain.bid import EMPTY
from bidkit.domain.documents import Requirement
from bidkit.domain.evidence import Indicator
from bidkit.domain.offer import Fit, PerformanceMeasure
from bidkit.session.document import Document
from bidkit.session.examples import load_example
from bidkit.session.offering import (
    ask_for_staff_list,
    unmeasured,
    with_every_requirement,
    with_measures,
)

TODAY = date(2026, 11, 21)


@pytest.mark.requirement(38)
def test_each_requirement_gets_one_row_beside_what_we_do() -> None:
    wanted = (
        Requirement(id="q1", quotation="Open on Saturdays", our_offer="Open six days"),
        Requirement(id="q2", quotation="A named lead"),
    )
    bid = EMPTY.model_copy(
        update={"requirements": wanted, "fits": (Fit(id="f", requirement="q2"),)}
    )
    once = with_every_requirement(bid, "b")
    assert [one.requirement for one in once.fits] == ["q2", "q1"]
    assert once.fits[1].we_do == "Open six days"
    assert with_every_requirement(once, "b") == once


@pytest.mark.requirement(53)
def test_the_question_for_the_staff_list_is_drafted_once_and_names_nobody() -> None:
    document = Document(load_example("harbour", TODAY))
    before = len(document.bid.clarifications)
    place = ask_for_staff_list(document, "b", TODAY)
    assert ask_for_staff_list(document, "b", TODAY) == place
    assert len(document.bid.clarifications) == before + 1
    asked = place.get(document.bid)
    assert (asked.status, asked.drafted_on) == ("draft", TODAY)
    assert "pension" in asked.question
    for ours in (document.bid.organisation.name, "hub", "Harbour"):
        assert ours not in asked.question


def test_indicators_with_a_target_become_measures_once() -> None:
    seen = (
        Indicator(id="i1", parent="o1", text="Moved up a step", target=Decimal(70), unit="%"),
        Indicator(id="i2", parent="o1", text="No target yet"),
        Indicator(id="i3", parent="o1", text="Would tell a friend", target=Decimal(90)),
    )
    held = PerformanceMeasure(id="m", title="would tell a friend ", outcome="o1")
    bid = EMPTY.model_copy(update={"indicators": seen, "measures": (held,)})
    assert [one.id for one in unmeasured(bid)] == ["i1"]
    once = with_measures(bid, "b")
    assert [(one.title, one.target, one.outcome) for one in once.measures[1:]] == [
        ("Moved up a step", "70 %", "o1")
    ]
    assert with_measures(once, "b") == once
    assert unmeasured(once) == ()
