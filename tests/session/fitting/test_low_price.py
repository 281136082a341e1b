from decimal import Decimal

from bidkit.domain.costs import CostLine, OtherFunding, PayFigures
from bidkit.session.fitting.low_price import drafted_explanation, with_explanation
from tests.rules.making import made

D = Decimal
RATE = {"costing__method": "one rate", "costing__overhead_rate": D(10)}
LINE = CostLine(id="c", title="Room", amount=D(1000))


def test_only_what_the_bid_bears_out_is_said_and_no_sum_but_the_price() -> None:
    words = drafted_explanation(made(LINE, **RATE, costing__price=D(1200)))
    assert "£1,200" in words
    assert "covers that cost in full" in words
    for other in ("£1,000", "£1,100", "£100", "Partners", "Volunteers", "National Insurance"):
        assert other not in words, other


def test_what_the_program_cannot_know_is_left_to_be_confirmed() -> None:
    post = CostLine(id="p", kind="staff", salary=D(25000))
    helpers = CostLine(id="v", kind="volunteers", amount=D(50))
    bid = made(post, helpers, PayFigures(id="y"), **RATE, costing__price=D(90000))
    words = drafted_explanation(bid)
    assert "[Confirm: pay follows our own scale" in words
    assert "[Confirm: none of them takes the place" in words


def test_a_shortfall_names_certain_money_or_asks_for_it() -> None:
    short = made(LINE, **RATE, costing__price=D(900))
    assert "[Part of the cost is not in the price" in drafted_explanation(short)
    certain = OtherFunding(id="f", source="The Trust", amount=D(200), status="secured")
    met = made(LINE, certain, **RATE, costing__price=D(900))
    assert "money that is certain: The Trust" in drafted_explanation(met)


def test_nothing_is_drafted_without_costs_and_price() -> None:
    assert drafted_explanation(made(LINE)) == ""
    bid = made(costing__price=D(5))
    assert drafted_explanation(bid) == ""
    assert with_explanation(bid).costing.low_price_explanation == ""
