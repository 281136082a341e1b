from __future__ import annotations

from datetime import date
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.costs import Costing, Payment
from bidkit.figures.readings.cash import cash_of, expected_amount

D = Decimal
OUT = Payment(id="a", on=date(2026, 12, 20), amount=D(900), direction="out")
IN = Payment(id="b", on=date(2027, 2, 3), amount=D(2000), direction="in", expected=D(50))


def test_months_run_from_the_first_payment_to_the_last() -> None:
    bid = Bid(costing=Costing(opening_cash=D(500)), payments=(OUT, IN))
    found = cash_of(bid)
    assert found.months == (date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1))
    assert [month.balance for month in found.flow.months] == [D(-400), D(-400), D(600)]
    assert found.flow.needed == D(400)
    assert found.undated == 0


def test_what_is_not_sure_counts_for_so_much() -> None:
    assert expected_amount(IN) == D(1000)
    assert expected_amount(OUT) == D(900)


def test_payments_without_day_amount_or_way_are_left_out_and_counted() -> None:
    bare = Payment(id="c", amount=D(5), direction="in")
    no_way = OUT.model_copy(update={"id": "d", "direction": ""})
    found = cash_of(Bid(payments=(bare, no_way)))
    assert found.months == ()
    assert found.undated == 2
    assert found.flow.needed == 0


def test_a_day_far_away_does_not_make_endless_months() -> None:
    far = IN.model_copy(update={"on": date(9999, 12, 31)})
    assert len(cash_of(Bid(payments=(OUT, far))).months) == 240
