"""Social return on investment: net benefit year by year, its present value, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from bidkit.errors import InputError
from bidkit.figures.rounding import HUNDRED, NOUGHT, held_between
from bidkit.words import tr


class Benefit(StrEnum):
    """Who gains: a public purse that can spend it elsewhere, the economy, or people's lives."""

    FISCAL = "fiscal"
    ECONOMIC = "economic"
    SOCIAL = "social"


@dataclass(frozen=True, slots=True)
class ValuedOutcome:
    """One outcome with a value put on it; percentages lie between 0 and 100.

    group: whose outcome it is. proxy: the name of the value used. Both serve to find the same
    person's change counted twice.
    """

    key: str
    quantity: Decimal
    unit_value: Decimal
    deadweight: Decimal = NOUGHT
    displacement: Decimal = NOUGHT
    attribution: Decimal = NOUGHT
    drop_off: Decimal = NOUGHT
    years: int = 1
    benefit: Benefit = Benefit.SOCIAL
    group: str = ""
    proxy: str = ""


@dataclass(frozen=True, slots=True)
class Discounting:
    """The yearly discount rate in percent, and whether the first year is discounted."""

    percent: Decimal
    first_year: bool = True


@dataclass(frozen=True, slots=True)
class OutcomeReturn:
    """One outcome's net benefit in each year and its present value, in pounds, unrounded."""

    key: str
    benefit: Benefit
    by_year: tuple[Decimal, ...]
    present_value: Decimal


@dataclass(frozen=True, slots=True)
class SocialReturn:
    """The whole account in pounds, unrounded; ratio is None where nothing is put in."""

    outcomes: tuple[OutcomeReturn, ...]
    inputs: Decimal
    present_value: Decimal

    @property
    def net_present_value(self) -> Decimal:
        """Present value less inputs."""
        return self.present_value - self.inputs

    @property
    def ratio(self) -> Decimal | None:
        """Present value for each pound put in."""
        return self.present_value / self.inputs if self.inputs > 0 else None

    def of(self, benefit: Benefit) -> Decimal:
        """Return the present value of one kind of benefit alone."""
        found = (one.present_value for one in self.outcomes if one.benefit is benefit)
        return sum(found, NOUGHT)


@dataclass(frozen=True, slots=True)
class Swing:
    """The ratio when one assumption is that much lower and higher than assumed."""

    assumption: str
    lower: Decimal | None
    higher: Decimal | None


SWUNG = ("quantity", "unit_value", "deadweight", "displacement", "attribution", "drop_off")


def net_by_year(outcome: ValuedOutcome) -> tuple[Decimal, ...]:
    """Return the net benefit of each year.

    Formula: quantity × value × (1 − deadweight) × (1 − displacement) × (1 − attribution), then
    × (1 − drop-off) for every further year. Units: pounds. Rounding: none.
    Errors: InputError where a percentage lies outside 0…100.
    Source: A guide to social return on investment, Cabinet Office 2009, updated 2012; T-SROI.
    """
    taken = (outcome.deadweight, outcome.displacement, outcome.attribution, outcome.drop_off)
    if any(not 0 <= percent <= HUNDRED for percent in taken):
        raise InputError(
            tr("A percentage lies outside 0 to 100."),
            tr("What would have happened anyway cannot be less than nothing or more than all."),
            tr("Correct the percentages of this outcome."),
        )
    net = outcome.quantity * outcome.unit_value
    for percent in taken[:3]:
        net *= 1 - percent / HUNDRED
    kept = 1 - outcome.drop_off / HUNDRED
    return tuple(net * kept**year for year in range(outcome.years))


