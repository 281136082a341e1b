"""The worked example T-FCR, read from a bid."""

from decimal import Decimal

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.costs import Costing, CostLine, Driver, DriverShare, Overhead, Project
from bidkit.figures.readings.costs import costs_of, suggested_price

SHARES = {
    "space": {"a": 60, "b": 40, "c": 20, "centre": 30},
    "staff": {"a": 4, "b": 2, "c": 1, "centre": 2},
    "time": {"a": 50, "b": 30, "c": 20},
    "spending": {"a": 60, "b": 30, "c": 10},
}


def worked_example(**costing: object) -> Bid:
    overheads = (
        Overhead(id="o1", title="Premises", amount=Decimal(24000), driver="space"),
        Overhead(id="o2", title="IT and HR", amount=Decimal(18000), driver="staff"),
        Overhead(
            id="o3", title="Management", kind="management", amount=Decimal(55000), driver="time"
        ),
        Overhead(id="o4", title="Fundraising", amount=Decimal(8000), driver="spending"),
    )
    return EMPTY.model_copy(
        update={
            "costing": Costing.model_validate({"method": "drivers", **costing}),
            "cost_lines": (CostLine(id="l", title="All direct", amount=Decimal(120000)),),
            "projects": (
                Project(id="a", this_bid=True),
                Project(id="b", direct_cost=Decimal(60000)),
                Project(id="c", direct_cost=Decimal(20000)),
                Project(id="centre", central=True),
            ),
            "drivers": tuple(Driver(id=name) for name in SHARES),
            "driver_shares": tuple(
                DriverShare(id=f"{name}-{who}", parent=name, project=who, amount=Decimal(amount))
                for name, shares in SHARES.items()
                for who, amount in shares.items()
            ),
            "overheads": overheads,
        }
    )


def test_two_passes_reach_the_published_full_cost() -> None:
    costs = costs_of(worked_example())
    assert costs.overhead == (Decimal("54300.00"),)
    assert costs.full == Decimal("174300.00")
    assert costs.table is not None
    assert costs.table.total == Decimal("305000.00")


def test_one_pass_leaves_the_centre_aside() -> None:
    assert costs_of(worked_example(two_pass=False)).overhead == (Decimal("54585.71"),)


def test_three_years_follow_inflation() -> None:
    costs = costs_of(worked_example(years=3, inflation=Decimal(3)))
    assert costs.full_by_year[:2] == (Decimal("174300.00"), Decimal("179529.00"))
    assert costs.full == Decimal("538743.87")


def test_an_offer_below_full_cost_shows_its_shortfall() -> None:
    costs = costs_of(worked_example(price=Decimal(150000), price_basis="total"))
    assert costs.recovery is not None
    assert costs.recovery.shortfall == Decimal("24300.00")
    assert round(costs.recovery.percent or 0, 2) == Decimal("86.06")


def test_margin_and_mark_up_lead_to_different_prices() -> None:
    marked_up = worked_example(margin_kind="mark-up", margin=Decimal(3))
    margin = worked_example(margin_kind="margin", margin=Decimal(3))
    assert suggested_price(marked_up, costs_of(marked_up)) == Decimal("179529.00")
    assert suggested_price(margin, costs_of(margin)) == Decimal("179690.72")


def test_a_driver_that_measures_nothing_is_explained_not_raised() -> None:
    bid = worked_example()
    shares = tuple(one.model_copy(update={"amount": Decimal(0)}) for one in bid.driver_shares)
    costs = costs_of(bid.model_copy(update={"driver_shares": shares}))
    assert costs.full is None
    assert "Premises" in costs.trouble


def test_a_drop_of_all_costs_and_other_odd_values_break_nothing() -> None:
    bid = worked_example(years=3, inflation=Decimal(-100))
    assert costs_of(bid).direct == (Decimal(120000), Decimal(0), Decimal(0))
    bid = worked_example(years=3, efficiency=Decimal(100))
    assert costs_of(bid).direct == (Decimal(120000), Decimal(0), Decimal(0))
    assert len(costs_of(worked_example(years=2_000_000_000)).direct) == 60


def test_a_margin_of_the_whole_price_leads_to_no_price() -> None:
    bid = worked_example(margin_kind="margin", margin=Decimal(100))
    assert suggested_price(bid, costs_of(bid)) is None


def test_a_price_for_each_unit_is_known_only_with_how_many() -> None:
    each = {"price": Decimal("12.50"), "price_basis": "a unit"}
    assert costs_of(worked_example(**each)).price is None
    assert costs_of(worked_example(**each, units=Decimal(0))).price is None
    assert costs_of(worked_example(**each, units=Decimal(40))).price == Decimal(500)


def test_drivers_without_our_project_or_without_overheads_say_what_lacks() -> None:
    bid = worked_example()
    assert "Which of your projects" in costs_of(bid.model_copy(update={"projects": ()})).trouble
    assert "None is listed" in costs_of(bid.model_copy(update={"overheads": ()})).trouble
