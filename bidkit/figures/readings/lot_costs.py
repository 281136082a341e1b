"""What each lot costs of the whole, year by year, so that each can be priced on its own."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.figures.readings.costs import Costs
from bidkit.figures.readings.lots import lots_bid_for
from bidkit.figures.rounding import NOUGHT, WIDE
from bidkit.figures.shares import apportion

Years = tuple[Decimal, ...]


def lots_costed(bid: Bid) -> tuple[str, ...]:
    """Return the identities of the lots we bid for or may, in order."""
    return tuple(one.id for one in lots_bid_for(bid))


def cost_by_lot(bid: Bid, costs: Costs) -> dict[str, Years]:
    """Return the full cost of each lot for each year; together they are the whole full cost.

    Formula: a line of one lot is its cost; a shared line follows the direct cost of the lots it is
    for (alike where they have none), and the share of the centre follows direct cost too.
    Units: pounds. Rounding: by largest remainder, so that the lots make the whole to the penny.
    Empty where there are no lots, and where a sum has more figures than anybody means.
    """
    lots = lots_costed(bid)
    sums = (amount for years in (*costs.by_line, costs.overhead or ()) for amount in years)
    if not lots or any(amount.adjusted() >= WIDE.prec for amount in sums):
        return {}
    count = len(costs.direct)
    direct = {lot: [NOUGHT] * count for lot in lots}
    shared: list[tuple[tuple[str, ...], Sequence[Decimal]]] = []
    for line, years in zip(bid.cost_lines, costs.by_line, strict=True):
        chosen = tuple(lot for lot in lots if lot in line.lots) or lots
        if len(chosen) == 1:
            _add(direct, chosen, [(amount,) for amount in years])
        else:
            shared.append((chosen, years))
    own = {lot: sum(years, NOUGHT) for lot, years in direct.items()}
    shared.append((lots, [-amount for amount in costs.allowance]))
    for some, costed in shared:
        _add(direct, some, [_shared(amount, own, some) for amount in costed])
    whole = {lot: sum(years, NOUGHT) for lot, years in direct.items()}
    _add(direct, lots, [_shared(amount, whole, lots) for amount in costs.overhead or ()])
    return {lot: tuple(years) for lot, years in direct.items()}


def _shared(
    amount: Decimal, beside: dict[str, Decimal], chosen: Sequence[str]
) -> tuple[Decimal, ...]:
    weights = [max(NOUGHT, beside[lot]) for lot in chosen]
    return apportion(amount, weights if any(weights) else [Decimal(1)] * len(chosen))


def _add(
    direct: dict[str, list[Decimal]], chosen: Sequence[str], by_year: Sequence[Sequence[Decimal]]
) -> None:
    for year, parts in enumerate(by_year):
        for lot, part in zip(chosen, parts, strict=True):
            direct[lot][year] += part