def present_value(amounts: Sequence[Decimal], discounting: Discounting) -> Decimal:
    """Return what amounts of coming years are worth today.

    Formula: Σ amount of year t ÷ (1 + rate ÷ 100)^t, t from 1; from 0 where the first year is not
    discounted. Units: pounds. Rounding: none. Errors: InputError for a rate of −100 % or less.
    Source: the Green Book, HM Treasury; the rate is dated data.
    """
    if discounting.percent <= -HUNDRED:
        raise InputError(
            tr("A discount rate must be more than −100 %."), advice=tr("Correct the rate.")
        )
    factor = 1 + discounting.percent / HUNDRED
    first = 1 if discounting.first_year else 0
    return sum((sum_ / factor**year for year, sum_ in enumerate(amounts, first)), NOUGHT)


def social_return(
    outcomes: Sequence[ValuedOutcome], inputs: Sequence[Decimal], discounting: Discounting
) -> SocialReturn:
    """Return the social return of a set of outcomes.

    Formula: ratio = present value of the net benefits ÷ present value of the inputs, the inputs of
    the first place counted as paid at the start (year 0), the next a year later.
    Units: pounds. Rounding: none. Errors: as net_by_year and present_value. Source: T-SROI.
    """
    valued = []
    for outcome in outcomes:
        by_year = net_by_year(outcome)
        worth = present_value(by_year, discounting)
        valued.append(OutcomeReturn(outcome.key, outcome.benefit, by_year, worth))
    paid = present_value(inputs, replace(discounting, first_year=False))
    total = sum((one.present_value for one in valued), NOUGHT)
    return SocialReturn(tuple(valued), paid, total)


def sensitivity(
    outcomes: Sequence[ValuedOutcome],
    inputs: Sequence[Decimal],
    discounting: Discounting,
    swing_percent: Decimal,
) -> tuple[Swing, ...]:
    """Return the ratio with each assumption lowered and raised in turn, for all outcomes at once.

    Formula: social_return with the assumption × (1 ∓ swing ÷ 100), percentages held in 0…100;
    last, the inputs. Rounding: none. Source: shown at ± 25 % beside every ratio.
    """
    less, more = 1 - swing_percent / HUNDRED, 1 + swing_percent / HUNDRED
    found = []
    for name in SWUNG:
        ratios = [
            social_return(_swung(outcomes, name, by), inputs, discounting).ratio
            for by in (less, more)
        ]
        found.append(Swing(name, *ratios))
    ratios = [
        social_return(outcomes, [paid * by for paid in inputs], discounting).ratio
        for by in (less, more)
    ]
    return (*found, Swing("inputs", *ratios))


def possible_double_counts(outcomes: Sequence[ValuedOutcome]) -> tuple[tuple[str, str], ...]:
    """Return pairs of outcomes that put the same value on the same group of people."""
    pairs = []
    for place, one in enumerate(outcomes):
        for other in outcomes[place + 1 :]:
            same_group = _same(one.group, other.group)
            if same_group and _same(one.proxy, other.proxy):
                pairs.append((one.key, other.key))
    return tuple(pairs)


def _same(one: str, other: str) -> bool:
    return bool(one.strip()) and one.strip().casefold() == other.strip().casefold()


def _swung(outcomes: Sequence[ValuedOutcome], name: str, by: Decimal) -> tuple[ValuedOutcome, ...]:
    return tuple(_with_swing(outcome, name, by) for outcome in outcomes)


def _with_swing(outcome: ValuedOutcome, name: str, by: Decimal) -> ValuedOutcome:
    match name:
        case "quantity":
            return replace(outcome, quantity=outcome.quantity * by)
        case "unit_value":
            return replace(outcome, unit_value=outcome.unit_value * by)
        case "deadweight":
            return replace(outcome, deadweight=_percent(outcome.deadweight * by))
        case "displacement":
            return replace(outcome, displacement=_percent(outcome.displacement * by))
        case "attribution":
            return replace(outcome, attribution=_percent(outcome.attribution * by))
        case _:
            return replace(outcome, drop_off=_percent(outcome.drop_off * by))


def _percent(value: Decimal) -> Decimal:
    return held_between(value, NOUGHT, HUNDRED)
