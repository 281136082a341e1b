"""The bid's dates as a calendar file, with those that follow from the rules it falls under."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from bidkit.domain.bid import Bid
from bidkit.domain.consent.held_back import without_held_back
from bidkit.export.calendar_file import Entry, calendar_file
from bidkit.figures.dates.standstill import claim_limit
from bidkit.packs.calendars import time_limits
from bidkit.session.afterwards.standstill import last_day_of, objection_of
from bidkit.words import tr


def dates_file(bid: Bid, now: datetime, bid_id: str = "") -> bytes:
    """Return the calendar file of a bid; a letter that cannot be written becomes a mark."""
    bid = without_held_back(bid, now.date())
    text = calendar_file(bid, now, bid_id=bid_id, more=worked_out(bid))
    return text.encode("utf-8", "replace")


def worked_out(bid: Bid) -> Iterator[Entry]:
    """Yield the dates nobody typed: end of the standstill, last day to object, for a claim."""
    name = bid.about.title or bid.opportunity.title
    objection = objection_of(bid)
    if objection is not None:
        title = tr("Last day to object in writing: {name}", name=name)
        yield Entry("objection", objection.last_day, title, alarms=(3, 1, 0))
    last = last_day_of(bid) or bid.after.standstill_ends_on
    if last is not None:
        yield Entry("standstill", last, tr("Standstill ends: {name}", name=name), alarms=(1, 0))
    told = bid.after.told_on
    if bid.after.outcome == "lost" and told is not None and told.year < date.max.year:
        limit = claim_limit(told, time_limits().claim_days)
        note = tr("Take legal advice well before.")
        yield Entry(
            "claim", limit, tr("Last day for a claim: {name}", name=name), note, alarms=(7,)
        )
