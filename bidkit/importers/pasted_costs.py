"""Costs pasted from a spreadsheet: rows with a name and figures become cost lines."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bidkit.domain.base import new_id
from bidkit.domain.costs import CostKind, CostLine
from bidkit.domain.typed import UnreadableError, read_money
from bidkit.figures.rounding import to_pence

MOST_ROWS = 500
LONGEST = 400
SUMS = re.compile(r"\s*(sub|grand|overall)?[\s-]*(total|sum)\b", re.IGNORECASE)
YEAR = re.compile(r"\s*(?:year|yr|y)\s*(\d{1,2})\b.*", re.IGNORECASE)
HEADINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("unit_cost", ("unit cost", "cost each", "unit price", "each", "rate", "price")),
    ("quantity", ("quantity", "qty", "how many", "number", "units", "no.", "no")),
    ("note", ("note", "notes", "basis", "comment", "comments", "how we know", "assumption")),
    ("amount", ("amount", "total", "cost", "annual", "a year", "per year", "budget", "£")),
    (
        "title",
        ("item", "description", "what", "heading", "line", "activity", "name", "post", "what for"),
    ),
)
KINDS: tuple[tuple[CostKind, tuple[str, ...]], ...] = (
    ("volunteers", ("volunteer",)),
    ("vat", ("irrecoverable vat", "vat we")),
    ("training", ("training", "supervision", "conference")),
    ("monitoring", ("evaluation", "monitoring", "measur", "reporting")),
    ("travel", ("travel", "mileage", "fuel", "van ", "bus ", "train fare")),
    ("premises", ("rent", "room", "venue", "hall", "heating", "premises", "office")),
    ("equipment", ("equipment", "laptop", "computer", "phone", "furniture", "tablet")),
    ("staff", ("salary", "wage", "worker", "manager", "coordinator", "co-ordinator", "officer")),
    ("activity", ("materials", "refreshment", "food", "session", "workshop", "publicity")),
)


@dataclass(frozen=True)
class Pasted:
    """The lines that were read, and the names of rows left out: sums and rows without figures."""

    lines: tuple[CostLine, ...] = ()
    left_out: tuple[str, ...] = ()


def read_costs(text: str, identify: Callable[[], str] = new_id) -> Pasted:
    """Return the cost lines in a pasted table, 500 rows at most; never an error.

    With a heading row its columns are taken by name, and columns called "Year 1", "Year 2" give a
    line for each year. Without one, the first words are the name, and of two or three figures the
    first two are how many and what one costs where their product is the third.
    """
    rows = [row for row in _cells(text) if any(row)][:MOST_ROWS]
    if not rows:
        return Pasted()
    columns = _headings(rows[0])
    lines: list[CostLine] = []
    left: list[str] = []
    for row in rows[1 if columns else 0 :]:
        title = _title(row, columns)
        found = () if SUMS.match(title) else tuple(_lines(row, columns, title, identify))
        lines += found
        if not found and title:
            left.append(title)
    return Pasted(tuple(lines), tuple(left))


def _cells(text: str) -> Iterator[list[str]]:
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    mark = next((each for each in ("\t", ";") if each in plain), "")
    if mark:
        try:
            for row in csv.reader(plain.split("\n"), delimiter=mark):
                yield [" ".join(cell.split())[:LONGEST] for cell in row]
        except csv.Error:
            return
        return
    for line in plain.split("\n"):
        name, figure = _last_figure(" ".join(line.split())[:LONGEST])
        yield [name, figure]


def _last_figure(line: str) -> tuple[str, str]:
    """Return a line such as "Room hire £1,200" as its name and its figure."""
    found = re.fullmatch(r"(.*?)[\s:,–-]*([-−(]?£?\s?\d[\d,]*(?:\.\d+)?\)?)", line)
    return (found[1], found[2]) if found and found[1] else (line, "")


def _headings(row: Sequence[str]) -> dict[int, str]:
    """Return what each column holds by its heading; nothing where the first row holds figures."""
    if any(_figure(cell) is not None for cell in row):
        return {}
    found: dict[int, str] = {}
    for at, cell in enumerate(row):
        year = YEAR.fullmatch(cell)
        if year:
            found[at] = f"year {int(year[1])}"
            continue
        words = cell.lower().strip(" :*")
        name = next((name for name, known in HEADINGS if _fits(words, known)), "")
        if name and name not in found.values():
            found[at] = name
    figures = {"amount", "quantity", "unit_cost"}
    known = figures.intersection(found.values()) or any(
        v.startswith("year") for v in found.values()
    )
    return found if known else {}


def _fits(words: str, known: Sequence[str]) -> bool:
    plain = re.sub(r"[^a-z£. ]", " ", words).strip()
    return any(
        plain == one or plain.startswith(f"{one} ") or plain.endswith(f" {one}") for one in known
    )


def _title(row: Sequence[str], columns: dict[int, str]) -> str:
    named = [at for at, name in columns.items() if name == "title" and at < len(row)]
    if named and row[named[0]]:
        return row[named[0]]
    taken = {at for at, name in columns.items() if name != "title"}
    words = [cell for at, cell in enumerate(row) if at not in taken and cell]
    return next((cell for cell in words if _figure(cell) is None), "")


def _lines(
    row: Sequence[str], columns: dict[int, str], title: str, identify: Callable[[], str]
) -> Iterator[CostLine]:
    line = CostLine(id=identify(), title=title, kind=_kind(title))
    if not columns:
        figures = [figure for cell in row if (figure := _figure(cell)) is not None]
        if figures:
            yield line.model_copy(update=_plain(figures))
        return
    named = {name: row[at] for at, name in columns.items() if at < len(row) and row[at]}
    values = {name: _figure(named.get(name, "")) for name in ("amount", "quantity", "unit_cost")}
    note = {"note": named["note"]} if named.get("note") else {}
    for name, cell in named.items():
        figure = _figure(cell) if name.startswith("year ") else None
        if figure is not None:
            fields = {"year": int(name[5:]), "amount": to_pence(figure), **note}
            yield line.model_copy(update={"id": identify(), **fields})
    if any(name.startswith("year ") for name in named):
        return
    if values["quantity"] is not None and values["unit_cost"] is not None:
        each = to_pence(values["unit_cost"])
        yield line.model_copy(update={"quantity": values["quantity"], "unit_cost": each, **note})
    elif values["amount"] is not None:
        yield line.model_copy(update={"amount": to_pence(values["amount"]), **note})


def _plain(figures: Sequence[Decimal]) -> dict[str, Decimal]:
    if len(figures) == 3 and abs(figures[0] * figures[1] - figures[2]) < 1:
        return {"quantity": figures[0], "unit_cost": to_pence(figures[1])}
    return {"amount": to_pence(figures[-1])}


def _kind(title: str) -> CostKind:
    words = f"{title.lower()} "
    return next((kind for kind, known in KINDS if any(one in words for one in known)), "")


def _figure(cell: str) -> Decimal | None:
    """Return a cell as a figure, "(1,200)" below nought; None for words, dashes and nothing."""
    bare = cell.strip().removesuffix("*").strip()
    inside = re.fullmatch(r"\(\s*(.+?)\s*\)", bare)
    number = (inside[1] if inside else bare).removeprefix("£").strip()
    if not re.fullmatch(r"[-−]?£?\s?\d[\d, ]*(?:\.\d+)?|[-−]?\.\d+", number):
        return None
    whole, dot, rest = number.partition(".")
    try:
        found = read_money(whole or "0")
    except UnreadableError:
        return None
    if found is None:
        return None
    value = found + (Decimal(f"0.{rest[:12]}") if dot and rest else 0) * (-1 if found < 0 else 1)
    return -value if inside else value
