from decimal import Decimal

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.evidence import BusinessCase, Indicator, Outcome
from bidkit.domain.value import ReturnLine, SocialMeasure, SocialReturn, ValueItem
from bidkit.figures.readings.value import (
    break_even_of,
    saved_by,
    social_return_of,
    subsidy_of,
    worth_of,
)
from bidkit.figures.social_return import Benefit

T_SROI = ReturnLine(
    id="r1",
    title="Crisis avoided",
    quantity=Decimal(100),
    proxy=Decimal(1500),
    deadweight=Decimal(20),
    displacement=Decimal(5),
    attribution=Decimal(25),
    drop_off=Decimal(10),
    years=3,
)


def test_a_bid_s_lines_come_to_the_worked_social_return() -> None:
    bid = Bid(return_lines=(T_SROI,), social_return=SocialReturn(inputs=Decimal(60000)))
    found = social_return_of(bid, Decimal("3.5"))
    assert found.account is not None
    assert round(found.account.present_value, 2) == Decimal("216906.39")
    assert found.account.ratio is not None
    assert round(found.account.ratio, 3) == Decimal("3.615")
    quantity = found.swings[0]
    assert quantity.lower is not None
    assert quantity.higher is not None
    assert round(quantity.lower, 3) == Decimal("2.711")
    assert round(quantity.higher, 3) == Decimal("4.519")


def test_an_unfinished_return_is_no_return_and_a_wrong_share_is_told() -> None:
    assert social_return_of(Bid(return_lines=(ReturnLine(id="r"),)), Decimal(3)).account is None
    wrong = T_SROI.model_copy(update={"deadweight": Decimal(120)})
    assert "outside 0 to 100" in social_return_of(Bid(return_lines=(wrong,)), Decimal(3)).trouble


def test_a_programme_pays_for_itself_from_so_many_cases() -> None:
    case = BusinessCase(programme_cost=Decimal(24000), avoided_per_case=Decimal(60000))
    assert break_even_of(Bid(business_case=case)) == Decimal("0.4")
    assert break_even_of(Bid()) is None


def test_an_unpaid_extra_is_carried_by_somebody() -> None:
    item = ValueItem(id="v", cost=Decimal(1800), paid_for="no")
    found = subsidy_of(item)
    assert found is not None
    assert found.carried == Decimal(1800)
    assert subsidy_of(item.model_copy(update={"paid_for": "yes"})) is None


EPISODE = SocialMeasure(
    id="m", title="Crisis episode", value=Decimal(2000), price_year=2023, kind="fiscal"
)
BROUGHT_UP = EPISODE.model_copy(
    update={"to_year": 2025, "index_then": Decimal(100), "index_now": Decimal(105)}
)


def test_an_old_value_is_brought_to_later_prices_only_by_both_indexes() -> None:
    assert worth_of(EPISODE) == Decimal(2000)
    assert worth_of(BROUGHT_UP) == Decimal("2100.00")
    for lacking in ({"index_now": None}, {"index_then": None}, {"index_then": Decimal(0)}):
        assert worth_of(BROUGHT_UP.model_copy(update=lacking)) == Decimal(2000)
    assert worth_of(SocialMeasure(id="m")) is None


@pytest.mark.requirement(131)
@pytest.mark.requirement(133)
def test_an_outcome_saves_what_one_costs_for_each_who_achieved_it() -> None:
    outcome = Outcome(id="o", unit_value="m")
    achieved = Indicator(id="i", parent="o", achieved=38)
    other = Indicator(id="j", parent="o", achieved=40)
    bid = Bid(outcomes=(outcome,), indicators=(achieved, other), social_measures=(BROUGHT_UP,))
    found = saved_by(bid, outcome)
    assert found is not None
    assert (found.cases, found.each, found.whole) == (38, Decimal(2100), Decimal(79800))
    assert saved_by(bid.model_copy(update={"indicators": ()}), outcome) is None
    assert saved_by(bid.model_copy(update={"social_measures": ()}), outcome) is None


def test_a_line_takes_its_value_and_its_kind_from_a_measure_of_our_own() -> None:
    taken = T_SROI.model_copy(update={"id": "r2", "proxy": None, "unit_value": "m"})
    bid = Bid(return_lines=(T_SROI, taken), social_measures=(EPISODE,))
    account = social_return_of(bid, Decimal("3.5")).account
    assert account is not None
    assert round(account.of(Benefit.SOCIAL), 2) == Decimal("216906.39")
    assert round(account.of(Benefit.FISCAL), 2) == Decimal("289208.51")
    typed = taken.model_copy(update={"proxy": Decimal(1500)})
    found = social_return_of(bid.model_copy(update={"return_lines": (typed,)}), Decimal("3.5"))
    assert found.account is not None
    assert round(found.account.of(Benefit.FISCAL), 2) == Decimal("216906.39")
