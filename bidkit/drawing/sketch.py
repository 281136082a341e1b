"""A picture while it is being laid out: shapes gathered, words placed line by line."""

from __future__ import annotations

from bidkit.drawing.metrics import ASCENT, Frame
from bidkit.drawing.primitives import Anchor, DataTable, Picture, Role, Shape, Text
from bidkit.drawing.wrapping import fit, wrap


class Sketch:
    """Gathers the shapes of one picture inside a frame."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self._shapes: list[Shape] = []

    def add(self, *shapes: Shape) -> None:
        """Put shapes on top of those already there."""
        self._shapes.extend(shapes)

    def words(self, text: Text) -> None:
        """Put one line of words on top, leaving out empty ones."""
        if text.words:
            self._shapes.append(text)

    def block(self, lines: tuple[str, ...], first: Text) -> float:
        """Put lines below one another in the manner of the first; return where they end.

        The y of `first` is the top of the block, not the line of its letters.
        """
        leading = self.frame.leading * first.size / self.frame.size
        for place, line in enumerate(lines):
            letters = first.y + place * leading + ASCENT * first.size + 0.1 * first.size
            self.words(
                Text(
                    first.x,
                    letters,
                    line,
                    first.size,
                    first.role,
                    first.anchor,
                    first.bold,
                    first.key,
                )
            )
        return first.y + len(lines) * leading

    def wrapped(
        self, text: str, width: float, most: int = 0, *, bold: bool = False
    ) -> tuple[str, ...]:
        """Return words in lines that fit into a width, at the frame's size."""
        return wrap(text, width, self._measure(bold=bold), most)

    def fitted(self, text: str, width: float, *, bold: bool = False) -> str:
        """Return words in one line that fits into a width, at the frame's size."""
        return fit(text, width, self._measure(bold=bold))

    def title(self, title: str, y: float = 0.0) -> float:
        """Put a heading over the whole width; return where it ends, with a gap below."""
        if not title.strip():
            return y
        lines = self.wrapped(title, self.frame.room, bold=True)
        first = Text(0.0, y, "", self.frame.size, Role.INK, Anchor.START, bold=True)
        return self.block(lines, first) + self.frame.size / 2

    def finished(self, height: float, alt: str, table: DataTable) -> Picture:
        """Return the picture, as wide as the frame's room."""
        return Picture(self.frame.room, max(height, 1.0), tuple(self._shapes), alt, table)

    def _measure(self, *, bold: bool) -> _Measured:
        return _Measured(self.frame, bold)


class _Measured:
    def __init__(self, frame: Frame, bold: bool) -> None:
        self._frame = frame
        self._bold = bold

    def __call__(self, text: str) -> float:
        return self._frame.width_of(text, bold=self._bold)
