from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.domain.costs import CostLine, PriceLine
from bidkit.domain.edits import with_fields
from bidkit.domain.opportunity import Lot
from bidkit.figures.readings.costs import costs_of
from bidkit.figures.readings.lot_costs import cost_by_lot
from bidkit.figures.readings.schedule import by_lot, by_year, schedule_of
from bidkit.session.fitting.schedule import drafted_lines, with_drafted_lines
from tests.rules.making import made

D = Decimal
ONE, TWO = Lot(id="l1", number="1", title="Harbour"), Lot(id="l2", number="2", title="Villages")
OWN = CostLine(id="c1", amount=D(300), lots=("l1",))
OTHER = CostLine(id="c2", amount=D(100), lots=("l2",))
SHARED = CostLine(id="c3", amount=D("100.01"))
RATE = {"costing__method": "one rate", "costing__overhead_rate": D(10)}


@pytest.mark.requirement(76)
def test_shared_costs_and_overheads_follow_the_lots_own_costs_to_the_penny() -> None:
    bid = made(ONE, TWO, OWN, OTHER, SHARED, **RATE)
    costs = costs_of(bid)
    assert costs.full == D("550.01")
    assert cost_by_lot(bid, costs) == {"l1": (D("412.51"),), "l2": (D("137.50"),)}


def test_a_lot_we_do_not_bid_for_takes_no_cost() -> None:
    left = TWO.model_copy(update={"bidding": "no"})
    bid = made(ONE, left, OWN, SHARED, PriceLine(id="p", lot="l2", amount=D(9)))
    assert cost_by_lot(bid, costs_of(bid)) == {"l1": (D("400.01"),)}
    assert schedule_of(bid).lines == 0


def test_without_lots_there_is_nothing_by_lot() -> None:
    assert cost_by_lot(made(OWN), costs_of(made(OWN))) == {}


@given(
    st.lists(
        st.tuples(
            st.decimals(-5000, 10**7, places=2), st.sampled_from([(), ("l1",), ("l1", "l2")])
        ),
        max_size=40,
    ),
    st.integers(1, 10),
    st.decimals(0, 300, places=2),
)
def test_lots_make_the_whole_to_the_penny(
    lines: list[tuple[Decimal, tuple[str, ...]]], years: int, rate: Decimal
) -> None:
    costed = [
        CostLine(id=f"c{at}", amount=amount, lots=lots) for at, (amount, lots) in enumerate(lines)
    ]
    bid = made(
        ONE,
        TWO,
        *costed,
        costing__years=years,
        costing__inflation=D("2.7"),
        costing__method="one rate",
        costing__overhead_rate=rate,
    )
    costs = costs_of(bid)
    found = cost_by_lot(bid, costs)
    assert tuple(map(sum, zip(*found.values(), strict=True))) == costs.full_by_year


def test_a_drafted_schedule_makes_the_price_and_stands_beside_cost() -> None:
    bid = made(ONE, TWO, OWN, OTHER, SHARED, **RATE, costing__years=3, costing__inflation=D(3))
    drafted = with_drafted_lines(bid, "b")
    assert [one.title for one in drafted.price_lines][:2] == [
        "Lot 1: Harbour, year 1",
        "Lot 1: Harbour, year 2",
    ]
    costs = costs_of(drafted)
    assert drafted.costing.price == costs.full == schedule_of(drafted).given
    years, lots = by_year(drafted, costs), by_lot(drafted, costs)
    assert [row.left for row in years] == [0, 0, 0]
    assert [row.left for row in lots] == [0, 0]
    assert sum(row.cost for row in years) == sum(row.cost for row in lots) == costs.full
    assert with_drafted_lines(drafted, "b") is drafted


def test_a_price_that_does_not_divide_is_shared_without_losing_a_penny() -> None:
    bid = made(CostLine(id="c", amount=D(1)), **RATE, costing__years=3, costing__price=D(100))
    assert [one.amount for one in drafted_lines(bid, "b")] == [D("33.34"), D("33.33"), D("33.33")]


def test_a_price_by_the_unit_is_one_line_of_units() -> None:
    bid = made(
        OWN,
        **RATE,
        costing__price=D("12.50"),
        costing__price_basis="a unit",
        costing__units=D(40),
        costing__unit_name="session",
    )
    (line,) = drafted_lines(bid, "b")
    assert (line.quantity, line.rate, line.unit) == (D(40), D("12.50"), "session")
    beside = schedule_of(bid.model_copy(update={"price_lines": (line,)})).beside_price
    assert beside is not None
    assert beside.difference == 0


def test_nothing_is_drafted_without_costs() -> None:
    assert drafted_lines(made(costing__price=D(5)), "b") == ()
    assert drafted_lines(made(OWN), "b") == ()


def test_a_grant_gets_a_budget_of_its_costs_that_makes_what_is_asked() -> None:
    bid = made(
        CostLine(id="a", title="Room", amount=D(300)),
        CostLine(id="b", kind="travel", amount=D(100)),
        CostLine(id="c", title="Given", amount=D(-50)),
        **RATE,
        costing__price=D("200.01"),
        opportunity__funding="grant",
    )
    lines = drafted_lines(bid, "b")
    assert [(one.title, one.amount) for one in lines] == [
        ("Room", D(300)),
        ("Travel", D(100)),
        ("Given", D(-50)),
        ("Running the organisation", D(35)),
        ("Met from other money", D("-184.99")),
    ]
    more = drafted_lines(with_fields(bid, {"costing.price": D(400)}), "b")
    assert (more[-1].title, more[-1].amount) == ("[Say what the rest is for]", D(15))
