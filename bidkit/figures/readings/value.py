"""What value adds up to in a bid: its social return, its business case, what others carry."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.evidence import Outcome
from bidkit.domain.showing import money_words, number_words
from bidkit.domain.value import ReturnLine, SocialMeasure, ValueItem
from bidkit.errors import BidKitError
from bidkit.figures.business_case import break_even_cases, in_prices_of
from bidkit.figures.rounding import HUNDRED, NOUGHT, to_pence
from bidkit.figures.social_return import (
    Benefit,
    Discounting,
    SocialReturn,
    Swing,
    ValuedOutcome,
    possible_double_counts,
    sensitivity,
    social_return,
)
from bidkit.figures.value import Subsidy, subsidy
from bidkit.words import tr

SWING = Decimal(25)


@dataclass(frozen=True)
class Returned:
    """A social return with its rate and its swings, or the sentence why there is none yet."""

    account: SocialReturn | None = None
    rate: Decimal | None = None
    swings: tuple[Swing, ...] = ()
    double: tuple[tuple[str, str], ...] = ()
    trouble: str = ""


@dataclass(frozen=True)
class Saved:
    """What an outcome saved, in pounds: how many, what one costs, the whole, and whose value."""

    cases: int
    each: Decimal
    whole: Decimal
    measure: SocialMeasure


def social_return_of(bid: Bid, usual_rate: Decimal | None) -> Returned:
    """Return the social return of the lines that have a quantity and a value.

    The rate is the bid's own, else the usual one; the ratio is swung by 25 % either way.
    """
    outcomes = tuple(_outcome(bid, line) for line in counted_lines(bid))
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


def counted_lines(bid: Bid) -> tuple[ReturnLine, ...]:
    """Return the lines that say both how many and what each is worth."""
    return tuple(
        one
        for one in bid.return_lines
        if one.quantity is not None and worth_of_line(bid, one) is not None
    )


def measure_of(bid: Bid, identity: str) -> SocialMeasure | None:
    """Return the value of our own with an identity; None where there is none."""
    return next((one for one in bid.social_measures if identity and one.id == identity), None)


def worth_of(measure: SocialMeasure) -> Decimal | None:
    """Return what one is worth, in the prices of the later year where both indexes are known."""
    then, now = measure.index_then, measure.index_now
    if measure.value is None or then is None or now is None or then <= 0 or now <= 0:
        return measure.value
    return in_prices_of(measure.value, then, now)


def worth_of_line(bid: Bid, line: ReturnLine) -> Decimal | None:
    """Return what each of a line is worth: as typed, else the value of our own it names."""
    measure = measure_of(bid, line.unit_value)
    if line.proxy is not None or measure is None:
        return line.proxy
    return worth_of(measure)


def saved_by(bid: Bid, outcome: Outcome) -> Saved | None:
    """Return what an outcome saved: those who achieved it × what one costs; None where unknown.

    Formula: achieved × value of one. Units: pounds. Rounding: to the penny. Of several indicators
    the first with a number counts, so that nobody is counted twice.
    """
    measure = measure_of(bid, outcome.unit_value)
    mine = (one.achieved for one in bid.indicators if one.parent == outcome.id)
    cases = next((one for one in mine if one is not None), None)
    each = worth_of(measure) if measure is not None else None
    if measure is None or cases is None or each is None:
        return None
    return Saved(cases, each, to_pence(each * cases), measure)


def break_even_of(bid: Bid) -> Decimal | None:
    """Return how many cases must be avoided for the programme to pay for itself, if known."""
    case = bid.business_case
    if case.programme_cost is None or case.avoided_per_case is None:
        return None
    return break_even_cases(case.programme_cost, case.avoided_per_case)


def break_even_words(bid: Bid) -> str:
    """Return the business case as one sentence, or what is missing for it."""
    case, cases = bid.business_case, break_even_of(bid)
    if cases is None:
        return tr("Say what the programme costs and what one case costs the buyer.")
    return tr(
        "{cost} pays for itself if it prevents {n} × {name}, at {each} each.",
        cost=money_words(case.programme_cost),
        n=number_words(round(cases, 1 if cases >= 1 else 2)),
        name=case.case_name.strip() or tr("case"),
        each=money_words(case.avoided_per_case),
    )


def ratio_words(ratio: Decimal | None) -> str:
    """Return a ratio as "3.62 : 1", a dash for none."""
    return f"{number_words(ratio, 2)} : 1" if ratio is not None else "–"


def subsidy_of(item: ValueItem) -> Subsidy | None:
    """Return what of an extra's cost others carry; None where it costs nothing or is priced.

    Something paid in part counts as not paid: how large the part is, nobody has said.
    """
    if item.cost is None or item.cost <= 0 or item.paid_for not in ("no", "part"):
        return None
    return subsidy(item.cost, NOUGHT)


def _outcome(bid: Bid, line: ReturnLine) -> ValuedOutcome:
    measure = measure_of(bid, line.unit_value)
    return ValuedOutcome(
        line.title or line.id,
        line.quantity or NOUGHT,
        worth_of_line(bid, line) or NOUGHT,
        line.deadweight or NOUGHT,
        line.displacement or NOUGHT,
        line.attribution or NOUGHT,
        line.drop_off or NOUGHT,
        min(1 if line.years is None else line.years, int(HUNDRED)),
        benefit=Benefit(measure.kind) if measure is not None and measure.kind else Benefit.SOCIAL,
        group=line.title,
        proxy=line.measure or (measure.title if measure is not None else ""),
    )
