from datetime import date

import pytest

from bidkit.session.examples import load_example
from bidkit.ui.desk import Desk
from bidkit.ui.pages.costs import CostsPage
from tests.ui.conftest import Put

TODAY = date(2026, 11, 21)


@pytest.fixture
def harbour(desk: Desk) -> Desk:
    desk.document.take_in(load_example("harbour", TODAY))
    return desk


def test_figures_follow_the_typing(harbour: Desk, put: Put) -> None:
    person = put(CostsPage(harbour))
    assert person.sees("£544,203.80")
    assert person.sees("£8,396.20 (1.5% of the price)")
    person.type_in("costing.price", "540000")
    person.leave()
    assert person.sees("£4,203.80 below full cost")
    assert person.sees("£12,600 apart")


def test_a_price_above_the_ceiling_is_said_at_once(harbour: Desk, put: Put) -> None:
    person = put(CostsPage(harbour))
    person.type_in("costing.price", "570000")
    person.leave()
    assert person.sees("£9,000 above the most they pay")


def test_a_small_grant_meets_no_drivers_and_no_margin(desk: Desk, put: Put) -> None:
    desk.document.take_in(load_example("small-grant", TODAY))
    person = put(CostsPage(desk))
    assert person.sees("Within the most they pay; £0 to spare")
    assert not person.sees_field("costing.inflation")
    assert not person.sees_field("costing.margin")
    assert not person.sees_field("costing.vat_note")


def test_costs_lead_to_a_price_step_by_step(desk: Desk, put: Put) -> None:
    person = put(CostsPage(desk))
    assert person.sees("Begin with the costs")
    person.press("Add a cost")
    line = desk.bid.cost_lines[0].id
    person.type_in(f"cost_lines[{line}].quantity", "46")
    person.type_in(f"cost_lines[{line}].unit_cost", "24")
    person.leave()
    assert person.sees("£1,104")
    person.choose("costing.method", "One rate on the direct costs")
    person.type_in("costing.overhead_rate", "10")
    person.leave()
    assert person.sees("A price of £1,214.40 would cover")
