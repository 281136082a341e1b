from datetime import date

from bidkit.domain.bid import Bid
from bidkit.export.portal import portal_boxes, portal_sheet
from bidkit.session.examples import load_example

TODAY = date(2026, 11, 21)


def test_every_question_has_its_box_in_the_buyers_order() -> None:
    boxes = portal_boxes(load_example("harbour", TODAY), TODAY)
    names = [box.name.split()[0] for box in boxes]
    assert names[:7] == ["A1", "A2", "A3", "A4", "A5", "A6", "A7"]
    assert names[7:] == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "3.1"]


def test_a_box_is_plain_text_with_its_evidence_named() -> None:
    boxes = portal_boxes(load_example("harbour", TODAY), TODAY)
    box = next(box for box in boxes if box.name.startswith("1.2"))
    assert "**" not in box.text
    assert "[E1 · service data]" in box.text
    assert box.limit == "Limit: 400 words"
    assert 200 < box.words < box.characters


LOTS = ("hm-lot1", "hm-lot2")


def test_one_lot_leaves_the_others_boxes_out() -> None:
    bid = load_example("harbour", TODAY)
    first, second = ({box.name[:3] for box in portal_boxes(bid, TODAY, lot)} for lot in LOTS)
    assert (first - second, second - first) == ({"1.8"}, {"1.7"})


def test_the_sheet_holds_every_box_and_an_empty_bid_makes_one() -> None:
    sheet = portal_sheet(load_example("small-grant", TODAY), TODAY)
    assert "£2,000" in sheet
    assert "1 word, 6 characters as the portal counts" in sheet
    assert portal_sheet(Bid(), TODAY)
