"""Arrows between boxes."""

from __future__ import annotations

from math import hypot

from bidkit.drawing.primitives import Line, Point, Polyline, Role, Shape


def arrow(start: Point, end: Point, head: float, role: Role = Role.OUTLINE) -> tuple[Shape, ...]:
    """Return a line from start to end with a filled head at the end."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = hypot(across, down)
    if length == 0:
        return ()
    along = (across / length, down / length)
    reach = min(head, length)
    back = (end[0] - along[0] * reach, end[1] - along[1] * reach)
    side = (-along[1] * reach * 0.5, along[0] * reach * 0.5)
    corners = (
        end,
        (back[0] + side[0], back[1] + side[1]),
        (back[0] - side[0], back[1] - side[1]),
    )
    line = Line(start[0], start[1], back[0], back[1], role, width=1.2)
    return line, Polyline(corners, fill=role, closed=True)
