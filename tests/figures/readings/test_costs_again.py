"""Full cost in two passes and in one, beside a second calculation with exact fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.domain.costs import CostLine, Driver, DriverShare, Overhead, Project
from bidkit.figures.readings.costs import costs_of
from tests.rules.making import made

D = Decimal
FOLLOWING = ("premises", "it", "fundraising")
KINDS = (*FOLLOWING, "management")
PENNIES = Fraction(6, 100)
amounts = st.integers(0, 10**7)
uses = st.lists(st.integers(0, 60), min_size=3, max_size=3).filter(any)


def again(
    direct: int, spent: dict[str, int], use: dict[str, list[int]], centre: dict[str, int]
) -> Fraction:
    """Return the first year's full cost of the first project, worked out apart."""
    share = to_centre = Fraction(0)
    for kind in FOLLOWING:
        total = sum(use[kind]) + centre[kind]
        share += Fraction(spent[kind] * use[kind][0], total)
        to_centre += Fraction(spent[kind] * centre[kind], total)
    time = use["management"]
    return direct + share + (spent["management"] + to_centre) * Fraction(time[0], sum(time))


@pytest.mark.requirement(120)
@given(
    direct=st.lists(amounts, min_size=3, max_size=3),
    spent=st.fixed_dictionaries(dict.fromkeys(KINDS, amounts)),
    use=st.fixed_dictionaries(dict.fromkeys(KINDS, uses)),
    centre=st.fixed_dictionaries(dict.fromkeys(FOLLOWING, st.integers(0, 40))),
    two=st.booleans(),
)
def test_a_second_calculation_agrees_and_all_projects_make_the_accounts(
    direct: list[int],
    spent: dict[str, int],
    use: dict[str, list[int]],
    centre: dict[str, int],
    two: bool,
) -> None:
    projects = [
        Project(id=f"p{at}", this_bid=at == 0, direct_cost=D(direct[at])) for at in range(3)
    ]
    shares = [
        DriverShare(id=f"{kind}{at}", parent=kind, project=f"p{at}", amount=D(amount))
        for kind in KINDS
        for at, amount in enumerate(use[kind])
    ]
    shares += [
        DriverShare(id=f"{kind}c", parent=kind, project="c", amount=D(amount))
        for kind, amount in centre.items()
    ]
    overheads = [
        Overhead(id=f"o{kind}", title=kind, amount=D(spent[kind]), driver=kind).model_copy(
            update={"kind": kind}
        )
        for kind in KINDS
    ]
    bid = made(
        CostLine(id="l", amount=D(direct[0])),
        *projects,
        Project(id="c", central=True),
        *(Driver(id=kind) for kind in KINDS),
        *shares,
        *overheads,
        costing__method="drivers",
        costing__two_pass=two,
    )
    costs = costs_of(bid)
    assert costs.full is not None
    assert costs.table is not None
    used = centre if two else dict.fromkeys(FOLLOWING, 0)
    assert abs(Fraction(costs.full) - again(direct[0], spent, use, used)) <= PENNIES
    assert costs.table.total == sum(direct) + sum(spent.values())
