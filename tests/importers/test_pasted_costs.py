from decimal import Decimal
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bidkit.figures.readings.costs import costs_of, line_amount
from bidkit.importers.pasted_costs import read_costs
from tests.rules.making import made

D = Decimal


def identify() -> str:
    return f"l{next(NUMBERS)}"


NUMBERS = count()


def test_names_and_amounts_of_a_sheet_become_lines_and_sums_stay_behind() -> None:
    found = read_costs(
        "Outreach worker\t£24,500.00\nRoom hire\t1,200\nMileage\t 450.5 \nGrant from us\t(300)\n"
        "Total\t£25,850.50\nTo be agreed\t-\n",
        identify,
    )
    assert [(one.title, one.kind, one.amount) for one in found.lines] == [
        ("Outreach worker", "staff", D("24500.00")),
        ("Room hire", "premises", D(1200)),
        ("Mileage", "travel", D("450.50")),
        ("Grant from us", "", D(-300)),
    ]
    assert found.left_out == ("Total", "To be agreed")
    assert len({one.id for one in found.lines}) == 4


def test_columns_are_taken_by_their_headings_in_any_order() -> None:
    found = read_costs(
        "Qty\tDescription\tUnit cost\tTotal\tNotes\n46\tSessions\t£24\t1104\tquoted\n"
    )
    (line,) = found.lines
    assert (line.title, line.quantity, line.unit_cost, line.note) == (
        "Sessions",
        D(46),
        D(24),
        "quoted",
    )
    assert line_amount(made(line), line) == D(1104)


def test_columns_of_years_give_a_line_for_each_year() -> None:
    found = read_costs("Item\tYear 1\tYear 2\tYear 3 (6 months)\nRent\t100\t110\t60\nVan\t\t20\t\n")
    assert [(one.title, one.year, one.amount) for one in found.lines] == [
        ("Rent", 1, D(100)),
        ("Rent", 2, D(110)),
        ("Rent", 3, D(60)),
        ("Van", 2, D(20)),
    ]
    bid = made(*found.lines, costing__years=3, costing__inflation=D(5))
    assert costs_of(bid).direct == (D(100), D(130), D(60))


def test_three_figures_that_multiply_are_how_many_and_what_one_costs() -> None:
    (line,) = read_costs("Sessions\t10\t33.333\t333.33").lines
    assert (line.quantity, line.unit_cost) == (D(10), D("33.33"))
    (other,) = read_costs("Rent\t2025\t1,000\t1,200").lines
    assert other.amount == D(1200)


def test_lines_of_an_e_mail_are_read_too() -> None:
    found = read_costs("Room hire: £1,200\nTea and coffee 45.50\nThank you, Ann")
    assert [(one.title, one.amount) for one in found.lines] == [
        ("Room hire", D(1200)),
        ("Tea and coffee", D("45.50")),
    ]
    assert found.left_out == ("Thank you, Ann",)


@pytest.mark.parametrize("text", ["", "\n\n", "\t\t\n", "\0", '"open\tquote\n', "Total\t5"])
def test_what_holds_no_cost_gives_none(text: str) -> None:
    assert read_costs(text).lines == ()


def test_welsh_names_and_long_ones_are_kept() -> None:
    (line,) = read_costs("Gweithiwr ieuenctid ŵ\t100").lines
    assert line.title == "Gweithiwr ieuenctid ŵ"
    (long,) = read_costs("x" * 5000 + "\t1").lines
    assert len(long.title) == 400
    assert len(read_costs("Rent\t1\n" * 9000).lines) == 500


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    for line in read_costs(text).lines:
        assert line_amount(made(line), line) is not None


@given(st.decimals(0, 10**9, places=2), st.booleans())
def test_every_amount_comes_back_as_it_was(amount: Decimal, below: bool) -> None:
    written = f"({amount:,})" if below else f"£{amount:,}"
    (line,) = read_costs(f"Something\t{written}").lines
    assert line.amount == (-amount if below else amount)
