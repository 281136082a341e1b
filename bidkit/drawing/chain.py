"""From need to impact: boxes in stages with arrows between them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from bidkit.drawing.arrows import arrow
from bidkit.drawing.metrics import Frame
from bidkit.drawing.primitives import DataTable, Picture, Polyline, Rect, Role, Text
from bidkit.drawing.sketch import Sketch
from bidkit.drawing.telling import nothing, told
from bidkit.words import tr

NARROWEST = 7.5
"""A stage narrower than so many text sizes makes the chain run downwards instead."""

ROOMY = 9.0
"""Many stages narrower than so many text sizes are laid in two rows instead."""

FEW_STAGES = 4
GAP = 2.2
BOX_LINES = 14
NOTE_LINES = 5


@dataclass(frozen=True, slots=True)
class Box:
    """One thing in a stage, with a quiet note below it (a figure, a source)."""

    text: str
    note: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the chain, such as outputs, with its boxes."""

    name: str
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Chain:
    """Stages in order; links are pairs of box keys, from and to.

    Where no link joins two neighbouring stages, one arrow leads from stage to stage.
    """

    title: str
    stages: tuple[Stage, ...]
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a stage or a box came to lie."""

    x: float
    y: float
    width: float
    height: float
    key: str = ""


def draw_chain(chain: Chain, frame: Frame) -> Picture:
    """Lay out a chain across the width, or downwards where the width is too small for it."""
    header = (tr("Stage"), tr("What"), tr("Note"), tr("Leads to"))
    if not any(stage.boxes for stage in chain.stages):
        return nothing(chain.title, frame, header)
    sketch = Sketch(frame)
    top = sketch.title(chain.title)
    count = len(chain.stages)
    in_one = _width_of(count, frame) / frame.size
    in_two = _width_of((count + 1) // 2, frame) / frame.size
    if count > FEW_STAGES and in_one < ROOMY and in_two >= NARROWEST:
        end = _draw_in_two(sketch, chain, top)
    elif in_one >= NARROWEST:
        end = _draw_across(sketch, chain, _width_of(count, frame), top)
    else:
        end = _draw_down(sketch, chain, top)
    table = DataTable(header, tuple(_rows(chain)))
    return sketch.finished(end + 1, _alt(chain), table)


def _width_of(count: int, frame: Frame) -> float:
    """Return how wide each of so many stages beside each other can be."""
    return (frame.room - 1 - GAP * frame.size * (count - 1)) / count


def _draw_in_two(sketch: Sketch, chain: Chain, top: float) -> float:
    """Lay the stages in two rows, with one arrow from the end of the first to the second."""
    size, half = sketch.frame.size, (len(chain.stages) + 1) // 2
    width = _width_of(half, sketch.frame)
    first = Chain(chain.title, chain.stages[:half], chain.links)
    second = Chain(chain.title, chain.stages[half:], chain.links)
    end = _draw_across(sketch, first, width, top)
    turn = end + 1.2 * size
    right, left = sketch.frame.room - 0.5 - width / 2, 0.5 + width / 2
    path = ((right, end + 0.3 * size), (right, turn), (left, turn))
    sketch.add(Polyline(path, stroke=Role.OUTLINE, width=1.2))
    sketch.add(*arrow((left, turn), (left, turn + 1.2 * size), size * 0.7))
    return _draw_across(sketch, second, width, turn + 1.5 * size)


def _draw_across(sketch: Sketch, chain: Chain, width: float, top: float) -> float:
    gap = GAP * sketch.frame.size
    names = [sketch.wrapped(stage.name, width, 3, bold=True) for stage in chain.stages]
    first = top + max(map(len, names)) * sketch.frame.leading + sketch.frame.size * 0.3
    columns = []
    for place, stage in enumerate(chain.stages):
        x = 0.5 + place * (width + gap)
        _name(sketch, names[place], x, top)
        columns.append(_draw_boxes(sketch, stage, x, first, width))
    for before, after in pairwise(columns):
        _join_across(sketch, chain, before, after)
    return max(column[-1].y + column[-1].height for column in columns)


def _draw_down(sketch: Sketch, chain: Chain, top: float) -> float:
    frame = sketch.frame
    y = top
    for place, stage in enumerate(chain.stages):
        if place:
            middle = frame.room / 2
            start, end = (middle, y + 0.3 * frame.size), (middle, y + 1.9 * frame.size)
            sketch.add(*arrow(start, end, frame.size * 0.7))
            y += 2.2 * frame.size
        lines = sketch.wrapped(stage.name, frame.room - 1, 3, bold=True)
        y = _name(sketch, lines, 0.5, y) + frame.size * 0.3
        boxes = _draw_boxes(sketch, stage, 0.5, y, frame.room - 1)
        y = boxes[-1].y + boxes[-1].height
    return y


def _name(sketch: Sketch, lines: tuple[str, ...], x: float, y: float) -> float:
    return sketch.block(lines, Text(x, y, "", sketch.frame.size, Role.MUTED, bold=True))


def _draw_boxes(sketch: Sketch, stage: Stage, x: float, y: float, width: float) -> list[Placed]:
    placed = []
    for box in stage.boxes or (Box(""),):
        found = _draw_box(sketch, box, x, y, width)
        placed.append(found)
        y += found.height + sketch.frame.size * 0.8
    return placed


def _draw_box(sketch: Sketch, box: Box, x: float, y: float, width: float) -> Placed:
    frame = sketch.frame
    inset = 0.6 * frame.size
    room = width - 2 * inset
    empty = not box.text.strip()
    said = tr("Nothing here yet") if empty else box.text
    lines = sketch.wrapped(said, room, BOX_LINES)
    notes = sketch.wrapped(box.note, room, NOTE_LINES)
    height = (len(lines) + len(notes)) * frame.leading + 2 * inset
    fill = Role.PAPER if empty else Role.ACCENT_SOFT
    stroke = Role.LINE if empty else Role.OUTLINE
    sketch.add(Rect(x, y, width, height, fill, stroke, 1.0, 3.0, box.key))
    role = Role.MUTED if empty else Role.INK
    below = sketch.block(lines, Text(x + inset, y + inset, "", frame.size, role, key=box.key))
    sketch.block(notes, Text(x + inset, below, "", frame.size, Role.MUTED, key=box.key))
    return Placed(x, y, width, height, box.key)


def _join_across(sketch: Sketch, chain: Chain, before: list[Placed], after: list[Placed]) -> None:
    left = {one.key: one for one in before if one.key}
    right = {one.key: one for one in after if one.key}
    joined = [(left[a], right[b]) for a, b in chain.links if a in left and b in right]
    for one, other in joined or [(before[0], after[0])]:
        start = (one.x + one.width + 1, _arrow_height(one, other, sketch))
        end = (other.x - 1, _arrow_height(other, one, sketch))
        sketch.add(*arrow(start, end, sketch.frame.size * 0.7))


def _arrow_height(one: Placed, other: Placed, sketch: Sketch) -> float:
    middle = one.y + one.height / 2
    beside = other.y + other.height / 2
    inner = 0.5 * sketch.frame.size
    return max(one.y + inner, min(one.y + one.height - inner, (middle + beside) / 2))


def _targets(chain: Chain, key: str) -> list[str]:
    texts = {box.key: box.text for stage in chain.stages for box in stage.boxes if box.key}
    return [texts[after] for before, after in chain.links if before == key and after in texts]


def _rows(chain: Chain) -> list[tuple[str, ...]]:
    return [
        (stage.name, box.text, box.note, "; ".join(_targets(chain, box.key)))
        for stage in chain.stages
        for box in stage.boxes
    ]


def _alt(chain: Chain) -> str:
    items = []
    for stage in chain.stages:
        boxes = [f"{box.text} ({box.note})" if box.note else box.text for box in stage.boxes]
        items.append(f"{stage.name}: {', '.join(boxes) or tr('nothing here yet')}")
    return told(chain.title, tr("Chain"), items)
