"""Charts of the drawing room, painted from its primitives in the colours of the house."""

from __future__ import annotations

from dataclasses import dataclass

from bidkit.drawing.primitives import (
    Anchor,
    Circle,
    DataTable,
    Line,
    Picture,
    Polyline,
    Rect,
    Role,
    Shape,
    Text,
)
from bidkit.export.house_style import Palette
from bidkit.export.pdf.boxes import enclose
from bidkit.export.pdf.canvas import TaggedCanvas
from bidkit.export.pdf.flow import Box, Piece
from bidkit.export.pdf.pictures import caption
from bidkit.export.pdf.setting import Composer, Place, Typesetter
from bidkit.export.pdf.structure import Node
from bidkit.export.pdf.text import Manner
from bidkit.export.tree import Chart, Column, Table, row
from bidkit.words import tr

ROUND = 0.5523


def chart(composer: Composer, block: Chart, place: Place) -> list[Piece]:
    """Return a chart with its caption, and its figures as a table where that is asked."""
    picture = block.picture
    if picture.width <= 0 or picture.height <= 0:
        return []
    most = composer.setter.look.page.room * 0.75
    scale = min(1.0, place.width / picture.width, most / picture.height)
    node = place.node.child("Figure", alt=picture.alt or block.caption or tr("Chart"))
    box = ChartBox(picture, composer.setter, scale, node)
    after = 8.0 if block.caption else 20.0
    pieces = [Piece(box, before=16.0, after=after, keep=bool(block.caption))]
    pieces.extend(caption(composer, block.caption, place))
    if block.data_table and picture.table.rows:
        pieces.extend(composer.pieces((_table(picture.table),), place))
    return pieces


def _table(data: DataTable) -> Table:
    """Return the figures behind a chart as a table; columns of numbers stand at the right."""
    rows = tuple(row(*words, heading=True) for words in data.rows)
    count = max((len(words) for words in (data.header, *data.rows)), default=0)
    numeric = [
        all(_is_figure(words[at]) for words in data.rows if at < len(words)) for at in range(count)
    ]
    columns = tuple(Column(align="right" if each else "left") for each in numeric)
    return Table(columns, rows, (row(*data.header),) if data.header else ())


def _is_figure(words: str) -> bool:
    return any(each.isdigit() for each in words) and not any(each.isalpha() for each in words)


@dataclass(frozen=True, slots=True, eq=False)
class ChartBox:
    """A picture of the drawing room at a scale; everything in it belongs to its figure."""

    picture: Picture
    setter: Typesetter
    scale: float
    node: Node

    @property
    def height(self) -> float:
        """The height of the picture at its scale."""
        return self.picture.height * self.scale

    def start(self) -> float:
        """Return the height of the picture."""
        return self.height

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return None: a chart stays whole."""

    def paint(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw every shape in order."""
        pen = _Pen(canvas, self.setter, self.node, (x, y), self.scale)
        for shape in self.picture.shapes:
            pen.draw(shape)
        enclose(self.node, (x, y - self.height, x + self.picture.width * self.scale, y))


