"""Risks on a square of five by five: how likely across, how bad upwards, numbers in the cells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bidkit.drawing.metrics import ASCENT, Frame
from bidkit.drawing.primitives import Anchor, DataTable, Picture, Rect, Role, Text
from bidkit.drawing.sketch import Sketch
from bidkit.drawing.telling import nothing, told
from bidkit.words import tr

MOST = 5
WIDEST = 7.0
"""The widest cell in text sizes; a wider chart has air at its right."""

TALL = 2.2


@dataclass(frozen=True, slots=True)
class PlacedRisk:
    """One risk, how likely and how bad it is from 1 to 5; None or outside is not placed."""

    label: str
    likelihood: int | None
    impact: int | None
    owner: str = ""
    key: str = ""

    @property
    def placed(self) -> bool:
        """Tell whether it has a cell."""
        pair = (self.likelihood, self.impact)
        return all(one is not None and 1 <= one <= MOST for one in pair)


@dataclass(frozen=True, slots=True)
class RiskMatrix:
    """Risks in the order of their numbers; weight tells the word of a cell, and 0 (low) to 3."""

    title: str
    risks: tuple[PlacedRisk, ...]
    weight: Callable[[int, int], tuple[str, int]]


FILLS = (Role.PAPER, Role.PANEL, Role.ACCENT_SOFT, Role.ACCENT_SOFT)
STROKES = (Role.LINE, Role.OUTLINE, Role.WARN, Role.BAD)
WIDTHS = (0.6, 0.6, 1.4, 2.2)


def draw_risk_matrix(chart: RiskMatrix, frame: Frame) -> Picture:
    """Lay out the square with the numbers of the risks, and below it what each number means."""
    header = (tr("No."), tr("Risk"), tr("Likely"), tr("Bad"), tr("Weight"), tr("Who"))
    if not chart.risks:
        return nothing(chart.title, frame, header)
    sketch = Sketch(frame)
    y = sketch.title(chart.title)
    if any(one.placed for one in chart.risks):
        y = _draw_square(sketch, chart, y)
    for number, one in enumerate(chart.risks, start=1):
        y = _draw_entry(sketch, chart, number, one, y)
    table = DataTable(header, tuple(_row(chart, n, one) for n, one in enumerate(chart.risks, 1)))
    return sketch.finished(y, _alt(chart), table)


def _draw_square(sketch: Sketch, chart: RiskMatrix, top: float) -> float:
    frame = sketch.frame
    size, left = frame.size, frame.size * 1.6
    width = min((frame.room - left - 2) / MOST, WIDEST * size)
    height = TALL * size
    caption = sketch.fitted(tr("How bad, 1 to 5 upwards"), frame.room)
    top = sketch.block((caption,), Text(0.0, top, "", size, Role.MUTED)) + size * 0.3
    for down in range(MOST):
        impact = MOST - down
        y = top + down * height
        _centred(sketch, str(impact), left / 2, y + height / 2, Role.MUTED)
        for across in range(MOST):
            area = (left + across * width, y, width, height)
            _draw_cell(sketch, chart, (across + 1, impact), area)
    foot = top + MOST * height
    for across in range(MOST):
        middle = left + (across + 0.5) * width
        _centred(sketch, str(across + 1), middle, foot + size * 0.8, Role.MUTED)
    caption = sketch.fitted(tr("How likely, 1 to 5 to the right"), frame.room - left)
    below = Text(left, foot + size * 1.6, "", size, Role.MUTED)
    return sketch.block((caption,), below) + size * 0.6


def _draw_cell(
    sketch: Sketch,
    chart: RiskMatrix,
    at: tuple[int, int],
    area: tuple[float, float, float, float],
) -> None:
    x, y, width, height = area
    _, grade = chart.weight(*at)
    pen = WIDTHS[grade]
    inner = Rect(
        x + pen / 2 + 1,
        y + pen / 2 + 1,
        width - pen - 2,
        height - pen - 2,
        FILLS[grade],
        STROKES[grade],
        pen,
        2.0,
    )
    sketch.add(inner)
    numbers = [
        str(number)
        for number, one in enumerate(chart.risks, start=1)
        if (one.likelihood, one.impact) == at
    ]
    if numbers:
        words = sketch.fitted(", ".join(numbers), width - 2 * pen - 4, bold=True)
        _centred(sketch, words, x + width / 2, y + height / 2, Role.INK, bold=True)


def _centred(
    sketch: Sketch, words: str, x: float, middle: float, role: Role, *, bold: bool = False
) -> None:
    size = sketch.frame.size
    letters = middle + (ASCENT - 0.45) * size
    sketch.words(Text(x, letters, words, size, role, Anchor.MIDDLE, bold))


def _draw_entry(sketch: Sketch, chart: RiskMatrix, number: int, one: PlacedRisk, y: float) -> float:
    frame = sketch.frame
    indent = frame.width_of("00", bold=True) + frame.size * 0.6
    sketch.block(
        (sketch.fitted(str(number), indent, bold=True),),
        Text(0.0, y, "", frame.size, bold=True, key=one.key),
    )
    lines = sketch.wrapped(one.label or tr("No words yet"), frame.room - indent, 3)
    below = sketch.block(lines, Text(indent, y, "", frame.size, key=one.key))
    quiet = sketch.wrapped(_weight_and_owner(chart, one), frame.room - indent, 2)
    end = sketch.block(quiet, Text(indent, below, "", frame.size, Role.MUTED, key=one.key))
    return end + frame.size * 0.4


def _weight_words(chart: RiskMatrix, one: PlacedRisk) -> str:
    if not one.placed or one.likelihood is None or one.impact is None:
        return tr("not judged")
    word, _ = chart.weight(one.likelihood, one.impact)
    return tr("{score} of 25, {weight}", score=one.likelihood * one.impact, weight=word)


def _weight_and_owner(chart: RiskMatrix, one: PlacedRisk) -> str:
    return " · ".join(part for part in (_weight_words(chart, one), one.owner.strip()) if part)


def _row(chart: RiskMatrix, number: int, one: PlacedRisk) -> tuple[str, ...]:
    return (
        str(number),
        one.label,
        str(one.likelihood or ""),
        str(one.impact or ""),
        _weight_words(chart, one),
        one.owner,
    )


def _alt(chart: RiskMatrix) -> str:
    items = [f"{one.label}: {_weight_and_owner(chart, one)}" for one in chart.risks]
    return told(chart.title, tr("Risks by how likely and how bad they are"), items)
