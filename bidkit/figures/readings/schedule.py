"""The price schedule of one bid: what each line comes to, and whether it makes the price."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.costs import PriceLine
from bidkit.figures.pricing import Reconciled, reconcile
from bidkit.figures.readings.costs import price_of
from bidkit.figures.rounding import NOUGHT, to_pence


@dataclass(frozen=True, slots=True)
class Schedule:
    """The schedule beside the price. options: what the optional lines come to, apart from it."""

    lines: int
    given: Decimal
    options: Decimal
    beside_price: Reconciled | None


def schedule_of(bid: Bid) -> Schedule:
    """Return what the price schedule adds up to, options apart, beside the price.

    Formula: Σ lines that are not options; the difference to the price is 0 where they agree.
    Units: pounds. Rounding: each line to the penny.
    """
    given = [(one, schedule_amount(one)) for one in bid.price_lines]
    counted = [amount for one, amount in given if amount is not None and one.option != "yes"]
    optional = [amount for one, amount in given if amount is not None and one.option == "yes"]
    price = price_of(bid)
    return Schedule(
        len(given),
        sum(counted, NOUGHT),
        sum(optional, NOUGHT),
        reconcile(counted, price) if price is not None and counted else None,
    )


def schedule_amount(line: PriceLine) -> Decimal | None:
    """Return what a line comes to: its amount, or quantity × rate, to the penny."""
    if line.amount is not None:
        return to_pence(line.amount)
    if line.quantity is not None and line.rate is not None:
        return to_pence(line.quantity * line.rate)
    return None
