"""A buyer's questionnaire in an Excel workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bidkit.domain.questionnaire import Stage
from bidkit.domain.showing import day_words
from bidkit.importers.base import Proposal
from bidkit.importers.questionnaire import Block, Grid, Line, propose_questions
from bidkit.importers.sheets import is_workbook, opened_workbook
from bidkit.words import tr

MOST_ROWS = 5_000
MOST_COLUMNS = 30
ALMOST = 0.001
LARGEST_PART = 300_000_000


def recognises(given: Path | bytes) -> bool:
    """Tell whether this is an Excel workbook; never raises."""
    try:
        data = given if isinstance(given, bytes) else given.read_bytes()
    except OSError:
        return False
    return is_workbook(data)


def read(
    given: Path | bytes, title: str = "", *, stage: Stage = "tender", document: str = ""
) -> Proposal:
    """Return the questions of a workbook, sheet by sheet, to be confirmed."""
    data = given if isinstance(given, bytes) else given.read_bytes()
    named = title or (given.stem if isinstance(given, Path) else tr("Questionnaire"))
    return propose_questions(blocks_of(data), named, stage=stage, document=document)


def blocks_of(data: bytes) -> tuple[Block, ...]:
    """Return each sheet as a heading and its tables, apart where a row is empty."""
    blocks: list[Block] = []
    with opened_workbook(data) as book:
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                continue
            blocks.append(Line(str(sheet.title), 1))
            rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS)
            blocks += _tables(tuple(_cell(cell) for cell in row) for row in rows)
    return tuple(blocks)


def _tables(rows: Iterator[tuple[str, ...]]) -> Iterator[Block]:
    table: list[tuple[str, ...]] = []
    for row in (*rows, ()):
        if any(row):
            table.append(row)
            continue
        if table:
            yield from _table(table)
        table = []


def _table(rows: list[tuple[str, ...]]) -> Iterator[Block]:
    """Yield a table without its empty columns; lone cells above it are lines."""
    while rows and sum(bool(cell) for cell in rows[0]) == 1 and len(rows) > 1:
        yield Line(next(cell for cell in rows[0] if cell))
        rows = rows[1:]
    width = max(place + 1 for row in rows for place, cell in enumerate(row) if cell)
    full = [(*row, *[""] * (width - len(row)))[:width] for row in rows]
    used = [place for place in range(width) if any(row[place] for row in full)]
    yield Grid(tuple(tuple(row[place] for place in used) for row in full))


def _cell(cell: Any) -> str:
    """Return the words of a cell as the sheet shows them: 1.10 stays 1.10, 0.3 of a share 30%."""
    value = cell.value
    if value is None:
        return ""
    shape = str(getattr(cell, "number_format", "") or "")
    if isinstance(value, float) and not isinstance(value, bool):
        return _number(value, shape)
    if isinstance(value, datetime | date):
        return day_words(value.date() if isinstance(value, datetime) else value, weekday=False)
    lines = (" ".join(line.split()) for line in str(value).splitlines())
    return "\n".join(line for line in lines if line)


def _number(value: float, shape: str) -> str:
    places = re.fullmatch(r"0+(?:\.(0+))?", shape)
    if places is not None and places[1]:
        return f"{value:.{len(places[1])}f}"
    percent = value * 100
    if "%" in shape or (0 < value < 1 and abs(percent - round(percent)) < ALMOST):
        return f"{round(percent, 2):g}%"
    return str(int(value)) if value.is_integer() else str(value)
