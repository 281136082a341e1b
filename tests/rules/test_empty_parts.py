"""A reply in parts: those left empty are named, in the status and in the finding."""

from __future__ import annotations

import pytest

from bidkit.domain.answers import Answer
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.finding import Level, Status
from bidkit.domain.questionnaire import Response
from bidkit.packs.catalogue import shipped
from bidkit.packs.fit import apply_pack
from bidkit.rules.judging import Judgement, statuses
from tests.rules.making import FACTS, said


def written(item: str, *numbers: str) -> Bid:
    """Return a bid in which these parts of a policy question are written."""
    pack = shipped().pack("policy-modules")
    assert pack is not None
    bid = apply_pack(EMPTY, pack, fill=False)
    sections = tuple(one.model_copy(update={"applies": "yes"}) for one in bid.sections)
    question = next(one for one in bid.questions if one.pack_item == item)
    asked_first = next(one for one in bid.questions if one.pack_item == "D4.1")
    answers = tuple(
        Answer(id=f"a{part.number}", parent=part.id, text="We do.")
        for part in bid.parts
        if part.parent == question.id and part.number in numbers
    )
    given = (Response(id="r1", parent=asked_first.id, yes_no="yes"),)
    update = {"sections": sections, "answers": answers, "responses": given}
    return bid.model_copy(update=update)


def judged(bid: Bid, item: str) -> Judgement:
    """Return how the question of a pack item stands."""
    question = next(one for one in bid.questions if one.pack_item == item)
    return statuses(bid, FACTS)[question.id]


@pytest.mark.parametrize(
    ("item", "numbers", "empty"),
    [
        ("D5.4", "1235", "4 Signed by a director or trustee"),
        ("D5.4", "34", "1 The main causes; 2 What is done about each; 5 Published"),
        ("D4.3", "1345", "2 Policies; 6 Training"),
    ],
)
def test_what_is_left_empty_of_a_reply_nobody_must_give_is_at_risk(
    item: str, numbers: str, empty: str
) -> None:
    bid = written(item, *numbers)
    judgement = judged(bid, item)
    assert judgement.status is Status.AT_RISK
    assert judgement.rule.startswith(f"Still empty: {empty}")
    (finding,) = said(bid, "answers.partly")
    assert said(bid, "qualification.at_risk") == []
    assert finding.level is Level.SHOULD
    assert finding.why == judgement.rule
    first_empty = next(
        one.id for one in bid.parts if one.number == empty[0] and one.id == finding.place.identity
    )
    assert finding.place.identity == first_empty


def test_the_parts_of_a_required_reply_are_named_one_by_one() -> None:
    bid = written("D2.2", "1", "2", "4", "6")
    judgement = judged(bid, "D2.2")
    assert judgement.status is Status.UNKNOWN
    assert "3 Consent that is active, recorded and can be shown; 5 Records" in judgement.rule
    assert said(bid, "answers.partly") == []
    parts = {one.id: one.text for one in bid.parts}
    found = [one for one in said(bid, "answers.missing") if one.place.identity in parts]
    assert [one.what for one in found if "D2.2" in one.what] == [
        "D2.2.3 is not answered.",
        "D2.2.5 is not answered.",
    ]
    assert all(parts[one.place.identity] in one.why for one in found)


@pytest.mark.parametrize("item", ["D2.2", "D5.4", "D4.3"])
def test_all_parts_pass_and_none_is_simply_unanswered(item: str) -> None:
    assert judged(written(item, *"123456"), item).status is Status.PASS
    silent = judged(written(item), item)
    assert (silent.status, silent.rule) == (Status.UNKNOWN, "Nothing is replied yet.")
