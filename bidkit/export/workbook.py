"""Sheets written as an Excel file (.xlsx); sums are formulas, words never are."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bidkit.export.compose.sheets import Cell, Sheet, SumOf

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

POUNDS = "£#,##0.00"
LEAST_WIDE, MOST_WIDE = 10, 60
LONGEST = 32_000
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
OUTSIDE_NAMES = re.compile(r"[\\/*?:\[\]]")
FIRST_ROW = 2


def write_workbook(sheets: Sequence[Sheet]) -> bytes:
    """Return sheets as a file that Excel and LibreOffice open, headings held in sight.

    Money is written as numbers in pounds; words that begin like a formula stay words.
    """
    import openpyxl

    book = openpyxl.Workbook()
    for at, sheet in enumerate(sheets):
        name = OUTSIDE_NAMES.sub(" ", sheet.name)[:31]
        made = book.create_sheet(name, at)
        _fill(made, sheet)
    del book[book.sheetnames[-1]]
    made_of = io.BytesIO()
    book.save(made_of)
    return made_of.getvalue()


def _fill(made: Worksheet, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    wide = [len(words) for words in sheet.headings]
    for column, words in enumerate(sheet.headings, 1):
        _write(made, 1, column, words)
        cell = made.cell(1, column)
        cell.font = Font(bold=True)
        right = column - 1 in sheet.money
        cell.alignment = Alignment(horizontal="right" if right else "left", wrap_text=True)
    for at, row in enumerate(sheet.rows):
        for column, value in enumerate(row, 1):
            letter = get_column_letter(column)
            _write(made, FIRST_ROW + at, column, value, letter)
            cell = made.cell(FIRST_ROW + at, column)
            if column - 1 in sheet.money:
                cell.number_format = POUNDS
            if at in sheet.strong:
                cell.font = Font(bold=True)
            wide[column - 1] = max(wide[column - 1], _width(value))
    if sheet.note:
        _write(made, FIRST_ROW + len(sheet.rows) + 1, 1, sheet.note)
    for column, width in enumerate(wide, 1):
        room = min(MOST_WIDE, max(LEAST_WIDE, width + 3))
        made.column_dimensions[get_column_letter(column)].width = room
    made.freeze_panes = "B2"


def _write(made: Worksheet, row: int, column: int, value: Cell, letter: str = "") -> None:
    cell = made.cell(row, column)
    if isinstance(value, SumOf):
        first, last = FIRST_ROW + value.first, FIRST_ROW + value.last
        cell.value = f"=SUM({letter}{first}:{letter}{last})"
    elif isinstance(value, str):
        cell.value = UNWRITABLE.sub("", value)[:LONGEST]
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in "=+-@"
    elif value is not None:
        cell.value = value


def _width(value: Cell) -> int:
    if isinstance(value, str):
        return max((len(line) for line in value.splitlines()), default=0)
    return LEAST_WIDE + 4 if value is not None else 0
