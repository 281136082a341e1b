"""Rows of other people's tables: CSV, tab-separated text, JSON lists, workbooks; as a stream."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from bidkit.errors import DamagedFileError, FileError, ForeignFileError
from bidkit.importers.sheets import is_workbook, rows_of_workbook
from bidkit.words import tr

CHUNK = 1 << 16
LONGEST_ENTRY = 2_000_000
LARGEST_UNPACKED = 4_000_000_000
LARGEST_OBJECT = 100_000_000
LARGEST_WORKBOOK = 50_000_000
BETWEEN = " \r\n\t,"

Row = dict[str, Any]


def rows_of(given: Path | bytes) -> Iterator[Row]:
    """Yield the rows of a table as name and value; a zip is opened where it holds one table."""
    workbook = _workbook(given)
    if workbook:
        yield from rows_of_workbook(workbook)
        return
    with _opened(given) as file:
        yield from _rows(file)


def first_row(given: Path | bytes) -> Row:
    """Return the first row, {} when there is none or the file is no table; never raises."""
    try:
        return next(rows_of(given), {})
    except FileError:
        return {}


def text_in(row: Row, *names: str) -> str:
    """Return the first of these fields that holds something, on one line."""
    for name in names:
        value = row.get(name)
        if value not in (None, "", []):
            return " ".join(str(value).split())
    return ""


def _workbook(given: Path | bytes) -> bytes:
    """Return the bytes of an Excel workbook, b'' for anything else."""
    try:
        if isinstance(given, Path) and not _begins_packed(given):
            return b""
        data = given if isinstance(given, bytes) else given.read_bytes()
    except OSError:
        return b""
    return data if is_workbook(data) else b""


def _begins_packed(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04" and path.stat().st_size <= LARGEST_WORKBOOK


@contextmanager
def _opened(given: Path | bytes) -> Iterator[TextIO]:
    try:
        with io.BytesIO(given) if isinstance(given, bytes) else given.open("rb") as file:
            start = file.read(4)
            file.seek(0)
            if start.startswith(b"PK\x03\x04"):
                with zipfile.ZipFile(file) as packed, packed.open(_one_table(packed)) as inside:
                    yield _as_text(inside)
            else:
                yield _as_text(file)
    except (zipfile.BadZipFile, UnicodeError, csv.Error) as error:
        raise DamagedFileError(
            tr("This file cannot be read to its end."),
            tr("It is damaged, or not the table it should be."),
            tr("Download it once more."),
            str(error),
        ) from error
    except OSError as error:
        raise FileError(
            tr("This file cannot be opened."),
            advice=tr("Check that it is still there and that you may read it."),
            details=str(error),
        ) from error


def _one_table(packed: zipfile.ZipFile) -> str:
    tables = [
        entry
        for entry in packed.infolist()
        if entry.filename.lower().endswith((".json", ".csv", ".txt", ".tsv"))
    ]
    if len(tables) != 1 or tables[0].file_size > LARGEST_UNPACKED:
        raise ForeignFileError(
            tr("This packed file does not hold one table."),
            advice=tr("Unpack it, and open the table you need."),
        )
    return tables[0].filename


def _as_text(file: Any) -> TextIO:
    start = file.read(CHUNK)
    file.seek(0)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return io.TextIOWrapper(file, "utf-16", errors="replace", newline="")
    try:
        start[:-4].decode("utf-8-sig")
    except UnicodeDecodeError:
        return io.TextIOWrapper(file, "cp1252", errors="replace", newline="")
    return io.TextIOWrapper(file, "utf-8-sig", errors="replace", newline="")


def _rows(file: TextIO) -> Iterator[Row]:
    start = ""
    while len(start) < CHUNK and not start.strip():
        more = file.read(1)
        if not more:
            return
        start += more
    if start.strip() in ("[", "{"):
        yield from _json_entries(file) if start.strip() == "[" else _entries_of_object(file)
        return
    header = start.strip() + file.readline()
    between = max(",\t;", key=header.count)
    read = csv.reader([header], delimiter=between)
    names = [name.strip().strip("\ufeff") for name in next(read, [])]
    for cells in csv.reader(file, delimiter=between):
        if any(cell.strip() for cell in cells):
            yield dict(zip(names, (cell.strip() for cell in cells), strict=False))


def _json_entries(file: TextIO) -> Iterator[Row]:
    """Yield the objects of a JSON list, one at a time."""
    buffer, at, decoder = "", 0, json.JSONDecoder(parse_float=str)
    while True:
        more = file.read(CHUNK)
        buffer, at = buffer[at:] + more, 0
        while True:
            at = _past_gap(buffer, at)
            if at >= len(buffer) or buffer[at] == "]":
                break
            try:
                entry, at = decoder.raw_decode(buffer, at)
            except ValueError:
                break
            except RecursionError:
                raise _no_table() from None
            if isinstance(entry, dict):
                yield entry
        if buffer[at : at + 1] == "]" or not more:
            return
        if len(buffer) - at > LONGEST_ENTRY:
            raise _no_table()


def _past_gap(text: str, at: int) -> int:
    while at < len(text) and text[at] in BETWEEN:
        at += 1
    return at


def _entries_of_object(file: TextIO) -> Iterator[Row]:
    """Yield the objects of the first list in a JSON object, such as a package of grants."""
    text = "{" + file.read(LARGEST_OBJECT + 1)
    if len(text) > LARGEST_OBJECT:
        raise _no_table()
    try:
        content = json.loads(text, parse_float=str)
    except (ValueError, RecursionError):
        raise _no_table() from None
    for value in content.values():
        if isinstance(value, list) and any(isinstance(entry, dict) for entry in value):
            yield from (entry for entry in value if isinstance(entry, dict))
            return


def _no_table() -> ForeignFileError:
    return ForeignFileError(
        tr("This file is not a table that can be read here."),
        advice=tr("Tables are CSV, tab-separated text, or JSON lists."),
    )
