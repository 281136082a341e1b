"""What value adds up to in a bid: its social return, its business case, what others carry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.value import ReturnLine, ValueItem
from bidkit.errors import BidKitError
from bidkit.figures.business_case import break_even_cases
from bidkit.figures.rounding import HUNDRED, NOUGHT
from bidkit.figures.social_return import (
    Discounting,
    SocialReturn,
    Swing,
    ValuedOutcome,
    possible_double_counts,
    sensitivity,
    social_return,
)
from bidkit.figures.value import Subsidy, subsidy

SWING = Decimal(25)


@dataclass(frozen=True)
class Returned:
    """A social return with its rate and its swings, or the sentence why there is none yet."""

    account: SocialReturn | None = None
    rate: Decimal | None = None
    swings: tuple[Swing, ...] = ()
    double: tuple[tuple[str, str], ...] = ()
    trouble: str = ""


def social_return_of(bid: Bid, usual_rate: Decimal | None) -> Returned:
    """Return the social return of the lines that have a quantity and a value.

    The rate is the bid's own, else the usual one; the ratio is swung by 25 % either way.
    """
    outcomes = tuple(map(_outcome, counted_lines(bid.return_lines)))
    rate = bid.social_return.discount_rate
    rate = usual_rate if rate is None else rate
    if not outcomes or rate is None:
        return Returned(rate=rate)
    discounting = Discounting(rate, bid.social_return.discount_first_year)
    inputs = [bid.social_return.inputs or NOUGHT]
    try:
        account = social_return(outcomes, inputs, discounting)
        swings = sensitivity(outcomes, inputs, discounting, SWING)
    except BidKitError as error:
        return Returned(rate=rate, trouble=f"{error.what} {error.advice}")
    return Returned(account, rate, swings, possible_double_counts(outcomes))


def counted_lines(lines: Sequence[ReturnLine]) -> tuple[ReturnLine, ...]:
    """Return the lines that say both how many and what each is worth."""
    return tuple(one for one in lines if one.quantity is not None and one.proxy is not None)


def break_even_of(bid: Bid) -> Decimal | None:
    """Return how many cases must be avoided for the programme to pay for itself, if known."""
    case = bid.business_case
    if case.programme_cost is None or case.avoided_per_case is None:
        return None
    return break_even_cases(case.programme_cost, case.avoided_per_case)


def subsidy_of(item: ValueItem) -> Subsidy | None:
    """Return what of an extra's cost others carry; None where it costs nothing or is priced.

    Something paid in part counts as not paid: how large the part is, nobody has said.
    """
    if item.cost is None or item.cost <= 0 or item.paid_for not in ("no", "part"):
        return None
    return subsidy(item.cost, NOUGHT)


def _outcome(line: ReturnLine) -> ValuedOutcome:
    return ValuedOutcome(
        line.title or line.id,
        line.quantity or NOUGHT,
        line.proxy or NOUGHT,
        line.deadweight or NOUGHT,
        line.displacement or NOUGHT,
        line.attribution or NOUGHT,
        line.drop_off or NOUGHT,
        min(1 if line.years is None else line.years, int(HUNDRED)),
        group=line.title,
        proxy=line.measure,
    )
