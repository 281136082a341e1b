"""From full cost to price: margin before turnover, recovery, unit cost, and years to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bidkit.errors import InputError
from bidkit.figures.rounding import HUNDRED, NOUGHT, share_percent, to_pence, to_places
from bidkit.words import tr


@dataclass(frozen=True, slots=True)
class Margin:
    """What a price leaves above full cost: pounds, percent of price, percent of cost."""

    amount: Decimal
    of_price: Decimal | None
    of_cost: Decimal | None


@dataclass(frozen=True, slots=True)
class Recovery:
    """An offer against full cost: percent recovered, and the shortfall or surplus in pounds."""

    percent: Decimal | None
    shortfall: Decimal
    surplus: Decimal


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A schedule of prices against what it should add up to; they agree at a difference of 0."""

    given: Decimal
    expected: Decimal

    @property
    def difference(self) -> Decimal:
        """The schedule less what was expected, in pounds."""
        return self.given - self.expected


@dataclass(frozen=True, slots=True)
class Tax:
    """Value added tax of a sum: net, tax and gross in pounds."""

    net: Decimal
    tax: Decimal

    @property
    def gross(self) -> Decimal:
        """The sum with its tax."""
        return self.net + self.tax


def price_by_mark_up(cost: Decimal, percent: Decimal) -> Decimal:
    """Return the price at a mark-up on cost.

    Formula: cost × (1 + percent ÷ 100). Units: pounds. Rounding: to the penny. Source: T-FCR.
    """
    return to_pence(cost * (1 + percent / HUNDRED))


def price_by_margin(cost: Decimal, percent: Decimal) -> Decimal:
    """Return the price of which the margin is so many percent.

    Formula: cost ÷ (1 − percent ÷ 100). Units: pounds. Rounding: to the penny.
    Errors: InputError where the margin is 100 % of the price or more. Source: T-FCR.
    """
    if percent >= HUNDRED:
        raise InputError(
            tr("A margin must be less than 100 % of the price."),
            tr("At 100 % the cost itself would have to be nothing."),
            tr("Enter a smaller margin, or use a mark-up on cost."),
        )
    return to_pence(cost * HUNDRED / (HUNDRED - percent))


def margin(price: Decimal, cost: Decimal) -> Margin:
    """Return what a price leaves above its full cost.

    Formula: price − cost; ÷ price × 100; ÷ cost × 100. Rounding: none.
    """
    left = price - cost
    return Margin(left, share_percent(left, price), share_percent(left, cost))


def recovery(offer: Decimal, cost: Decimal) -> Recovery:
    """Return how much of the full cost an offer pays for.

    Formula: offer ÷ cost × 100; shortfall = max(0, cost − offer). Rounding: none. Source: T-FCR.
    """
    return Recovery(
        share_percent(offer, cost), max(NOUGHT, cost - offer), max(NOUGHT, offer - cost)
    )


def unit_cost(cost: Decimal, units: Decimal) -> Decimal | None:
    """Return cost ÷ units to the penny; None where there are no units. Source: T-FCR."""
    return to_pence(cost / units) if units > 0 else None


def years(
    first: Decimal, count: int, inflation: Decimal = NOUGHT, efficiency: Decimal = NOUGHT
) -> tuple[Decimal, ...]:
    """Return the amount for each year.

    Formula: first × ((1 + inflation ÷ 100) × (1 − efficiency ÷ 100))^(year − 1).
    Units: pounds, percent a year. Rounding: each year to the penny, from the unrounded growth.
    Source: T-FCR; the 3 % a year public bodies must save (From Policy to Practice, 2007).
    """
    growth = (1 + inflation / HUNDRED) * (1 - efficiency / HUNDRED)
    found, factor = [], Decimal(1)
    for _ in range(count):
        found.append(to_pence(first * factor))
        factor *= growth
    return tuple(found)


def running_rate(running: Decimal, spending: Decimal) -> Decimal | None:
    """Return what running the organisation adds to direct cost, in percent, to one place.

    Formula: running ÷ (spending − running) × 100. None where one of them is not above nought, or
    nothing is left for the work itself.
    """
    direct = spending - running
    if running <= 0 or direct <= 0:
        return None
    return to_places(running * HUNDRED / direct, 1)


def reconcile(lines: Sequence[Decimal], expected: Decimal) -> Reconciled:
    """Return a price schedule (by year, lot, unit, option) against the total it must make.

    Formula: Σ lines, each to the penny, beside the expected sum to the penny.
    """
    return Reconciled(sum((to_pence(line) for line in lines), NOUGHT), to_pence(expected))


def with_tax(net: Decimal, rate_percent: Decimal) -> Tax:
    """Return a net sum with its value added tax.

    Formula: net × rate ÷ 100. Rounding: net and tax to the penny. The rate is dated data.
    """
    rounded = to_pence(net)
    return Tax(rounded, to_pence(rounded * rate_percent / HUNDRED))


def irrecoverable_tax(tax_on_costs: Decimal, recoverable_percent: Decimal) -> Decimal:
    """Return the part of the tax on costs that stays a cost.

    Formula: tax × (1 − recoverable ÷ 100), to the penny: all of it for a grant or an exempt supply,
    none for a taxable one. Source: Charity Tax Group.
    """
    return to_pence(tax_on_costs * (HUNDRED - recoverable_percent) / HUNDRED)


def below_percent(price: Decimal, beside: Decimal) -> Decimal | None:
    """Return how many percent a price lies below another figure; below nought where above it.

    Formula: (beside − price) ÷ beside × 100. Rounding: none. Used to warn that a price may look
    abnormally low beside the estimate, or that it lies below full cost.
    """
    return share_percent(beside - price, beside)
