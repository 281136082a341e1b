from __future__ import annotations

from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.costs import Costing, PriceLine
from bidkit.figures.readings.schedule import schedule_amount, schedule_of

D = Decimal
FIXED = PriceLine(id="a", amount=D("100.005"))
COUNTED = PriceLine(id="b", quantity=D(3), rate=D("33.33"))
OPTION = PriceLine(id="c", amount=D(50), option="yes")


def test_a_line_is_its_amount_or_quantity_times_rate() -> None:
    assert schedule_amount(FIXED) == D("100.01")
    assert schedule_amount(COUNTED) == D("99.99")
    assert schedule_amount(PriceLine(id="d", rate=D(5))) is None


def test_the_schedule_makes_the_price_to_the_penny_or_says_by_how_much_not() -> None:
    bid = Bid(costing=Costing(price=D(200)), price_lines=(FIXED, COUNTED, OPTION))
    found = schedule_of(bid)
    assert (found.given, found.options, found.lines) == (D("200.00"), D("50.00"), 3)
    assert found.beside_price is not None
    assert found.beside_price.difference == 0
    dearer = bid.model_copy(update={"costing": Costing(price=D("200.01"))})
    beside = schedule_of(dearer).beside_price
    assert beside is not None
    assert beside.difference == D("-0.01")


def test_without_a_price_nothing_is_compared() -> None:
    assert schedule_of(Bid(price_lines=(FIXED,))).beside_price is None
    assert schedule_of(Bid(costing=Costing(price=D(1)))).beside_price is None
