"""How boxes follow one another down a page and over to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import Protocol

from bidkit.export.pdf.canvas import TaggedCanvas

SLACK = 0.01
CHAIN = 12
LITTLE = 2


class Box(Protocol):
    """Something with a height that can be drawn, and perhaps divided between pages."""

    @property
    def height(self) -> float:
        """The height in points when drawn whole."""

    def start(self) -> float:
        """Return the least height that its beginning needs on a page."""

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return a part that fits into a room and the rest, or None if that cannot be."""

    def paint(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the box with its top left corner at x, y."""


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A box in a flow: the space around it, its indent, and what it must stay with."""

    box: Box
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    keep: bool = False
    new_page: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A piece and how far below the top of its page or stack it stands."""

    piece: Piece
    down: float

    def paint(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the piece where it was placed."""
        canvas.place(self.piece.key, x, top - self.down)
        self.piece.box.paint(canvas, x + self.piece.indent, top - self.down)


class Flow:
    """Pieces still to be placed, taken from the front as rooms are filled."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._waiting = list(reversed(pieces))

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def rest(self) -> list[Piece]:
        """Return what was not placed, in order."""
        return list(reversed(self._waiting))

    def fill(self, room: float, *, force: bool = True, spare: float = 0.0) -> list[Placed]:
        """Place as many pieces as fit; with force at least one, however tall it is.

        Where no more is left than a spare room below takes, it goes there: no page for one line.
        """
        placed: list[Placed] = []
        used = after = 0.0
        while self._waiting:
            piece = self._waiting[-1]
            if piece.new_page and placed:
                break
            gap = max(after, piece.before) if placed else 0.0
            if spare and placed and self._is_little(room - used - gap, spare):
                room, spare = room + spare, 0.0
            left = room - used - gap
            needed = chain_height(reversed(self._waiting))
            if needed > left + SLACK and (placed or not force):
                break
            if piece.box.height <= left + SLACK:
                self._waiting.pop()
                placed.append(Placed(piece, used + gap))
                used += gap + piece.box.height
                after = piece.after
                continue
            self._place_part(placed, used + gap, left, force=force)
            break
        return placed

    def _is_little(self, left: float, spare: float) -> bool:
        """Tell whether all that comes before the next new page needs only the spare room."""
        pieces: list[Piece] = []
        for piece in reversed(self._waiting[-LITTLE - 1 :]):
            if piece.new_page:
                break
            pieces.append(piece)
        return len(pieces) <= LITTLE and left < stacked_height(pieces) <= left + spare

    def _place_part(self, placed: list[Placed], down: float, left: float, *, force: bool) -> None:
        """Place the part of the next piece that fits, or all of it where nothing else helps."""
        piece = self._waiting[-1]
        parts = piece.box.split(left)
        if parts is not None:
            first, second = parts
            self._waiting[-1] = replace(piece, box=second, key="", new_page=False)
            placed.append(Placed(replace(piece, box=first), down))
        elif force and not placed:
            self._waiting.pop()
            placed.append(Placed(piece, down))


def chain_height(pieces: Iterable[Piece]) -> float:
    """Return the height that the first piece needs together with what it must stay with.

    Where only headings follow one another, the first stands for itself.
    """
    total = after = alone = 0.0
    for at, piece in enumerate(islice(pieces, CHAIN)):
        gap = max(after, piece.before) if at else 0.0
        alone = alone or piece.box.start()
        if not piece.keep:
            return total + gap + piece.box.start()
        total += gap + piece.box.height
        after = piece.after
    return alone


def stacked_height(pieces: Sequence[Piece]) -> float:
    """Return the height of pieces one below the other; outer spaces do not count."""
    total = sum(piece.box.height for piece in pieces)
    for above, below in pairwise(pieces):
        total += max(above.after, below.before)
    return total


def place_all(pieces: Sequence[Piece]) -> list[Placed]:
    """Place pieces one below the other without any limit."""
    placed: list[Placed] = []
    down = after = 0.0
    for piece in pieces:
        down += max(after, piece.before) if placed else 0.0
        placed.append(Placed(piece, down))
        down += piece.box.height
        after = piece.after
    return placed
