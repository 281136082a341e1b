from __future__ import annotations

from datetime import UTC, date, datetime, time

from bidkit.domain.showing import UK
from bidkit.figures.dates.deadlines import uk_moment


def test_in_doubt_the_earlier_counts() -> None:
    assert uk_moment(date(2026, 12, 4), None) == datetime(2026, 12, 4, 0, 0, tzinfo=UK)
    twice = uk_moment(date(2026, 10, 25), time(1, 30))
    assert twice.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    missing = uk_moment(date(2027, 3, 28), time(1, 30))
    assert missing.astimezone(UTC) == datetime(2027, 3, 28, 0, 30, tzinfo=UTC)
