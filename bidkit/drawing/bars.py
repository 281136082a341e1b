"""Level bars with their labels before and their figures behind them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from bidkit.domain.showing import number_words
from bidkit.drawing.metrics import ASCENT, DESCENT, Frame
from bidkit.drawing.patterns import Pattern, filled
from bidkit.drawing.primitives import Anchor, DataTable, Line, Picture, Rect, Role, Text
from bidkit.drawing.scales import Scale, scale_over
from bidkit.drawing.sketch import Sketch
from bidkit.drawing.telling import not_known, nothing, row, told
from bidkit.words import tr

Write = Callable[[Decimal], str]
"""How a figure is written, for example as money."""

LABEL_SHARE = 0.4
VALUE_SHARE = 0.25
LABEL_LINES = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; quiet ones stand back in grey with a pattern. A value of None is not known."""

    label: str
    value: Decimal | None
    key: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars in the order given; beyond `most` they are counted and left to the table."""

    title: str
    bars: tuple[Bar, ...]
    write: Write = number_words
    measured: str = ""
    most: int = 40


@dataclass(frozen=True, slots=True)
class Columns:
    """The stretch for labels, and the scale between the rooms for figures on either side."""

    label_width: float
    scale: Scale


def draw_bars(chart: BarChart, frame: Frame) -> Picture:
    """Lay out a bar chart: as high as its bars need, with a line at nought where some lie below."""
    header = (tr("What"), chart.measured or tr("Figure"))
    if not chart.bars:
        return nothing(chart.title, frame, header)
    shown = chart.bars[: chart.most]
    written = [written_value(bar.value, chart.write) for bar in chart.bars]
    sketch = Sketch(frame)
    y = top = sketch.title(chart.title)
    columns = columns_for(
        sketch,
        [bar.label for bar in shown],
        [bar.value for bar in shown],
        written[: chart.most],
    )
    for bar, figure in zip(shown, written, strict=False):
        y = _draw_bar(sketch, bar, figure, columns, y)
    nought = columns.scale.place(Decimal(0))
    sketch.add(Line(nought, top, nought, y, Role.OUTLINE))
    y = more_line(sketch, len(chart.bars) - len(shown), y)
    items = [f"{bar.label}: {figure}" for bar, figure in zip(chart.bars, written, strict=True)]
    kind = tr("Bar chart")
    rows = tuple(row(bar.label, (figure,)) for bar, figure in zip(chart.bars, written, strict=True))
    return sketch.finished(y, told(chart.title, kind, items), DataTable(header, rows))


def written_value(value: Decimal | None, write: Write) -> str:
    """Return a figure as it is written, "not known" for none."""
    return not_known() if value is None else write(value)


def columns_for(
    sketch: Sketch,
    labels: list[str],
    values: list[Decimal | None],
    written: list[str],
    *,
    bold: bool = False,
) -> Columns:
    """Return room for the labels, for figures behind the bars, and before them where some are
    below nought."""
    frame = sketch.frame
    plain = (" ".join(label.split()) for label in labels)
    widest = max((frame.width_of(label, bold=bold) for label in plain), default=0.0)
    label_width = min(widest, LABEL_SHARE * frame.room)
    gap = frame.size * 0.6
    figures = max((frame.width_of(figure) for figure in written), default=0.0)
    value_room = min(figures, VALUE_SHARE * frame.room) + gap
    known = [value for value in values if value is not None]
    before = value_room if any(value < 0 for value in known) else 0.0
    start = label_width + gap + before
    return Columns(label_width, scale_over(known, start, frame.room - value_room))


def label_block(sketch: Sketch, label: str, columns: Columns, y: float, key: str) -> float:
    """Put a label into its column; return how high it is."""
    lines = sketch.wrapped(label, columns.label_width, LABEL_LINES)
    return sketch.block(lines, Text(0.0, y, "", sketch.frame.size, key=key)) - y


def figure_beside(
    sketch: Sketch, figure: str, value: Decimal | None, columns: Columns, middle: float
) -> None:
    """Write a figure behind its bar, or before it where the value is below nought."""
    frame = sketch.frame
    gap = frame.size * 0.4
    end = columns.scale.place(value or Decimal(0))
    below = value is not None and value < 0
    words = sketch.fitted(figure, VALUE_SHARE * frame.room)
    role = Role.MUTED if value is None else Role.INK
    anchor = Anchor.END if below else Anchor.START
    letters = middle + frame.size * (ASCENT - DESCENT) / 2
    x = end - gap if below else end + gap
    sketch.words(Text(x, letters, words, frame.size, role, anchor))


def bar_area(scale: Scale, value: Decimal, y: float, height: float, key: str) -> Rect:
    """Return the rectangle from nought to a value."""
    nought, end = scale.place(Decimal(0)), scale.place(value)
    return Rect(min(nought, end), y, abs(end - nought), height, Role.ACCENT, key=key)


def more_line(sketch: Sketch, left_out: int, y: float) -> float:
    """Say how many rows are only in the table; return where the picture ends."""
    if left_out <= 0:
        return y
    words = sketch.wrapped(tr("… and {n} more in the table", n=left_out), sketch.frame.room)
    return sketch.block(words, Text(0.0, y, "", sketch.frame.size, Role.MUTED))


def _draw_bar(sketch: Sketch, bar: Bar, figure: str, columns: Columns, y: float) -> float:
    frame = sketch.frame
    height = max(label_block(sketch, bar.label, columns, y, bar.key), frame.leading)
    thick = frame.size * 1.2
    middle = y + height / 2
    if bar.value:
        area = bar_area(columns.scale, bar.value, middle - thick / 2, thick, bar.key)
        if bar.quiet:
            area = Rect(area.x, area.y, area.width, area.height, Role.MUTED, key=bar.key)
        sketch.add(*filled(area, Pattern.RISING if bar.quiet else Pattern.PLAIN))
    figure_beside(sketch, figure, bar.value, columns, middle)
    return y + height + frame.size * 0.5
