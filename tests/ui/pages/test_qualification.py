from datetime import date

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.questionnaire import Question, Section
from bidkit.domain.refs import parse_ref
from bidkit.session.examples import load_example
from bidkit.session.replies import response_place
from bidkit.ui.desk import Desk
from bidkit.ui.pages.qualification import PAGE
from tests.ui.conftest import Put

TODAY = date(2026, 11, 21)


@pytest.fixture
def harbour(desk: Desk) -> Desk:
    desk.document.take_in(load_example("harbour", TODAY))
    return desk


def test_the_page_says_what_would_put_the_bid_out(harbour: Desk, put: Put) -> None:
    person = put(PAGE(harbour))
    assert not person.sees("as it stands")
    harbour.document.set(parse_ref(Bid, "responses[hm-r1].yes_no"), "no")
    assert person.sees("Yes, as it stands: A1")
    harbour.document.undo()
    assert not person.sees("as it stands")


def test_a_reply_is_given_by_its_kind(harbour: Desk, put: Put) -> None:
    page = PAGE(harbour)
    person = put(page)
    page.show_place(parse_ref(Bid, "responses[hm-r3].number"))
    person.type_in("responses[hm-r3].number", "0.7")
    person.leave()
    assert str(harbour.bid.responses[2].number) == "0.7"
    assert person.sees("The buyer asks for at least 1.0.")


def test_opening_the_page_writes_nothing(desk: Desk, put: Put) -> None:
    bid = Bid(
        sections=(Section(id="s", stage="qualification", title="Basics"),),
        questions=(Question(id="q", parent="s", number="1", text="Insured?", kind="yes_no"),),
    )
    desk.document.take_in(bid)
    before = desk.bid
    person = put(PAGE(desk))
    assert desk.bid is before
    place = str(response_place(desk.document, bid.questions[0]))
    person.choose(f"{place}.yes_no", "Yes")
    assert [one.yes_no for one in desk.bid.responses] == ["yes"]
    desk.document.undo()
    assert not desk.bid.responses


def test_unsure_questions_become_a_draft_to_the_buyer(harbour: Desk, put: Put) -> None:
    person = put(PAGE(harbour))
    person.press("Ask the buyer")
    drafted = harbour.bid.clarifications[-1]
    assert drafted.status == "draft"
    assert "Harbour Mind" not in drafted.question


def test_replies_are_filled_from_our_organisation(desk: Desk, put: Put) -> None:
    question = Question(
        id="q", parent="s", number="1", text="Name?", kind="text", prefill_from="organisation.name"
    )
    bid = Bid(
        sections=(Section(id="s", stage="qualification", title="Basics"),), questions=(question,)
    )
    named = parse_ref(Bid, "organisation.name").set(bid, "Harbour Mind")
    desk.document.take_in(named)
    person = put(PAGE(desk))
    person.press("Fill from our organisation")
    assert [(one.text, one.prefilled) for one in desk.bid.responses] == [("Harbour Mind", True)]
