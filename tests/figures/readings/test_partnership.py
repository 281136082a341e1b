"""The money of a partnership adds up, and the fit of a partner is judged on six questions."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.consortium import Partner
from bidkit.domain.edits import with_fields
from bidkit.figures.readings.partnership import fit_of, roll_up

TWENTY = Decimal(20)


def partners(*made: Partner, **fields: Any) -> Bid:
    named = {name.replace("__", "."): value for name, value in fields.items()}
    bid: Bid = with_fields(EMPTY, named)
    return bid.model_copy(update={"partners": made})


@pytest.mark.requirement(58, 76)
def test_the_centre_keeps_its_slice_and_the_members_share_the_rest_by_volume() -> None:
    bid = partners(
        Partner(id="a", name="A", planned_volume=Decimal(300), full_cost=Decimal(320000)),
        Partner(id="b", name="B", planned_volume=Decimal(100), full_cost=Decimal(100000)),
        costing__price=Decimal(500000),
        partnership__top_slice=Decimal(12),
    )
    found = roll_up(bid)
    assert (found.hub, found.members) == (Decimal(60000), Decimal(440000))
    assert [one.due for one in found.parts] == [Decimal(330000), Decimal(110000)]
    assert found.full_cost == Decimal(420000)
    assert found.left is None


def test_without_a_price_nothing_is_shared_and_nothing_breaks() -> None:
    found = roll_up(partners(Partner(id="a", name="A", share=Decimal(100))))
    assert (found.price, found.hub, found.members, found.left) == (None, None, None, None)
    assert found.parts[0].due is None
    assert roll_up(EMPTY).parts == ()
    mad = partners(
        Partner(id="a", share=Decimal(-5)),
        costing__price=Decimal(10),
        partnership__top_slice=Decimal(400),
    )
    assert roll_up(mad).members == Decimal(10)


@pytest.mark.requirement(72)
def test_price_full_cost_and_stretch_of_the_target_are_seen_together() -> None:
    one = Partner(
        id="a",
        full_cost=Decimal(900),
        price=Decimal(850),
        target=Decimal(120),
        past_result=Decimal(100),
    )
    part = roll_up(partners(one, costing__price=Decimal(1000))).parts[0]
    assert (part.left, part.stretch) == (Decimal(-50), Decimal(20))


@pytest.mark.requirement(52)
@pytest.mark.parametrize(
    ("treatment", "lost"), [("exempt", Decimal(200)), ("grant", Decimal(200)), ("taxable", None)]
)
def test_vat_a_partner_charges_is_lost_where_ours_is_exempt(
    treatment: str, lost: Decimal | None
) -> None:
    bid = partners(
        Partner(id="a", price=Decimal(1000), vat="charges"),
        Partner(id="b", price=Decimal(1000), vat="not registered"),
        costing__price=Decimal(5000),
        costing__vat_treatment=treatment,
    )
    assert roll_up(bid, TWENTY).unrecovered == lost


@given(
    some.decimals(0, 10**7, places=2),
    some.decimals(0, 100, places=1),
    some.lists(some.integers(0, 500), min_size=1, max_size=8),
)
def test_hub_and_members_always_make_the_price(
    price: Decimal, percent: Decimal, volumes: list[int]
) -> None:
    made = [Partner(id=str(n), planned_volume=Decimal(v)) for n, v in enumerate(volumes)]
    found = roll_up(partners(*made, costing__price=price, partnership__top_slice=percent))
    assert found.hub is not None
    assert found.members is not None
    assert found.hub + found.members == price
    if any(volumes):
        assert sum(one.due or 0 for one in found.parts) == found.members


@pytest.mark.requirement(49, 67, 68)
def test_a_partner_is_judged_on_six_questions() -> None:
    whole = Partner(
        id="a", trust=2, adds_value=2, not_competing=0, culture=1, capacity=2, personalities=1
    )
    fit = fit_of(whole)
    assert (fit.points, fit.most, fit.whole) == (8, 12, True)
    assert fit.noughts == ("not_competing",)
    half = fit_of(Partner(id="b", trust=2, culture=7))
    assert (half.points, half.most, half.outside) == (2, 2, ("culture",))
    assert not half.whole
