"""A timetable as bars over days, with milestones, owners and today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bidkit.domain.showing import day_words
from bidkit.drawing.metrics import ASCENT, Frame
from bidkit.drawing.patterns import Pattern, filled
from bidkit.drawing.primitives import DataTable, Line, Picture, Polyline, Rect, Role, Text
from bidkit.drawing.sketch import Sketch
from bidkit.drawing.telling import nothing, told
from bidkit.drawing.time_axis import Days, month_ticks
from bidkit.words import tr

LABEL_SHARE = 0.4
LABEL_LINES = 3
LONG = 45
"""Days from which a timetable begins with a whole month."""

THINNEST = 3.0


@dataclass(frozen=True, slots=True)
class Task:
    """Something done from one day to another, by somebody; a date of None is not known."""

    label: str
    start: date | None
    end: date | None
    owner: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something reached on one day."""

    label: str
    day: date | None
    owner: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Timetable:
    """Tasks and milestones in the order of their rows; today draws a line where it falls inside."""

    title: str
    rows: tuple[Task | Milestone, ...]
    today: date | None = None


def draw_timetable(chart: Timetable, frame: Frame) -> Picture:
    """Lay out a timetable: a row for each task or milestone with its dates and owner in words."""
    header = (tr("What"), tr("From"), tr("To"), tr("Who"))
    if not chart.rows:
        return nothing(chart.title, frame, header)
    sketch = Sketch(frame)
    top = sketch.title(chart.title)
    days = _days(chart, frame)
    label_room = frame.room * LABEL_SHARE - frame.size
    y = body = top + frame.leading * (1.3 if days else 0)
    heights = []
    for entry in chart.rows:
        heights.append(_draw_label(sketch, entry, label_room, y))
        y += heights[-1]
    if days:
        _draw_axis(sketch, days, top, body, y)
        place = body
        for entry, height in zip(chart.rows, heights, strict=True):
            _draw_entry(sketch, entry, days, place + height / 2)
            place += height
        y = _draw_today(sketch, chart.today, days, body, y)
    table = DataTable(header, tuple(_row(entry) for entry in chart.rows))
    return sketch.finished(y, _alt(chart), table)


def span(entry: Task | Milestone) -> tuple[date, date] | None:
    """Return the first and last day of a row, the earlier first; None while no date is known."""
    known = [entry.day] if isinstance(entry, Milestone) else [entry.start, entry.end]
    found = [day for day in known if day is not None]
    return (min(found), max(found)) if found else None


def _days(chart: Timetable, frame: Frame) -> Days | None:
    spans = [found for entry in chart.rows if (found := span(entry)) is not None]
    if not spans:
        return None
    first = min(one[0] for one in spans)
    last = max(one[1] for one in spans)
    if (last - first).days > LONG:
        first = first.replace(day=1)
    elif (last - first).days < 6:
        room = min(6, (date.max - last).days)
        last += timedelta(days=room)
    edge = frame.size * 0.7
    return Days(first, last, frame.room * LABEL_SHARE + edge, frame.room - edge)


def _draw_label(sketch: Sketch, entry: Task | Milestone, room: float, y: float) -> float:
    frame = sketch.frame
    milestone = isinstance(entry, Milestone)
    lines = sketch.wrapped(entry.label, room, LABEL_LINES, bold=milestone)
    first = Text(0.0, y, "", frame.size, bold=milestone, key=entry.key)
    below = sketch.block(lines, first)
    quiet = sketch.wrapped(_dates_and_owner(entry), room, 2)
    end = sketch.block(quiet, Text(0.0, below, "", frame.size, Role.MUTED, key=entry.key))
    return max(end - y, frame.leading) + frame.size * 0.5


def _dates_and_owner(entry: Task | Milestone) -> str:
    return " · ".join(part for part in (_dates(entry), entry.owner.strip()) if part)


def _dates(entry: Task | Milestone) -> str:
    found = span(entry)
    if found is None:
        return tr("no date yet")
    first, last = (day_words(day, weekday=False) for day in found)
    return first if first == last else f"{first} – {last}"


def _draw_axis(sketch: Sketch, days: Days, top: float, body: float, bottom: float) -> None:
    frame = sketch.frame
    for tick in month_ticks(days, frame.width_of, frame.size * 0.5):
        x = days.place(tick.day)
        sketch.add(Line(x, body - frame.size * 0.3, x, bottom, Role.LINE))
        letters = top + (ASCENT + 0.1) * frame.size
        sketch.words(Text(x, letters, tick.words, frame.size, Role.MUTED))


def _draw_entry(sketch: Sketch, entry: Task | Milestone, days: Days, middle: float) -> None:
    found = span(entry)
    if found is None:
        return
    reach = sketch.frame.size * 0.6
    if isinstance(entry, Milestone):
        x = (days.place(found[0]) + days.after(found[0])) / 2
        points = (
            (x, middle - reach),
            (x + reach, middle),
            (x, middle + reach),
            (x - reach, middle),
        )
        sketch.add(Polyline(points, Role.INK, fill=Role.WARN, closed=True, key=entry.key))
        return
    end = days.after(found[1])
    x = min(days.place(found[0]), end - THINNEST)
    area = Rect(x, middle - reach, end - x, 2 * reach, Role.ACCENT, radius=2.0, key=entry.key)
    unsure = entry.start is None or entry.end is None
    sketch.add(*filled(area, Pattern.RISING if unsure else Pattern.PLAIN))


def _draw_today(
    sketch: Sketch, today: date | None, days: Days, body: float, bottom: float
) -> float:
    if today is None or not days.first <= today <= days.last:
        return bottom
    frame = sketch.frame
    x = days.place(today)
    sketch.add(Line(x, body, x, bottom + frame.size * 0.3, Role.BAD, 1.4, (4, 2)))
    words = tr("today")
    half = frame.width_of(words) / 2
    left = min(max(0.0, x - half), frame.room - 2 * half)
    letters = bottom + frame.size * 0.4 + ASCENT * frame.size
    sketch.words(Text(left, letters, words, frame.size, Role.BAD))
    return bottom + frame.leading + frame.size * 0.4


def _row(entry: Task | Milestone) -> tuple[str, ...]:
    found = span(entry)
    if found is None:
        return (entry.label, tr("no date yet"), "", entry.owner)
    return (entry.label, day_words(found[0]), day_words(found[1]), entry.owner)


def _alt(chart: Timetable) -> str:
    items = []
    for entry in chart.rows:
        kind = f" ({tr('milestone')})" if isinstance(entry, Milestone) else ""
        items.append(f"{entry.label}{kind}: {_dates_and_owner(entry)}")
    return told(chart.title, tr("Timetable"), items)
