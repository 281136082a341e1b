"""Posts of a bid, beside sums worked out here a second time with fractions."""

from decimal import Decimal
from fractions import Fraction

import pytest

from bidkit.domain.costs import CostLine, PayFigures
from bidkit.figures.readings.costs import costs_of, line_amount
from bidkit.figures.readings.staff import hourly_pay, post_line_years
from tests.rules.making import made

D = Decimal
FIRST = PayFigures(
    id="y1",
    from_year=1,
    insurance_rate=D(15),
    insurance_from=D(5000),
    pension_rate=D(3),
    pension_from=D(6240),
    pension_to=D(50270),
)
THIRD = FIRST.model_copy(update={"id": "y3", "from_year": 3, "insurance_rate": D(16)})
POST = CostLine(id="p", title="Worker", kind="staff", salary=D(30000))


def again(pay: Fraction, share: Fraction, insurance: Fraction, part: Fraction) -> Decimal:
    """Return the cost of one post worked out apart from the program, to the penny."""
    yearly = pay * share
    on_top = max(Fraction(0), yearly - 5000) * insurance
    band = min(yearly, Fraction(50270)) - 6240
    pension = max(Fraction(0), band) * Fraction(3, 100)
    pence = [int(each * part * 100 + Fraction(1, 2)) for each in (yearly, on_top, pension)]
    return Decimal(sum(pence)) / 100


@pytest.mark.parametrize(
    ("fields", "share", "part"),
    [
        ({}, Fraction(1), Fraction(1)),
        ({"fte": D("0.6")}, Fraction(6, 10), Fraction(1)),
        ({"fte": D(0)}, Fraction(0), Fraction(1)),
        ({"hours": D("17.5")}, Fraction(1, 2), Fraction(1)),
        ({"months": D(7)}, Fraction(1), Fraction(7, 12)),
        ({"time_share": D(20), "fte": D("0.8")}, Fraction(8, 10), Fraction(1, 5)),
        ({"salary": D(83333)}, Fraction(83333, 30000), Fraction(1)),
    ],
)
def test_a_post_costs_what_a_second_sum_says(
    fields: dict[str, Decimal], share: Fraction, part: Fraction
) -> None:
    line = POST.model_copy(update=fields)
    bid = made(line, FIRST, costing__full_time_hours=D(35))
    assert line_amount(bid, line) == again(Fraction(30000), share, Fraction(15, 100), part)


def test_thresholds_count_for_each_person_of_a_team() -> None:
    one = again(Fraction(30000), Fraction(1), Fraction(15, 100), Fraction(1))
    most = again(Fraction(30000), Fraction(8, 10), Fraction(15, 100), Fraction(1))
    team = POST.model_copy(update={"fte": D("1.8")})
    assert line_amount(made(team, FIRST), team) == one + most
    three = POST.model_copy(update={"fte": D("0.8"), "quantity": D(3)})
    assert line_amount(made(three, FIRST), three) == 3 * most


@pytest.mark.requirement(120)
def test_years_follow_the_pay_rise_and_the_figures_of_each_year() -> None:
    bid = made(POST, FIRST, THIRD, costing__years=3, costing__pay_rise=D(4))
    pay = [Fraction(30000), Fraction(31200), Fraction(32448)]
    rates = [Fraction(15, 100), Fraction(15, 100), Fraction(16, 100)]
    expected = tuple(
        again(each, Fraction(1), rate, Fraction(1)) for each, rate in zip(pay, rates, strict=True)
    )
    assert costs_of(bid).direct == expected
    assert expected[2] == D("32448.00") + D("4391.68") + D("786.24")


def test_without_a_pay_rise_pay_follows_inflation() -> None:
    bid = made(POST, FIRST, costing__years=2, costing__inflation=D(10))
    assert [one.pay for one in post_line_years(bid, POST, 2)] == [D(30000), D(33000)]
    held = made(POST, FIRST, costing__years=2, costing__inflation=D(10), costing__pay_rise=D(0))
    assert [one.pay for one in post_line_years(held, POST, 2)] == [D(30000), D(30000)]


def test_months_are_those_of_the_first_year_it_runs() -> None:
    late = POST.model_copy(update={"months": D(6)})
    bid = made(late, FIRST, costing__years=2)
    assert [one.pay for one in post_line_years(bid, late, 2)] == [D(15000), D(30000)]
    third = late.model_copy(update={"year": 3})
    assert [one.pay for one in post_line_years(bid, third, 3)] == [D(0), D(0), D(15000)]


def test_the_employment_allowance_is_taken_off_once_and_never_more_than_is_due() -> None:
    two = (POST, POST.model_copy(update={"id": "q", "fte": D("0.5")}))
    whole = costs_of(made(*two, FIRST)).direct_total
    assert costs_of(made(*two, FIRST, costing__allowance_free=D(2000))).direct_total == whole - 2000
    most = made(*two, FIRST, costing__allowance_free=D(10500))
    assert costs_of(most).direct_total == whole - D(3750) - D(1500)
    assert costs_of(made(*two, FIRST, costing__allowance_free=D(-9))).direct_total == whole


def test_a_typed_amount_counts_before_what_is_worked_out() -> None:
    typed = POST.model_copy(update={"amount": D(31000)})
    assert costs_of(made(typed, FIRST)).direct_total == D(31000)


def test_hours_that_make_no_sense_count_as_nothing_and_break_nothing() -> None:
    for fields in ({"months": D(13)}, {"fte": D(-1)}, {"hours": D(20)}, {"time_share": D(120)}):
        line = POST.model_copy(update=fields)
        assert costs_of(made(line, FIRST)).direct_total == 0
        assert line_amount(made(line, FIRST), line) is None


def test_pay_an_hour_follows_the_full_week() -> None:
    assert hourly_pay(POST, D(37)) == D("15.55")
    assert hourly_pay(POST, None) is None
    assert hourly_pay(POST, D(0)) is None
