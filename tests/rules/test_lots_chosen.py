"""Which lots we bid for is chosen among the bid's own lots, and held against the buyer's limit."""

from __future__ import annotations

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.finding import Status
from bidkit.domain.opportunity import Lot
from bidkit.domain.questionnaire import Question, Response, among_lots
from bidkit.packs.catalogue import shipped
from bidkit.packs.fit import apply_pack
from bidkit.rules.judging import Judgement, statuses
from tests.rules.making import FACTS, made, said

PSQ = "procurement-specific-questionnaire"
NORTH = Lot(id="l1", number="Lot 1", title="North", bidding="yes")
SOUTH = Lot(id="l2", number="Lot 2", title="De Cymru ŵ", bidding="yes")
WEST = Lot(id="l3", number="Lot 3", bidding="no")


def with_psq(*lots: Lot, most: int | None = None, fill: bool = True) -> Bid:
    """Return a bid with lots, the buyer's limit and the questionnaire."""
    bid = made(*lots, opportunity__lots_most_bids=most)
    return apply_pack(bid, shipped().pack(PSQ), fill=fill)


def lots_question(bid: Bid) -> Question:
    """Return the question about lots."""
    return next(one for one in bid.questions if one.pack_item == "C1.4")


def judged(bid: Bid) -> Judgement:
    """Return how it stands."""
    return statuses(bid, FACTS)[lots_question(bid).id]


def test_the_lots_of_the_bid_are_what_can_be_chosen() -> None:
    bid = with_psq(NORTH, SOUTH, WEST)
    offered = among_lots(lots_question(bid), bid.lots)
    assert offered.options == ("Lot 1 North", "Lot 2 De Cymru ŵ", "Lot 3")
    other = Question(id="q", kind="several", options=("a", "b"))
    assert among_lots(other, bid.lots) is other


def test_lots_we_bid_for_are_filled_in() -> None:
    bid = with_psq(NORTH, SOUTH, WEST)
    (reply,) = (one for one in bid.responses if one.parent == lots_question(bid).id)
    assert reply.several == ("Lot 1 North", "Lot 2 De Cymru ŵ")
    assert reply.prefilled


@pytest.mark.parametrize(
    ("most", "status"), [(None, Status.PASS), (2, Status.PASS), (1, Status.AT_RISK)]
)
def test_the_limit_is_judged(most: int | None, status: Status) -> None:
    judgement = judged(with_psq(NORTH, SOUTH, most=most))
    assert judgement.status is status


def test_more_than_the_limit_is_said_with_the_lots() -> None:
    bid = with_psq(NORTH, SOUTH, most=1)
    (finding,) = said(bid, "qualification.at_risk")
    assert "may not bid for so many lots" in finding.why
    assert "Lot 1 North, Lot 2 De Cymru ŵ" in finding.why


def test_without_lots_it_is_not_asked() -> None:
    assert judged(with_psq()).status is Status.NOT_APPLICABLE
    silent = judged(with_psq(WEST, fill=False))
    assert silent.status is Status.UNKNOWN


def test_a_reply_by_hand_counts_all_the_same() -> None:
    bid = with_psq(NORTH, SOUTH, most=1, fill=False)
    own = Response(id="r1", parent=lots_question(bid).id, several=("Lot 1 North",))
    assert judged(bid.model_copy(update={"responses": (own,)})).status is Status.PASS
