"""Whole bids side by side: each a bar made of the same segments, with its total and its rank."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from bidkit.domain.showing import number_words
from bidkit.drawing.bars import LABEL_LINES, Columns, Write, columns_for, figure_beside
from bidkit.drawing.legend import flowing_legend
from bidkit.drawing.metrics import Frame
from bidkit.drawing.patterns import filled, series_pattern, series_role
from bidkit.drawing.primitives import DataTable, Line, Picture, Rect, Role, Text
from bidkit.drawing.sketch import Sketch
from bidkit.drawing.telling import nothing, row, told, valued
from bidkit.words import tr

NOUGHT = Decimal(0)


@dataclass(frozen=True, slots=True)
class ComparedBar:
    """One bid: a value for each segment (nought where left out); the best is written bold."""

    label: str
    values: tuple[Decimal, ...]
    key: str = ""
    best: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Bids over the same segments, for example quality and price."""

    title: str
    segments: tuple[str, ...]
    bars: tuple[ComparedBar, ...]
    write: Write = number_words
    best_words: str = ""


def draw_comparison(chart: Comparison, frame: Frame) -> Picture:
    """Lay out a bar for each bid, divided into its segments, with the total behind it."""
    header = (tr("Bid"), *chart.segments, tr("Total"))
    if not chart.bars or not chart.segments:
        return nothing(chart.title, frame, header)
    chart = _evened(chart)
    sketch = Sketch(frame)
    y = top = flowing_legend(sketch, chart.segments, sketch.title(chart.title))
    totals = [drawn_total(bar) for bar in chart.bars]
    written = [_total_words(bar, chart) for bar in chart.bars]
    labels = [bar.label for bar in chart.bars]
    best = any(bar.best for bar in chart.bars)
    columns = columns_for(sketch, labels, list(totals), written, bold=best)
    for bar, words in zip(chart.bars, written, strict=True):
        y = _draw_row(sketch, bar, words, columns, y)
    nought = columns.scale.place(NOUGHT)
    sketch.add(Line(nought, top, nought, y, Role.OUTLINE))
    return sketch.finished(y, _alt(chart), DataTable(header, tuple(_rows(chart))))


def _evened(chart: Comparison) -> Comparison:
    count = len(chart.segments)
    bars = (replace(bar, values=(bar.values + (NOUGHT,) * count)[:count]) for bar in chart.bars)
    return replace(chart, bars=tuple(bars))


def drawn_total(bar: ComparedBar) -> Decimal:
    """Return the length of a bar: its segments above nought."""
    return sum((max(NOUGHT, value) for value in bar.values), NOUGHT)


def _draw_row(sketch: Sketch, bar: ComparedBar, words: str, columns: Columns, y: float) -> float:
    frame = sketch.frame
    lines = sketch.wrapped(bar.label, columns.label_width, LABEL_LINES, bold=bar.best)
    end = sketch.block(lines, Text(0.0, y, "", frame.size, bold=bar.best, key=bar.key))
    height = max(end - y, frame.leading * 1.3)
    middle = y + height / 2
    before = NOUGHT
    for place, value in enumerate(bar.values):
        reached = before + max(NOUGHT, value)
        left, right = columns.scale.place(before), columns.scale.place(reached)
        area = Rect(left, middle - frame.size * 0.7, right - left, frame.size * 1.4)
        coloured = Rect(area.x, area.y, area.width, area.height, series_role(place), key=bar.key)
        if value > 0:
            sketch.add(*filled(coloured, series_pattern(place)))
            sketch.add(Line(right, area.y, right, area.y + area.height, Role.PAPER))
        before = reached
    figure_beside(sketch, words, before, columns, middle)
    return y + height + frame.size * 0.6


def _total_words(bar: ComparedBar, chart: Comparison) -> str:
    total = chart.write(sum(bar.values, NOUGHT))
    return f"{total} {chart.best_words or tr('best')}" if bar.best else total


def _rows(chart: Comparison) -> list[tuple[str, ...]]:
    return [
        row(bar.label, (*(chart.write(value) for value in bar.values), _total_words(bar, chart)))
        for bar in chart.bars
    ]


def _alt(chart: Comparison) -> str:
    items = []
    for bar in chart.bars:
        pairs = zip(chart.segments, bar.values, strict=True)
        parts = [valued(name, chart.write(value)) for name, value in pairs]
        total = tr("total {figure}", figure=_total_words(bar, chart))
        items.append(f"{bar.label}: {', '.join([*parts, total])}")
    return told(chart.title, tr("Comparison"), items)
