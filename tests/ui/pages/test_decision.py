from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.decision import Gate
from bidkit.domain.edits import with_fields
from bidkit.domain.opportunity import Condition
from bidkit.domain.refs import parse_ref, ref
from bidkit.session.examples import load_example
from bidkit.session.ports import Ports
from bidkit.ui.desk import Desk
from bidkit.ui.pages.decision import PAGE
from tests.ui.conftest import Put
from tests.ui.paper import PaperSession


def test_the_page_weighs_hours_as_they_are_typed(desk: Desk, put: Put) -> None:
    desk.document.take_in(load_example("harbour", date(2026, 11, 21)))
    person = put(PAGE(desk))
    person.press("Time and chance")
    assert person.sees("96 hours needed, 118 at hand")
    person.type_in("decision.hours_available", "80")
    person.leave()
    assert person.sees("only 80 at hand: too few")


def test_a_decision_is_written_with_its_reason(desk: Desk, put: Put) -> None:
    person = put(PAGE(desk))
    person.press("The decision")
    person.choose("decision.choice", "No")
    person.type_in("decision.reason", "The price does not cover full cost.")
    person.leave()
    assert desk.document.get(ref(Bid, lambda b: b.decision.choice)) == "do not bid"
    assert desk.bid.decision.reason == "The price does not cover full cost."


@pytest.mark.requirement(122)
def test_figures_whose_day_has_passed_are_named_above_the_page(
    desk: Desk, paper: PaperSession, put: Put
) -> None:
    assert not put(PAGE(desk)).sees("may be out of date")
    paper.ports = Ports("Ann", "pc-1", lambda: datetime(2027, 4, 1, 12, tzinfo=UTC))
    person = put(PAGE(desk))
    assert person.sees("▲ “Dated figures” was due to be checked by 31 March 2027")


@pytest.fixture
def harbour(desk: Desk) -> Desk:
    desk.document.take_in(load_example("harbour", date(2026, 11, 21)))
    return desk


@pytest.mark.requirement(26, 27)
def test_weights_and_hours_left_stand_beside_the_words(harbour: Desk, put: Put) -> None:
    person = put(PAGE(harbour))
    person.press("Time and chance")
    assert person.sees("The buyer’s weights: Quality 60%, Price 30%, Social value 10%.")
    assert person.sees("Most marks lie in: Service model 15%")
    person.type_in("decision.hours_available", "")
    person.type_in("decision.hours_needed", "")
    person.leave()
    assert person.sees("working days left. Say how many hours you have.")
    person.type_in("decision.hours_a_week", "30")
    person.leave()
    assert person.sees("at hand")


@pytest.mark.requirement(83, 118)
def test_gates_are_answered_from_what_the_bid_says(harbour: Desk, put: Put, qtbot: QtBot) -> None:
    blank = tuple(one.model_copy(update={"answer": "", "reason": ""}) for one in harbour.bid.gates)
    harbour.document.take_in(harbour.bid.model_copy(update={"gates": blank}))
    before = harbour.bid
    person = put(PAGE(harbour))
    assert person.sees("○ 0 of 11 yes; 11 not known yet.")
    assert person.sees("the bid says yes: £552,600 against a full cost of £544,203.80.")
    person.press("Answer these from the bid")
    answers = {one.key: one.answer for one in harbour.bid.gates}
    assert answers["full-cost"] == answers["time"] == answers["known"] == "yes"
    assert answers["power"] == answers["mission"] == ""
    assert all(one.reason for one in harbour.bid.gates if one.answer)
    harbour.document.undo()
    assert harbour.bid == before


def test_a_gate_that_stops_is_said_and_a_contradiction_too(
    harbour: Desk, put: Put, qtbot: QtBot
) -> None:
    person = put(PAGE(harbour))
    assert person.sees("✓ Nothing stops us: 11 of 11 yes.")
    gate = next(one.id for one in harbour.bid.gates if one.key == "conditions")
    harbour.document.set(parse_ref(Bid, f"gates[{gate}].answer"), "no")
    qtbot.waitUntil(lambda: person.sees("● This stops us: Do we meet every condition"))
    harbour.document.set(ref(Bid, lambda b: b.costing.price), Decimal(500_000))
    qtbot.waitUntil(lambda: person.sees("the bid says no: £500,000 against a full cost"))


@pytest.mark.requirement(141)
def test_the_chance_is_suggested_with_reasons_and_taken_over(harbour: Desk, put: Put) -> None:
    harbour.document.set(ref(Bid, lambda b: b.decision.chance_reasons), "")
    person = put(PAGE(harbour))
    person.press("Time and chance")
    assert person.sees("✓ The bid suggests: good.")
    assert person.sees("+ We have delivered something like this before.")
    person.press("Take this over")
    assert harbour.bid.decision.chance_band == "good"
    assert "The buyer knows our work." in harbour.bid.decision.chance_reasons
    assert harbour.bid.decision.win_chance is None


