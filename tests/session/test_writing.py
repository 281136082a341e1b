"""What stands over an answer: its share of the marks, what earns the top, what puts the bid out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion, Scale, ScaleLevel
from bidkit.domain.opportunity import Lot
from bidkit.domain.questionnaire import Question
from bidkit.session.examples import load_example
from bidkit.session.writing import BoxToWrite, boxes_of, marks_words, top_mark_words
from tests.rules.making import made

D = Decimal
TODAY = date(2026, 11, 21)
LOTS = (Lot(id="l1", number="1", bidding="yes"), Lot(id="l2", number="2", bidding="yes"))


def box(bid: Bid, number: str, lot: str = "") -> BoxToWrite:
    found = next(one for one in boxes_of(bid) if one.name == number)
    return BoxToWrite(found.question, found.part, found.limit, found.name, lot)


def test_the_share_is_that_of_the_whole_even_where_parts_are_given_in_percent() -> None:
    bid = made(
        Question(id="q1", number="1"),
        Question(id="q2", number="2"),
        Criterion(id="c", weight=D(60)),
        Criterion(id="c1", parent="c", weight=D(50), questions=("q1",)),
        Criterion(id="c2", parent="c", weight=D(50), questions=("q2", "q1")),
        Criterion(id="p", weight=D(40), kind="price"),
    )
    assert marks_words(bid, box(bid, "2")) == "30% of the marks, with 1"
    assert marks_words(bid, box(bid, "1")) == "60% of the marks, with 2"


def test_a_lots_own_answer_has_the_marks_of_that_lot() -> None:
    bid = made(
        *LOTS,
        Question(id="q1", number="1"),
        Criterion(id="c1", weight=D(60), questions=("q1",), lots=("l1",)),
        Criterion(id="c2", weight=D(70), questions=("q1",), lots=("l2",)),
    )
    assert marks_words(bid, box(bid, "1", "l1")) == "60% of the marks"
    assert marks_words(bid, box(bid, "1", "l2")) == "70% of the marks"


def test_the_top_mark_names_what_puts_the_bid_out() -> None:
    bid = load_example("harbour", TODAY)
    words = top_mark_words(bid, box(bid, "1.1"))
    assert words.startswith("Top mark (5): Every part answered in full depth")
    assert words.endswith("Met: 3 of 5. Below 2 the bid is out. Our own mark: 4")


def test_a_scale_without_a_named_top_still_tells_what_met_is_out_of() -> None:
    levels = (ScaleLevel(mark=D(10), label="All of it."), ScaleLevel(mark=D(7), label="Met"))
    bid = made(
        Question(id="q1", number="1"),
        Scale(id="s", levels=levels, met=D(7)),
        Criterion(id="c1", weight=D(60), questions=("q1",), scale="s"),
    )
    assert top_mark_words(bid, box(bid, "1")) == "Top mark (10): All of it. Met: 7 of 10"
    assert top_mark_words(made(Question(id="q1", number="1")), box(bid, "1")) == ""
