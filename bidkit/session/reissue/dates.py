"""Dates that moved between two versions of a document, found again in the bid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from functools import partial
from typing import Any

from bidkit.domain.bid import Bid
from bidkit.domain.refs import Ref, ref
from bidkit.domain.rounds import Round
from bidkit.domain.showing import UK, day_words, moment_words
from bidkit.importers.notice.moments import WrittenDate, dates_in, in_uk
from bidkit.session.reissue.changes import Change
from bidkit.session.reissue.comparing import Comparison
from bidkit.words import Words, later, tr

ROUNDS = ref(Bid, lambda b: b.rounds)
CONFIRMED = ref(Bid, lambda b: b.opportunity.deadline_confirmed)
OF_ROUNDS: tuple[tuple[Ref[Round, Any], Words], ...] = (
    (ref(Round, lambda r: r.deadline), later("the deadline")),
    (ref(Round, lambda r: r.questions_close), later("the last day for questions")),
    (ref(Round, lambda r: r.opens_on), later("the day it opens")),
)
OF_BID: tuple[tuple[Ref[Bid, Any], Words], ...] = (
    (ref(Bid, lambda b: b.opportunity.period.starts_on), later("the contract start")),
    (ref(Bid, lambda b: b.opportunity.period.ends_on), later("the contract end")),
    (ref(Bid, lambda b: b.presentation.when), later("the presentation")),
)


def changes_of_dates(bid: Bid, comparison: Comparison) -> tuple[Change, ...]:
    """Return the dates of the bid that the newer version states otherwise in the same lines."""
    found: dict[str, Change] = {}
    for exchange in comparison.exchanges:
        older, newer = list(dates_in(exchange.older)), list(dates_in(exchange.newer))
        known, told = {_said(one) for one in older}, {_said(one) for one in newer}
        gone = [one for one in older if _said(one) not in told]
        come = [one for one in newer if _said(one) not in known]
        sure = len(gone) == len(come)
        for old, new in zip(gone, come, strict=False):
            for change in _moved(bid, old, new, sure=sure):
                found.setdefault(change.key, change)
    return tuple(found.values())


def _said(one: WrittenDate) -> tuple[date, time | None]:
    return one.day, one.at


def _moved(bid: Bid, old: WrittenDate, new: WrittenDate, *, sure: bool) -> Iterator[Change]:
    for place, what, about in dated_places(bid):
        value = place.get(bid)
        if value is None or not _is(value, old):
            continue
        moved = value_of(new, value)
        if moved == value:
            continue
        note = "" if sure else tr("Several dates changed here: compare it with the document.")
        words = (date_words(value), date_words(moved))
        take = partial(with_date, place=place, value=moved)
        yield Change(str(place), about, what, *words, take, sure=sure, note=note)


def dated_places(bid: Bid) -> Iterator[tuple[Ref[Bid, Any], str, str]]:
    """Yield every date the buyer sets: its address, what it is, and the round it belongs to."""
    for one in bid.rounds:
        about = one.title if len(bid.rounds) > 1 else ""
        for inner, what in OF_ROUNDS:
            yield ROUNDS.item(one.id).then(inner), str(what), about
    for place, what in OF_BID:
        yield place, str(what), ""


def _is(value: date | datetime, written: WrittenDate) -> bool:
    if not isinstance(value, datetime):
        return value == written.day
    local = value.astimezone(UK)
    return local.date() == written.day and written.at in (None, local.time())


def value_of(written: WrittenDate, value: date | datetime) -> date | datetime:
    """Return what is written as a value of the same kind; a time not written stays."""
    if not isinstance(value, datetime):
        return written.day
    clock = written.at or value.astimezone(UK).time()
    return in_uk(datetime.combine(written.day, clock, UK))


def date_words(value: date | datetime) -> str:
    """Return a day or a moment as people read it."""
    return moment_words(value) if isinstance(value, datetime) else day_words(value)


def with_date(bid: Bid, place: Ref[Bid, Any], value: date | datetime) -> Bid:
    """Return the bid with a date set; a deadline that moves must be confirmed anew."""
    moved = place.starts_with(ROUNDS) and place.steps[-1] == "deadline"
    if moved and place.get(bid) != value:
        bid = CONFIRMED.set(bid, value=False)
    return place.set(bid, value)
