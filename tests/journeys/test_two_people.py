"""Two people in one file: different fields, the same field, and a decision between versions."""

from __future__ import annotations

from pathlib import Path

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Level
from bidkit.domain.refs import ref
from bidkit.session.examples import load_example
from bidkit.session.exports import export_pdf
from bidkit.session.files import create_bid, open_bid
from bidkit.session.ports import Ports
from bidkit.session.safety.deciding import decide, questions_of
from bidkit.session.session import Session
from tests.journeys.conftest import Clock, pdf_words
from tests.plugins.commands import Call

TITLE = ref(Bid, lambda bid: bid.opportunity.title)
BUYER = ref(Bid, lambda bid: bid.opportunity.buyer.name)
ANSWER = ref(Bid, lambda bid: bid.answers)

Pair = tuple[Session, Session]


@pytest.fixture
def pair(tmp_path: Path, ann: Ports, ben: Ports) -> Pair:
    """The finished example, open at two machines."""
    first = create_bid(tmp_path / "bid.bidkit", load_example("harbour", ann.today()), ann)
    return first, open_bid(first.path, ben)


def test_each_sees_that_the_other_is_there(pair: Pair) -> None:
    _, second = pair
    assert [one.person for one in second.others] == ["Ann"]


def test_different_fields_meet_without_a_word(pair: Pair, clock: Clock) -> None:
    first, second = pair
    first.document.set(TITLE, "Hubs for everybody")
    second.document.set(BUYER, "Northshire and Vale Council")
    first.leave(TITLE)
    second.leave(BUYER)
    clock.wait(6)
    first.tick()
    assert first.document.bid == second.document.bid
    assert first.document.get(TITLE) == "Hubs for everybody"
    assert first.document.get(BUYER) == "Northshire and Vale Council"
    assert not first.undecided()


def test_words_that_do_not_touch_meet_in_one_answer(pair: Pair, clock: Clock) -> None:
    first, second = pair
    place = ANSWER.item("hm-a1").then(ref(type(first.document.bid.answers[0]), lambda a: a.text))
    text = first.document.get(place)
    first.document.set(place, f"From Ann first.\n\n{text}")
    second.document.set(place, f"{text}\n\nFrom Ben last.")
    first.leave(place)
    second.leave(place)
    clock.wait(6)
    first.tick()
    assert first.document.get(place).startswith("From Ann first.")
    assert first.document.get(place).endswith("From Ben last.")
    assert not first.undecided()


def test_the_same_words_wait_for_a_decision_and_print_in_a_box(
    pair: Pair, clock: Clock, call: Call
) -> None:
    first, second = pair
    first.document.set(TITLE, "Hubs by the sea")
    second.document.set(TITLE, "Hubs on the hill")
    first.leave(TITLE)
    second.leave(TITLE)
    clock.wait(6)
    first.tick()
    for session in pair:
        said = session.undecided()[str(TITLE)]
        assert "Hubs by the sea" in said
        assert "Hubs on the hill" in said
        must = {str(one.place) for one in session.check_now() if one.level is Level.MUST}
        assert str(TITLE) in must
    made = export_pdf(first)
    words = pdf_words(made.data)
    assert made.draft_reasons
    assert "Hubs by the sea" in words
    assert "Hubs on the hill" in words
    assert call("check", first.path).code == 1
    question = questions_of(first)[0]
    chosen = next(one for one in question.versions if one.words == "Hubs on the hill")
    assert decide(first, question, chosen.value)
    clock.wait(6)
    second.tick()
    for session in pair:
        assert not session.undecided()
        assert session.document.get(TITLE) == "Hubs on the hill"
        assert [one.new for one in session.history(10) if one.place == str(TITLE)][:1] == [
            "Hubs on the hill"
        ]
