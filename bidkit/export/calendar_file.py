"""The dates of a bid as a calendar file (.ics), for any calendar program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.words import tr

LONGEST_LINE = 74


@dataclass(frozen=True)
class Entry:
    """One date of the bid: a moment or a whole day, and what it is."""

    key: str
    at: datetime | date
    title: str
    note: str = ""


def entries_of(bid: Bid) -> tuple[Entry, ...]:
    """Return every date of the bid that somebody should see coming, in order of time."""
    name = bid.about.title or bid.opportunity.title
    found = list(_rounds(bid, name))
    if bid.presentation.when is not None:
        title = tr("Presentation: {name}", name=name)
        found.append(Entry("presentation", bid.presentation.when, title, bid.presentation.place))
    period = bid.opportunity.period
    dated = (
        ("start", period.starts_on, tr("Contract starts: {name}", name=name)),
        ("end", period.ends_on, tr("Contract ends: {name}", name=name)),
        ("standstill", bid.after.standstill_ends_on, tr("Standstill ends: {name}", name=name)),
        ("rebid", bid.after.rebid_on, tr("Start the next bid: {name}", name=name)),
    )
    found += [Entry(key, day, title) for key, day, title in dated if day is not None]
    found += [
        Entry(f"task-{one.id}", one.due_on, one.title, one.owner)
        for one in bid.tasks
        if one.due_on is not None and not one.done
    ]
    found += [
        Entry(f"promise-{one.id}", one.due_on, tr("Promise due: {what}", what=one.measure))
        for one in bid.commitments
        if one.due_on is not None and one.status == "promised"
    ]
    return tuple(sorted(found, key=_day))


def calendar_file(bid: Bid, now: datetime) -> str:
    """Return the calendar file; the same date keeps its identity, so importing twice updates."""
    stamp = _moment(now)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//BidKit//BidKit//EN"]
    origin = bid.opportunity.reference or bid.opportunity.title or bid.about.title
    for entry in entries_of(bid):
        lines += ["BEGIN:VEVENT", f"UID:{derived_id('ics', origin, entry.key)}@bidkit"]
        lines.append(f"DTSTAMP:{stamp}")
        if isinstance(entry.at, datetime):
            lines.append(f"DTSTART:{_moment(entry.at)}")
        else:
            lines.append(f"DTSTART;VALUE=DATE:{entry.at:%Y%m%d}")
            lines.append(f"DTEND;VALUE=DATE:{entry.at + timedelta(days=1):%Y%m%d}")
        lines.append(f"SUMMARY:{_escaped(entry.title)}")
        if entry.note:
            lines.append(f"DESCRIPTION:{_escaped(entry.note)}")
        lines.append("END:VEVENT")
    lines.append("END:VCALENDAR")
    return "\r\n".join(piece for line in lines for piece in _folded(line)) + "\r\n"


def _rounds(bid: Bid, name: str) -> Iterator[Entry]:
    for one in bid.rounds:
        called = one.title or one.kind
        if one.questions_close is not None:
            title = tr("Questions close: {name}", name=name)
            yield Entry(f"questions-{one.id}", one.questions_close, title, called)
        if one.deadline is not None:
            title = tr("Deadline: {name} ({round})", name=name, round=called)
            yield Entry(f"deadline-{one.id}", one.deadline, title, one.where)


def _day(entry: Entry) -> date:
    return entry.at.date() if isinstance(entry.at, datetime) else entry.at


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    for old, new in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n")):
        text = text.replace(old, new)
    return "".join(one for one in text if one.isprintable())


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 octets, as the format asks; letters stay whole."""
    piece = ""
    first = True
    for letter in line:
        if len((piece + letter).encode()) > LONGEST_LINE:
            yield piece if first else f" {piece}"
            piece, first = "", False
        piece += letter
    yield piece if first else f" {piece}"
