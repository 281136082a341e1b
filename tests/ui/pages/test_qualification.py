from datetime import date, timedelta

import pytest

from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.documents import Clarification
from bidkit.domain.questionnaire import Limit, Question, Rule, Section
from bidkit.domain.refs import parse_ref
from bidkit.domain.rounds import Round
from bidkit.packs.catalogue import shipped
from bidkit.packs.fit import apply_pack
from bidkit.packs.prefill import prefill
from bidkit.session.examples import load_example
from bidkit.session.replies import response_place
from bidkit.ui.desk import Desk
from bidkit.ui.pages.qualification import PAGE
from bidkit.ui.pages.qualification.declaring import DeclareDialog
from tests.drivers import Person
from tests.ui.conftest import Put
from tests.ui.paper import NOW

TODAY = date(2026, 11, 21)


@pytest.fixture
def harbour(desk: Desk) -> Desk:
    desk.document.take_in(load_example("harbour", TODAY))
    return desk


def test_the_page_says_what_would_put_the_bid_out(harbour: Desk, put: Put) -> None:
    person = put(PAGE(harbour))
    assert not person.sees("would, as it stands")
    harbour.document.set(parse_ref(Bid, "responses[hm-r1].yes_no"), "no")
    assert person.sees("Yes: one would, as it stands.")
    assert person.sees("● A1 Are you registered")
    harbour.document.undo()
    assert not person.sees("would, as it stands")


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
    person.press("Ask through the portal’s messages")
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


RULE = Rule(effect="fail", when="is", value="yes", words="A mandatory ground.")
SECTION = Section(id="s", stage="qualification", title="Grounds")


def grounds(count: int) -> Bid:
    questions = tuple(
        Question(
            id=f"q{n}",
            parent="s",
            order=f"{n}",
            number=f"{n + 1}",
            text=f"Ground {n + 1}?",
            kind="yes_no",
            scope="all",
            knock_out=True,
            rules=(RULE,),
        )
        for n in range(count)
    )
    return Bid(sections=(SECTION,), questions=questions)


@pytest.mark.requirement(83)
def test_all_that_could_put_us_out_stands_under_one_heading(desk: Desk, put: Put) -> None:
    desk.document.take_in(grounds(3))
    page = PAGE(desk)
    person = put(page)
    assert person.sees("3 that could are not answered")
    assert person.sees("○ 3 Ground 3?")
    place = str(response_place(desk.document, desk.bid.questions[0]))
    person.choose(f"{place}.yes_no", "Yes")
    assert person.sees("● Yes: one would, as it stands.")
    assert person.sees("● 1 Ground 1?: A mandatory ground. (our reply: yes)")


def test_few_that_wait_are_shown_until_all_are_wanted(desk: Desk, put: Put) -> None:
    desk.document.take_in(grounds(6))
    person = put(PAGE(desk))
    assert person.sees("○ 3 Ground 3?")
    assert not person.sees("○ 4 Ground 4?")
    person.press("Show all 6")
    assert person.sees("○ 6 Ground 6?")
    assert not person.sees("Show all")


def test_what_was_put_right_is_asked_only_after_a_yes(desk: Desk, put: Put) -> None:
    desk.document.take_in(grounds(1))
    person = put(PAGE(desk))
    assert person.sees("Connected persons")
    assert not person.sees("What was put right")
    place = str(response_place(desk.document, desk.bid.questions[0], "connected"))
    person.choose(f"{place}.yes_no", "Yes")
    assert person.sees("What happened")
    assert person.sees("What was put right")
    person.choose(f"{place}.published", "Yes")
    person.type_in(f"{place}.published_at", "https://example.org/decision")
    person.leave()
    (said,) = [one for one in desk.bid.responses if one.subject == "connected"]
    assert said.published_at == "https://example.org/decision"


def test_a_list_that_was_read_is_answered_at_once(desk: Desk, put: Put) -> None:
    desk.document.take_in(grounds(5))
    page = PAGE(desk)
    person = put(page)
    person.press("Read the list and answer it at once")
    dialog = page.findChild(DeclareDialog)
    assert dialog is not None
    reader = Person(dialog)
    assert reader.sees("Ground 5?")
    assert not desk.bid.responses
    reader.press("None applies: say no to all")
    assert len(desk.bid.responses) == 10
    assert person.sees("✓ Nothing: no knock-out question is open.")
    assert not person.sees("Read the list and answer it at once")


def test_next_goes_through_what_there_is_to_do(desk: Desk, put: Put) -> None:
    desk.document.take_in(grounds(3))
    page = PAGE(desk)
    person = put(page)
    for subject in ("", "connected"):
        place = str(response_place(desk.document, desk.bid.questions[0], subject))
        person.choose(f"{place}.yes_no", "No")
    person.press("Next to do ›")
    assert person.sees_field(f"{response_place(desk.document, desk.bid.questions[1])}.yes_no")


