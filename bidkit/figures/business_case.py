"""The business case: what is spent beside what is avoided, and costs brought to one year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bidkit.errors import InputError
from bidkit.figures.rounding import share_percent, to_pence
from bidkit.words import tr


@dataclass(frozen=True, slots=True)
class Saving:
    """What a cheaper way saves: pounds for each unit, percent, and pounds for all units."""

    each: Decimal
    percent: Decimal | None
    whole: Decimal


def break_even_cases(programme_cost: Decimal, avoided_by_case: Decimal) -> Decimal | None:
    """Return how many cases must be prevented for the programme to pay for itself.

    Formula: programme cost ÷ cost avoided for each case. Rounding: none.
    None where nothing is avoided. Source: the Home-Start case of From Policy to Practice; T-BC.
    """
    return programme_cost / avoided_by_case if avoided_by_case > 0 else None


def net_saving(programme_cost: Decimal, avoided_by_case: Decimal, cases: Decimal) -> Decimal:
    """Return the cost avoided less the programme's cost, in pounds; below nought for a loss.

    Formula: avoided × cases − cost. Rounding: to the penny.
    """
    return to_pence(avoided_by_case * cases - programme_cost)


def saving(before: Decimal, after: Decimal, units: Decimal) -> Saving:
    """Return what is saved when a unit costs less than before.

    Formula: before − after; ÷ before × 100; × units. Rounding: the whole to the penny.
    Source: the Sandwell home care case of Partnership in Public Services, 2006 (£452 to £328).
    """
    each = before - after
    return Saving(each, share_percent(each, before), to_pence(each * units))


def in_prices_of(amount: Decimal, index_then: Decimal, index_now: Decimal) -> Decimal:
    """Return an old unit cost in the prices of another year.

    Formula: amount × index now ÷ index then. Units: pounds. Rounding: to the penny.
    Errors: InputError where an index is not above nought.
    Source: the GDP deflator, typed in by hand with its source.
    """
    if index_then <= 0 or index_now <= 0:
        raise InputError(
            tr("A price index must be more than 0."),
            advice=tr("Enter the deflator of both years as published."),
        )
    return to_pence(amount * index_now / index_then)
