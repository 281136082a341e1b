"""A first price schedule, drafted from the costs so that it makes the price to the penny."""

from __future__ import annotations

from decimal import Decimal

from bidkit.domain.base import derived_id, key_after, keys_after
from bidkit.domain.bid import Bid
from bidkit.domain.costs import PriceLine, kind_words
from bidkit.domain.edits import with_fields
from bidkit.export.compose.money import is_grant, line_title
from bidkit.figures.readings.costs import Costs, price_of, readable_costs, suggested_price
from bidkit.figures.readings.lot_costs import cost_by_lot
from bidkit.figures.shares import apportion
from bidkit.words import tr


def drafted_lines(bid: Bid, bid_id: str) -> tuple[PriceLine, ...]:
    """Return lines for each lot and year (one by the unit, where that is how it is priced).

    Formula: the price shared over lots and years by their full cost, by largest remainder; for a
    grant, every cost as it is over all years, and a line for what others pay.
    Empty where a price or a full cost lacks.
    """
    costs, price = readable_costs(bid), _price(bid)
    if costs is None or price is None or costs.direct_total <= 0:
        return ()
    if bid.costing.price_basis == "a unit" and bid.costing.units and bid.costing.price is not None:
        return (_by_unit(bid, bid_id),)
    if is_grant(bid):
        return _budget(bid, costs, price, bid_id)
    cells: list[tuple[str, int, Decimal]] = []
    lots = cost_by_lot(bid, costs) or {"": costs.full_by_year}
    for lot, years in lots.items():
        cells += [(lot, at, max(cost, Decimal(0))) for at, cost in enumerate(years, 1)]
    amounts = apportion(price, [cost for _, _, cost in cells])
    order, lines = "", []
    for (lot, year, _), amount in zip(cells, amounts, strict=True):
        order = key_after(order)
        line = PriceLine(
            id=derived_id(bid_id, "schedule", lot, str(year)),
            order=order,
            title=line_title(bid, lot, year if len(costs.direct) > 1 else None),
            year=year,
            lot=lot,
            amount=amount,
        )
        lines.append(line)
    return tuple(lines)


def with_drafted_lines(bid: Bid, bid_id: str) -> Bid:
    """Return the bid with the drafted schedule, and the price it makes; a schedule there stays."""
    lines = drafted_lines(bid, bid_id)
    if bid.price_lines or not lines:
        return bid
    changed: dict[str, object] = {"price_lines": lines}
    if price_of(bid) is None:
        changed |= {"costing.price": _price(bid), "costing.price_basis": "total"}
    drafted: Bid = with_fields(bid, changed)
    return drafted


def _budget(bid: Bid, costs: Costs, price: Decimal, bid_id: str) -> tuple[PriceLine, ...]:
    """Return every cost as it is, and a last line for what others pay or what is not explained."""
    rows = [
        (line.id, line.title.strip() or kind_words(line.kind), sum(years, Decimal(0)))
        for line, years in zip(bid.cost_lines, costs.by_line, strict=True)
    ]
    rows.append(("allowance", tr("Employment Allowance"), -sum(costs.allowance, Decimal(0))))
    rows.append(("running", tr("Running the organisation"), costs.overhead_total or Decimal(0)))
    apart = price - sum((cost for _, _, cost in rows), Decimal(0))
    rest = tr("Met from other money") if apart < 0 else tr("[Say what the rest is for]")
    rows = [row for row in (*rows, ("rest", rest, apart)) if row[2]]
    keys = keys_after("", len(rows))
    return tuple(
        PriceLine(id=derived_id(bid_id, "budget", key), order=order, title=title, amount=amount)
        for (key, title, amount), order in zip(rows, keys, strict=True)
    )


def _price(bid: Bid) -> Decimal | None:
    price = price_of(bid)
    costs = readable_costs(bid)
    if price is None and costs is not None:
        return suggested_price(bid, costs)
    return price


def _by_unit(bid: Bid, bid_id: str) -> PriceLine:
    costing = bid.costing
    return PriceLine(
        id=derived_id(bid_id, "schedule", "unit"),
        title=tr("The whole service"),
        unit=costing.unit_name,
        quantity=costing.units,
        rate=costing.price,
    )
