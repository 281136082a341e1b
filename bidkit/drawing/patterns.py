"""Patterns beside colours, so that nothing is told by colour alone."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from bidkit.drawing.primitives import SERIES, Line, Rect, Role, Shape

SPACING = 5.0
MOST_LINES = 400


class Pattern(StrEnum):
    """How a filled bar is marked."""

    PLAIN = "plain"
    RISING = "rising"
    LEVEL = "level"
    FALLING = "falling"
    UPRIGHT = "upright"
    CROSSED = "crossed"


PATTERNS = tuple(Pattern)


def series_role(place: int) -> Role:
    """Return the colour of a series by its place; after six they begin again."""
    return SERIES[place % len(SERIES)]


def series_pattern(place: int) -> Pattern:
    """Return the pattern of a series by its place.

    After six the patterns begin again one further, so that colour and pattern together do not
    repeat before thirty-six.
    """
    return PATTERNS[(place + place // len(SERIES)) % len(PATTERNS)]


def filled(area: Rect, pattern: Pattern, over: Role = Role.PAPER) -> Iterator[Shape]:
    """Return a rectangle with its pattern drawn over it; the lines carry its key."""
    yield area
    spacing = max(SPACING, (area.width + area.height) / MOST_LINES)
    if pattern in (Pattern.LEVEL, Pattern.CROSSED):
        yield from (_level(area, y, over) for y in _steps(area.height, spacing))
    if pattern in (Pattern.UPRIGHT, Pattern.CROSSED):
        yield from (_upright(area, x, over) for x in _steps(area.width, spacing))
    if pattern in (Pattern.RISING, Pattern.FALLING):
        for reach in _steps(area.width + area.height, spacing):
            yield _slanted(area, reach, over, rising=pattern is Pattern.RISING)


def _steps(length: float, spacing: float) -> Iterator[float]:
    place = spacing
    while place < length:
        yield place
        place += spacing


def _level(area: Rect, down: float, role: Role) -> Line:
    y = area.y + down
    return Line(area.x, y, area.x + area.width, y, role, key=area.key)


def _upright(area: Rect, across: float, role: Role) -> Line:
    x = area.x + across
    return Line(x, area.y, x, area.y + area.height, role, key=area.key)


def _slanted(area: Rect, reach: float, role: Role, *, rising: bool) -> Line:
    start = max(0.0, reach - area.height)
    end = min(reach, area.width)
    from_y, to_y = min(reach, area.height), reach - end
    if not rising:
        from_y, to_y = area.height - from_y, area.height - to_y
    return Line(area.x + start, area.y + from_y, area.x + end, area.y + to_y, role, key=area.key)
