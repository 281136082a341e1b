"""What rules may know besides the bid: the day, the phrase list, dated levels, open merges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from bidkit.figures.dates.calendar import WorkingCalendar

PhraseWeight = Literal["error", "warn", "info"]
Excuse = Literal["", "figure", "date"]


@dataclass(frozen=True)
class Phrase:
    """One weak phrase: its forms (* stands for any letters), how weak, and what is better.

    unless: a figure or a date in the same sentence excuses it.
    """

    key: str
    forms: tuple[str, ...]
    weight: PhraseWeight = "warn"
    better: str = ""
    unless: Excuse = ""


@dataclass(frozen=True)
class Levels:
    """Dated figures that rules hold a bid against; without its figure a rule stays silent."""

    policy_months: int | None = None
    small_numbers: int | None = None
    fewest_people: int | None = None
    share_code_days: int | None = None
    contract_share_percent: Decimal | None = None
    turnover_multiple: Decimal | None = None
    low_price_percent: Decimal | None = None
    grant_age_months: int | None = None
    payment_days: int | None = None


@dataclass(frozen=True)
class Facts:
    """Everything a rule may ask for that does not stand in the bid; today is an argument.

    undecided: addresses of fields whose merge is not decided. attachments_present: hashes of the
    attachments whose bytes can be read (None: nobody looked). left_out: addresses that this copy
    does not hold, about which rules say nothing. calendar: working days (None: not known).
    """

    today: date
    now: datetime
    undecided: frozenset[str] = frozenset()
    attachments_present: frozenset[str] | None = None
    phrases: tuple[Phrase, ...] = ()
    levels: Levels = Levels()
    other_buyers: frozenset[str] = frozenset()
    scope: str = "whole"
    left_out: frozenset[str] = frozenset()
    calendar: WorkingCalendar | None = None
