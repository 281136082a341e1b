from __future__ import annotations

from decimal import Decimal

from bidkit.domain.costs import CostLine, PriceLine
from bidkit.domain.opportunity import Lot, LotCombination
from bidkit.domain.organisation import AccountsYear
from bidkit.figures.readings.costs import costs_of
from bidkit.figures.readings.scoring.lot_prices import (
    if_won,
    in_order,
    income_of_latest_year,
    value_a_year,
)
from bidkit.session.examples import load_example
from tests.rules.making import TODAY, made

D = Decimal
LOTS = (
    Lot(id="l1", number="1", bidding="yes", preference=2, hours_a_week=D(30), value=D(90)),
    Lot(id="l2", number="2", bidding="yes", preference=1, hours_a_week=D(20), value=D(60)),
    Lot(id="l3", number="3", bidding="no"),
)
PRICES = (
    PriceLine(id="p1", lot="l1", amount=D(60)),
    PriceLine(id="p2", lot="l2", amount=D(40)),
    PriceLine(id="p3", lot="l2", amount=D(99), option="yes"),
)
COSTS = (
    CostLine(id="c1", amount=D(30), lots=("l1",)),
    CostLine(id="c2", amount=D(20), lots=("l2",)),
    CostLine(id="c3", amount=D(10)),
)
RATE = {"costing__method": "one rate", "costing__overhead_rate": D(50)}


def test_each_lot_alone_then_both_with_shared_costs_by_their_part_of_the_price() -> None:
    found = if_won(made(*LOTS, *PRICES, *COSTS, **RATE))
    assert [[lot.id for lot in one.lots] for one in found] == [["l2"], ["l1"], ["l2", "l1"]]
    second, first, both = found
    assert (first.price, first.full, first.worst) == (D(60), D(54), D(60))
    assert (second.price, second.full, second.worst) == (D(40), D(36), D(45))
    assert (both.price, both.full, both.worst) == (D(100), D(90), D(90))
    assert (second.margin, second.worst_margin) == (D(4), D(-5))
    assert (first.hours, both.hours) == (D(30), D(50))


def test_lots_together_cost_what_the_whole_bid_costs() -> None:
    bid = load_example("harbour", TODAY)
    both = if_won(bid)[-1]
    assert both.full == both.worst == costs_of(bid).full
    assert both.price == bid.costing.price


def test_a_combination_has_its_own_price_and_hours() -> None:
    both = LotCombination(id="b", lots=("l1", "l2"), discount=D(5), hours_a_week=D(44))
    found = if_won(made(*LOTS, *PRICES, both))[-1]
    assert (found.price, found.apart, found.saved, found.hours) == (D(95), D(100), D(5), D(44))
    fixed = both.model_copy(update={"price": D(90)})
    assert if_won(made(*LOTS, *PRICES, fixed))[-1].price == D(90)


def test_what_is_not_known_stays_unknown_and_one_lot_is_no_choice() -> None:
    found = if_won(made(*LOTS, PRICES[0]))
    assert [one.price for one in found] == [None, D(60), None]
    assert [one.full for one in found] == [None, None, None]
    assert if_won(made(LOTS[0])) == ()


def test_the_value_a_year_is_our_price_else_the_buyers_value() -> None:
    bid = made(*LOTS, *PRICES, costing__years=2, opportunity__period__months=36)
    assert [value_a_year(bid, one) for one in if_won(bid)] == [D(20), D(30), D(50)]
    unpriced = made(*LOTS, opportunity__period__months=36)
    assert [value_a_year(unpriced, one) for one in if_won(unpriced)] == [D(20), D(30), D(50)]


def test_the_order_of_preference_and_the_latest_income() -> None:
    assert [one.id for one in in_order(made(*LOTS))] == ["l2", "l1"]
    years = (
        AccountsYear(id="y1", year_end=TODAY.replace(year=2024), income=D(9)),
        AccountsYear(id="y2", year_end=TODAY, income=D(8)),
        AccountsYear(id="y3", income=D(7)),
    )
    assert income_of_latest_year(made(*years)) == D(8)
    assert income_of_latest_year(made()) is None
