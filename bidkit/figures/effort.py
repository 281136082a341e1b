"""Is it worth bidding: hours needed and at hand, cost of bidding, and chance with reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bidkit.figures.rounding import HUNDRED, NOUGHT, share_percent, to_pence
from bidkit.words import Words, later

WEEK = 5


class Fit(StrEnum):
    """Whether the hours at hand are enough."""

    ENOUGH = "enough"
    TIGHT = "tight"
    SHORT = "short"
    UNKNOWN = "unknown"


class Chance(StrEnum):
    """The chance of winning in a word; never a percentage that nobody typed."""

    LOW = "low"
    FAIR = "fair"
    GOOD = "good"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a group works: words an hour, hours for each question besides, share for review."""

    words_an_hour: Decimal
    hours_a_question: Decimal = NOUGHT
    review_percent: Decimal = NOUGHT


@dataclass(frozen=True, slots=True)
class Effort:
    """The hours a bid needs."""

    writing: Decimal
    questions: Decimal
    review: Decimal

    @property
    def total(self) -> Decimal:
        """All hours together."""
        return self.writing + self.questions + self.review


@dataclass(frozen=True, slots=True)
class ChanceFacts:
    """What speaks for winning or against it; None while nobody has said."""

    meets_conditions: bool | None = None
    time_enough: bool | None = None
    outcomes_proven: bool | None = None
    delivered_similar: bool | None = None
    known_to_buyer: bool | None = None
    price_in_reach: bool | None = None
    beats_rivals: bool | None = None


@dataclass(frozen=True, slots=True)
class ChanceResult:
    """The chance of winning with what speaks for it, what against, and what is not yet said."""

    chance: Chance
    speaks_for: tuple[Words, ...]
    speaks_against: tuple[Words, ...]
    not_said: tuple[str, ...]


DECIDING = ("meets_conditions", "time_enough")
GOOD_FROM = 4
REASONS = {
    "meets_conditions": (
        later("We meet every condition that must be met."),
        later("We do not meet a condition that must be met."),
    ),
    "time_enough": (
        later("There is time enough to write a good bid."),
        later("There is too little time left to write a good bid."),
    ),
    "outcomes_proven": (
        later("We can prove the outcomes the buyer wants."),
        later("We cannot yet prove the outcomes the buyer wants."),
    ),
    "delivered_similar": (
        later("We have delivered something like this before."),
        later("We have not delivered anything like this before."),
    ),
    "known_to_buyer": (
        later("The buyer knows our work."),
        later("The buyer does not know our work."),
    ),
    "price_in_reach": (
        later("The price covers our full cost."),
        later("The price does not cover our full cost."),
    ),
    "beats_rivals": (
        later("We offer something the likely rivals cannot."),
        later("A rival is better placed than we are."),
    ),
}


def hours_needed(words: int, questions: int, pace: Pace) -> Effort | None:
    """Return the hours a bid needs; None while the pace is not known.

    Formula: words ÷ words an hour + questions × hours each + review % of both. Rounding: none.
    """
    if pace.words_an_hour <= 0:
        return None
    writing = Decimal(words) / pace.words_an_hour
    besides = Decimal(questions) * pace.hours_a_question
    return Effort(writing, besides, (writing + besides) * pace.review_percent / HUNDRED)


def hours_available(hours_a_week: Sequence[Decimal], working_days: int) -> Decimal:
    """Return the hours people have until the deadline.

    Formula: Σ hours a week × working days ÷ 5, nothing for days gone by. Rounding: none.
    """
    return sum(hours_a_week, NOUGHT) * max(0, working_days) / WEEK


def fit(needed: Decimal | None, available: Decimal | None, tight_above: Decimal) -> Fit:
    """Tell whether the hours are enough: tight above so many percent of those at hand."""
    if needed is None or available is None:
        return Fit.UNKNOWN
    if needed > available:
        return Fit.SHORT
    used = share_percent(needed, available)
    return Fit.TIGHT if used is not None and used > tight_above else Fit.ENOUGH


def cost_of_bidding(hours: Decimal, hourly_cost: Decimal, other: Decimal = NOUGHT) -> Decimal:
    """Return what the bid costs to write: hours × cost an hour + other costs, to the penny."""
    return to_pence(hours * hourly_cost + other)


def chance(facts: ChanceFacts) -> ChanceResult:
    """Return the chance of winning as a word with its reasons.

    Low where a condition fails or time is too short, or more speaks against than for; good where
    the conditions are met, at least four things speak for it and at most one against; fair
    otherwise; unknown while nothing is said. Our own rule of thumb, so the reasons are shown.
    """
    said: dict[str, bool | None] = {name: getattr(facts, name) for name in REASONS}
    good = [name for name, one in said.items() if one is True]
    bad = [name for name, one in said.items() if one is False]
    return ChanceResult(
        _chance(good, bad),
        tuple(REASONS[name][0] for name in good),
        tuple(REASONS[name][1] for name in bad),
        tuple(name for name, one in said.items() if one is None),
    )


def expected_value(typed_percent: Decimal | None, gain: Decimal, cost: Decimal) -> Decimal | None:
    """Return chance × what winning leaves − cost of bidding; None until a percentage is typed.

    Formula: percent ÷ 100 × gain − cost. Units: pounds; gain is the margin, not the turnover.
    Rounding: to the penny.
    """
    return None if typed_percent is None else to_pence(typed_percent * gain / HUNDRED - cost)


def _chance(good: Sequence[str], bad: Sequence[str]) -> Chance:
    if not good and not bad:
        return Chance.UNKNOWN
    if any(name in DECIDING for name in bad) or len(bad) > len(good):
        return Chance.LOW
    sure = "meets_conditions" in good and len(good) >= GOOD_FROM and len(bad) <= 1
    return Chance.GOOD if sure else Chance.FAIR
