"""Statuses of replies: unanswered is never a pass or a fail, and every condition is as it says."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Status
from bidkit.domain.opportunity import Lot
from bidkit.domain.questionnaire import Column, Question, Response, ResponseRow, Rule, Section
from bidkit.domain.rounds import Round
from bidkit.rules.challenges import challenges_to, drafted_clarification
from bidkit.rules.judging import Judgement, knock_outs, status_of, statuses
from tests.rules.making import FACTS, made
from tests.strategies import bids

FAIL_NO = Rule(effect="fail", when="is", value="no", words="Fails if no.")
COLUMNS = (Column(key="who", title="Who"), Column(key="share", title="Share %"))


def judged(kind: str, rule: Rule | tuple[Rule, ...], **fields: Any) -> Judgement:
    """Judge one response to a question of a kind with these rules."""
    rules = rule if isinstance(rule, tuple) else (rule,)
    question = Question(id="q1").model_copy(update={"kind": kind, "rules": rules})
    response = Response(id="r1", parent="q1").model_copy(update=fields)
    bid = made(question, response, opportunity__period__starts_on=date(2027, 4, 1))
    bid = bid.model_copy(
        update={"rounds": (Round(id="t1", deadline=datetime(2026, 12, 4, 12, tzinfo=UTC)),)}
    )
    return status_of(question, (response,), bid, FACTS)


@pytest.mark.requirement(24)
@pytest.mark.parametrize(
    ("kind", "rule", "fields", "status"),
    [
        ("yes_no", FAIL_NO, {"yes_no": "no"}, Status.FAIL),
        ("yes_no", FAIL_NO, {"yes_no": "yes"}, Status.PASS),
        ("yes_no", FAIL_NO, {}, Status.UNKNOWN),
        (
            "held",
            Rule(effect="flag", when="is", value="by award"),
            {"held": "by award"},
            Status.AT_RISK,
        ),
        ("choice", Rule(effect="fail", when="is", value="a|b"), {"choice": "B"}, Status.FAIL),
        ("choice", Rule(effect="fail", when="is not", value="a"), {"choice": "b"}, Status.FAIL),
        (
            "several",
            Rule(effect="flag", when="is", value="x"),
            {"several": ("w", "x")},
            Status.AT_RISK,
        ),
        (
            "year",
            Rule(effect="pass", when="below", value="2051"),
            {"number": Decimal(2050)},
            Status.PASS,
        ),
        (
            "year",
            Rule(effect="pass", when="below", value="2051"),
            {"number": Decimal(2051)},
            Status.FAIL,
        ),
        (
            "number",
            Rule(effect="fail", when="below", value="1"),
            {"number": Decimal("0.9")},
            Status.FAIL,
        ),
        (
            "money",
            Rule(effect="fail", when="below", value="£5,000,000"),
            {"money": Decimal(5000000)},
            Status.PASS,
        ),
        (
            "percent",
            Rule(effect="flag", when="above", value="33"),
            {"number": Decimal(34)},
            Status.AT_RISK,
        ),
        (
            "date",
            Rule(effect="flag", when="before contract start"),
            {"date": date(2027, 3, 31)},
            Status.AT_RISK,
        ),
        (
            "date",
            Rule(effect="flag", when="before contract start"),
            {"date": date(2027, 4, 1)},
            Status.PASS,
        ),
        (
            "date",
            Rule(effect="fail", when="before deadline"),
            {"date": date(2026, 12, 3)},
            Status.FAIL,
        ),
        (
            "date",
            Rule(effect="fail", when="before deadline"),
            {"date": date(2026, 12, 4)},
            Status.PASS,
        ),
        (
            "date",
            Rule(effect="flag", when="older than months", value="24"),
            {"date": date(2024, 11, 19)},
            Status.AT_RISK,
        ),
        (
            "date",
            Rule(effect="flag", when="older than months", value="24"),
            {"date": date(2024, 11, 20)},
            Status.PASS,
        ),
        (
            "yes_no",
            Rule(effect="flag", when="empty", column="explanation"),
            {"yes_no": "yes"},
            Status.AT_RISK,
        ),
        (
            "yes_no",
            Rule(effect="fail", when="is", value="yes", column="continuing"),
            {"yes_no": "yes", "ended": "no"},
            Status.FAIL,
        ),
        (
            "yes_no",
            Rule(effect="fail", when="below", value="nonsense"),
            {"yes_no": "yes"},
            Status.UNKNOWN,
        ),
        ("text", (), {"text": "Harbour Mind"}, Status.PASS),
        ("text", (), {"text": "  "}, Status.UNKNOWN),
        ("file", (), {"file_note": "sent by post"}, Status.PASS),
        ("declaration", (), {"signed_by": "A. Trustee"}, Status.UNKNOWN),
        (
            "declaration",
            (),
            {"signed_by": "A. Trustee", "signed_on": date(2026, 11, 1)},
            Status.PASS,
        ),
        ("information", (), {}, Status.NOT_APPLICABLE),
    ],
)
def test_conditions(kind: str, rule: Rule, fields: dict[str, Any], status: Status) -> None:
    assert judged(kind, rule, **fields).status is status


def test_a_judgement_names_its_rule_and_its_figure() -> None:
    rule = Rule(
        effect="fail", when="below", value="1", words="The current ratio must be 1 or more."
    )
    judgement = judged("number", rule, number=Decimal("0.84"))
    assert (judgement.rule, judgement.figure) == ("The current ratio must be 1 or more.", "0.84")


def test_a_rule_without_words_is_told_all_the_same() -> None:
    judgement = judged("yes_no", Rule(effect="fail", when="is", value="no"), yes_no="no")
    assert judgement.rule == "Fails if the reply is “no”."


def test_what_ended_and_will_not_return_is_at_risk_and_not_a_fail() -> None:
    rule = Rule(effect="fail", when="is", value="yes")
    assert judged("yes_no", rule, yes_no="yes").status is Status.FAIL
    assert (
        judged("yes_no", rule, yes_no="yes", ended="yes", likely_again="yes").status is Status.FAIL
    )
    cleaned = judged("yes_no", rule, yes_no="yes", ended="yes", likely_again="no")
    assert cleaned.status is Status.AT_RISK


def table(*shares: str, rule: Rule) -> Judgement:
    """Judge a table reply with one row for each share."""
    question = Question(id="q1", kind="table", columns=COLUMNS, rules=(rule,))
    rows = [
        ResponseRow(id=f"w{at}", parent="r1", first=f"P{at}", second=share)
        for at, share in enumerate(shares)
    ]
    bid = made(question, Response(id="r1", parent="q1"), *rows)
    return status_of(question, bid.responses, bid, FACTS)


def test_tables_are_judged_by_their_columns() -> None:
    sums = Rule(effect="flag", when="sum is not", value="100", column="share")
    assert table("60 %", "40 %", rule=sums).status is Status.PASS
    assert table("60", "30", rule=sums).status is Status.AT_RISK
    few = Rule(effect="flag", when="fewer rows than", value="3")
    assert table("1", "2", rule=few).status is Status.AT_RISK
    assert table("1", "2", "3", rule=few).figure == "3 entries"
    hole = Rule(effect="flag", when="empty", column="share")
    assert table("60", "", rule=hole).status is Status.AT_RISK
    assert table(rule=hole).status is Status.UNKNOWN


def test_questions_that_do_not_apply() -> None:
    first = Question(id="q1", number="D4.1", kind="yes_no")
    second = Question(id="q2", number="D4.2", kind="url", show_if="D4.1 = yes")
    reply = Response(id="r1", parent="q1", yes_no="no")
    assert statuses(made(first, second, reply), FACTS)["q2"].status is Status.NOT_APPLICABLE
    assert statuses(made(first, second), FACTS)["q2"].status is Status.UNKNOWN
    off = Section(id="s1", applies="no")
    inner = Section(id="s2", parent="s1")
    hidden = made(off, inner, first.model_copy(update={"parent": "s2"}))
    assert statuses(hidden, FACTS)["q1"].status is Status.NOT_APPLICABLE
    scoped = first.model_copy(update={"lots": ("l1",)})
    lot = Lot(id="l1", bidding="no")
    assert statuses(made(scoped, lot), FACTS)["q1"].status is Status.NOT_APPLICABLE


def test_knock_outs_are_gathered_under_one_heading() -> None:
    failing = Question(id="q1", kind="yes_no", rules=(FAIL_NO,))
    pending = Question(id="q2", kind="yes_no", knock_out=True)
    harmless = Question(id="q3", kind="yes_no")
    bid = made(failing, pending, harmless, Response(id="r1", parent="q1", yes_no="no"))
    gathered = knock_outs(bid, FACTS)
    assert [one.question for one in gathered.failing] == ["q1"]
    assert [one.question for one in gathered.pending] == ["q2"]


@given(bids(("questions", "responses", "response_rows", "sections", "answers"), most_things=10))
def test_unanswered_is_never_a_pass_or_a_fail(bid: Bid) -> None:
    silent = bid.model_copy(update={"responses": (), "response_rows": (), "answers": ()})
    for judgement in statuses(silent, FACTS).values():
        assert judgement.status in (Status.UNKNOWN, Status.NOT_APPLICABLE)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Provide audited accounts for two years.", "audited_accounts"),
        ("Insurance must already be in place.", "insurance_before_award"),
        ("Describe a previous contract with this council.", "named_customer"),
        ("You must hold ISO 9001 certification.", "named_qualification"),
    ],
)
@pytest.mark.requirement(25)
def test_what_a_buyer_may_not_ask_can_be_challenged(text: str, key: str) -> None:
    question = Question(id="q1", number="C3.3", text=text)
    (challenge,) = challenges_to(question, "pa23_above")
    assert challenge.key == key
    assert "C3.3" in drafted_clarification(challenge, question)
    assert challenges_to(question, "grant") == ()
    fair = question.model_copy(update={"text": f"{text[:-1]} or equivalent, or other evidence."})
    assert [
        one for one in challenges_to(fair, "pa23_above") if one.key != "insurance_before_award"
    ] == []
