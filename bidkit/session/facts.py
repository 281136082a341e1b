"""What the rules may know besides the bid, gathered from the clock, the packs and the file."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from bidkit.domain.showing import UK
from bidkit.packs.catalogue import Catalogue
from bidkit.rules.facts import Facts, Levels, Phrase
from bidkit.session.afterwards.standstill import working_calendar


def facts_from(
    now: datetime,
    catalogue: Catalogue,
    *,
    undecided: frozenset[str] = frozenset(),
    present: frozenset[str] | None = None,
    other_buyers: frozenset[str] = frozenset(),
) -> Facts:
    """Return the facts of this moment; figures come from dated packs and never from code."""
    return Facts(
        today=now.astimezone(UK).date(),
        now=now,
        undecided=undecided,
        attachments_present=present,
        phrases=phrases_from(catalogue),
        levels=levels_from(catalogue, now),
        other_buyers=other_buyers,
        calendar=working_calendar(),
    )


def phrases_from(catalogue: Catalogue) -> tuple[Phrase, ...]:
    """Return the weak phrases of the packs as the rules take them."""
    return tuple(
        Phrase(line.key, line.forms, line.weight, line.better, line.unless)
        for line in catalogue.phrases
    )


def levels_from(catalogue: Catalogue, now: datetime) -> Levels:
    """Return the dated figures that rules hold a bid against; a missing one leaves rules silent."""
    day = now.astimezone(UK).date()

    def figure(key: str) -> Decimal | None:
        line = catalogue.figure(key, day)
        return line.value if line is not None else None

    def whole(key: str) -> int | None:
        value = figure(key)
        return int(value) if value is not None else None

    return Levels(
        policy_months=whole("policy_review_months"),
        small_numbers=whole("small_numbers"),
        fewest_people=whole("fewest_people"),
        share_code_days=whole("share_code_days"),
        contract_share_percent=figure("contract_share_amber"),
        turnover_multiple=figure("turnover_multiple"),
        low_price_percent=figure("low_price_percent"),
        grant_age_months=whole("grant_age_months"),
        payment_days=whole("payment_days"),
    )
