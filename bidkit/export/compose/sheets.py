"""Costs and price as sheets: all of it for us, the price schedule alone for a buyer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bidkit.domain.base import Reader
from bidkit.domain.bid import Bid
from bidkit.domain.costs import kind_words
from bidkit.export.compose.asked import for_lot
from bidkit.export.compose.money import line_title
from bidkit.export.compose.options import Options
from bidkit.figures.readings.costs import Costs, costs_of
from bidkit.figures.readings.lot_costs import cost_by_lot
from bidkit.figures.readings.lots import name_of_lot
from bidkit.figures.readings.schedule import lines_counted, schedule_amount
from bidkit.words import tr

Value = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class SumOf:
    """A cell that adds up rows of its own column: the first and the last, counted from 0."""

    first: int
    last: int


Cell = Value | SumOf


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, headings, rows, which columns hold money, which rows stand out."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    money: frozenset[int] = frozenset()
    strong: frozenset[int] = frozenset()
    note: str = ""


def money_sheets(bid: Bid, options: Options) -> tuple[Sheet, ...]:
    """Return the sheets a reader may have; a buyer has the schedule and nothing behind it."""
    schedule = _schedule(bid, options)
    if options.reader is not Reader.US:
        return (schedule,)
    costs = costs_of(bid)
    found = [_costs(bid, costs), *_overheads(bid, costs), schedule, _price(bid, costs)]
    return tuple(found)


def _schedule(bid: Bid, options: Options) -> Sheet:
    lines = [
        one for one in lines_counted(bid) if for_lot((one.lot,) if one.lot else (), options.lot)
    ]
    fixed = [one for one in lines if one.option != "yes"]
    rows: list[tuple[Cell, ...]] = []
    lots = {lot.id: name_of_lot(lot) for lot in bid.lots}
    for one in (*fixed, *(line for line in lines if line.option == "yes")):
        if one.option == "yes" and len(rows) == len(fixed):
            rows.append(_sum_row(len(fixed), 6))
        title = one.title.strip() or line_title(bid, one.lot, one.year)
        name = tr("Option: {title}", title=title) if one.option == "yes" else title
        amount = schedule_amount(one)
        where = (lots.get(one.lot, ""), one.year)
        rows.append((name, *where, one.quantity, one.unit, one.rate, amount))
    if len(rows) == len(fixed) and fixed:
        rows.append(_sum_row(len(fixed), 6))
    headings = (
        tr("Item"),
        tr("Lot"),
        tr("Year"),
        tr("Quantity"),
        tr("Unit"),
        tr("Rate"),
        tr("Amount"),
    )
    strong = frozenset({len(fixed)}) if fixed else frozenset[int]()
    note = bid.costing.vat_note.strip()
    return Sheet(tr("Price schedule"), headings, tuple(rows), frozenset({5, 6}), strong, note)


def _costs(bid: Bid, costs: Costs) -> Sheet:
    count = len(costs.direct)
    partners = {one.id: one.name for one in bid.partners}
    lots = {lot.id: lot.number or lot.title for lot in bid.lots}
    rows: list[tuple[Cell, ...]] = []
    for line, years in zip(bid.cost_lines, costs.by_line, strict=True):
        chosen = ", ".join(lots[lot] for lot in line.lots if lot in lots)
        words = (line.title, kind_words(line.kind), partners.get(line.partner, ""), chosen)
        rows.append((*words, *years, sum(years, Decimal(0)), line.note))
    if any(costs.allowance):
        off = tuple(-amount for amount in costs.allowance)
        rows.append((tr("Employment Allowance"), "", "", "", *off, sum(off, Decimal(0)), ""))
    strong = {len(rows)}
    rows.append((tr("Direct cost"), "", "", "", *_sums(len(rows), count + 1), ""))
    if costs.overhead is not None:
        share = (*costs.overhead, sum(costs.overhead, Decimal(0)))
        rows.append((tr("Share of the centre"), "", "", "", *share, ""))
        strong.add(len(rows))
        at = len(rows)
        both: list[Cell] = [SumOf(at - 2, at - 1)] * (count + 1)
        rows.append((tr("Full cost"), "", "", "", *both, ""))
    headed = tuple(tr("Year {n}", n=n) for n in range(1, count + 1))
    headings = (
        tr("Cost"),
        tr("Kind"),
        tr("Partner"),
        tr("Lots"),
        *headed,
        tr("In all"),
        tr("How we know"),
    )
    money = frozenset(range(4, 5 + count))
    return Sheet(tr("Costs"), headings, tuple(rows), money, frozenset(strong), _confidential())


def _overheads(bid: Bid, costs: Costs) -> Iterator[Sheet]:
    if costs.table is None:
        return
    projects = [one for one in bid.projects if not one.central]
    names = tuple(one.title or tr("(no name yet)") for one in projects)
    rows: list[tuple[Cell, ...]] = [
        (row.key, row.amount, row.taken_in or None, *row.shares, row.to_central or None)
        for row in costs.table.rows
    ]
    width = len(names) + 3
    rows.append((tr("In all"), *_sums(len(rows), width)))
    direct = tuple(one.direct for one in costs.table.projects)
    full = tuple(one.full for one in costs.table.projects)
    rows.append((tr("Direct cost"), None, None, *direct, None))
    rows.append((tr("Full cost"), None, None, *full, None))
    headings = (
        tr("Overhead, first year"),
        tr("A year"),
        tr("From the centre"),
        *names,
        tr("To the centre"),
    )
    strong = frozenset({len(rows) - 3, len(rows) - 1})
    money = frozenset(range(1, width + 1))
    yield Sheet(tr("Overheads"), headings, tuple(rows), money, strong, _confidential())


def _price(bid: Bid, costs: Costs) -> Sheet:
    margin, recovery = costs.margin, costs.recovery
    rows: list[tuple[Cell, ...]] = [
        (tr("Margin"), margin.amount if margin is not None else None),
        (tr("Price"), costs.price),
        (tr("Full cost"), costs.full),
        (tr("Direct cost"), costs.direct_total),
        (tr("Share of the centre"), costs.overhead_total),
        (tr("Missing"), recovery.shortfall if recovery is not None else None),
    ]
    for lot, years in cost_by_lot(bid, costs).items():
        found = next(one for one in bid.lots if one.id == lot)
        rows.append((tr("Full cost of {lot}", lot=name_of_lot(found)), sum(years, Decimal(0))))
    headings = (tr("What"), tr("Over all years"))
    return Sheet(
        tr("Price and margin"), headings, tuple(rows), frozenset({1}), frozenset(), _confidential()
    )


def _sum_row(count: int, column: int) -> tuple[Cell, ...]:
    return (tr("Total"), *[None] * (column - 1), SumOf(0, count - 1))


def _sums(count: int, columns: int) -> Sequence[Cell]:
    return [SumOf(0, count - 1) if count else Decimal(0)] * columns


def _confidential() -> str:
    return tr("Confidential: for us only.")
