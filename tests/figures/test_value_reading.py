from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.evidence import BusinessCase
from bidkit.domain.value import ReturnLine, SocialReturn, ValueItem
from bidkit.figures.readings.value import break_even_of, social_return_of, subsidy_of

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
