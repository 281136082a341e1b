from decimal import Decimal

import pytest

from bidkit.domain.consortium import Partner
from bidkit.domain.costs import CostLine
from bidkit.figures.readings.costs import costs_of
from bidkit.figures.readings.partner_costs import partner_costs, uncosted
from bidkit.ui.pages.costs.partners import with_partner_lines
from tests.rules.making import made

D = Decimal
LEAD = Partner(id="p1", name="Us")
MEMBER = Partner(id="p2", name="Villages", price=D(2100), full_cost=D(1890))
OURS = CostLine(id="c1", amount=D(2000))
THEIRS = CostLine(id="c2", amount=D(1000), partner="p2")


@pytest.mark.requirement(76)
def test_partners_and_ours_make_the_direct_cost() -> None:
    bid = made(LEAD, MEMBER, OURS, THEIRS, costing__years=2, costing__inflation=D(10))
    found = partner_costs(bid, costs_of(bid))
    lead, member = found.partners
    assert (lead.in_costs, lead.paid, lead.full_cost) == (None, None, None)
    assert (member.in_costs, member.paid) == (D(2100), D(2100))
    assert (found.ours, member.apart) == (D(4200), D(0))


def test_a_partner_who_is_paid_and_has_no_line_is_named() -> None:
    assert [one.id for one in uncosted(made(LEAD, MEMBER, OURS))] == ["p2"]
    assert uncosted(made(LEAD, MEMBER, THEIRS)) == ()


@pytest.mark.parametrize("years", [None, 1, 3, 7])
def test_a_price_becomes_lines_that_make_it_to_the_penny(years: int | None) -> None:
    bid = made(
        MEMBER.model_copy(update={"price": D("100.01")}),
        costing__years=years,
        costing__inflation=D(4),
        costing__efficiency=D(2),
    )
    filled = with_partner_lines(bid)
    assert len(filled.cost_lines) == (years or 1)
    (found,) = partner_costs(filled, costs_of(filled)).partners
    assert found.in_costs == D("100.01")
    assert with_partner_lines(filled) == filled
