"""Lines through figures over time, each with its own mark and dash beside its colour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from bidkit.domain.showing import number_words
from bidkit.drawing.bars import Write, written_value
from bidkit.drawing.metrics import ASCENT, DESCENT, Frame
from bidkit.drawing.patterns import series_role
from bidkit.drawing.primitives import (
    Anchor,
    Circle,
    DataTable,
    Line,
    Picture,
    Point,
    Polyline,
    Role,
    Shape,
    Text,
)
from bidkit.drawing.scales import Scale, ticks
from bidkit.drawing.sketch import Sketch
from bidkit.drawing.telling import nothing, row, told, valued
from bidkit.words import tr

DASHES: tuple[tuple[float, ...], ...] = ((), (6, 3), (2, 2), (8, 3, 2, 3))
MARKS = 4
MOST_MARKED = 60


@dataclass(frozen=True, slots=True)
class Series:
    """One line: a value at each label; None leaves a gap."""

    name: str
    values: tuple[Decimal | None, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class LineChart:
    """Lines over the same labels (months, years); height is a share of the width."""

    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    write: Write = number_words
    height: float = 0.4


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the lines lie: the scale upwards, the stretch across, and where its figures end."""

    up: Scale
    figures: float
    left: float
    right: float
    count: int

    def across(self, place: int) -> float:
        """Return the x of a label by its place."""
        if self.count < 2:
            return (self.left + self.right) / 2
        return self.left + (self.right - self.left) * place / (self.count - 1)


def draw_lines(chart: LineChart, frame: Frame) -> Picture:
    """Lay out a line chart: legend, figures at the left, labels below as many as fit."""
    header = (tr("When"), *(series.name for series in chart.series))
    chart = _evened(chart)
    known = [one for series in chart.series for one in series.values if one is not None]
    if not chart.labels or not known:
        return nothing(chart.title, frame, header)
    sketch = Sketch(frame)
    top = _legend(sketch, chart, sketch.title(chart.title)) + frame.leading
    bottom = top + max(8 * frame.size, chart.height * frame.room)
    marks = ticks(min([*known, Decimal(0)]), max([*known, Decimal(0)]))
    plot = _plot(sketch, chart, marks, Scale(marks[0], marks[-1], bottom, top))
    _draw_grid(sketch, chart, marks, plot)
    for place, series in enumerate(chart.series):
        sketch.add(*_line(series, place, plot, frame))
    if len(chart.series) == 1:
        _draw_figures(sketch, chart, plot)
    end = _draw_labels(sketch, chart, plot, bottom)
    return sketch.finished(end, _alt(chart), DataTable(header, tuple(_rows(chart))))


def _evened(chart: LineChart) -> LineChart:
    count = len(chart.labels)
    series = (replace(one, values=(one.values + (None,) * count)[:count]) for one in chart.series)
    return replace(chart, series=tuple(series))


def _legend(sketch: Sketch, chart: LineChart, y: float) -> float:
    frame = sketch.frame
    if len(chart.series) == 1 and not chart.series[0].name:
        return y
    x = 1.0
    for place, series in enumerate(chart.series):
        name = sketch.fitted(series.name, frame.room - 4 * frame.size)
        needed = 3.5 * frame.size + frame.width_of(name)
        if x > 1 and x + needed > frame.room:
            x, y = 1.0, y + frame.leading
        middle = y + 0.6 * frame.size
        ends = ((x, middle), (x + 2.4 * frame.size, middle))
        role, dash = series_role(place), DASHES[place % len(DASHES)]
        sketch.add(Polyline(ends, role, 1.8, dash, key=series.key))
        centre = (x + 1.2 * frame.size, middle)
        sketch.add(_mark(centre, place % MARKS, 0.3 * frame.size, role, series.key))
        letters = y + (ASCENT + 0.1) * frame.size
        sketch.words(Text(x + 3 * frame.size, letters, name, frame.size, key=series.key))
        x += needed + frame.size
    return y + frame.leading


def _plot(sketch: Sketch, chart: LineChart, marks: tuple[Decimal, ...], up: Scale) -> Plot:
    frame = sketch.frame
    tick_room = max(frame.width_of(chart.write(mark)) for mark in marks)
    beside = min(tick_room, 0.25 * frame.room) + frame.size
    half = _label_room(sketch, chart) / 2
    left = beside + half if len(chart.series) == 1 else max(beside, half)
    return Plot(
        up, beside - frame.size / 2, left, frame.room - max(half, frame.size), len(chart.labels)
    )


