"""Lists of packs about the work itself: what usually has to stand before a service begins."""

from __future__ import annotations

from bidkit.domain.base import Value


class StepLine(Value):
    """One usual step before the start: from and until how many weeks before it, and who.

    milestone: what stands when it is done, if that is worth a day of its own.
    """

    key: str
    title: str
    about: str = ""
    owner: str = ""
    from_weeks: int
    to_weeks: int = 0
    output: str = ""
    milestone: str = ""
