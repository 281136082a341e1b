"""Content with a date: what each page rests on, and what should have been looked at again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from bidkit.domain.bid import Bid
from bidkit.domain.stages import Stage

if TYPE_CHECKING:
    from bidkit.packs.heads import Head

ASKING = (Stage.QUALIFICATION, Stage.ANSWERS)


@lru_cache(maxsize=1)
def dated_content() -> tuple[Head, ...]:
    """Return everything shipped that dates, the one to be looked at first standing first.

    Packs are read here and not before, so that the window stands without them.
    """
    from bidkit.packs import calendars
    from bidkit.packs.catalogue import shipped

    found = (*shipped().heads, *calendars.heads())
    return tuple(sorted(found, key=lambda head: (head.review_by, head.title)))


def content_of(stage: Stage) -> tuple[Head, ...]:
    """Return what a page may rest on: the calendars alone where the window must stand at once."""
    if stage is not Stage.NEXT:
        return dated_content()
    from bidkit.packs import calendars

    return calendars.heads()


def overdue_on(
    stage: Stage, bid: Bid, today: date, content: Iterable[Head] | None = None
) -> tuple[str, ...]:
    """Return a warning for each thing a page uses that should have been looked at again.

    Where questions are answered, a pack that asks concerns only a bid that holds its questions.
    """
    late = [
        head
        for head in (content_of(stage) if content is None else content)
        if stage.value in head.pages and head.overdue(today)
    ]
    if late and stage in ASKING:
        asked = {one.pack for one in bid.questions}
        late = [head for head in late if not head.asks or head.id in asked]
    return tuple(head.warning for head in late)


def overdue_in(bid: Bid, today: date) -> tuple[str, ...]:
    """Return the warnings of every page of a bid, each once."""
    found = (words for stage in Stage for words in overdue_on(stage, bid, today))
    return tuple(dict.fromkeys(found))
