"""Sharing out: parts that add up to the whole, to the penny or to the percent."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bidkit.errors import InputError
from bidkit.figures.rounding import HUNDRED, NOUGHT, PENNY, WIDE, share_percent, to_places, to_unit
from bidkit.words import tr


@dataclass(frozen=True, slots=True)
class TopSlice:
    """A contract shared between a hub and its members, in pounds; the parts make the whole."""

    hub: Decimal
    members: Decimal
    shares: tuple[Decimal, ...]


def largest_remainder(units: int, weights: Sequence[Decimal]) -> tuple[int, ...]:
    """Share whole units out by weight so that they add up.

    Formula: each part first gets the whole number of units in units × weight ÷ sum of weights;
    the units left over go one each to the largest remainders, the earlier part first on a tie.
    Units: any whole number, also below nought (then the same shares with the sign turned).
    Rounding: every part is within one unit of its exact share; a weight of nought gets nothing.
    Errors: InputError where a weight is below nought, or where units stand against no weight.
    Source: the method of largest remainders (Hamilton).
    """
    if any(weight < 0 for weight in weights):
        raise InputError(
            tr("A share cannot be below nought."),
            advice=tr("Correct the share that is less than 0."),
        )
    if units < 0:
        return tuple(-part for part in largest_remainder(-units, weights))
    whole = _whole_numbers(weights)
    total = sum(whole)
    if total == 0:
        if units:
            raise InputError(
                tr("There is nobody to share this with."),
                tr("Every share is 0."),
                tr("Enter at least one share."),
            )
        return tuple(0 for _ in weights)
    shared = [divmod(units * weight, total) for weight in whole]
    parts = [part for part, _ in shared]
    left = units - sum(parts)
    by_remainder = sorted(range(len(shared)), key=lambda place: (-shared[place][1], place))
    for place in by_remainder[:left]:
        parts[place] += 1
    return tuple(parts)


def _whole_numbers(weights: Sequence[Decimal]) -> list[int]:
    """Return whole numbers in the same proportion, so that nothing is rounded or reduced."""
    ratios = [weight.as_integer_ratio() for weight in weights]
    common = math.lcm(*(below for _, below in ratios))
    return [above * (common // below) for above, below in ratios]


def apportion(
    amount: Decimal, weights: Sequence[Decimal], unit: Decimal = PENNY
) -> tuple[Decimal, ...]:
    """Share an amount out by weight in whole units (pennies) that add up to it.

    Formula and errors: largest_remainder on the amount counted in units.
    Rounding: the amount itself is first rounded to the unit.
    """
    units = int(WIDE.divide(to_unit(amount, unit), unit))
    return tuple(part * unit for part in largest_remainder(units, weights))


def percentages(parts: Sequence[Decimal], places: int = 0) -> tuple[Decimal, ...]:
    """Return each part's percentage of their sum; together they make exactly 100.

    Formula: largest_remainder of 100 in steps of so many decimal places.
    Errors: InputError where a part is below nought; all noughts where the sum is nought.
    """
    if all(part == 0 for part in parts):
        return tuple(NOUGHT for _ in parts)
    return apportion(HUNDRED, parts, Decimal(1).scaleb(-places))


def slice_top(contract: Decimal, hub_percent: Decimal, volumes: Sequence[Decimal]) -> TopSlice:
    """Share a contract: the hub keeps a percentage, the members share the rest by volume.

    Formula: hub = contract × percent ÷ 100; members = contract − hub, shared by volume or cost.
    Units: pounds. Rounding: the hub to the penny, the members by largest remainder.
    Errors: InputError where the percentage is not between 0 and 100.
    Source: the hub-and-spoke case of the 2007 report From Policy to Practice; test vector T-HUB.
    """
    if not 0 <= hub_percent <= HUNDRED:
        raise InputError(
            tr("The share of the hub must lie between 0 and 100 %."),
            advice=tr("Correct the percentage."),
        )
    hub = to_unit(contract * hub_percent / HUNDRED)
    members = to_unit(contract) - hub
    shared = apportion(members, volumes) if volumes else ()
    return TopSlice(hub, members, shared)


def adds_to_hundred(parts: Sequence[Decimal]) -> bool:
    """Tell whether percentages add up to exactly 100."""
    return sum(parts, NOUGHT) == HUNDRED


def rounded_percent(part: Decimal, whole: Decimal, places: int = 0) -> Decimal | None:
    """Return part of whole in percent, rounded to so many places; None where there is no whole."""
    percent = share_percent(part, whole)
    return None if percent is None else to_places(percent, places)