def _label_room(sketch: Sketch, chart: LineChart) -> float:
    frame = sketch.frame
    widest = max(frame.width_of(" ".join(label.split())) for label in chart.labels)
    if len(chart.series) == 1:
        known = [one for one in chart.series[0].values if one is not None]
        widest = max(widest, *(frame.width_of(chart.write(one)) for one in known))
    return min(widest, 0.25 * frame.room)


def _draw_grid(sketch: Sketch, chart: LineChart, marks: tuple[Decimal, ...], plot: Plot) -> None:
    frame = sketch.frame
    for mark in marks:
        y = plot.up.place(mark)
        role = Role.OUTLINE if mark == 0 else Role.LINE
        sketch.add(Line(plot.left, y, plot.right, y, role))
        words = sketch.fitted(chart.write(mark), 0.25 * frame.room)
        letters = y + frame.size * (ASCENT - DESCENT) / 2
        sketch.words(Text(plot.figures, letters, words, frame.size, Role.MUTED, Anchor.END))


def _line(series: Series, place: int, plot: Plot, frame: Frame) -> Iterator[Shape]:
    role = series_role(place)
    dash = DASHES[place % len(DASHES)]
    runs: list[list[Point]] = [[]]
    for at, value in enumerate(series.values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((plot.across(at), plot.up.place(value)))
    for run in runs:
        if len(run) > 1:
            yield Polyline(tuple(run), role, 1.8, dash, key=series.key)
        if len(series.values) <= MOST_MARKED or len(run) == 1:
            reach = frame.size * 0.3
            yield from (_mark(point, place % MARKS, reach, role, series.key) for point in run)


def _mark(point: Point, kind: int, reach: float, role: Role, key: str) -> Shape:
    x, y = point
    if kind == 0:
        return Circle(x, y, reach, role, key=key)
    corners = {
        1: ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        2: ((0, -1.2), (1.2, 1), (-1.2, 1)),
        3: ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    }[kind]
    points = tuple((x + across * reach, y + down * reach) for across, down in corners)
    return Polyline(points, fill=role, closed=True, key=key)


def _draw_figures(sketch: Sketch, chart: LineChart, plot: Plot) -> None:
    frame = sketch.frame
    (series,) = chart.series
    values = series.values
    widest = max(frame.width_of(chart.write(one)) for one in values if one is not None)
    if widest > 0.25 * frame.room or _spacing(plot) < widest + frame.size * 0.5:
        return
    for place, value in enumerate(values):
        if value is not None:
            letters = plot.up.place(value) - frame.size * 0.6
            words = chart.write(value)
            x = plot.across(place)
            sketch.words(Text(x, letters, words, frame.size, anchor=Anchor.MIDDLE))


def _spacing(plot: Plot) -> float:
    return (plot.right - plot.left) / (plot.count - 1) if plot.count > 1 else plot.right


def _draw_labels(sketch: Sketch, chart: LineChart, plot: Plot, bottom: float) -> float:
    frame = sketch.frame
    room = _label_room(sketch, chart)
    every = 1
    while every * _spacing(plot) < room + frame.size * 0.5 and every < plot.count:
        every += 1
    letters = bottom + frame.leading + frame.size * 0.2
    for place in range(0, plot.count, every):
        words = sketch.fitted(chart.labels[place], room)
        x = plot.across(place)
        sketch.words(Text(x, letters, words, frame.size, Role.MUTED, Anchor.MIDDLE))
    return letters + frame.size * 0.5


def _rows(chart: LineChart) -> list[tuple[str, ...]]:
    return [
        row(label, [written_value(one.values[place], chart.write) for one in chart.series])
        for place, label in enumerate(chart.labels)
    ]


def _alt(chart: LineChart) -> str:
    items = []
    for place, label in enumerate(chart.labels):
        parts = [
            valued(one.name, written_value(one.values[place], chart.write)) for one in chart.series
        ]
        items.append(f"{label}: {', '.join(parts)}")
    kind = tr("Line chart")
    return told(chart.title, kind, items)
