from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bidkit.domain.answers import Answer
from bidkit.domain.bid import Bid
from bidkit.domain.costs import PriceLine
from bidkit.domain.refs import parse_ref
from bidkit.domain.rounds import Round, SignOff
from bidkit.figures.readings.signing import still_agreed
from bidkit.session.document import Document
from bidkit.session.handing_in.signing import agreed_again
from tests.rules.making import NOW, made, said

DAY, LATER = date(2026, 11, 18), date(2026, 11, 20)
RULE = "hand_in.changed_since_agreed"
ANSWERED = (
    Answer(id="a1", parent="q1", text="We open at nine."),
    Answer(id="a2", parent="q2"),
    PriceLine(id="l1", title="Year 1", amount=Decimal(100)),
)
WORDS = parse_ref(Bid, "answers[a1].text")
PRICE = parse_ref(Bid, "costing.price")
ON = parse_ref(Bid, "sign_offs[s].on")
NAME = parse_ref(Bid, "sign_offs[s].name")


def signed(purpose: str = "content") -> Document:
    """A bid that Ann has agreed to, the way it is typed: first the entry, then name, then day."""
    document = Document(made(*ANSWERED, costing__price=Decimal(900)))
    document.add(parse_ref(Bid, "sign_offs"), SignOff(id="s"))
    document.set(parse_ref(Bid, "sign_offs[s].purpose"), purpose)
    document.set(NAME, "Ann")
    document.set(ON, DAY)
    return document


def told(document: Document) -> list[str]:
    return [one.what for one in said(document.bid, RULE)]


@pytest.mark.requirement(31)
def test_a_sign_off_no_longer_covers_answers_that_changed_after_it() -> None:
    document = signed()
    assert not told(document)
    document.set(WORDS, "We open at ten.")
    assert told(document) == ["Ann agreed on Wed 18 Nov 2026; answers have changed since."]
    document.set(PRICE, Decimal(1))
    assert len(told(document)) == 1
    document.undo()
    document.undo()
    assert not told(document)


@pytest.mark.requirement(31)
@pytest.mark.parametrize("purpose", ["price", "hand in", "declaration", ""])
def test_a_sign_off_no_longer_covers_a_price_that_changed_after_it(purpose: str) -> None:
    document = signed(purpose)
    document.set(PRICE, Decimal("900.00"))
    assert not told(document)
    document.set(parse_ref(Bid, "price_lines[l1].amount"), Decimal(101))
    assert told(document) == ["Ann agreed on Wed 18 Nov 2026; the price has changed since."]
    document.set(WORDS, "Other words")
    both = ["Ann agreed on Wed 18 Nov 2026; answers and the price have changed since."]
    assert (told(document) == both) is (purpose != "price")


def test_a_name_put_right_renews_nothing_and_another_day_does() -> None:
    document = signed()
    document.set(WORDS, "Other words")
    document.set(NAME, "Anne Bell")
    document.set(parse_ref(Bid, "sign_offs[s].role"), "Chair")
    assert told(document)
    document.set(ON, LATER)
    assert not told(document)
    document.undo()
    assert told(document)


def test_agreeing_again_on_the_same_day_renews() -> None:
    document = signed()
    document.set(WORDS, "Other words")
    document.edit("", lambda bid: agreed_again(bid, "s", DAY))
    assert not told(document)


def test_a_newer_agreement_of_the_same_person_stands_for_the_older() -> None:
    document = signed()
    document.set(WORDS, "Other words")
    other = SignOff(id="t", purpose="content", name="Ben", on=LATER)
    document.add(parse_ref(Bid, "sign_offs"), other)
    assert told(document)
    again = SignOff(id="u", purpose="content", name=" ann ", on=LATER)
    document.add(parse_ref(Bid, "sign_offs"), again)
    assert not told(document)


def test_what_says_nothing_new_lapses_nothing() -> None:
    document = signed("")
    document.set(parse_ref(Bid, "answers[a1].status"), "agreed")
    document.set(parse_ref(Bid, "answers[a2].text"), " ")
    assert not told(document)
    document.set(WORDS, "Other words")
    sent = Round(id="r", sent_at=NOW)
    document.add(parse_ref(Bid, "rounds"), sent)
    assert not told(document)


def test_a_sign_off_from_before_marks_were_kept_says_nothing() -> None:
    old = SignOff(id="s", purpose="content", name="Ann", on=DAY)
    assert not said(made(*ANSWERED, old), RULE)


def test_taking_off_the_draft_mark_covers_nothing() -> None:
    document = signed("take off draft")
    document.set(WORDS, "Other words")
    assert not told(document)


def test_what_must_be_agreed_again_is_not_done_in_the_plan() -> None:
    document = signed("price")
    assert still_agreed(document.bid) == {"price"}
    document.set(PRICE, Decimal(1))
    assert not still_agreed(document.bid)