def test_a_filled_in_reply_is_marked_until_somebody_looked(desk: Desk, put: Put) -> None:
    question = Question(
        id="q", parent="s", number="1", text="Name?", kind="text", prefill_from="organisation.name"
    )
    bid = Bid(sections=(SECTION,), questions=(question,))
    desk.document.take_in(prefill(parse_ref(Bid, "organisation.name").set(bid, "Harbour Mind")))
    page = PAGE(desk)
    person = put(page)
    assert person.sees("From your organisation’s details. Read it against the question.")
    person.press("It is right")
    assert person.sees("From your organisation’s details, looked at.")
    assert desk.bid.responses[0].checked
    person.type_in(f"responses[{desk.bid.responses[0].id}].text", "Harbour Mind CIO")
    person.leave()
    assert not person.sees("From your organisation’s details")


def test_prose_is_the_answer_itself(desk: Desk, put: Put) -> None:
    question = Question(
        id="q", parent="s", number="23", kind="prose", limit=Limit(most=5, unit="words")
    )
    desk.document.take_in(Bid(sections=(SECTION,), questions=(question,)))
    person = put(PAGE(desk))
    address = f"answers[{derived_id('answer', 'q', '')}].text"
    person.type_in(address, "We pay suppliers within seven days")
    person.leave()
    (answer,) = desk.bid.answers
    assert answer.parent == "q"
    assert person.sees("6 of 5 words: too long")


@pytest.mark.requirement(25)
def test_a_demand_a_buyer_may_not_make_can_be_challenged(desk: Desk, put: Put) -> None:
    question = Question(
        id="q", parent="s", number="16", text="Provide audited accounts for two years.", kind="file"
    )
    bid = Bid(sections=(SECTION,), questions=(question,))
    desk.document.take_in(parse_ref(Bid, "opportunity.regime").set(bid, "pa23_above"))
    person = put(PAGE(desk))
    assert person.sees("You can challenge this")
    person.press("Ask the buyer")
    assert "examined in another way" in desk.bid.clarifications[0].question


@pytest.mark.requirement(24)
def test_the_page_ends_in_two_ratings(harbour: Desk, put: Put) -> None:
    person = put(PAGE(harbour))
    assert person.sees("Track record")
    assert person.sees("+ Three or more contracts or grants of the last three years are listed.")
    assert person.sees("Organisational stability")


def test_the_last_day_for_questions_stands_over_the_list(desk: Desk, put: Put) -> None:
    closes = Round(id="r", questions_close=NOW + timedelta(days=2))
    waiting = Clarification(id="c", ours="yes", status="draft", question="Which?")
    desk.document.take_in(Bid(rounds=(closes,), clarifications=(waiting,)))
    person = put(PAGE(desk))
    assert person.sees("2 days left. Not sent yet: 1.")
    person.choose("clarifications[c].status", "Asked")
    assert not person.sees("Not sent yet")


@pytest.mark.requirement(175)
def test_the_first_step_is_what_such_buyers_usually_ask(desk: Desk, put: Put) -> None:
    person = put(PAGE(desk))
    person.press("Add: Procurement Specific Questionnaire")
    assert {one.pack for one in desk.bid.questions} == {"procurement-specific-questionnaire"}
    assert not person.sees("Start with what such buyers usually ask")


def test_every_part_of_a_question_can_be_changed(harbour: Desk, put: Put) -> None:
    page = PAGE(harbour)
    person = put(page)
    page.show_place(parse_ref(Bid, "questions[hm-p3]"))
    assert not person.sees_field("questions[hm-p3].rules")
    person.press("Change this question")
    assert "fails if below 1" in person.read("questions[hm-p3].rules")
    person.type_in("questions[hm-p3].rules", "fails if below 3: At least three.")
    person.leave()
    assert person.sees("At least three. (our reply: 2.13)")
    harbour.document.undo()
    page.show_place(parse_ref(Bid, "questions[hm-p4]"))
    person.press("Change this question")
    person.type_in("questions[hm-p4].columns", "Customer, Value, Dates")
    person.leave()
    kinds = [(one.title, one.kind) for one in harbour.bid.questions[3].columns]
    assert kinds == [("Customer", "text"), ("Value", "money"), ("Dates", "text")]


def test_a_part_that_is_not_asked_is_switched_off(desk: Desk, put: Put) -> None:
    pack = shipped().pack("policy-modules")
    desk.document.take_in(apply_pack(Bid(), pack, "b"))
    person = put(PAGE(desk))
    person.press("Go deeper: Which parts does this buyer ask?")
    cyber = next(one for one in desk.bid.sections if one.number == "D1")
    assert cyber.applies == "no"
    person.press("D1 Cyber security")
    assert next(one for one in desk.bid.sections if one.number == "D1").applies == "yes"


def test_our_accounts_are_shown_test_by_test(harbour: Desk, put: Put) -> None:
    person = put(PAGE(harbour))
    person.press("Go deeper: Our accounts as buyers test them")
    assert person.sees("Current ratio (current assets ÷ owed within a year)")
    assert person.sees("A buyer could reasonably ask for a turnover of up to")
