"""Making small bids for tests, and asking one rule what it says of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from bidkit.domain.base import Entity
from bidkit.domain.bid import EMPTY, Bid
from bidkit.domain.edits import with_fields
from bidkit.domain.finding import Finding, Level
from bidkit.domain.shape import shape_of
from bidkit.rules.catalogue import new_checker
from bidkit.rules.facts import Facts, Levels, Phrase

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
LEVELS = Levels(policy_months=24, small_numbers=5, fewest_people=3, share_code_days=90)
PHRASES = (
    Phrase("aim", ("we aim*", "aims to", "our aim is", "aiming to"), "error", "we {verb}"),
    Phrase("excellent", ("excellent",), "warn", "name the standard", unless="figure"),
    Phrase("plan", ("we plan to",), "error", "From {date} we will {verb}", unless="date"),
)
FACTS = Facts(TODAY, NOW, phrases=PHRASES, levels=LEVELS, attachments_present=frozenset())
KINDS = {kind: name for name, kind in shape_of(Bid).collections.items()}


@dataclass(frozen=True)
class Case:
    """What one rule says of a bid that is wrong, and that it is silent about one that is right."""

    rule: str
    wrong: Bid
    right: Bid
    level: Level
    place: str
    facts: Facts = FACTS
    right_facts: Facts | None = None

    @property
    def name(self) -> str:
        """The case as pytest shows it."""
        return f"{self.rule}-{self.place}"


def made(*things: Entity, **fields: Any) -> Bid:
    """Return a bid with these things and fields; __ in a name stands for a dot."""
    placed: dict[str, list[Entity]] = {}
    for one in things:
        placed.setdefault(KINDS[type(one)], []).append(one)
    named = {name.replace("__", "."): value for name, value in fields.items()}
    bid: Bid = with_fields(EMPTY, named)
    return bid.model_copy(update={name: tuple(found) for name, found in placed.items()})


def said(bid: Bid, rule: str, facts: Facts = FACTS) -> list[Finding]:
    """Return what one rule says of a bid."""
    return [one for one in new_checker().run(bid, facts) if one.rule == rule]
