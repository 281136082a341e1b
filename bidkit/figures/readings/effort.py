"""The work of one bid: words to write, hours they take, hours at hand, and what that costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bidkit.domain.bid import Bid
from bidkit.domain.criteria import Criterion
from bidkit.domain.questionnaire import Limit, Question
from bidkit.domain.showing import in_uk
from bidkit.figures import effort
from bidkit.figures.dates.calendar import WorkingCalendar, working_days_between
from bidkit.figures.readings.marks import children_of, marks_of

NOUGHT = Decimal(0)
USUAL_WORDS = 300
CHARACTERS_A_WORD = 6
WORDS_A_PAGE = 450
USUAL_PACE = Decimal(60)
HOURS_A_QUESTION = Decimal("0.5")
REVIEW_PERCENT = Decimal(20)
TIGHT_ABOVE = Decimal(80)


@dataclass(frozen=True)
class Work:
    """How much there is to write and whether it can be done; hours are as typed or worked out.

    days: working days until the next deadline, None where no deadline or no calendar is known.
    """

    questions: int
    words: int
    without_limit: int
    needed: Decimal | None
    worked_out: bool
    available: Decimal | None
    fit: effort.Fit
    cost: Decimal | None
    expected_value: Decimal | None
    days: int | None = None


@dataclass(frozen=True)
class Weighing:
    """One criterion and its points out of all."""

    criterion: Criterion
    points: Decimal


def work_of(bid: Bid, days: int | None = None) -> Work:
    """Return the work of a bid, with so many working days left until its deadline.

    Formula: words are the limits of all prose questions (characters ÷ 6, pages × 450, and 300
    where no limit is given); hours needed are those typed, else words ÷ pace + half an hour a
    question + 20% for review. Source: our own rule of thumb; every input can be typed instead.
    """
    said = bid.decision
    asked = [one for one in bid.questions if one.kind == "prose"]
    words = sum(words_of(one) for one in asked)
    pace = effort.Pace(said.words_per_hour or USUAL_PACE, HOURS_A_QUESTION, REVIEW_PERCENT)
    worked = effort.hours_needed(words, len(asked), pace)
    total = worked.total if worked is not None and asked else None
    needed = said.hours_needed if said.hours_needed is not None else total
    cost = None
    if needed is not None and said.hourly_cost is not None:
        cost = effort.cost_of_bidding(needed, said.hourly_cost, said.other_bid_cost or NOUGHT)
    available = said.hours_available
    if available is None and said.hours_a_week is not None and days is not None:
        available = effort.hours_available([said.hours_a_week], days)
    expected = None
    if cost is not None and said.surplus_if_won is not None:
        expected = effort.expected_value(said.win_chance, said.surplus_if_won, cost)
    return Work(
        questions=len(asked),
        words=words,
        without_limit=sum(one.limit.most is None for one in asked),
        needed=needed,
        worked_out=said.hours_needed is None and total is not None,
        available=available,
        fit=effort.fit(needed, available, TIGHT_ABOVE),
        cost=cost,
        expected_value=expected,
        days=days,
    )


def days_left(bid: Bid, today: date, calendar: WorkingCalendar) -> int | None:
    """Return the working days until the next deadline of a round not sent yet; None without one."""
    coming = [one.deadline for one in bid.rounds if one.deadline and one.sent_at is None]
    future = [day for day in (in_uk(moment).date() for moment in coming) if day >= today]
    return working_days_between(calendar, today, min(future)) if future else None


def top_weights(bid: Bid) -> tuple[Weighing, ...]:
    """Return the criteria at the top of the tree with their weights, as the buyer gives them."""
    return tuple(
        Weighing(one, one.weight) for one in children_of(bid).get("", ()) if one.weight is not None
    )


def heaviest(bid: Bid, most: int = 3) -> tuple[Weighing, ...]:
    """Return the written criteria worth most of the whole, the heaviest first.

    Formula: points as `marks_of` works them out; price and cost are left out.
    """
    return tuple(sorted(_worth(bid), key=lambda one: -one.points)[:most])


def _worth(bid: Bid) -> Iterator[Weighing]:
    worth = marks_of(bid).worth
    for one in bid.criteria:
        if one.kind not in ("price", "cost") and worth.get(one.id):
            yield Weighing(one, worth[one.id])


def words_of(question: Question) -> int:
    """Return about how many words a question leaves room for."""
    room = words_in(question.limit)
    return USUAL_WORDS if room is None else room


def words_in(limit: Limit) -> int | None:
    """Return about how many words a limit allows; None where there is no limit.

    Formula: characters ÷ 6, pages × 450. Source: our own rule of thumb.
    """
    most, unit = limit.most, limit.unit
    if most is None:
        return None
    if unit.startswith("characters"):
        return most // CHARACTERS_A_WORD
    return most * WORDS_A_PAGE if unit == "pages" else most