def test_an_empty_bid_says_what_is_not_known(desk: Desk, put: Put) -> None:
    person = put(PAGE(desk))
    person.press("Time and chance")
    assert person.sees("○ Nothing is known yet to judge by.")
    assert person.sees("who else may bid, and our edge")
    assert person.sees("To know more, give the value of the contract or our price")


@pytest.mark.requirement(7, 140)
def test_what_winning_means_for_our_money_is_shown(harbour: Desk, put: Put, qtbot: QtBot) -> None:
    person = put(PAGE(harbour))
    person.press("Time and chance")
    assert person.sees("£184,200")
    assert person.sees("✓ below 33%")
    assert person.sees("✓ it is there")
    person.type_in("decision.cash_available", "40000")
    person.leave()
    qtbot.waitUntil(lambda: person.sees("● £6,750 is missing"))
    harbour.document.set(ref(Bid, lambda b: b.costing.price), Decimal(900_000))
    qtbot.waitUntil(lambda: person.sees("▲ above 33%: we would depend on it"))


@pytest.mark.requirement(172, 173, 178)
def test_the_signs_of_a_bad_contract_are_counted_and_helped(harbour: Desk, put: Put) -> None:
    person = put(PAGE(harbour))
    person.press("The contract and the buyer")
    assert person.sees("● 1 of 14 found, 0 not looked for yet.")
    assert person.sees("Ask for three years, or price the cost of starting and stopping.")
    blank = tuple(one.model_copy(update={"found": "", "note": ""}) for one in harbour.bid.red_flags)
    harbour.document.take_in(harbour.bid.model_copy(update={"red_flags": blank}))
    again = put(PAGE(harbour))
    again.press("The contract and the buyer")
    assert again.sees("○ None found so far; 14 not looked for yet.")
    again.press("Fill these in from the bid")
    found = {one.key: one.found for one in harbour.bid.red_flags}
    assert found["nao-short"] == found["nao-price"] == "no"
    assert found["nao-monitoring"] == ""


@pytest.mark.requirement(130, 154)
def test_the_buyer_is_judged_and_where_our_bid_helps_is_said(
    harbour: Desk, put: Put, qtbot: QtBot
) -> None:
    person = put(PAGE(harbour))
    person.press("The contract and the buyer")
    person.press("Go deeper: How good a buyer is this?")
    assert person.sees("✓ A good buyer: 32 of 46 for the 23 points that are rated.")
    assert person.sees("Weak: It invests in the capacity of providers. We price thirteen weeks")


@pytest.mark.requirement(83)
def test_what_cannot_be_met_is_asked_before_bidding(desk: Desk, put: Put) -> None:
    conditions = (
        Condition(id="c1", text="Three audited accounts", met="no"),
        Condition(id="c2", text="Insurance of £10m", met="yes"),
        Condition(id="c3", text="ISO 9001", met="no", how_met="Our own system, as an equivalent"),
    )
    gate = Gate(id="g", key="conditions", question="Do we meet every condition?", stops=True)
    desk.document.take_in(with_fields(EMPTY, {"conditions": conditions, "gates": (gate,)}))
    person = put(PAGE(desk))
    assert person.sees("the bid says no: Not met: Three audited accounts")
    person.press("Ask the buyer about what we cannot meet")
    (asked,) = desk.bid.clarifications
    assert (asked.about, asked.status, asked.ours) == ("c1", "draft", "yes")
    assert "“Three audited accounts”" in asked.question
    person.press("Ask the buyer about what we cannot meet")
    assert len(desk.bid.clarifications) == 1
    desk.document.undo()
    assert not desk.bid.clarifications


def test_the_cards_follow_the_lists_that_were_empty(desk: Desk, put: Put, qtbot: QtBot) -> None:
    person = put(PAGE(desk))
    assert person.sees("○ No gates yet.")
    person.press("Start from the usual gates")
    qtbot.waitUntil(lambda: person.sees("○ 0 of 11 yes; 11 not known yet."))
    person.press("The contract and the buyer")
    person.press("Go deeper: Warning signs in the contract")
    assert person.sees("○ Nothing to look for yet.")
    person.press("Start from the usual faults")
    qtbot.waitUntil(lambda: person.sees("○ None found so far; 14 not looked for yet."))
    person.press("Go deeper: How good a buyer is this?")
    person.press("Start from eight principles and fifteen actions")
    qtbot.waitUntil(lambda: person.sees("○ Nothing is rated yet."))
