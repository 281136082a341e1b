"""The dates of a bid as a calendar file (.ics, RFC 5545), for any calendar program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bidkit.domain.base import derived_id
from bidkit.domain.bid import Bid
from bidkit.domain.showing import UK, in_uk
from bidkit.words import tr

LONGEST_LINE = 74
ZONE = "Europe/London"
MORNING = time(9)
YEARS = range(1990, 2200)
"""Years a bid can mean; a date beyond is a slip of the keyboard, which calendars choke on."""
ZONE_LINES = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19810329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
END:STANDARD
END:VTIMEZONE""".split("\n")


@dataclass(frozen=True)
class Entry:
    """One date of the bid: a moment or a whole day, what it is, and when to be reminded.

    alarms: how many days before; 0 is the morning of the day itself. minutes: how long it takes.
    """

    key: str
    at: datetime | date
    title: str
    note: str = ""
    place: str = ""
    alarms: tuple[int, ...] = (1,)
    minutes: int = 0


def entries_of(bid: Bid, more: Iterable[Entry] = ()) -> tuple[Entry, ...]:
    """Return every date of the bid that somebody should see coming, in order of time."""
    name = bid.about.title or bid.opportunity.title
    found = [*_rounds(bid, name), *_presentation(bid, name), *more]
    period, after = bid.opportunity.period, bid.after
    dated = (
        ("decision", after.decision_expected_on, tr("Decision expected: {name}", name=name), (0,)),
        ("award", after.award_notice_on, tr("Award notice: {name}", name=name), ()),
        ("start", period.starts_on, tr("Contract starts: {name}", name=name), (28, 7)),
        ("end", period.ends_on, tr("Contract ends: {name}", name=name), (28,)),
        (
            "group",
            after.working_group_meets_on,
            tr("First meeting about the next bid: {name}", name=name),
            (7, 1),
        ),
        ("rebid", after.rebid_on, tr("Start the next bid: {name}", name=name), (28, 0)),
    )
    found += [Entry(key, day, title, alarms=at) for key, day, title, at in dated if day is not None]
    found += [
        Entry(f"task-{one.id}", one.due_on, one.title, one.owner)
        for one in bid.tasks
        if one.due_on is not None and not one.done
    ]
    found += [
        Entry(
            f"promise-{one.id}",
            one.due_on,
            tr("Promise due: {what}", what=one.measure),
            one.owner,
            alarms=(14, 1),
        )
        for one in bid.commitments
        if one.due_on is not None and one.status == "promised"
    ]
    return tuple(sorted(found, key=_sorted_by))


def calendar_file(bid: Bid, now: datetime, *, bid_id: str = "", more: Iterable[Entry] = ()) -> str:
    """Return the calendar file; the same date keeps its identity, so importing twice updates.

    Moments stand in UK time with the zone described; what is past brings no alarm.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//BidKit//BidKit//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *ZONE_LINES,
    ]
    origin = bid_id or bid.opportunity.reference or bid.opportunity.title or bid.about.title
    for entry in entries_of(bid, more):
        if entry.at.year not in YEARS:
            continue
        lines += _event(entry, origin, now)
    lines.append("END:VCALENDAR")
    return "\r\n".join(piece for line in lines for piece in _folded(line)) + "\r\n"


def _event(entry: Entry, origin: str, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{derived_id('ics', origin, entry.key)}@bidkit"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    if isinstance(entry.at, datetime):
        yield f"DTSTART;TZID={ZONE}:{_local(entry.at)}"
        if entry.minutes:
            yield f"DTEND;TZID={ZONE}:{_local(entry.at + timedelta(minutes=entry.minutes))}"
    else:
        yield f"DTSTART;VALUE=DATE:{_date(entry.at)}"
        if entry.at < date.max:
            yield f"DTEND;VALUE=DATE:{_date(entry.at + timedelta(days=1))}"
    yield f"SUMMARY:{_escaped(entry.title)}"
    if entry.note:
        yield f"DESCRIPTION:{_escaped(entry.note)}"
    if entry.place:
        yield f"LOCATION:{_escaped(entry.place)}"
    yield "TRANSP:TRANSPARENT"
    for days in entry.alarms:
        yield from _alarm(entry, days, now)
    yield "END:VEVENT"


def _alarm(entry: Entry, days: int, now: datetime) -> Iterator[str]:
    """Yield a reminder so many days before; for a whole day it comes at nine in the morning."""
    if isinstance(entry.at, datetime):
        trigger = f"-P{days}D" if days else "-PT2H"
        rings = in_uk(entry.at) - (timedelta(days=days) if days else timedelta(hours=2))
    else:
        trigger = f"-P{days - 1}DT15H" if days else "PT9H"
        rings = datetime.combine(entry.at, MORNING, UK) - timedelta(days=days)
    if rings <= now:
        return
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_escaped(entry.title)}"
    yield f"TRIGGER:{trigger}"
    yield "END:VALARM"


def _rounds(bid: Bid, name: str) -> Iterator[Entry]:
    for one in bid.rounds:
        called = one.title or one.kind
        if one.opens_on is not None:
            title = tr("Opens: {name} ({round})", name=name, round=called)
            yield Entry(f"opens-{one.id}", one.opens_on, title, alarms=())
        if one.questions_close is not None:
            title = tr("Questions close: {name}", name=name)
            yield Entry(f"questions-{one.id}", one.questions_close, title, called, alarms=(3, 1))
        if one.deadline is not None:
            title = tr("Deadline: {name} ({round})", name=name, round=called)
            alarms = () if one.sent_at is not None else (7, 1, 0)
            yield Entry(f"deadline-{one.id}", one.deadline, title, one.where, alarms=alarms)


def _presentation(bid: Bid, name: str) -> Iterator[Entry]:
    when = bid.presentation.when
    if when is not None:
        title = tr("Presentation: {name}", name=name)
        given = bid.presentation
        yield Entry(
            "presentation",
            when,
            title,
            given.brief,
            given.place,
            alarms=(7, 1),
            minutes=min(given.minutes or 0, 24 * 60),
        )


def _sorted_by(entry: Entry) -> tuple[date, str]:
    if isinstance(entry.at, datetime):
        local = in_uk(entry.at)
        return (local.date(), f"{local:%H:%M}")
    return (entry.at, "")


def _local(at: datetime) -> str:
    local = in_uk(at)
    return f"{_date(local.date())}T{local:%H%M%S}"


def _date(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    for old, new in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\n"), ("\r", "\n")):
        text = text.replace(old, new)
    text = text.replace("\n", "\\n")
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
