from datetime import UTC, date, datetime

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.prose import plain_text, read_prose, write_prose
from bidkit.domain.shape import shape_of
from bidkit.errors import InputError
from bidkit.figures.counting import CountRule, count
from bidkit.figures.readings.costs import costs_of, price_of
from bidkit.figures.readings.marks import open_levels
from bidkit.session.deadlines import next_deadline
from bidkit.session.examples import example_names, load_example

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize("name", example_names())
@pytest.mark.parametrize("today", [TODAY, date(2028, 2, 29), date(2031, 12, 31)])
def test_an_example_is_never_past_its_deadline(name: str, today: date) -> None:
    bid = load_example(name, today)
    found = next_deadline(bid, datetime(today.year, today.month, today.day, 23, 59, tzinfo=UTC))
    assert found is not None
    assert found.nearness in ("near", "far")


@pytest.mark.parametrize("name", example_names())
def test_things_belong_to_things_that_are_there(name: str) -> None:
    bid = load_example(name, TODAY)
    entries = [one for kind in shape_of(Bid).collections for one in getattr(bid, kind)]
    known = {one.id for one in entries}
    assert len(known) == len(entries)
    assert {one.parent for one in entries if one.parent} <= known


@pytest.mark.parametrize("name", example_names())
def test_answers_are_canonical_prose_and_cite_evidence_that_is_there(name: str) -> None:
    bid = load_example(name, TODAY)
    codes = {one.id for one in bid.evidence}
    for answer in bid.answers:
        assert write_prose(read_prose(answer.text)) == answer.text
        assert ' = "' not in answer.text, f"a field of {answer.id} stands in its text"
        cited = {piece.split(")")[0] for piece in answer.text.split("(evidence:")[1:]}
        assert cited <= codes


def test_harbour_fills_what_the_tender_needs() -> None:
    bid = load_example("harbour", TODAY)
    scored = [one for one in bid.questions if one.marking == "scored"]
    assert (len(bid.lots), len(scored), len(bid.evidence)) == (2, 9, 12)
    assert (len(bid.outcomes), len(bid.partners)) == (4, 3)
    assert open_levels(bid) == ()
    costs = costs_of(bid)
    assert costs.full is not None
    assert costs.full < (price_of(bid) or 0)
    assert sum(one.amount or 0 for one in bid.price_lines) == price_of(bid)


def test_the_small_grant_asks_for_no_more_than_the_fund_gives() -> None:
    bid = load_example("small-grant", TODAY)
    assert len(bid.questions) == 6
    assert price_of(bid) == bid.opportunity.grant_maximum
    full = costs_of(bid).full
    assert full is not None
    assert full <= 2000


def test_answers_of_the_examples_keep_their_limits() -> None:
    for name in example_names():
        bid = load_example(name, TODAY)
        for answer in bid.answers:
            question = next(one for one in bid.questions if one.id == answer.parent)
            printed = plain_text(read_prose(answer.text), chip=lambda _id: "[E1 · a source]")
            most = question.limit.most or 0
            assert count(printed, CountRule.WORDS) <= most, question.number


def test_an_unknown_example_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(InputError, match="harbour"):
        load_example("nobody", TODAY)
