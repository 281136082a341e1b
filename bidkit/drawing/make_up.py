"""What a sum is made of: one bar divided into parts, with a list that names every part."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from bidkit.domain.showing import number_words
from bidkit.drawing.bars import Write
from bidkit.drawing.legend import swatch
from bidkit.drawing.metrics import ASCENT, Frame
from bidkit.drawing.patterns import filled, series_pattern, series_role
from bidkit.drawing.primitives import Anchor, DataTable, Line, Picture, Rect, Role, Text
from bidkit.drawing.sketch import Sketch
from bidkit.drawing.telling import nothing, told, valued
from bidkit.words import tr


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the whole; below nought it is listed as taken off and not drawn."""

    label: str
    value: Decimal
    key: str = ""


@dataclass(frozen=True, slots=True)
class MakeUp:
    """The parts of a sum in order; the total is their sum. Drawn as a bar, or as a ring."""

    title: str
    parts: tuple[Part, ...]
    write: Write = number_words
    total_label: str = ""
    ring: bool = False


def draw_make_up(chart: MakeUp, frame: Frame) -> Picture:
    """Lay out the bar over the whole width and below it a row for each part and the total."""
    header = (tr("Part"), tr("Figure"), tr("Share"))
    if not chart.parts:
        return nothing(chart.title, frame, header)
    sketch = Sketch(frame)
    y = sketch.title(chart.title)
    y = _draw_bar(sketch, chart, y) + frame.size / 2
    figures = listed_parts(chart)
    for place, (part, (_, figure, share)) in enumerate(zip(chart.parts, figures, strict=True)):
        y = draw_entry(sketch, place, with_share(figure, share), part, y)
    total = sum((part.value for part in chart.parts), Decimal(0))
    y = _draw_total(sketch, chart, total, y)
    rows = (*figures, (_total_label(chart), chart.write(total), ""))
    items = [valued(label, f"{figure} {share}".strip()) for label, figure, share in rows]
    kind = tr("Divided bar")
    return sketch.finished(y, told(chart.title, kind, items), DataTable(header, rows))


def listed_parts(chart: MakeUp) -> tuple[tuple[str, str, str], ...]:
    """Return each part's label, figure and share of all above nought; the shares make 100 %."""
    tenths = _tenths([max(Decimal(0), part.value) for part in chart.parts])
    rows = []
    for part, tenth in zip(chart.parts, tenths, strict=True):
        share = f"{tenth / 10}%" if part.value > 0 else ""
        rows.append((part.label, chart.write(part.value), share))
    return tuple(rows)


def with_share(figure: str, share: str) -> str:
    """Return a figure with its share behind it, or alone where it has none."""
    return f"{figure} · {share}" if share else figure


def draw_entry(
    sketch: Sketch, place: int, figure: str, part: Part, y: float, *, plain: bool = False
) -> float:
    """Draw a swatch (plain: without a pattern), a name and a figure; return where the row ends."""
    frame = sketch.frame
    right = sketch.fitted(figure, frame.room * 0.5)
    room = frame.room - frame.width_of(right) - 3.2 * frame.size
    lines = sketch.wrapped(part.label, room, 3) or ("",)
    if part.value > 0:
        swatch(sketch, place, 0.5, y, plain=plain)
    end = sketch.block(lines, Text(2.2 * frame.size, y, "", frame.size, key=part.key))
    letters = y + (ASCENT + 0.1) * frame.size
    sketch.words(Text(frame.room, letters, right, frame.size, anchor=Anchor.END, key=part.key))
    return end


def _tenths(values: list[Decimal]) -> list[Decimal]:
    """Return thousandths of the whole that add up, the largest remainders rounded up."""
    whole = sum(values, Decimal(0))
    if not whole:
        return [Decimal(0) for _ in values]
    exact = [value * 1000 / whole for value in values]
    found = [share.to_integral_value(ROUND_FLOOR) for share in exact]
    left = int(1000 - sum(found))
    for place in sorted(range(len(exact)), key=lambda one: found[one] - exact[one])[:left]:
        found[place] += 1
    return found


def _draw_bar(sketch: Sketch, chart: MakeUp, y: float) -> float:
    frame = sketch.frame
    height = 2 * frame.leading
    drawn = [(place, part) for place, part in enumerate(chart.parts) if part.value > 0]
    whole = sum((part.value for _, part in drawn), Decimal(0))
    x, width = 0.5, frame.room - 1
    sketch.add(Rect(x, y, width, height, stroke=Role.OUTLINE))
    for place, part in drawn:
        share = float(part.value / whole) * width
        area = Rect(x, y, share, height, series_role(place), key=part.key)
        sketch.add(*filled(area, series_pattern(place)))
        sketch.add(Line(x, y, x, y + height, Role.PAPER, width=1.0))
        x += share
    return y + height


def _total_label(chart: MakeUp) -> str:
    return chart.total_label or tr("Total")


def _draw_total(sketch: Sketch, chart: MakeUp, total: Decimal, y: float) -> float:
    frame = sketch.frame
    figure = sketch.fitted(chart.write(total), frame.room * 0.5, bold=True)
    label = sketch.fitted(
        _total_label(chart),
        frame.room - frame.width_of(figure, bold=True) - 3.2 * frame.size,
        bold=True,
    )
    sketch.add(Line(0.0, y + 2, frame.room, y + 2, Role.OUTLINE))
    letters = y + 4 + (ASCENT + 0.1) * frame.size
    sketch.words(Text(2.2 * frame.size, letters, label, frame.size, bold=True))
    sketch.words(Text(frame.room, letters, figure, frame.size, anchor=Anchor.END, bold=True))
    return y + 4 + frame.leading
