"""A plan for getting ready, laid back from the first day of the contract."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from bidkit.domain.base import Entity, derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.offer import DeliveryStep, Milestone
from bidkit.importers.base import merged
from bidkit.packs.work import StepLine


def day_before(start: date, weeks: int, most: int, earliest: date) -> date:
    """Return the day so many weeks before a start.

    Formula: start − 7 × weeks; where the longest step would begin before the earliest day, the
    weeks are shortened in proportion, to whole days, so that the plan fits.
    """
    room = max((start - earliest).days, 0)
    days = 7 * weeks
    longest = 7 * most
    if longest > room:
        days = days * room // longest
    return start - timedelta(days=days)


def with_mobilisation(bid: Bid, lines: Collection[StepLine], bid_id: str, today: date) -> Bid:
    """Return the bid with the usual steps before the start, dated where the start is known.

    What is there stays as it is; the same plan twice is the plan once.
    """
    start = bid.opportunity.period.starts_on
    most = max((one.from_weeks for one in lines), default=0)

    def day(weeks: int) -> date | None:
        return day_before(start, weeks, most, today) if start is not None else None

    steps = [
        DeliveryStep(
            id=derived_id(bid_id, "mobilise", one.key),
            title=one.title,
            description=one.about,
            phase="mobilisation",
            starts_on=day(one.from_weeks),
            ends_on=day(one.to_weeks),
            owner=one.owner,
            output=one.output,
        )
        for one in lines
    ]
    milestones = [
        Milestone(
            id=derived_id(bid_id, "mobilised", one.key),
            title=one.milestone,
            on=day(one.to_weeks),
            owner=one.owner,
            step=derived_id(bid_id, "mobilise", one.key),
        )
        for one in lines
        if one.milestone
    ]
    with_steps = _with_new(bid, "steps", steps)
    return _with_new(with_steps, "milestones", milestones)


def _with_new(bid: Bid, collection: str, things: Collection[Entity]) -> Bid:
    known = {one.id for one in getattr(bid, collection)}
    return merged(bid, collection, [one for one in things if one.id not in known])
