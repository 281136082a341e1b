"""Replies: one for each group, no to a list at once, and what is asked of the buyer."""

from __future__ import annotations

from datetime import date

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.filled import is_as_filled, waits_for_a_look
from bidkit.domain.questionnaire import Question, Response, Rule
from bidkit.domain.refs import parse_ref
from bidkit.packs.prefill import prefill
from bidkit.session.document import Document
from bidkit.session.replies import (
    ask_buyer,
    confirm_questions,
    response_place,
    say_no_to_all,
)
from tests.rules.making import made

RULE = Rule(effect="fail", when="is", value="yes")
GROUNDS = tuple(Question(id=f"q{n}", kind="yes_no", scope="all", rules=(RULE,)) for n in range(3))
TODAY = date(2026, 11, 27)


def test_each_group_has_a_place_of_its_own() -> None:
    document = Document(made(*GROUNDS))
    places = {str(response_place(document, GROUNDS[0], one)) for one in ("", "connected")}
    assert len(places) == 2
    place = response_place(document, GROUNDS[0], "connected")
    yes_no = parse_ref(Bid, f"{place}.yes_no") if document.bid.responses else None
    assert yes_no is None
    said = Response(id="old", parent="q0", subject="Harbour Mind")
    assert response_place(Document(made(*GROUNDS, said)), GROUNDS[0]).identity == "old"


def test_no_to_all_is_one_step_and_changes_nothing_that_was_said() -> None:
    document = Document(made(*GROUNDS, Response(id="r", parent="q1", yes_no="yes")))
    assert say_no_to_all(document, GROUNDS) == 5
    said = {(one.parent, one.subject): one.yes_no for one in document.bid.responses}
    assert said[("q1", "")] == "yes"
    assert set(said) == {(f"q{n}", who) for n in range(3) for who in ("", "connected")}
    document.undo()
    assert [one.id for one in document.bid.responses] == ["r"]
    assert say_no_to_all(Document(made()), ()) == 0


@pytest.mark.requirement(25)
def test_what_may_not_be_asked_is_named_in_the_draft() -> None:
    question = Question(id="q", number="14", text="Please give audited accounts for two years.")
    fair = Document(made(question, opportunity__regime="pa23_above", organisation__name="Harbour"))
    ask_buyer(fair, question, TODAY)
    (drafted,) = fair.bid.clarifications
    assert "company law does not oblige" in drafted.question
    assert "14" in drafted.question
    assert "Harbour" not in drafted.question
    assert (drafted.about, drafted.status) == ("q", "draft")
    ask_buyer(fair, question, TODAY)
    assert len(fair.bid.clarifications) == 1
    grant = Document(made(question, opportunity__regime="grant"))
    ask_buyer(grant, question, TODAY)
    assert "please could you clarify" in grant.bid.clarifications[0].question


def test_a_reply_somebody_changed_is_theirs() -> None:
    question = Question(id="q", kind="text", prefill_from="organisation.name")
    bid = prefill(made(question, organisation__name="Harbour Mind"))
    (filled,) = bid.responses
    assert waits_for_a_look(filled)
    assert not waits_for_a_look(filled.model_copy(update={"checked": True}))
    changed: Bid = with_fields(bid, {"organisation.name": "Harbour Mind CIO"})
    ours = filled.model_copy(update={"text": "Harbour Mind, a charity"})
    assert not is_as_filled(ours)
    changed = changed.model_copy(update={"responses": (ours,)})
    assert prefill(changed, refresh=True) == changed


def test_questions_are_compared_as_one_step() -> None:
    document = Document(made(Question(id="q1", confirmed=False), Question(id="q2")))
    assert confirm_questions(document, document.bid.questions) == 1
    assert all(one.confirmed for one in document.bid.questions)
    assert confirm_questions(document, document.bid.questions) == 0
    document.undo()
    assert not document.bid.questions[0].confirmed
