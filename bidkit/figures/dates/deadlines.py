"""Deadlines as people type them: a day and a time of UK clocks."""

from __future__ import annotations

from datetime import date, datetime, time

from bidkit.domain.showing import UK

MIDNIGHT = time(0)


def uk_moment(day: date, at: time | None) -> datetime:
    """Return a day and time typed as UK clocks show them; in doubt the earlier counts.

    Without a time it is the very start of the day. Of the two readings of a time when the clocks
    change, it is the earlier.
    """
    shown = datetime.combine(day, at or MIDNIGHT)
    readings = (shown.replace(tzinfo=UK, fold=fold) for fold in (0, 1))
    return min(readings, key=datetime.timestamp)
