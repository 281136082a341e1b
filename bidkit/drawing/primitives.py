"""What a picture is made of: five plain shapes, colours by role, and words that stand in for it.

The origin is the top left corner, y grows downwards, lengths are points. A later shape lies above
an earlier one. A painter fills and strokes what is here and decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]


class Role(StrEnum):
    """What a colour means; the theme or house style knows the colour itself."""

    INK = "ink"
    MUTED = "muted"
    PAPER = "paper"
    PANEL = "panel"
    LINE = "line"
    OUTLINE = "outline"
    ACCENT = "accent"
    ACCENT_SOFT = "accent_soft"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    SERIES_1 = "series_1"
    SERIES_2 = "series_2"
    SERIES_3 = "series_3"
    SERIES_4 = "series_4"
    SERIES_5 = "series_5"
    SERIES_6 = "series_6"


SERIES = (
    Role.SERIES_1,
    Role.SERIES_2,
    Role.SERIES_3,
    Role.SERIES_4,
    Role.SERIES_5,
    Role.SERIES_6,
)


class Anchor(StrEnum):
    """Which end of a text stands at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, filled, stroked or both."""

    x: float
    y: float
    width: float
    height: float
    fill: Role | None = None
    stroke: Role | None = None
    stroke_width: float = 1.0
    radius: float = 0.0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line; dash gives the lengths drawn and left out in turn."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Role = Role.LINE
    width: float = 1.0
    dash: tuple[float, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Polyline:
    """A line through points, or a closed and filled shape."""

    points: tuple[Point, ...]
    stroke: Role | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    fill: Role | None = None
    closed: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle, filled, stroked or both."""

    x: float
    y: float
    radius: float
    fill: Role | None = None
    stroke: Role | None = None
    stroke_width: float = 1.0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of words; y is the line the letters stand on."""

    x: float
    y: float
    words: str
    size: float
    role: Role = Role.INK
    anchor: Anchor = Anchor.START
    bold: bool = False
    key: str = ""


Shape: TypeAlias = Rect | Line | Polyline | Circle | Text


@dataclass(frozen=True, slots=True)
class DataTable:
    """The figures behind a picture, for those who read rather than look."""

    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished layout: its size, its shapes, the words that stand in for it, and its figures."""

    width: float
    height: float
    shapes: tuple[Shape, ...] = ()
    alt: str = ""
    table: DataTable = DataTable()
