"""Questions written in by hand where they are answered, changed there, and taken out."""

from __future__ import annotations

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.questionnaire import Limit, Question, Section
from bidkit.session.writing import number_after
from bidkit.ui.desk import Desk
from bidkit.ui.pages.answers import AnswersPage
from tests.drivers import Person
from tests.ui.conftest import Put


def asked(*questions: Question) -> Bid:
    return Bid(sections=(Section(id="s", title="Quality", stage="tender"),), questions=questions)


@pytest.mark.parametrize(
    ("number", "following"),
    [("1", "2"), ("2.9", "2.10"), ("Q7", "Q8"), ("B", ""), ("", "")],
)
def test_the_number_that_follows(number: str, following: str) -> None:
    assert number_after(number) == following


def test_a_question_is_typed_in_and_then_answered(desk: Desk, put: Put) -> None:
    page = AnswersPage(desk)
    person = put(page)
    person.press("Write one in")
    dialog = page.asked.dialog
    assert dialog is not None
    assert not desk.bid.questions
    place = dialog.card.place
    inside = Person(dialog)
    inside.type_in(f"{place}.text", "How will you reach people?")
    inside.leave()
    inside.type_in(f"{place}.limit.most", "300")
    inside.press("Done")
    (question,) = desk.bid.questions
    assert (question.number, question.text) == ("1", "How will you reach people?")
    assert question.limit == Limit(most=300, unit="words")
    assert person.sees("How will you reach people?")
    assert person.sees("0 of 300 words")


def test_nothing_written_is_no_question(desk: Desk, put: Put) -> None:
    page = AnswersPage(desk)
    put(page).press("Write one in")
    assert page.asked.dialog is not None
    Person(page.asked.dialog).press("Done")
    assert not desk.bid.questions
    assert not page.boxes


def test_the_next_question_follows_the_last_of_the_tender(desk: Desk, put: Put) -> None:
    desk.document.take_in(
        asked(
            Question(id="q1", parent="s", number="1.1", order="a"),
            Question(id="q2", parent="s", number="1.2", order="b"),
        )
    )
    page = AnswersPage(desk)
    put(page)
    page.asked.write_in()
    assert page.asked.dialog is not None
    place = page.asked.dialog.card.place
    inside = Person(page.asked.dialog)
    assert inside.read(f"{place}.number") == "1.3"
    inside.type_in(f"{place}.text", "Who will do it?")
    inside.press("Done")
    assert [one.parent for one in desk.bid.questions] == ["s", "s", "s"]
    assert [box.name for box in page.boxes] == ["1.1", "1.2", "1.3"]
    assert page.desk_of.box is not None
    assert page.desk_of.box.name == "1.3"


def test_a_limit_is_changed_where_one_writes(desk: Desk, put: Put) -> None:
    desk.document.take_in(asked(Question(id="q1", parent="s", number="1", text="Why you?")))
    page = AnswersPage(desk)
    person = put(page)
    page.asked.change()
    assert page.asked.dialog is not None
    inside = Person(page.asked.dialog)
    inside.type_in("questions[q1].limit.most", "50")
    inside.choose("questions[q1].limit.unit", "words")
    inside.press("Done")
    assert person.sees("0 of 50 words")


def test_a_question_taken_out_comes_back(desk: Desk, put: Put) -> None:
    desk.document.take_in(asked(Question(id="q1", parent="s", number="1", text="Why you?")))
    page = AnswersPage(desk)
    person = put(page)
    page.asked.take_out()
    assert not desk.bid.questions
    assert person.sees("There are none yet")
    desk.document.undo()
    assert [one.id for one in desk.bid.questions] == ["q1"]
