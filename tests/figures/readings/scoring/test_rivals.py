from __future__ import annotations

from decimal import Decimal

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.costs import PriceLine
from bidkit.domain.criteria import Criterion, Scale
from bidkit.domain.opportunity import Competitor, Lot
from bidkit.export.compose.rivals import bids_compared
from bidkit.figures.readings.marks import marks_of
from bidkit.figures.readings.prices import our_price, prices_of, terms_of
from bidkit.figures.readings.scoring.rivals import side_by_side
from bidkit.figures.rounding import to_places
from tests.rules.making import made

D = Decimal
PERCENT = Scale(id="s", most=D(100))
CRITERIA = (
    Criterion(id="q", title="Quality", weight=D(60), scale="s", own_mark=D(75)),
    Criterion(id="p", title="Price", kind="price", weight=D(40)),
)
OTHERS = (
    Competitor(id="a", name="A", likely_price=D(100_000), likely_quality=D(82)),
    Competitor(id="c", name="C", likely_price=D(115_000), likely_quality=D(90)),
    Competitor(id="d", name="Only named"),
)
TERMS = {"scoring__price_formula": "lowest_ratio", "costing__price": D(88_000)}


def bid(*things: Competitor, **changed: object) -> Bid:
    """We are B of the test vector."""
    return made(PERCENT, *CRITERIA, *things, **{**TERMS, **changed})


@pytest.mark.requirement(43)
def test_t_mat_and_its_margin_from_the_totals_themselves() -> None:
    found = side_by_side(bid(*OTHERS))
    assert found.names == ("Our bid", "A", "C")
    assert [to_places(one.total, 2) for one in found.bids] == [D("85.00"), D("84.40"), D("84.61")]
    assert to_places(found.gap, 4) == D("0.3913")
    assert found.level is not None
    assert D(88_000) < found.level < D(90_000)
    chart = bids_compared(found)
    assert chart is not None
    assert [bar.best for bar in chart.bars] == [True, False, False]


def test_without_a_named_bid_the_cheapest_stands_in() -> None:
    found = side_by_side(bid(scoring__lowest_rival=D(80_000)), "", D(60))
    assert [offer.quality_percent for offer in found.offers] == [D(75), D(60)]
    assert found.gap > 0
    assert side_by_side(bid()).trouble
    assert not side_by_side(bid()).bids


def test_pounds_for_each_point_are_compared_as_pounds() -> None:
    found = side_by_side(bid(*OTHERS, scoring__price_formula="price_per_quality_point"))
    assert found.per_point
    assert [one.rank for one in found.bids] == [1, 2, 3]
    assert to_places(found.gap, 2) == D("46.18")
    assert bids_compared(found) is None


def test_what_lacks_is_said() -> None:
    assert "formula" in side_by_side(bid(*OTHERS, scoring__price_formula="")).trouble
    assert "our price" in side_by_side(bid(*OTHERS, costing__price=None)).trouble


def test_a_lot_is_tried_by_its_own_price_weight_and_rival() -> None:
    lots = (Lot(id="l1", bidding="yes", lowest_rival=D(50)), Lot(id="l2", bidding="yes"))
    lines = (PriceLine(id="a", lot="l1", amount=D(80)), PriceLine(id="b", amount=D(20)))
    criteria = (
        Criterion(id="p1", kind="price", weight=D(30), lots=("l1",)),
        Criterion(id="p2", kind="price", weight=D(50), lots=("l2",)),
    )
    tried = made(*lots, *lines, *criteria, **TERMS)
    assert our_price(tried, "l1") == D(100)
    assert our_price(tried, "l2") is None
    first = prices_of(tried, "l1")
    assert (first.key, first.weight, first.points) == ("p1", D(30), D(15))
    assert prices_of(tried, "l2").trouble == "Set a price."


LOTS = (
    Lot(id="l1", number="1", bidding="yes", value=D(70), lowest_rival=D(60)),
    Lot(id="l2", number="2", bidding="yes", value=D(500), lowest_rival=D(300)),
)
LOT_CRITERIA = (
    Criterion(id="q1", title="Care", weight=D(70), lots=("l1",)),
    Criterion(id="c1", parent="q1", title="Welcome", weight=D(70), scale="s", own_mark=D(50)),
    Criterion(id="p1", kind="price", weight=D(30), lots=("l1",)),
    Criterion(id="q2", title="Reach", weight=D(40), lots=("l2",)),
    Criterion(id="c2", parent="q2", title="Villages", weight=D(40), scale="s", own_mark=D(80)),
    Criterion(id="p2", kind="price", weight=D(60), lots=("l2",)),
)
LINES = (PriceLine(id="a", lot="l1", amount=D(75)), PriceLine(id="b", lot="l2", amount=D(400)))


def two_lots(*things: Competitor, **changed: object) -> Bid:
    """Each lot has criteria, weights and prices of its own."""
    return made(PERCENT, *LOTS, *LOT_CRITERIA, *LINES, *things, **{**TERMS, **changed})


@pytest.mark.requirement(43)
def test_each_lot_is_compared_by_its_own_criteria_and_bids() -> None:
    """Lot 1: ours 70 x 50% + 30 x 60/75 = 59; lot 2: 40 x 80% + 60 x 300/400 = 77."""
    guessed = (
        Competitor(id="a", name="A", lot="l1", likely_price=D(60), likely_quality=D(60)),
        Competitor(id="b", name="B", likely_price=D(470), likely_quality=D(90)),
        Competitor(id="g", name="G", lot="gone", likely_price=D(1), likely_quality=D(90)),
    )
    first, second = (side_by_side(two_lots(*guessed), lot, D(80)) for lot in ("l1", "l2"))
    assert (first.names, first.apart) == (("Our bid", "A"), 2)
    assert [one.total for one in first.bids] == [D(59), D(72)]
    assert (second.names, second.apart) == (("Our bid", "Cheapest rival"), 2)
    assert [one.total for one in second.bids] == [D(77), D(92)]
    assert side_by_side(two_lots(*guessed)).apart == 1


def test_points_of_one_lot_do_not_hang_on_the_criteria_of_another() -> None:
    """Two lots with 60 points below 60 each are 120 together, which is nearer to 100 percent."""
    parts = tuple(
        Criterion(id=f"c{lot}", parent="q", weight=D(60), scale="s", own_mark=D(50), lots=(lot,))
        for lot in ("l1", "l2")
    )
    whole = made(PERCENT, *LOTS, Criterion(id="q", weight=D(60)), *parts)
    assert marks_of(whole).worth == {"cl1": D(60), "cl2": D(60)}
    assert [one.worth for one in (marks_of(whole, "l1"), marks_of(whole, "l2"))] == [
        {"cl1": D(60)},
        {"cl2": D(60)},
    ]


def test_a_lot_is_measured_against_the_buyers_estimate_for_it() -> None:
    bid = two_lots(scoring__price_formula="benchmark", opportunity__value=D(570))
    terms, key = terms_of(bid, "l2")
    assert key == "p2"
    assert terms is not None
    assert terms.estimate == D(500)


def test_an_option_is_no_part_of_the_price_of_a_lot() -> None:
    shared = (
        PriceLine(id="s", amount=D(20)),
        PriceLine(id="o", amount=D(90), option="yes"),
    )
    assert our_price(made(*LOTS, *LINES, *shared), "l1") == D(95)
