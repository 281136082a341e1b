from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.errors import InputError
from bidkit.figures.rounding import to_pence, to_places
from bidkit.figures.social_return import (
    SWUNG,
    Benefit,
    Discounting,
    ValuedOutcome,
    net_by_year,
    possible_double_counts,
    present_value,
    sensitivity,
    social_return,
)

D = Decimal

VECTOR = ValuedOutcome(
    "work",
    quantity=D(100),
    unit_value=D(1_500),
    deadweight=D(20),
    displacement=D(5),
    attribution=D(25),
    drop_off=D(10),
    years=3,
)
RATE = Discounting(D("3.5"))
INPUTS = (D(60_000),)


@pytest.mark.requirement(75)
def test_t_sroi() -> None:
    account = social_return([VECTOR], INPUTS, RATE)
    assert account.outcomes[0].by_year == (D(85_500), D(76_950), D(69_255))
    yearly = [
        to_pence(present_value([D(0)] * year + [amount], RATE))
        for year, amount in enumerate(account.outcomes[0].by_year)
    ]
    assert yearly == [D("82608.70"), D("71833.65"), D("62464.04")]
    assert to_pence(account.present_value) == D("216906.39")
    assert to_places(account.ratio or D(0), 3) == D("3.615")
    assert to_pence(account.net_present_value) == D("156906.39")


def test_t_sroi_with_the_first_year_not_discounted() -> None:
    account = social_return([VECTOR], INPUTS, Discounting(D("3.5"), first_year=False))
    assert to_pence(account.present_value) == D("224498.11")
    assert to_places(account.ratio or D(0), 3) == D("3.742")


def test_t_sroi_discount_factors() -> None:
    factors = [to_places(present_value([D(0)] * year + [D(1)], RATE), 6) for year in range(5)]
    assert factors == [
        D(one) for one in ("0.966184", "0.933511", "0.901943", "0.871442", "0.841973")
    ]


@pytest.mark.requirement(131)
def test_sensitivity_swings_every_assumption_and_the_inputs() -> None:
    swings = {one.assumption: one for one in sensitivity([VECTOR], INPUTS, RATE, D(25))}
    assert set(swings) == {*SWUNG, "inputs"}
    ratio = social_return([VECTOR], INPUTS, RATE).ratio
    assert ratio is not None
    assert to_places(swings["quantity"].lower or D(0), 9) == to_places(ratio * D("0.75"), 9)
    assert to_places(swings["unit_value"].higher or D(0), 9) == to_places(ratio * D("1.25"), 9)
    assert to_places(swings["inputs"].higher or D(0), 6) == to_places(ratio / D("1.25"), 6)
    for name in ("deadweight", "displacement", "attribution", "drop_off"):
        lower, higher = swings[name].lower, swings[name].higher
        assert lower is not None
        assert higher is not None
        assert lower > ratio > higher


def test_a_swing_never_takes_more_than_all() -> None:
    outcome = replace(VECTOR, deadweight=D(90))
    swing = sensitivity([outcome], INPUTS, RATE, D(25))[2]
    assert (swing.assumption, swing.higher) == ("deadweight", D(0))


PERCENT = st.decimals(min_value=0, max_value=100, places=1)


@given(PERCENT, PERCENT, PERCENT, PERCENT, st.integers(min_value=1, max_value=10))
def test_net_benefit_never_exceeds_the_gross(
    deadweight: Decimal, displacement: Decimal, attribution: Decimal, drop_off: Decimal, years: int
) -> None:
    outcome = ValuedOutcome(
        "o", D(10), D(100), deadweight, displacement, attribution, drop_off, years
    )
    amounts = net_by_year(outcome)
    assert len(amounts) == years
    assert all(0 <= amount <= 1_000 for amount in amounts)
    assert list(amounts) == sorted(amounts, reverse=True)


def test_kinds_of_benefit_are_kept_apart() -> None:
    fiscal = ValuedOutcome("f", D(1), D(207), benefit=Benefit.FISCAL)
    social = ValuedOutcome("s", D(1), D("103.5"))
    account = social_return([fiscal, social], (D(100),), Discounting(D("3.5")))
    assert account.of(Benefit.FISCAL) == D(200)
    assert account.of(Benefit.SOCIAL) == D(100)
    assert account.of(Benefit.ECONOMIC) == 0


def test_nothing_put_in_has_no_ratio() -> None:
    assert social_return([VECTOR], (), RATE).ratio is None


def test_inputs_of_later_years_are_discounted() -> None:
    account = social_return([VECTOR], (D(1_000), D(1_035)), RATE)
    assert account.inputs == D(2_000)


def test_the_same_people_and_value_twice_are_found() -> None:
    one = replace(VECTOR, group="Carers", proxy="Wellbeing")
    other = replace(VECTOR, key="sleep", group=" carers", proxy="wellbeing ")
    apart = replace(VECTOR, key="jobs", group="carers", proxy="wage")
    blank = replace(VECTOR, key="blank")
    found = possible_double_counts([one, other, apart, blank, replace(blank, key="b2")])
    assert found == (("work", "sleep"),)


def test_odd_percentages_and_rates_are_refused() -> None:
    with pytest.raises(InputError, match="outside 0 to 100"):
        net_by_year(replace(VECTOR, deadweight=D(101)))
    with pytest.raises(InputError, match="discount rate"):
        present_value([D(1)], Discounting(D(-100)))
