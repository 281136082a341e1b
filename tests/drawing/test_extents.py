from __future__ import annotations

from bidkit.drawing.extents import Bounds, areas, bounds, hit
from bidkit.drawing.primitives import (
    Anchor,
    Circle,
    Line,
    Picture,
    Polyline,
    Rect,
    Role,
    Shape,
    Text,
)
from tests.drawing.judging import METRICS


def test_bounds_of_every_shape() -> None:
    shapes: list[tuple[Shape, Bounds]] = [
        (Rect(1, 2, 3, 4, stroke=Role.INK, stroke_width=2), Bounds(0, 1, 5, 7)),
        (Line(5, 1, 2, 3), Bounds(2, 1, 5, 3)),
        (Polyline(((1, 1), (4, 0), (2, 9))), Bounds(1, 0, 4, 9)),
        (Circle(5, 5, 2, Role.INK), Bounds(3, 3, 7, 7)),
    ]
    for shape, expected in shapes:
        assert bounds(shape, METRICS) == expected


def test_words_lie_before_at_and_after_their_place() -> None:
    width = METRICS.width("hub", 10, bold=False)
    for anchor, left in (
        (Anchor.START, 50),
        (Anchor.MIDDLE, 50 - width / 2),
        (Anchor.END, 50 - width),
    ):
        found = bounds(Text(50, 20, "hub", 10, anchor=anchor), METRICS)
        assert abs(found.left - left) < 1e-6
        assert (found.top, found.bottom) == (12, 22.5)


PICTURE = Picture(
    100,
    100,
    (
        Rect(0, 0, 100, 100, Role.PAPER),
        Rect(10, 10, 40, 40, Role.ACCENT, key="under"),
        Circle(40, 40, 10, Role.ACCENT, key="over"),
        Polyline(((60, 60), (90, 60), (60, 90)), fill=Role.ACCENT, closed=True, key="corner"),
    ),
)


def test_the_topmost_shape_with_a_key_is_hit() -> None:
    assert hit(PICTURE, 40, 40, METRICS) == "over"
    assert hit(PICTURE, 15, 15, METRICS) == "under"
    assert hit(PICTURE, 49, 49, METRICS) == "under"
    assert hit(PICTURE, 65, 65, METRICS) == "corner"
    assert hit(PICTURE, 88, 88, METRICS) == ""
    assert hit(PICTURE, 5, 5, METRICS) == ""


def test_areas_by_key() -> None:
    assert areas(PICTURE, METRICS)["over"] == Bounds(30, 30, 50, 50)
    assert list(areas(PICTURE, METRICS)) == ["under", "over", "corner"]
