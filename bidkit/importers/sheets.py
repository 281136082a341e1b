"""Rows of an Excel workbook: one sheet of it that is a table, its first full row the names."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from bidkit.errors import DamagedFileError
from bidkit.importers.documents_text import packed_names
from bidkit.words import tr

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_ROWS = 200_000
MOST_COLUMNS = 300
LEAST_NAMES = 3
LOOK_FOR_NAMES = 20
UNREADABLE = (
    *(ValueError, KeyError, IndexError, TypeError, AttributeError, OSError, EOFError),
    *(SyntaxError, ArithmeticError, NotImplementedError, zipfile.BadZipFile, zlib.error),
)
"""What a workbook raises whose insides are not what they say."""


def is_workbook(data: bytes) -> bool:
    """Tell whether these bytes are an Excel workbook."""
    return data.startswith(b"PK\x03\x04") and "xl/workbook.xml" in packed_names(data)


@contextmanager
def opened_workbook(data: bytes) -> Iterator[Workbook]:
    """Open a workbook to read its values; whatever is wrong inside it is said as damage."""
    import openpyxl

    packed_names(data)
    book = None
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        yield book
    except UNREADABLE as error:
        raise DamagedFileError(
            tr("This workbook cannot be read."),
            tr("It is damaged, or protected by a password."),
            tr("Save it once more as .xlsx or as CSV, and read that."),
            str(error),
        ) from error
    finally:
        if book is not None:
            book.close()


def rows_of_workbook(data: bytes) -> Iterator[dict[str, Any]]:
    """Yield the rows of the first sheet that is a table; days are written as ISO dates."""
    with opened_workbook(data) as book:
        for sheet in book.worksheets:
            rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
            names = _names(rows)
            if names:
                yield from _named(names, rows)
                return


def _names(rows: Iterator[tuple[Any, ...]]) -> list[str]:
    """Return the first row that holds several names, passing over titles above it."""
    for place, row in enumerate(rows):
        names = [_cell(cell) for cell in row]
        if sum(bool(name) for name in names) >= LEAST_NAMES:
            return names
        if place >= LOOK_FOR_NAMES:
            break
    return []


def _named(names: list[str], rows: Iterator[tuple[Any, ...]]) -> Iterator[dict[str, Any]]:
    for row in rows:
        cells = [_cell(cell) for cell in row]
        if any(cells):
            pairs = zip(names, cells, strict=False)
            yield {name: cell for name, cell in pairs if name}


def _cell(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        at_midnight = (cell.hour, cell.minute, cell.second) == (0, 0, 0)
        return cell.date().isoformat() if at_midnight else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
