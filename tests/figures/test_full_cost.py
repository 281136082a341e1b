from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bidkit.errors import InputError
from bidkit.figures.full_cost import (
    Driver,
    Overhead,
    cost_in_one_pass,
    cost_in_two_passes,
    difference_from_accounts,
    spending_driver,
)
from bidkit.figures.rounding import to_pence, to_places

D = Decimal

DIRECT = (D(120_000), D(60_000), D(20_000))


def driver(*projects: int, central: int = 0) -> Driver:
    return Driver(tuple(D(one) for one in projects), D(central))


OVERHEADS = (
    Overhead("premises", D(24_000), driver(60, 40, 20, central=30)),
    Overhead("it", D(18_000), driver(4, 2, 1, central=2)),
    Overhead("management", D(55_000), driver(50, 30, 20), central_team=True),
    Overhead("fundraising", D(8_000), spending_driver(DIRECT)),
)


@pytest.mark.requirement(120)
def test_t_fcr() -> None:
    cost = cost_in_two_passes(DIRECT, OVERHEADS)
    premises, computers, management, fundraising = cost.rows
    assert premises.shares == (D(9_600), D(6_400), D(3_200))
    assert premises.to_central == D(4_800)
    assert (computers.shares, computers.to_central) == ((D(8_000), D(4_000), D(2_000)), D(4_000))
    assert management.amount + management.taken_in == D(63_800)
    assert management.shares == (D(31_900), D(19_140), D(12_760))
    assert fundraising.shares == (D(4_800), D(2_400), D(800))
    assert [one.overhead for one in cost.projects] == [D(54_300), D(31_940), D(18_760)]
    assert [one.full for one in cost.projects] == [D(174_300), D(91_940), D(38_760)]
    assert [to_places(one.overhead_percent or D(0), 2) for one in cost.projects] == [
        D("45.25"),
        D("53.23"),
        D("93.80"),
    ]
    assert cost.total == D(305_000)
    assert difference_from_accounts(cost, D(305_000)) == 0


def test_t_fcr_in_one_pass() -> None:
    cost = cost_in_one_pass(DIRECT, OVERHEADS)
    shares = [one.overhead for one in cost.projects]
    assert shares == [D("54585.71"), D("32042.86"), D("18371.43")]
    assert sum(shares) == D(105_000)


AMOUNTS = st.decimals(min_value=0, max_value=10_000_000, places=2)
USES = st.lists(st.decimals(min_value=0, max_value=1_000, places=2), min_size=3, max_size=3)


@st.composite
def overheads(draw: st.DrawFn) -> tuple[Overhead, ...]:
    found = [Overhead("management", draw(AMOUNTS), driver(1, 2, 3), central_team=True)]
    for place in range(draw(st.integers(min_value=0, max_value=4))):
        uses = draw(USES.filter(any))
        central = draw(st.decimals(min_value=0, max_value=1_000, places=2))
        team = draw(st.booleans())
        found.append(Overhead(str(place), draw(AMOUNTS), Driver(tuple(uses), central), team))
    return tuple(found)


@settings(max_examples=100)
@given(st.lists(AMOUNTS, min_size=3, max_size=3), overheads())
def test_every_penny_arrives(direct: list[Decimal], shared: tuple[Overhead, ...]) -> None:
    whole = sum(map(to_pence, direct)) + sum(to_pence(one.amount) for one in shared)
    for cost in (cost_in_two_passes(direct, shared), cost_in_one_pass(direct, shared)):
        assert cost.total == whole
        for row in cost.rows:
            assert row.amount + row.taken_in == sum(row.shares) + row.to_central


def test_two_central_costs_take_up_the_share_by_their_amount() -> None:
    cost = cost_in_two_passes(
        (D(100),),
        (
            Overhead("rent", D(90), driver(1, central=2)),
            Overhead("chief", D(20), driver(1), central_team=True),
            Overhead("audit", D(10), driver(1), central_team=True),
        ),
    )
    assert [row.taken_in for row in cost.rows] == [D(0), D(40), D(20)]
    assert cost.projects[0].full == D(220)


def test_the_share_of_the_central_team_needs_a_place() -> None:
    with pytest.raises(InputError, match="nowhere to go"):
        cost_in_two_passes((D(100),), (Overhead("rent", D(90), driver(1, central=2)),))


def test_an_overhead_that_follows_nothing_is_refused_by_name() -> None:
    with pytest.raises(InputError, match="“rent” has nothing to follow"):
        cost_in_one_pass((D(1), D(1)), (Overhead("rent", D(90), driver(0, 0)),))
    with pytest.raises(InputError, match="for every project"):
        cost_in_one_pass((D(1), D(1)), (Overhead("rent", D(90), driver(1)),))


def test_an_overhead_of_nothing_needs_no_driver() -> None:
    shared = (Overhead("rent", D(0), driver(0, 0)),)
    assert cost_in_two_passes((D(1), D(1)), shared).total == D(2)
    assert cost_in_one_pass((D(1), D(1)), shared).total == D(2)


def test_without_direct_cost_there_is_no_percentage() -> None:
    cost = cost_in_one_pass((D(0), D(10)), (Overhead("rent", D(10), driver(1, 1)),))
    assert cost.projects[0].overhead_percent is None


def test_no_projects_and_no_overheads() -> None:
    assert cost_in_two_passes((), ()).total == 0
