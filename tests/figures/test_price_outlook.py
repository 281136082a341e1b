from __future__ import annotations

from decimal import Decimal

import pytest

from bidkit.figures.price_formulas import PriceFormula, PriceTerms
from bidkit.figures.price_outlook import (
    Offer,
    compare,
    price_step,
    price_to_lead,
    what_if_lowest,
)
from bidkit.figures.rounding import to_places

D = Decimal

RATIO = PriceTerms(PriceFormula.LOWEST_RATIO, D(40))


@pytest.mark.requirement(43)
def test_t_mat() -> None:
    offers = [
        Offer("A", D(100_000), D(82)),
        Offer("B", D(88_000), D(75)),
        Offer("C", D(115_000), D(90)),
    ]
    rows = compare(offers, D(60), RATIO)
    assert [row.quality for row in rows] == [D("49.2"), D(45), D(54)]
    assert [to_places(row.price, 2) for row in rows] == [D("35.20"), D(40), D("30.61")]
    assert [to_places(row.total, 2) for row in rows] == [D("84.40"), D(85), D("84.61")]
    assert [row.rank for row in rows] == [3, 1, 2]
    assert to_places(rows[1].total - rows[2].total, 4) == D("0.3913")


def test_the_price_at_which_a_bid_would_come_first() -> None:
    ours, rival = Offer("A", D(100_000), D(82)), Offer("B", D(88_000), D(75))
    level = price_to_lead((ours, rival), 0, D(60), RATIO)
    assert level is not None
    assert D(98_000) < level < D(100_000)
    at_level = compare((Offer("A", level, D(82)), rival), D(60), RATIO)
    above = compare((Offer("A", level + D("0.01"), D(82)), rival), D(60), RATIO)
    assert (at_level[0].rank, above[0].rank) == (1, 2)
    weak = PriceTerms(PriceFormula.LOWEST_RATIO, D(10))
    hopeless = (Offer("A", D(10), D(0)), Offer("B", D(10), D(100)))
    assert price_to_lead(hopeless, 0, D(90), weak) is None
    fixed = PriceTerms(PriceFormula.FIXED_PRICE, D(0))
    assert price_to_lead((ours, rival), 0, D(100), fixed) is None


def test_the_lowest_price_for_each_quality_point_wins() -> None:
    terms = PriceTerms(PriceFormula.PRICE_PER_QUALITY_POINT, D(40))
    offers = [
        Offer("A", D(100_000), D(80)),
        Offer("B", D(90_000), D(60)),
        Offer("C", D(110_000), D(92)),
    ]
    rows = compare(offers, D(60), terms)
    assert [row.rank for row in rows] == [2, 3, 1]
    assert to_places(rows[2].total, 2) == D("1195.65")


def test_equal_bids_share_a_rank() -> None:
    offers = [Offer("A", D(10), D(50)), Offer("B", D(10), D(50))]
    assert [row.rank for row in compare(offers, D(60), RATIO)] == [1, 1]


def test_what_if_the_lowest_rival_price_is_this() -> None:
    found = what_if_lowest(RATIO, D(100), [D(80), D(100), D(120)])
    assert [(one.rival, one.points) for one in found] == [
        (D(80), D(32)),
        (D(100), D(40)),
        (D(120), D(40)),
    ]


def test_what_five_percent_less_would_earn() -> None:
    step = price_step(RATIO, D(100), [D(80)], D(-5))
    assert step.price == D(95)
    assert to_places(step.gained, 2) == D("1.68")
