"""Tables, choices and parts in a reissue: what was filled in and written moves along."""

from __future__ import annotations

from datetime import date

from bidkit.domain.answers import Answer
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.questionnaire import (
    Column,
    Limit,
    Part,
    Question,
    Response,
    ResponseRow,
)
from bidkit.importers.base import Proposal, ProposedEntity
from bidkit.importers.questionnaire import questions_in
from bidkit.session.reissue.changes import Change, Source, carry_over
from bidkit.session.reissue.questions import changes_of_questions
from bidkit.session.reissue.taking_out import TAKEN_OUT

SOURCE = Source("Form", "", "v2", date(2026, 11, 27))


def proposal(question: Question, *parts: Part) -> Proposal:
    things = [ProposedEntity("questions", question, "Questions")]
    return Proposal(
        "Form", entities=(*things, *(ProposedEntity("parts", p, "Parts") for p in parts))
    )


def carried(bid: Bid, changes: tuple[Change, ...]) -> Bid:
    return carry_over(bid, changes, {one.key for one in changes}, SOURCE)


def columns(*titles: str) -> tuple[Column, ...]:
    return tuple(Column(key=title.lower(), title=title) for title in titles)


TABLE = Question(
    id="q",
    number="3",
    text="Three contracts",
    kind="table",
    columns=columns("Customer", "Value", "Contact"),
)
FILLED: Bid = EMPTY.model_copy(
    update={
        "questions": (TABLE,),
        "responses": (Response(id="r", parent="q"),),
        "response_rows": (
            ResponseRow(id="row", parent="r", first="Northshire", second="£9,000", third="Ann"),
        ),
    }
)


def test_cells_follow_their_column_and_what_is_gone_is_told() -> None:
    theirs = TABLE.model_copy(
        update={"id": "n", "columns": columns("Customer name", "Start date", "Value")}
    )
    changes = changes_of_questions(FILLED, proposal(theirs))
    assert [one.what for one in changes] == ["the table"]
    assert not changes[0].sure
    assert "Contact: Ann" in changes[0].note
    bid = carried(FILLED, changes)
    row = bid.response_rows[0]
    assert (row.first, row.second, row.third, row.fourth) == ("Northshire", "", "£9,000", "")
    assert [one.title for one in bid.questions[0].columns] == [
        "Customer name",
        "Start date",
        "Value",
    ]
    assert [one.key for one in bid.questions[0].columns] == ["customer", "start date", "value"]
    assert "Contact: Ann" in bid.amendments[0].what_changed
    assert bid.amendments[0].touches == ("q",)
    assert carried(bid, changes) == bid


def test_the_same_table_is_no_change() -> None:
    assert changes_of_questions(FILLED, proposal(TABLE.model_copy(update={"id": "n"}))) == ()


def test_a_choice_that_is_not_offered_any_more_is_pointed_out() -> None:
    ours = Question(
        id="q", number="4", text="Which area?", kind="choice", options=("North", "South")
    )
    bid: Bid = EMPTY.model_copy(
        update={"questions": (ours,), "responses": (Response(id="r", parent="q", choice="South"),)}
    )
    theirs = ours.model_copy(update={"id": "n", "options": ("North", "East")})
    changes = changes_of_questions(bid, proposal(theirs))
    assert not changes[0].sure
    assert "South" in changes[0].note
    after = carried(bid, changes)
    assert after.questions[0].options == ("North", "East")
    assert after.responses == bid.responses


WHOLE = Question(id="q", number="1.1", text="Describe your approach.")
PARTS = (
    Part(
        id="a",
        parent="q",
        order="a",
        number="(a)",
        text="How do you reach people?",
        limit=Limit(most=200, unit="words"),
    ),
    Part(id="b", parent="q", order="b", number="(b)", text="How do you keep them safe?"),
)
WRITTEN: Bid = EMPTY.model_copy(
    update={
        "questions": (WHOLE,),
        "parts": PARTS,
        "answers": (
            Answer(id="one", parent="a", order="a", text="By bus."),
            Answer(id="two", parent="b", order="b", text="Two people."),
        ),
    }
)


def test_parts_are_compared_and_their_answers_stay() -> None:
    theirs = WHOLE.model_copy(update={"id": "n"})
    newer = (
        Part(
            id="x",
            parent="n",
            number="(a)",
            text="How do you reach people?",
            limit=Limit(most=150, unit="words"),
        ),
        Part(id="y", parent="n", number="(b)", text="What does it cost each year?"),
    )
    changes = changes_of_questions(WRITTEN, proposal(theirs, *newer))
    assert {one.label for one in changes} == {
        "Question 1.1, part (a): the limit",
        "Question 1.1, part (b): new",
        "Question 1.1, part (b): taken out",
    }
    bid = carried(WRITTEN, changes)
    assert [(one.id, one.limit.most) for one in bid.parts] == [("a", 150), ("y", None)]
    gone = next(one for one in bid.questions if one.parent == TAKEN_OUT)
    kept = {one.parent: one.text for one in bid.answers}
    assert kept == {"a": "By bus.", gone.id: "Two people."}
    assert bid.amendments[0].touches == ("q",)
    assert carried(bid, changes) == bid


def test_a_question_divided_into_parts_keeps_its_answer_in_the_first() -> None:
    bid: Bid = EMPTY.model_copy(
        update={"questions": (WHOLE,), "answers": (Answer(id="one", parent="q", text="By bus."),)}
    )
    theirs = WHOLE.model_copy(update={"id": "n"})
    newer = tuple(one.model_copy(update={"parent": "n", "order": ""}) for one in PARTS)
    changes = changes_of_questions(bid, proposal(theirs, *newer))
    assert [one.what for one in changes] == ["the parts"]
    assert "divide it" in changes[0].note
    after = carried(bid, changes)
    assert [one.parent for one in after.parts] == ["q", "q"]
    assert after.answers[0].parent == after.parts[0].id


def test_parts_that_become_one_question_join_their_answers_lot_by_lot() -> None:
    more = (*WRITTEN.answers, Answer(id="lot", parent="b", order="c", lot="l1", text="Three."))
    bid: Bid = WRITTEN.model_copy(update={"answers": more})
    changes = changes_of_questions(bid, proposal(WHOLE.model_copy(update={"id": "n"})))
    assert not changes[0].sure
    after = carried(bid, changes)
    assert not after.parts
    assert {(one.parent, one.lot, one.text) for one in after.answers} == {
        ("q", "", "By bus.\n\nTwo people."),
        ("q", "l1", "Three."),
    }


def test_lettered_questions_of_a_questionnaire_are_parts_of_the_one_before() -> None:
    found = questions_in(
        "1.1 Describe your approach to this service:\n"
        "(a) How do you reach people? (200 words)\n"
        "(b) How do you keep them safe? (300 words)\n"
        "1.2 How do you train volunteers?\n",
        "Form",
    )
    assert [one.number for one in found.of("questions")] == ["1.1", "1.2"]
    parts = found.of("parts")
    assert [(one.number, one.limit.most) for one in parts] == [("(a)", 200), ("(b)", 300)]
    assert {one.parent for one in parts} == {found.of("questions")[0].id}
