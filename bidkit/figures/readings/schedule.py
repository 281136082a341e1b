"""The price schedule of one bid: what each line comes to, and whether it makes price and cost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.costs import PriceLine
from bidkit.figures.pricing import Reconciled, reconcile
from bidkit.figures.readings.costs import Costs, price_of, year_count
from bidkit.figures.readings.lot_costs import cost_by_lot, lots_costed
from bidkit.figures.rounding import NOUGHT, to_pence


@dataclass(frozen=True, slots=True)
class Schedule:
    """The schedule beside the price. options: what the optional lines come to, apart from it."""

    lines: int
    given: Decimal
    options: Decimal
    beside_price: Reconciled | None


@dataclass(frozen=True, slots=True)
class Beside:
    """One year or one lot (year 0 and no lot: what says neither): its price and full cost."""

    year: int
    lot: str
    given: Decimal
    cost: Decimal

    @property
    def left(self) -> Decimal:
        """What is left of the price over full cost; below nought where it does not cover it."""
        return self.given - self.cost


def schedule_of(bid: Bid) -> Schedule:
    """Return what the price schedule adds up to, options apart, beside the price.

    Formula: Σ lines that are not options, of the lots we bid for; the difference to the price is
    0 where they agree. Units: pounds. Rounding: each line to the penny.
    """
    lines = lines_counted(bid)
    given = [(one, schedule_amount(one)) for one in lines]
    counted = [amount for one, amount in given if amount is not None and one.option != "yes"]
    optional = [amount for one, amount in given if amount is not None and one.option == "yes"]
    price = price_of(bid)
    return Schedule(
        len(given),
        sum(counted, NOUGHT),
        sum(optional, NOUGHT),
        reconcile(counted, price) if price is not None and counted else None,
    )


def lines_counted(bid: Bid) -> tuple[PriceLine, ...]:
    """Return the lines of the schedule without those of lots we do not bid for."""
    dropped = {one.id for one in bid.lots if one.bidding == "no"}
    return tuple(one for one in bid.price_lines if one.lot not in dropped)


def schedule_amount(line: PriceLine) -> Decimal | None:
    """Return what a line comes to: its amount, or quantity × rate, to the penny."""
    if line.amount is not None:
        return to_pence(line.amount)
    if line.quantity is not None and line.rate is not None:
        return to_pence(line.quantity * line.rate)
    return None


def by_year(bid: Bid, costs: Costs) -> tuple[Beside, ...]:
    """Return for each year the schedule without options beside full cost; they make the whole.

    What says no year of the contract stands last, with no cost of its own. Empty where no line
    says a year.
    """
    amounts = _amounts(bid)
    years = range(1, year_count(bid) + 1)
    if not any(line.year in years for line, _ in amounts):
        return ()
    rows = [
        Beside(year, "", _sum(a for line, a in amounts if line.year == year), cost)
        for year, cost in zip(years, costs.full_by_year, strict=True)
    ]
    rest = [amount for line, amount in amounts if line.year not in years]
    return (*rows, Beside(0, "", _sum(rest), NOUGHT)) if rest else tuple(rows)


def by_lot(bid: Bid, costs: Costs) -> tuple[Beside, ...]:
    """Return for each lot we bid for the schedule without options beside its full cost.

    What is for no lot stands last, with no cost of its own. Empty where no line says a lot.
    """
    amounts, lots = _amounts(bid), lots_costed(bid)
    if not any(line.lot in lots for line, _ in amounts):
        return ()
    rows = [
        Beside(0, lot, _sum(a for line, a in amounts if line.lot == lot), _sum(years))
        for lot, years in cost_by_lot(bid, costs).items()
    ]
    rest = [amount for line, amount in amounts if line.lot not in lots]
    return (*rows, Beside(0, "", _sum(rest), NOUGHT)) if rest else tuple(rows)


def _amounts(bid: Bid) -> list[tuple[PriceLine, Decimal]]:
    given = [(one, schedule_amount(one)) for one in lines_counted(bid) if one.option != "yes"]
    return [(one, amount) for one, amount in given if amount is not None]


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, NOUGHT)
