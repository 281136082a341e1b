"""A ground is answered for everybody it must be answered for, and for nobody else."""

from __future__ import annotations

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.consortium import Partner
from bidkit.domain.finding import Status
from bidkit.domain.questionnaire import Column, Question, Response, ResponseRow, Rule
from bidkit.rules.asked import asked_questions
from bidkit.rules.judging import Judgement, knock_outs, statuses
from tests.rules.making import FACTS, made

GROUND = Question(
    id="q1",
    kind="yes_no",
    scope="all",
    knock_out=True,
    rules=(Rule(effect="fail", when="is", value="yes", words="Out."),),
)
HELPER = Partner(id="p1", name="Tideway", role="subcontractor")


def said(subject: str, word: str, **more: object) -> Response:
    """A reply for one group."""
    fields: dict[str, object] = {"subject": subject, "yes_no": word, **more}
    return Response(id=f"r-{subject}", parent="q1").model_copy(update=fields)


def stands(bid: Bid) -> Judgement:
    """Return how the ground stands."""
    return statuses(bid, FACTS)["q1"]


@pytest.mark.requirement(24)
def test_every_group_needs_a_reply_of_its_own() -> None:
    ours = made(GROUND, said("", "no"))
    assert stands(ours).status is Status.UNKNOWN
    assert stands(ours).rule == "Still to be answered for: Connected persons."
    assert stands(made(GROUND, said("", "no"), said("connected", "no"))).status is Status.PASS


def test_subcontractors_are_asked_about_only_where_there_are_any() -> None:
    both = (said("", "no"), said("connected", "no"))
    (asked,) = asked_questions(made(GROUND, HELPER, *both))
    assert asked.silent == ("subcontractors",)
    assert stands(made(GROUND, HELPER, *both)).status is Status.UNKNOWN
    gone = made(GROUND, *both, said("subcontractors", "yes"))
    assert stands(gone).status is Status.PASS


def test_a_yes_fails_before_everybody_was_asked() -> None:
    bid = made(GROUND, HELPER, said("subcontractors", "yes"))
    assert stands(bid).status is Status.FAIL
    assert [one.question for one in knock_outs(bid, FACTS).failing] == ["q1"]


def test_what_ended_and_will_not_return_is_for_the_buyer_to_weigh() -> None:
    cleaned = said("connected", "yes", ended="yes", likely_again="no")
    assert stands(made(GROUND, said("", "no"), cleaned)).status is Status.AT_RISK


def test_a_question_for_us_alone_takes_any_reply() -> None:
    alone = GROUND.model_copy(update={"scope": ""})
    assert stands(made(alone, said("Harbour Mind", "no"))).status is Status.PASS


def table(*rules: Rule, rows: int = 0, **reply: object) -> Judgement:
    """Judge a table with so many rows and this reply."""
    columns = (Column(key="who", title="Who"), Column(key="held", title="Held", kind="yes_no"))
    question = Question(id="q1", kind="table", columns=columns, rules=rules)
    response = Response(id="r1", parent="q1").model_copy(update=reply)
    listed = (ResponseRow(id=f"w{n}", parent="r1", first="Ann", second="No") for n in range(rows))
    return statuses(made(question, response, *listed), FACTS)["q1"]


def test_nothing_listed_but_explained_is_at_risk_not_out() -> None:
    empty = Rule(effect="fail", when="empty", words="Give one, or a reason.")
    assert table(empty).status is Status.UNKNOWN
    assert table(empty, explanation="We are new.").status is Status.AT_RISK
    assert table(empty, rows=1).status is Status.PASS


@pytest.mark.parametrize(
    ("rule", "rows", "status"),
    [
        (Rule(effect="flag", when="alike", column="who"), 2, Status.AT_RISK),
        (Rule(effect="flag", when="alike", column="who"), 1, Status.PASS),
        (Rule(effect="fail", when="none of", column="held"), 1, Status.FAIL),
        (Rule(effect="fail", when="none of", column="who|held"), 1, Status.PASS),
    ],
)
def test_rows_are_compared(rule: Rule, rows: int, status: Status) -> None:
    assert table(rule, rows=rows).status is status


def test_a_table_without_rows_shows_the_question_that_asks_why() -> None:
    listed = Question(id="q1", number="6", kind="table")
    why = Question(id="q2", kind="prose", show_if="6 empty")
    explained = Response(id="r1", parent="q1", explanation="We are new.")
    row = ResponseRow(id="w", parent="r1", first="Ann")
    asked = {one.key: one.applies for one in asked_questions(made(listed, why, explained))}
    assert asked["q2"] is True
    asked = {one.key: one.applies for one in asked_questions(made(listed, why, explained, row))}
    assert asked["q2"] is False


def test_what_hangs_on_another_reply_is_no_knock_out_yet() -> None:
    model = Question(id="q2", number="3", kind="choice", options=("alone", "consortium"))
    hanging = GROUND.model_copy(update={"scope": "", "show_if": "3 = consortium"})
    bid = made(model, hanging)
    assert stands(bid).rule == "Whether it is asked depends on: 3 = consortium."
    assert knock_outs(bid, FACTS).pending == ()
    together = Response(id="m", parent="q2", choice="consortium")
    assert [one.question for one in knock_outs(made(model, hanging, together), FACTS).pending] == [
        "q1"
    ]
