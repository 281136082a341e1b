"""Should we bid: gates, red flags, capacity and the recorded decision."""

from datetime import date
from typing import Annotated, Literal

from bidkit.domain.base import (
    PERSONAL,
    Count,
    Entity,
    Group,
    Money,
    Number,
    Paragraphs,
    YesNo,
    YesNoUnknown,
)


class Decision(Group):
    """What was decided about bidding, by whom, when and why."""

    choice: Literal["", "bid", "do not bid", "bid with partners", "undecided"] = ""
    decided_on: date | None = None
    decided_by: Annotated[str, PERSONAL] = ""
    reason: Paragraphs = ""
    mission_fit: Paragraphs = ""
    independence: Paragraphs = ""
    usp: Paragraphs = ""
    usp_reason: Paragraphs = ""
    strengths: Paragraphs = ""
    efficiency: Paragraphs = ""
    for_the_buyer: Paragraphs = ""
    hours_available: Number = None
    hours_a_week: Number = None
    hours_needed: Number = None
    words_per_hour: Number = None
    hourly_cost: Money = None
    other_bid_cost: Money = None
    win_chance: Number = None
    chance_band: Literal["", "low", "fair", "good"] = ""
    chance_reasons: Paragraphs = ""
    surplus_if_won: Money = None
    cash_needed: Money = None
    cash_available: Money = None
    working_capital_note: Paragraphs = ""
    dependency_note: Paragraphs = ""
    legal_power_advice: Paragraphs = ""
    trustee_minute: str = ""
    pilot_first: YesNo = ""
    free_trial: YesNo = ""
    free_trial_cost: Money = None


class Gate(Entity):
    """One thing that must hold before it is worth bidding."""

    key: str = ""
    question: str = ""
    stops: bool = False
    answer: YesNoUnknown = ""
    reason: Paragraphs = ""


class RedFlag(Entity):
    """One fault to look for in the contract, and what we found."""

    key: str = ""
    group: Literal["", "nao", "gershon", "template"] = ""
    text: str = ""
    found: YesNoUnknown = ""
    note: Paragraphs = ""


class BuyerQuality(Entity):
    """One principle or action a good commissioner follows, and how this buyer does."""

    key: str = ""
    group: Literal["", "principle", "action"] = ""
    text: str = ""
    rating: Count = None
    note: Paragraphs = ""
    our_help: Paragraphs = ""