class _Pen:
    """Draws shapes of one picture, whose y grows downwards, on the canvas."""

    def __init__(
        self,
        canvas: TaggedCanvas,
        setter: Typesetter,
        node: Node,
        origin: tuple[float, float],
        scale: float,
    ) -> None:
        self._canvas = canvas
        self._fonts = setter.fonts
        self._node = node
        self._left, self._top = origin
        self._scale = scale
        self._colours = role_colours(setter.look.colours)

    def draw(self, shape: Shape) -> None:
        """Draw one shape."""
        match shape:
            case Text():
                self._text(shape)
            case Rect():
                path = self._rectangle(shape)
                self._paint(path, shape.fill, shape.stroke, shape.stroke_width)
            case Circle():
                self._paint(self._circle(shape), shape.fill, shape.stroke, shape.stroke_width)
            case Line():
                path = self._points(((shape.x1, shape.y1), (shape.x2, shape.y2)))
                self._paint(path, None, shape.stroke, shape.width, shape.dash)
            case Polyline():
                if len(shape.points) > 1:
                    path = self._points(shape.points) + (" h" if shape.closed else "")
                    self._paint(path, shape.fill, shape.stroke, shape.width, shape.dash)

    def _paint(
        self,
        path: str,
        fill: Role | None,
        stroke: Role | None,
        width: float,
        dash: tuple[float, ...] = (),
    ) -> None:
        self._canvas.dashes(tuple(each * self._scale for each in dash))
        self._canvas.path(
            path,
            self._colours[fill] if fill else "",
            self._colours[stroke] if stroke else "",
            width * self._scale,
            self._node,
        )
        self._canvas.dashes(())

    def _text(self, shape: Text) -> None:
        words = self._fonts.clean(shape.words).replace("\n", " ")
        size = shape.size * self._scale
        colour = self._colours[shape.role]
        pieces = [
            (piece, Manner(face, size, colour))
            for face, piece in self._fonts.pieces(words, bold=shape.bold)
        ]
        x, y = self._at(shape.x, shape.y)
        extent = sum(manner.width(piece) for piece, manner in pieces)
        x -= {Anchor.START: 0.0, Anchor.MIDDLE: extent / 2, Anchor.END: extent}[shape.anchor]
        for piece, manner in pieces:
            self._canvas.words(x, y, piece, manner, self._node)
            x += manner.width(piece)
        self._canvas.words(x, y, " ", Manner(self._fonts.face(), size, colour), self._node)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self._left + x * self._scale, self._top - y * self._scale

    def _points(self, points: tuple[tuple[float, float], ...]) -> str:
        first, *others = (self._at(x, y) for x, y in points)
        lines = (f"{x:.2f} {y:.2f} l" for x, y in others)
        return " ".join((f"{first[0]:.2f} {first[1]:.2f} m", *lines))

    def _curve(self, *points: tuple[float, float]) -> str:
        return " ".join(f"{x:.2f} {y:.2f}" for x, y in (self._at(*each) for each in points)) + " c"

    def _rectangle(self, shape: Rect) -> str:
        radius = min(shape.radius, shape.width / 2, shape.height / 2)
        if radius <= 0:
            x, y = self._at(shape.x, shape.y + shape.height)
            width, height = shape.width * self._scale, shape.height * self._scale
            return f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"
        left, top = shape.x, shape.y
        right, bottom = left + shape.width, top + shape.height
        inner = radius * (1 - ROUND)
        start = self._at(left + radius, top)
        corners = (
            (
                (right - radius, top),
                (right - inner, top),
                (right, top + inner),
                (right, top + radius),
            ),
            (
                (right, bottom - radius),
                (right, bottom - inner),
                (right - inner, bottom),
                (right - radius, bottom),
            ),
            (
                (left + radius, bottom),
                (left + inner, bottom),
                (left, bottom - inner),
                (left, bottom - radius),
            ),
            ((left, top + radius), (left, top + inner), (left + inner, top), (left + radius, top)),
        )
        parts = [f"{start[0]:.2f} {start[1]:.2f} m"]
        for corner in corners:
            x, y = self._at(*corner[0])
            parts.append(f"{x:.2f} {y:.2f} l")
            parts.append(self._curve(*corner[1:]))
        return " ".join((*parts, "h"))

    def _circle(self, shape: Circle) -> str:
        x, y, radius = shape.x, shape.y, shape.radius
        arm = radius * ROUND
        start = self._at(x + radius, y)
        return " ".join(
            (
                f"{start[0]:.2f} {start[1]:.2f} m",
                self._curve((x + radius, y + arm), (x + arm, y + radius), (x, y + radius)),
                self._curve((x - arm, y + radius), (x - radius, y + arm), (x - radius, y)),
                self._curve((x - radius, y - arm), (x - arm, y - radius), (x, y - radius)),
                self._curve((x + arm, y - radius), (x + radius, y - arm), (x + radius, y)),
                "h",
            )
        )


def role_colours(colours: Palette) -> dict[Role, str]:
    """Return the colour of every role in a house style."""
    series = dict(zip((Role(f"series_{at}") for at in range(1, 7)), colours.series, strict=True))
    return series | {
        Role.INK: colours.ink,
        Role.MUTED: colours.quiet,
        Role.PAPER: colours.paper,
        Role.PANEL: colours.tint,
        Role.LINE: colours.line,
        Role.OUTLINE: colours.quiet,
        Role.ACCENT: colours.primary,
        Role.ACCENT_SOFT: colours.primary_tint,
        Role.GOOD: colours.good,
        Role.WARN: colours.caution,
        Role.BAD: colours.alert,
    }
