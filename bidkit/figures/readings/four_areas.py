"""The four things panels look for: product, quality, evidence and track record, from a bid."""

from __future__ import annotations

from dataclasses import dataclass

from bidkit.domain.bid import Bid
from bidkit.domain.prose import chips_in, read_prose

ENOUGH_RECORDS = 3


@dataclass(frozen=True)
class Area:
    """One area: how many of its parts are there, how many it has, and the first one missing."""

    name: str
    there: int
    of: int
    missing: str = ""

    @property
    def share(self) -> float:
        """From 0 (nothing there) to 1 (everything)."""
        return self.there / self.of if self.of else 0.0


def four_areas(bid: Bid) -> tuple[Area, ...]:
    """Return how far product, quality, evidence and track record are shown.

    Formula: the number of parts that are filled out of those an area has. Parts are words of the
    bid, not judgements of it; a full area may still be written badly. Evidence counts every
    outcome and every written answer as one part, there when it rests on an item of evidence.
    Track record counts up to three contracts with a result. Source: the four areas named in the
    sector's guidance on bidding of 2007.
    """
    return (_product(bid), _quality(bid), _evidence(bid), _track_record(bid))


def _product(bid: Bid) -> Area:
    offer, ours = bid.offer, bid.organisation
    short = offer.words_50 or offer.words_100 or offer.words_200
    return _area(
        "product",
        ("description", bool(short)),
        ("what we do", bool(ours.what_we_do or ours.product_sheet)),
        ("method", bool(offer.method or bid.steps)),
        ("timetable", any(one.starts_on for one in bid.steps)),
    )


def _quality(bid: Bid) -> Area:
    held = [one for one in bid.policies if one.held == "yes"]
    return _area(
        "quality",
        ("systems", bool(bid.organisation.quality_systems or bid.offer.quality_assurance)),
        ("policies", bool(held)),
        ("measures", bool(bid.measures)),
        ("marks", bool(bid.quality_marks)),
    )


def _evidence(bid: Bid) -> Area:
    linked = {one for item in bid.evidence for one in item.outcomes}
    outcomes = [bool(one.evidence) or one.id in linked for one in bid.outcomes]
    answers = [bool(chips_in(read_prose(one.text))) for one in bid.answers if one.text.strip()]
    parts = [*outcomes, *answers]
    missing = "" if parts and all(parts) else "outcomes" if not all(outcomes) else "answers"
    return Area("evidence", sum(parts), max(len(parts), 1), missing)


def _track_record(bid: Bid) -> Area:
    told = sum(bool(one.result.strip()) for one in bid.track_record)
    there = min(told, ENOUGH_RECORDS)
    missing = "" if there == ENOUGH_RECORDS else "results" if bid.track_record else "records"
    return Area("track record", there, ENOUGH_RECORDS, missing)


def _area(name: str, *parts: tuple[str, bool]) -> Area:
    missing = next((part for part, there in parts if not there), "")
    return Area(name, sum(there for _, there in parts), len(parts), missing)
