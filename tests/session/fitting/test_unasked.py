"""What another reply rules out leaves as "Does not apply", not as a gap."""

from __future__ import annotations

from datetime import date

import pytest

from bidkit.domain.questionnaire import Column, Question, Response, Section
from bidkit.export.portal import portal_sheet
from bidkit.session.fitting.unasked import with_unasked_told
from tests.rules.making import made

TODAY = date(2026, 11, 27)
SECTION = Section(id="s", stage="qualification", title="Who")
MODEL = Question(id="q1", parent="s", number="3", kind="choice", options=("alone", "consortium"))
WHO = Question(
    id="q2",
    parent="s",
    number="3a",
    kind="table",
    columns=(Column(key="name", title="Name"),),
    show_if="3 = consortium",
)


@pytest.mark.requirement(84)
def test_what_a_reply_rules_out_is_said_not_to_apply() -> None:
    bid = made(SECTION, MODEL, WHO, Response(id="r", parent="q1", choice="alone"))
    sheet = portal_sheet(with_unasked_told(bid), TODAY)
    assert sheet.count("Does not apply") == 1
    assert sheet.index("3a") < sheet.index("Does not apply")


def test_what_nobody_knows_yet_stays_a_gap() -> None:
    bid = made(SECTION, MODEL, WHO)
    assert with_unasked_told(bid) is bid


def test_a_part_that_is_switched_off_stays_out() -> None:
    off = SECTION.model_copy(update={"applies": "no"})
    bid = made(off, MODEL, WHO, Response(id="r", parent="q1", choice="alone"))
    assert with_unasked_told(bid) is bid
