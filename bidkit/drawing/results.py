"""How far each outcome came: from its baseline to its result, with its target."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bidkit.domain.showing import number_words
from bidkit.drawing.bars import Write, written_value
from bidkit.drawing.metrics import Frame
from bidkit.drawing.primitives import Circle, DataTable, Line, Picture, Polyline, Rect, Role, Text
from bidkit.drawing.scales import Scale
from bidkit.drawing.sketch import Sketch
from bidkit.drawing.telling import nothing, row, told
from bidkit.words import tr


@dataclass(frozen=True, slots=True)
class Result:
    """One outcome measured; achieved is the percentage in words, '' where it cannot be said."""

    label: str
    baseline: Decimal | None
    target: Decimal | None
    result: Decimal | None
    achieved: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """Outcomes each on a scale of its own, because they are measured in different things."""

    title: str
    results: tuple[Result, ...]
    write: Write = number_words


def draw_results(chart: Results, frame: Frame) -> Picture:
    """Lay out a track for each outcome: an open ring for the baseline, a bar to the result, and an
    upright stroke with a head for the target; the figures stand below in words."""
    header = (tr("Outcome"), tr("Baseline"), tr("Target"), tr("Result"), tr("Achieved"))
    if not chart.results:
        return nothing(chart.title, frame, header)
    sketch = Sketch(frame)
    y = sketch.title(chart.title)
    for one in chart.results:
        y = _draw(sketch, chart, one, y)
    rows = tuple(row(one.label, (*_figures(chart, one), one.achieved)) for one in chart.results)
    items = [f"{one.label}: {_in_words(chart, one)}" for one in chart.results]
    kind = tr("Results")
    return sketch.finished(y, told(chart.title, kind, items), DataTable(header, rows))


def _figures(chart: Results, one: Result) -> tuple[str, str, str]:
    return (
        written_value(one.baseline, chart.write),
        written_value(one.target, chart.write),
        written_value(one.result, chart.write),
    )


def _in_words(chart: Results, one: Result) -> str:
    baseline, target, result = _figures(chart, one)
    words = tr(
        "baseline {baseline}, target {target}, result {result}",
        baseline=baseline,
        target=target,
        result=result,
    )
    return f"{words} ({one.achieved})" if one.achieved else words


def _draw(sketch: Sketch, chart: Results, one: Result, y: float) -> float:
    frame = sketch.frame
    lines = sketch.wrapped(one.label, frame.room, 3)
    y = sketch.block(lines, Text(0.0, y, "", frame.size, bold=False, key=one.key))
    known = [value for value in (one.baseline, one.target, one.result) if value is not None]
    if known:
        _draw_track(sketch, one, known, y + frame.size)
        y += 2 * frame.size
    below = sketch.wrapped(_in_words(chart, one), frame.room)
    y = sketch.block(below, Text(0.0, y, "", frame.size, Role.MUTED, key=one.key))
    return y + frame.size * 0.6


def _draw_track(sketch: Sketch, one: Result, known: list[Decimal], middle: float) -> None:
    frame = sketch.frame
    edge = frame.size
    low, high = min(known), max(known)
    scale = Scale(low, high, edge, frame.room - edge)
    sketch.add(Line(edge, middle, frame.room - edge, middle, Role.LINE, 3.0, key=one.key))
    if one.result is not None:
        start = scale.place(low if one.baseline is None else one.baseline)
        end = scale.place(one.result)
        x, width = min(start, end), abs(end - start)
        half = frame.size * 0.3
        sketch.add(Rect(x, middle - half, width, 2 * half, Role.ACCENT, key=one.key))
        sketch.add(Circle(end, middle, frame.size * 0.4, Role.ACCENT, key=one.key))
    if one.baseline is not None:
        place = scale.place(one.baseline)
        ring = Circle(place, middle, frame.size * 0.4, Role.PAPER, Role.INK, 1.4, one.key)
        sketch.add(ring)
    if one.target is not None:
        _draw_target(sketch, scale.place(one.target), middle, one.key)


def _draw_target(sketch: Sketch, x: float, middle: float, key: str) -> None:
    reach = sketch.frame.size * 0.8
    head = sketch.frame.size * 0.3
    sketch.add(Line(x, middle - reach, x, middle + reach, Role.INK, 1.6, key=key))
    corners = ((x - head, middle - reach), (x + head, middle - reach), (x, middle - reach + head))
    sketch.add(Polyline(corners, fill=Role.INK, closed=True, key=key))
