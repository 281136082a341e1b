"""The boxes a page is made of: lines of text, stacks, columns, pictures and rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from reportlab.lib.utils import ImageReader

from bidkit.export.pdf.canvas import TaggedCanvas
from bidkit.export.pdf.flow import Box, Flow, Piece, chain_height, place_all, stacked_height
from bidkit.export.pdf.structure import Node
from bidkit.export.pdf.text import Line

Alignment = Literal["left", "right", "centre"]


@dataclass(frozen=True, slots=True, eq=False)
class TextBox:
    """Lines of one paragraph; never leaves a single line behind or takes one along."""

    lines: Sequence[Line]
    node: Node | None
    size: float
    leading: float
    width: float
    align: Alignment = "left"
    whole: bool = False

    @property
    def height(self) -> float:
        """The height in points when drawn whole."""
        return len(self.lines) * self.leading

    def start(self) -> float:
        """Return the least height that its beginning needs on a page."""
        return self.leading * (len(self.lines) if self._stays_whole() else 2)

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return the lines that fit into a room and the rest, two lines at least on each side."""
        fits = min(int((room + 0.01) / self.leading), len(self.lines) - 2)
        if fits < 2 or self._stays_whole():
            return None
        return replace(self, lines=self.lines[:fits]), replace(self, lines=self.lines[fits:])

    def paint(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the lines from the top."""
        base = y - self.leading / 2 - self.size * 0.33
        for line in self.lines:
            canvas.write(x + self._shift(line), base, line, self.node)
            base -= self.leading
        canvas.settle()

    def _stays_whole(self) -> bool:
        return len(self.lines) <= (12 if self.whole else 3)

    def _shift(self, line: Line) -> float:
        if self.align == "left":
            return 0.0
        return (self.width - line.width) * (1.0 if self.align == "right" else 0.5)


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds a stack: space inside, a background, an edge at the left."""

    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    fill: str = ""
    edge: str = ""
    edge_width: float = 3.0


@dataclass(frozen=True, slots=True, eq=False)
class Stack:
    """Pieces one below the other inside a frame; the frame is drawn around every part."""

    pieces: Sequence[Piece]
    width: float
    frame: Frame = Frame()
    height: float = field(init=False)

    def __post_init__(self) -> None:
        inner = stacked_height(self.pieces)
        object.__setattr__(self, "height", inner + self.frame.top + self.frame.bottom)

    def start(self) -> float:
        """Return the least height that its beginning needs on a page."""
        return self.frame.top + self.frame.bottom + chain_height(self.pieces)

    def split(self, room: float) -> tuple[Stack, Stack] | None:
        """Return the pieces that fit into a room and the rest, each in a frame of its own."""
        flow = Flow(self.pieces)
        placed = flow.fill(room - self.frame.top - self.frame.bottom, force=False)
        if not placed or not flow:
            return None
        first = [each.piece for each in placed]
        return replace(self, pieces=first), replace(self, pieces=flow.rest())

    def paint(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the frame and what stands in it."""
        self.paint_inside(canvas, x, y, self.height)

    def paint_inside(self, canvas: TaggedCanvas, x: float, y: float, height: float) -> None:
        """Draw the stack in a frame of a given height, at least its own."""
        frame = self.frame
        if frame.fill:
            canvas.rectangle((x, y - height, self.width, height), frame.fill)
        if frame.edge:
            canvas.rectangle((x, y - height, frame.edge_width, height), frame.edge)
        for placed in place_all(self.pieces):
            placed.paint(canvas, x + frame.left, y - frame.top)


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """Boxes side by side, each at its distance from the left; all are divided together."""

    cells: tuple[tuple[float, Box], ...]

    @property
    def height(self) -> float:
        """The height of the tallest."""
        return max((box.height for _, box in self.cells), default=0.0)

    def start(self) -> float:
        """Return the least height that its beginning needs on a page."""
        return max((box.start() for _, box in self.cells), default=0.0)

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Divide every box that is too tall; None if one of them cannot be divided there."""
        first: list[tuple[float, Box]] = []
        second: list[tuple[float, Box]] = []
        for x, box in self.cells:
            if box.height <= room:
                first.append((x, box))
                continue
            parts = box.split(room)
            if parts is None:
                return None
            first.append((x, parts[0]))
            second.append((x, parts[1]))
        return (Beside(tuple(first)), Beside(tuple(second))) if second else None

    def paint(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the boxes from the left."""
        for shift, box in self.cells:
            box.paint(canvas, x + shift, y)


@dataclass(frozen=True, slots=True, eq=False)
class PictureBox:
    """A picture at a fixed size; never divided."""

    reader: ImageReader
    width: float
    height: float
    node: Node | None

    def start(self) -> float:
        """Return the height of the picture."""
        return self.height

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return None: a picture stays whole."""

    def paint(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the picture and tell its node where it stands."""
        canvas.picture(self.reader, (x, y - self.height, self.width, self.height), self.node)
        enclose(self.node, (x, y - self.height, x + self.width, y))


@dataclass(frozen=True, slots=True, eq=False)
class RuleBox:
    """A horizontal rule."""

    width: float
    colour: str
    height: float = 0.5

    def start(self) -> float:
        """Return the thickness of the rule."""
        return self.height

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return None: a rule stays whole."""

    def paint(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the rule."""
        canvas.rectangle((x, y - self.height, self.width, self.height), self.colour)


def enclose(node: Node | None, box: tuple[float, float, float, float]) -> None:
    """Write down on a figure's node which rectangle (left, bottom, right, top) it covers."""
    if node is not None:
        layout: dict[str, object] = {"BBox": [round(each, 2) for each in box], "Placement": "Block"}
        node.attributes = (*node.attributes, ("Layout", layout))
