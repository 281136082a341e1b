"""Bars in groups, such as baseline, target and result of each outcome."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from bidkit.domain.showing import number_words
from bidkit.drawing.bars import (
    Columns,
    Write,
    bar_area,
    columns_for,
    figure_beside,
    label_block,
    more_line,
    written_value,
)
from bidkit.drawing.legend import flowing_legend
from bidkit.drawing.metrics import Frame
from bidkit.drawing.patterns import filled, series_pattern, series_role
from bidkit.drawing.primitives import DataTable, Line, Picture, Rect, Role
from bidkit.drawing.sketch import Sketch
from bidkit.drawing.telling import nothing, row, told, valued
from bidkit.words import tr


@dataclass(frozen=True, slots=True)
class Group:
    """One group with a value for each series; None is not known."""

    label: str
    values: tuple[Decimal | None, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class GroupedBars:
    """Groups of bars over one scale; beyond `most` they are counted and left to the table."""

    title: str
    series: tuple[str, ...]
    groups: tuple[Group, ...]
    write: Write = number_words
    most: int = 20


def draw_grouped_bars(chart: GroupedBars, frame: Frame) -> Picture:
    """Lay out grouped bars: a legend, then each group with a bar for every series."""
    header = (tr("What"), *chart.series)
    if not chart.groups or not chart.series:
        return nothing(chart.title, frame, header)
    shown = chart.groups[: chart.most]
    sketch = Sketch(frame)
    y = top = flowing_legend(sketch, chart.series, sketch.title(chart.title))
    values = [value for group in shown for value in padded(group, chart)]
    written = [written_value(value, chart.write) for value in values]
    columns = columns_for(sketch, [group.label for group in shown], values, written)
    for group in shown:
        y = _draw_group(sketch, chart, group, columns, y)
    nought = columns.scale.place(Decimal(0))
    sketch.add(Line(nought, top, nought, y, Role.OUTLINE))
    y = more_line(sketch, len(chart.groups) - len(shown), y)
    return sketch.finished(y, _alt(chart), DataTable(header, tuple(_rows(chart))))


def padded(group: Group, chart: GroupedBars) -> tuple[Decimal | None, ...]:
    """Return as many values as there are series."""
    missing = len(chart.series) - len(group.values)
    return (*group.values[: len(chart.series)], *(None for _ in range(missing)))


def _draw_group(
    sketch: Sketch, chart: GroupedBars, group: Group, columns: Columns, y: float
) -> float:
    frame = sketch.frame
    bars = padded(group, chart)
    height = max(label_block(sketch, group.label, columns, y, group.key), len(bars) * frame.leading)
    for place, value in enumerate(bars):
        middle = y + (place + 0.5) * frame.leading
        if value:
            area = bar_area(columns.scale, value, middle - frame.size / 2, frame.size, group.key)
            coloured = Rect(
                area.x, area.y, area.width, area.height, series_role(place), key=group.key
            )
            sketch.add(*filled(coloured, series_pattern(place)))
        figure = written_value(value, chart.write)
        figure_beside(sketch, figure, value, columns, middle)
    return y + height + frame.size * 0.8


def _rows(chart: GroupedBars) -> list[tuple[str, ...]]:
    return [
        row(group.label, [written_value(value, chart.write) for value in padded(group, chart)])
        for group in chart.groups
    ]


def _alt(chart: GroupedBars) -> str:
    items = []
    for group in chart.groups:
        pairs = zip(chart.series, padded(group, chart), strict=True)
        parts = [valued(name, written_value(value, chart.write)) for name, value in pairs]
        items.append(f"{group.label}: {', '.join(parts)}")
    kind = tr("Bar chart in groups")
    return told(chart.title, kind, items)
