"""Paying the supply chain (D5.3): one of two half-years is enough, and a plan mends a near miss."""

from __future__ import annotations

import pytest

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.finding import Status
from bidkit.domain.questionnaire import Response, ResponseRow
from bidkit.packs.catalogue import shipped
from bidkit.packs.fit import apply_pack
from bidkit.rules.judging import Judgement, statuses
from tests.rules.making import FACTS, said

HalfYear = tuple[str, str, str]


def paying(*half_years: HalfYear) -> Bid:
    """Return a bid whose half-years have this average, share within 30 and share to 60 days."""
    pack = shipped().pack("policy-modules")
    assert pack is not None
    bid = apply_pack(EMPTY, pack, fill=False)
    sections = tuple(one.model_copy(update={"applies": "yes"}) for one in bid.sections)
    question = next(one for one in bid.questions if one.pack_item == "D5.3")
    rows = tuple(
        ResponseRow(
            id=f"w{at}", parent="r1", first="2026-01-01", second=days, third=soon, fourth=later
        )
        for at, (days, soon, later) in enumerate(half_years)
    )
    given = (Response(id="r1", parent=question.id),)
    update = {"sections": sections, "responses": given, "response_rows": rows}
    return bid.model_copy(update=update)


def judged(bid: Bid) -> Judgement:
    """Return how the two half-years stand."""
    question = next(one for one in bid.questions if one.pack_item == "D5.3")
    return statuses(bid, FACTS)[question.id]


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        (("30", "90", "5"), ("30", "90", "5"), Status.PASS),
        (("60", "50", "20"), ("45", "80 %", "15 %"), Status.PASS),
        (("45", "80", "15"), ("60", "50", "20"), Status.PASS),
        (("30", "80", "14.9"), ("30", "70", "20"), Status.AT_RISK),
        (("30", "80", "10"), ("30", "10", "10"), Status.AT_RISK),
        (("30", "80", "9.9"), ("30", "70", "19"), Status.FAIL),
        (("45.1", "95", "5"), ("46", "95", "5"), Status.FAIL),
    ],
)
def test_one_of_two_half_years_is_enough(first: HalfYear, second: HalfYear, status: Status) -> None:
    assert judged(paying(first, second)).status is status


def test_a_near_miss_leads_to_the_plan_in_one_finding() -> None:
    bid = paying(("30", "80", "12"), ("30", "80", "11"))
    (finding,) = said(bid, "qualification.at_risk")
    assert "only with an action plan: answer D5.4." in finding.why


def test_a_cell_left_empty_is_neither_a_pass_nor_a_fail() -> None:
    judgement = judged(paying(("30", "70", ""), ("30", "70", "")))
    assert judgement.status is Status.UNKNOWN
    assert judgement.rule.startswith("A figure or a day is missing.")
    assert judged(paying(("30", "70", ""), ("30", "90", "6"))).status is Status.PASS


def test_one_half_year_alone_is_said() -> None:
    judgement = judged(paying(("30", "90", "6")))
    assert judgement.status is Status.AT_RISK
    assert judgement.rule == "Two half-years are asked for."
