"""The next deadline of any round, as people count it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bidkit.domain.bid import Bid
from bidkit.domain.showing import UK, in_uk, moment_words
from bidkit.words import tr

AMBER_DAYS = 10
RED_DAYS = 3


@dataclass(frozen=True)
class Deadline:
    """A deadline, the days left to it, how near that is, and the words for both."""

    at: datetime
    title: str
    days_left: int
    nearness: Literal["far", "near", "very near", "passed"]
    confirmed: bool

    @property
    def words(self) -> str:
        """The deadline as the top bar says it: "9 days left — Fri 4 Dec 2026, 12 noon"."""
        return f"{self.left_words} — {moment_words(self.at)}"

    @property
    def left_words(self) -> str:
        """The days left in words."""
        if self.nearness == "passed":
            return tr("The deadline has passed")
        if self.days_left == 0:
            return tr("Today")
        if self.days_left == 1:
            return tr("1 day left")
        return tr("{days} days left", days=self.days_left)


def next_deadline(bid: Bid, now: datetime) -> Deadline | None:
    """Return the first deadline still to come, else the last one that passed, else None.

    A round that was sent is done with, while another one still has its deadline before it.
    """
    known = [one for one in bid.rounds if one.deadline is not None]
    waiting = [one for one in known if one.sent_at is None]
    rounds = sorted(
        ((one.deadline, one) for one in waiting or known if one.deadline is not None),
        key=lambda pair: pair[0],
    )
    if not rounds:
        return None
    coming = [pair for pair in rounds if pair[0] >= now]
    at, found = coming[0] if coming else rounds[-1]
    days = (in_uk(at).date() - now.astimezone(UK).date()).days
    if at < now:
        nearness: Literal["far", "near", "very near", "passed"] = "passed"
    elif days < RED_DAYS:
        nearness = "very near"
    else:
        nearness = "near" if days < AMBER_DAYS else "far"
    return Deadline(at, found.title, days, nearness, bid.opportunity.deadline_confirmed)
