"""Shares of a whole as a ring, every part named and counted beside it."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin

from bidkit.drawing.make_up import MakeUp, Part, draw_entry, listed_parts, with_share
from bidkit.drawing.metrics import ASCENT, DESCENT, Frame
from bidkit.drawing.patterns import series_role
from bidkit.drawing.primitives import Anchor, DataTable, Picture, Point, Polyline, Role, Shape, Text
from bidkit.drawing.sketch import Sketch
from bidkit.drawing.telling import nothing, told, valued
from bidkit.words import tr

STEP = pi / 60
NUMBERED_FROM = 0.08
"""The smallest share of a ring that has its number written beside it."""


def segment(
    centre: Point, reach: tuple[float, float], turn: tuple[float, float], fill: Role, key: str = ""
) -> Polyline:
    """Return a piece of a ring: reach from the inner to the outer edge, turn from one share of the
    circle to another, clockwise from the top."""
    inner, outer = reach
    start, end = turn[0] * 2 * pi, turn[1] * 2 * pi
    count = max(2, int((end - start) / STEP) + 1)
    angles = [start + (end - start) * place / count for place in range(count + 1)]
    points = [_at(centre, outer, angle) for angle in angles]
    points += [_at(centre, inner, angle) for angle in reversed(angles)]
    return Polyline(tuple(points), stroke=Role.PAPER, fill=fill, closed=True, key=key)


def progress_ring(share: float, size: float, role: Role = Role.ACCENT) -> tuple[Shape, ...]:
    """Return a small ring of that size, filled clockwise to a share from 0 to 1."""
    held = min(1.0, max(0.0, share))
    centre = (size / 2, size / 2)
    reach = (size * 0.36, size / 2)
    shapes: list[Shape] = [segment(centre, reach, (0.0, 1.0), Role.LINE)]
    if held > 0:
        shapes.append(segment(centre, reach, (0.0, held), role))
    return tuple(shapes)


def draw_ring(chart: MakeUp, frame: Frame) -> Picture:
    """Lay out a ring over a numbered list of its parts; parts not above nought are only listed."""
    header = (tr("Part"), tr("Figure"), tr("Share"))
    if not chart.parts:
        return nothing(chart.title, frame, header)
    sketch = Sketch(frame)
    y = sketch.title(chart.title)
    if any(part.value > 0 for part in chart.parts):
        y = _draw(sketch, chart, y)
    figures = listed_parts(chart)
    for place, (part, (label, figure, share)) in enumerate(zip(chart.parts, figures, strict=True)):
        numbered = Part(f"{place + 1}. {label}", part.value, part.key)
        y = draw_entry(sketch, place, with_share(figure, share), numbered, y, plain=True)
    items = [valued(label, f"{figure} {share}".strip()) for label, figure, share in figures]
    kind = tr("Ring of shares")
    return sketch.finished(y, told(chart.title, kind, items), DataTable(header, figures))


def _draw(sketch: Sketch, chart: MakeUp, y: float) -> float:
    frame = sketch.frame
    edge = 1.8 * frame.size
    outer = min(frame.room / 2 - edge, 7 * frame.size)
    centre = (frame.room / 2, y + edge + outer)
    for place, start, end, part in _turns(chart):
        sketch.add(
            segment(centre, (outer * 0.6, outer), (start, end), series_role(place), part.key)
        )
        if end - start >= NUMBERED_FROM:
            x, middle = _at(centre, outer + frame.size, (start + end) * pi)
            letters = middle + frame.size * (ASCENT - DESCENT) / 2
            sketch.words(Text(x, letters, str(place + 1), frame.size, anchor=Anchor.MIDDLE))
    total = chart.write(sum((part.value for part in chart.parts), start=chart.parts[0].value * 0))
    words = sketch.fitted(total, outer * 1.05, bold=True)
    letters = centre[1] + frame.size * (ASCENT - DESCENT) / 2
    sketch.words(Text(centre[0], letters, words, frame.size, anchor=Anchor.MIDDLE, bold=True))
    return centre[1] + outer + edge + frame.size * 0.3


def _turns(chart: MakeUp) -> Iterator[tuple[int, float, float, Part]]:
    drawn = [(place, part) for place, part in enumerate(chart.parts) if part.value > 0]
    whole = float(sum(part.value for _, part in drawn))
    before = 0.0
    for place, part in drawn:
        share = float(part.value) / whole
        yield place, before, min(1.0, before + share), part
        before += share


def _at(centre: Point, reach: float, angle: float) -> Point:
    return centre[0] + reach * sin(angle), centre[1] - reach * cos(angle)
