"""On the card of the question about lots stand the lots of this bid, as they are now."""

from __future__ import annotations

from bidkit.domain.bid import Bid
from bidkit.domain.opportunity import Lot
from bidkit.domain.refs import ref
from bidkit.packs.catalogue import shipped
from bidkit.packs.fit import apply_pack
from bidkit.ui.desk import Desk
from bidkit.ui.pages.qualification.board import Board
from tests.rules.making import made
from tests.ui.conftest import Put


def test_lots_are_ticked_and_the_card_follows_them(desk: Desk, put: Put) -> None:
    lots = (Lot(id="l1", number="Lot 1"), Lot(id="l2", number="Lot 2"))
    pack = shipped().pack("procurement-specific-questionnaire")
    desk.document.take_in(apply_pack(made(*lots, opportunity__lots_most_bids=1), pack))
    board = Board(desk)
    person = put(board)
    at = next(n for n, one in enumerate(board.model.questions) if one.pack_item == "C1.4")
    board.table.selectRow(at)
    person.press("Lot 1")
    person.press("Lot 2")
    assert person.sees("at risk — One bidder may not bid for so many lots")
    desk.document.add(ref(Bid, lambda b: b.lots), Lot(id="l3", number="Lot 3"))
    person.press("Lot 3")
    question = board.model.questions[at]
    (reply,) = (one for one in desk.bid.responses if one.parent == question.id)
    assert set(reply.several) == {"Lot 1", "Lot 2", "Lot 3"}
