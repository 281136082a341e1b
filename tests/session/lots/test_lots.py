"""Lots: what goes to the buyer for one of them, and answers written differently for one."""

from __future__ import annotations

from datetime import date

from bidkit.domain.bid import Bid
from bidkit.export.portal import portal_boxes
from bidkit.session.document import Document
from bidkit.session.examples import load_example
from bidkit.session.lots.sets import has_sets, lots_bid_for, name_of_lot, without_other_lots
from bidkit.session.lots.variants import lots_to_vary, share_again, write_differently
from bidkit.session.writing import boxes_of

TODAY = date(2026, 11, 21)


def harbour() -> Bid:
    return load_example("harbour", TODAY)


def only_the_first(bid: Bid) -> Bid:
    first, second = bid.lots
    return bid.model_copy(update={"lots": (first, second.model_copy(update={"bidding": "no"}))})


def test_lots_not_bid_for_are_left_out() -> None:
    bid = harbour()
    assert without_other_lots(bid) is bid
    fewer = without_other_lots(only_the_first(bid))
    assert [one.id for one in fewer.lots] == ["hm-lot1"]
    assert all(one.lots in ((), ("hm-lot1",)) for one in fewer.questions)
    assert len(fewer.questions) == len(bid.questions) - 1
    assert {one.id for one in bid.answers} - {one.id for one in fewer.answers} == {"hm-a7"}


def test_each_lot_has_its_own_set_of_boxes() -> None:
    bid = harbour()
    assert has_sets(bid)
    first, second = lots_bid_for(bid)
    assert name_of_lot(second) == "Lot 2: Northern villages hub"
    names = [{box.name for box in portal_boxes(bid, TODAY, one.id)} for one in (first, second)]
    assert {name[:3] for name in names[1] - names[0]} == {"1.7"}
    assert {name[:3] for name in names[0] - names[1]} == {"1.8"}


def box_text(bid: Bid, lot: str, number: str) -> str:
    return next(one.text for one in portal_boxes(bid, TODAY, lot) if one.name.startswith(number))


def test_a_variant_begins_as_the_shared_answer_and_goes_to_its_lot_alone() -> None:
    document = Document(harbour())
    before = document.bid
    box = boxes_of(before)[0]
    first, second = lots_to_vary(before, box)
    made = write_differently(document, box, second)
    assert made.lot == second.id
    varied = next(one for one in document.bid.answers if one.lot == second.id)
    shared = next(one for one in before.answers if one.parent == box.owner)
    assert varied.text == shared.text
    assert lots_to_vary(document.bid, box) == (first,)
    changed = varied.model_copy(update={"text": "Only in the villages."})
    rest = tuple(one for one in document.bid.answers if one.id != varied.id)
    bid = document.bid.model_copy(update={"answers": (*rest, changed)})
    assert box_text(bid, second.id, box.name) == "Only in the villages."
    assert box_text(bid, first.id, box.name) == box_text(before, first.id, box.name)
    share_again(document, made)
    assert document.bid.answers == before.answers
    document.undo()
    document.undo()
    assert document.bid == before


def test_a_question_for_one_lot_needs_no_variant() -> None:
    bid = harbour()
    box = next(one for one in boxes_of(bid) if one.question.number == "1.7")
    assert lots_to_vary(bid, box) == ()
