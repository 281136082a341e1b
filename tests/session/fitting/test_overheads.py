from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.costs import CostLine, DriverShare
from bidkit.domain.edits import with_fields
from bidkit.figures.readings.costs import costs_of
from bidkit.packs.catalogue import shipped
from bidkit.session.fitting.overheads import with_usual_overheads
from tests.rules.making import made

D = Decimal
LINES = shipped().pack("field").drivers


def begun() -> Bid:
    return with_usual_overheads(made(CostLine(id="c", amount=D(100))), LINES, "b")


def test_the_usual_overheads_come_with_projects_and_measures_once() -> None:
    bid = begun()
    assert [one.kind for one in bid.overheads] == ["premises", "it", "management", "fundraising"]
    assert {one.driver for one in bid.overheads} == {one.id for one in bid.drivers}
    assert [one.central for one in bid.projects] == [False, False, True]
    assert bid.costing.method == "drivers"
    assert with_usual_overheads(bid, LINES, "b") is bid


def test_filled_in_they_lead_to_a_full_cost() -> None:
    bid = begun()
    ours, other, centre = (one.id for one in bid.projects)
    amounts = (D(90), D(40), D(70), D(20))
    overheads = tuple(
        one.model_copy(update={"amount": amount})
        for one, amount in zip(bid.overheads, amounts, strict=True)
    )
    projects = tuple(
        one.model_copy(update={"direct_cost": D(300)}) if one.id == other else one
        for one in bid.projects
    )
    space, heads, time, _spending = (one.id for one in bid.drivers)
    used = {
        (space, ours): 1,
        (space, other): 1,
        (space, centre): 1,
        (heads, ours): 1,
        (heads, other): 3,
        (time, ours): 50,
        (time, other): 50,
    }
    shares = tuple(
        DriverShare(id=f"s{at}", parent=driver, project=project, amount=D(amount))
        for at, ((driver, project), amount) in enumerate(used.items())
    )
    parts = {"overheads": overheads, "projects": projects, "driver_shares": shares}
    filled = with_fields(bid, parts)
    # premises 30 each, heads 10 of 40, management (70 + 30) halved, spending 20 by 100 : 300
    assert costs_of(filled).overhead == (D(30) + D(10) + D(50) + D(5),)
