"""The workbook is read back with the library that reads buyers' files."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bidkit.domain.base import Reader
from bidkit.domain.costs import CostLine, PriceLine
from bidkit.export.compose import Options
from bidkit.export.compose.sheets import money_sheets
from bidkit.export.workbook import write_workbook
from bidkit.figures.readings.costs import costs_of
from bidkit.session.examples import load_example
from tests.plugins.commands import Call
from tests.rules.making import made

D = Decimal
TODAY = date(2026, 11, 27)


def read_back(data: bytes) -> dict[str, list[list[Any]]]:
    """Return every sheet as rows of values and formulas."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book
    }


def added(rows: list[list[Any]], formula: str) -> Decimal:
    """Return what a sum in a sheet comes to."""
    column, first, last = formula[5], *formula[5:-1].replace(formula[5], "").split(":")
    place = ord(column) - ord("A")
    found = Decimal(0)
    for at in range(int(first) - 1, int(last)):
        value = rows[at][place]
        found += added(rows, value) if isinstance(value, str) else Decimal(str(value or 0))
    return found


def test_our_workbook_adds_up_to_the_full_cost() -> None:
    bid = load_example("harbour", TODAY)
    sheets = read_back(write_workbook(money_sheets(bid, Options(TODAY, reader=Reader.US))))
    assert list(sheets) == ["Costs", "Overheads", "Price schedule", "Price and margin"]
    rows = sheets["Costs"]
    full = next(row for row in rows if row[0] == "Full cost")
    costs = costs_of(bid)
    assert [added(rows, cell) for cell in full[4:8]] == [*costs.full_by_year, costs.full]
    schedule = sheets["Price schedule"]
    total = next(row for row in schedule if row[0] == "Total")
    assert added(schedule, total[6]) == bid.costing.price


@pytest.mark.requirement(43)
def test_a_buyer_gets_the_schedule_and_nothing_behind_it(call: Call, tmp_path: Path) -> None:
    bid, book = tmp_path / "bid.bidkit", tmp_path / "prices.xlsx"
    assert call("new", bid, "--example", "harbour").code == 0
    assert call("export", bid, "--to", "workbook", "-o", book).code == 0
    sheets = read_back(book.read_bytes())
    assert list(sheets) == ["Price schedule"]
    words = str(sheets)
    assert "117800" in words
    for secret in ("39800", "181260", "Service manager", "Confidential", "margin"):
        assert secret not in words, secret
    assert call("export", bid, "--to", "workbook", "--for", "us", "-o", book).code == 0
    assert "Service manager (1.0)" in str(read_back(book.read_bytes()))


def test_words_that_look_like_formulas_stay_words() -> None:
    bid = made(
        CostLine(id="c", title='=HYPERLINK("http://x","y")', amount=D("-1.50"), note="\x07 -2+3"),
        PriceLine(id="p", title="@SUM(A1)", amount=D(1)),
    )
    data = write_workbook(money_sheets(bid, Options(TODAY, reader=Reader.US)))
    book = openpyxl.load_workbook(io.BytesIO(data))
    cell = book["Costs"]["A2"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("http://x","y")', "s")
    assert book["Costs"]["E2"].value == -1.5
    assert book["Price schedule"]["A2"].data_type == "s"


def test_an_empty_bid_makes_a_book_that_opens() -> None:
    sheets = read_back(write_workbook(money_sheets(made(), Options(TODAY, reader=Reader.US))))
    assert "Costs" in sheets
    assert read_back(write_workbook(money_sheets(made(), Options(TODAY))))["Price schedule"]


def test_options_stand_after_the_total() -> None:
    bid = made(
        PriceLine(id="a", title="Evenings", amount=D(50), option="yes"),
        PriceLine(id="b", title="Days", quantity=D(2), rate=D("10.05")),
    )
    rows = read_back(write_workbook(money_sheets(bid, Options(TODAY))))["Price schedule"]
    assert [row[0] for row in rows[1:4]] == ["Days", "Total", "Option: Evenings"]
    assert added(rows, rows[2][6]) == D("20.10")
