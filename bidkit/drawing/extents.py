"""Where shapes lie: their bounds, and which one a point hits."""

from __future__ import annotations

from dataclasses import dataclass

from bidkit.drawing.metrics import ASCENT, DESCENT, Metrics
from bidkit.drawing.primitives import (
    Anchor,
    Circle,
    Line,
    Picture,
    Point,
    Polyline,
    Rect,
    Shape,
    Text,
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The smallest upright rectangle round a shape."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Bounds, slack: float = 0.01) -> bool:
        """Tell whether two rectangles share more than a hair's breadth."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > slack and down > slack

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def bounds(shape: Shape, metrics: Metrics) -> Bounds:
    """Return where a shape lies, its strokes included."""
    match shape:
        case Rect():
            half = shape.stroke_width / 2 if shape.stroke else 0.0
            right, bottom = shape.x + shape.width, shape.y + shape.height
            return Bounds(shape.x - half, shape.y - half, right + half, bottom + half)
        case Line():
            return _around(((shape.x1, shape.y1), (shape.x2, shape.y2)), 0.0)
        case Polyline():
            return _around(shape.points, 0.0)
        case Circle():
            reach = shape.radius + (shape.stroke_width / 2 if shape.stroke else 0.0)
            return _around(((shape.x, shape.y),), reach)
        case Text():
            return _text_bounds(shape, metrics)


def hit(picture: Picture, x: float, y: float, metrics: Metrics) -> str:
    """Return the key of the topmost shape with a key at a point, '' where there is none."""
    for shape in reversed(picture.shapes):
        if shape.key and bounds(shape, metrics).holds(x, y) and _inside(shape, x, y):
            return shape.key
    return ""


def areas(picture: Picture, metrics: Metrics) -> dict[str, Bounds]:
    """Return for every key the rectangle round all its shapes, in the order drawn."""
    found: dict[str, Bounds] = {}
    for shape in picture.shapes:
        if shape.key:
            lies = bounds(shape, metrics)
            before = found.get(shape.key, lies)
            found[shape.key] = Bounds(
                min(before.left, lies.left),
                min(before.top, lies.top),
                max(before.right, lies.right),
                max(before.bottom, lies.bottom),
            )
    return found


def _text_bounds(text: Text, metrics: Metrics) -> Bounds:
    width = metrics.width(text.words, text.size, text.bold)
    before = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[text.anchor]
    left = text.x - before
    return Bounds(left, text.y - ASCENT * text.size, left + width, text.y + DESCENT * text.size)


def _around(points: tuple[Point, ...], reach: float) -> Bounds:
    across = [point[0] for point in points]
    down = [point[1] for point in points]
    return Bounds(min(across) - reach, min(down) - reach, max(across) + reach, max(down) + reach)


def _inside(shape: Shape, x: float, y: float) -> bool:
    if isinstance(shape, Circle):
        return (x - shape.x) ** 2 + (y - shape.y) ** 2 <= shape.radius**2
    if isinstance(shape, Polyline) and shape.fill is not None:
        return _within(shape.points, x, y)
    return True


def _within(points: tuple[Point, ...], x: float, y: float) -> bool:
    within = False
    for (x1, y1), (x2, y2) in zip(points, (*points[1:], points[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            within = not within
    return within
