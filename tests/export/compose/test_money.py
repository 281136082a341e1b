"""How the price is printed, and that nothing behind it is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bidkit.domain.bid import Bid
from bidkit.domain.costs import CostLine, PayFigures, PriceLine
from bidkit.domain.opportunity import Lot
from bidkit.domain.showing import money_words
from bidkit.export import tree
from bidkit.export.compose import Options
from bidkit.export.compose.money import price
from bidkit.figures.readings.costs import costs_of
from bidkit.session.examples import load_example
from tests.journeys.conftest import pdf_words
from tests.plugins.commands import Call
from tests.rules.making import made

D = Decimal
TODAY = date(2026, 11, 27)


def words_of(found: Any) -> str:
    """Return every printed word of a piece of the document tree."""
    if isinstance(found, tree.Run):
        return found.text + "\n"
    if isinstance(found, tuple):
        return "".join(words_of(one) for one in found)
    names = getattr(type(found), "__slots__", ())
    own = [getattr(found, name) for name in names]
    return "".join(
        f"{one}\n" if isinstance(one, str) else words_of(one)
        for one in own
        if isinstance(one, tuple | str) or hasattr(type(one), "__slots__")
    )


def printed(bid: Bid) -> str:
    """Return what the buyer reads of the price."""
    return words_of(price(bid, Options(TODAY)))


def test_a_line_of_units_and_rate_is_printed_with_its_amount_and_counted() -> None:
    found = printed(
        made(
            PriceLine(id="a", title="Sessions", quantity=D(3), unit="session", rate=D("33.33")),
            PriceLine(id="b", title="Set-up", amount=D(10)),
            PriceLine(id="c", title="Evenings", amount=D(50), option="yes"),
        )
    )
    for words in ("3 session", "£33.33", "£99.99", "£109.99", "Option, not in the total: Evenings"):
        assert words in found, words
    assert "£159.99" not in found


def test_a_line_without_a_name_is_called_by_its_lot_and_year() -> None:
    found = printed(
        made(Lot(id="l", number="2", title="Villages"), PriceLine(id="a", lot="l", year=2))
    )
    assert "Lot 2: Villages, year 2" in found
    assert "Rate" not in found


def test_a_price_is_printed_as_it_is_asked_for() -> None:
    by_unit = {"costing__price_basis": "a unit", "costing__unit_name": "session"}
    found = printed(made(costing__price=D("12.50"), costing__units=D(40), **by_unit))
    assert "Price for one session" in found
    assert "£12.50" in found
    assert "£500" in found
    yearly = printed(made(costing__price=D(900), costing__price_basis="a year", costing__years=3))
    assert "Price a year" in yearly
    assert "£2,700" in yearly


@pytest.mark.requirement(2)
@pytest.mark.requirement(139)
def test_what_becomes_more_efficient_is_printed_with_the_price() -> None:
    bid = made(
        costing__price=D(900),
        costing__efficiency_kind="more time",
        costing__efficiency_note="One record instead of three frees a day a week for visits.",
    )
    assert "frees a day a week for visits" in printed(bid)


@pytest.mark.requirement(174)
@pytest.mark.requirement(89)
def test_comparison_and_gap_stay_with_us() -> None:
    bid = made(
        costing__price=D(900),
        costing__like_for_like="QQTheirs leaves pensions out.",
        costing__core_cost_gap="QQReserves pay the rent.",
        costing__low_price_explanation="QQBecause.",
    )
    assert "£900" in printed(bid)
    assert "QQ" not in printed(bid)


@pytest.mark.requirement(43)
def test_no_figure_behind_the_price_leaves_in_the_buyers_pdf(call: Call, tmp_path: Path) -> None:
    post = CostLine(
        id="secret", title="QQPOSTQQ", kind="staff", salary=D(31337), fte=D("0.7"), note="QQNOTEQQ"
    )
    rates = PayFigures(id="rates", insurance_rate=D(15), insurance_from=D(4999), source="QQRATEQQ")
    path, paper = tmp_path / "bid.bidkit", tmp_path / "bid.pdf"
    assert call("new", path, "--example", "harbour").code == 0
    bid = load_example("harbour", TODAY)
    bid = bid.model_copy(update={"cost_lines": (*bid.cost_lines, post), "pay_figures": (rates,)})
    costs = costs_of(bid)
    assert costs.full is not None
    ours = words_of(price(bid, Options(TODAY)))
    amounts = [costs.full, costs.direct_total, *(one.amount for one in bid.overheads)]
    for secret in ("QQ", "31,337", *map(money_words, amounts)):
        assert secret not in ours, secret
    assert call("export", path, "-o", paper, "--for", "buyer").code == 0
    printed_words = pdf_words(paper)
    assert "£552,600" in printed_words
    for amount in (*map(money_words, amounts), "£39,800", "£544,203.80"):
        assert amount not in printed_words, amount
