"""A table on the page: bands of rows that can be divided, under a header that comes again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bidkit.export.pdf.boxes import Stack
from bidkit.export.pdf.canvas import TaggedCanvas
from bidkit.export.pdf.flow import Box

WHOLE = 190.0


@dataclass(frozen=True, slots=True, eq=False)
class BandCell:
    """One cell: where it stands in its band, how tall it is drawn, and its bottom rule."""

    x: float
    y: float
    height: float
    stack: Stack
    rule: str = ""
    rule_width: float = 0.5
    low: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Band:
    """Rows that hang together by cells spanning them; usually a single row."""

    height: float
    cells: tuple[BandCell, ...]
    tops: tuple[float, ...] = (0.0,)
    keys: tuple[tuple[str, float], ...] = ()

    def start(self) -> float:
        """Return the least height that its beginning needs on a page."""
        if self.height <= WHOLE:
            return self.height
        return min(self.height, max((c.stack.start() for c in self.cells if not c.y), default=0.0))

    def split(self, room: float) -> tuple[Band, Band] | None:
        """Divide at the last row that fits, or inside a tall row; None if nothing would fit."""
        if self.height <= WHOLE:
            return None
        ends = [top for top in self.tops if 0 < top <= room]
        at = ends[-1] if ends else room
        first: list[BandCell] = []
        second: list[BandCell] = []
        grown = 0.0
        for cell in self.cells:
            above, below = _divide(cell, at)
            if above is not None:
                first.append(above)
            if below is not None:
                second.append(below)
                grown = max(grown, below.stack.height - below.height)
        if not any(cell.stack.pieces for cell in first):
            return None
        second = [_moved(cell, grown) for cell in second]
        rest = Band(
            self.height - at + grown,
            tuple(second),
            (0.0, *(top - at + grown for top in self.tops if top > at)),
            tuple((key, top - at + grown) for key, top in self.keys if top >= at),
        )
        keys = tuple((key, top) for key, top in self.keys if top < at)
        return Band(at, tuple(first), tuple(t for t in self.tops if t < at), keys), rest

    def paint(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw backgrounds and texts, then the rules."""
        for key, top in self.keys:
            canvas.place(key, x, y - top)
        for cell in self.cells:
            top = y - cell.y
            if cell.low:
                top -= cell.height - cell.stack.height
            height = cell.stack.height if cell.low else cell.height
            cell.stack.paint_inside(canvas, x + cell.x, top, height)
        for cell in self.cells:
            if cell.rule:
                bottom = y - cell.y - cell.height
                end = x + cell.x + cell.stack.width
                canvas.rule(x + cell.x, bottom, end, cell.rule, cell.rule_width)


def _divide(cell: BandCell, at: float) -> tuple[BandCell | None, BandCell | None]:
    """Return the parts of a cell above and below a height of its band."""
    if cell.y + cell.height <= at + 0.01:
        return cell, None
    if cell.y >= at - 0.01:
        return None, replace(cell, y=cell.y - at)
    room = at - cell.y
    rest = replace(cell.stack, pieces=())
    first = cell.stack
    if cell.stack.height > room:
        parts = cell.stack.split(room)
        first, rest = rest, cell.stack
        if parts is not None:
            first, rest = parts
    return (
        replace(cell, height=room, stack=first, rule=""),
        replace(cell, y=0.0, height=cell.height - room, stack=rest),
    )


def _moved(cell: BandCell, grown: float) -> BandCell:
    if not grown:
        return cell
    if cell.y > 0:
        return replace(cell, y=cell.y + grown)
    return replace(cell, height=cell.height + grown)


@dataclass(frozen=True, slots=True, eq=False)
class TableBox:
    """Bands under a header; on every later page the header is drawn again, as an artifact."""

    header: tuple[Band, ...]
    bands: Sequence[Band]
    again: bool = False
    gap: float = 0.0
    height: float = field(init=False)

    def __post_init__(self) -> None:
        bands = [*self.header, *self.bands]
        height = sum(band.height for band in bands) + self.gap * max(len(bands) - 1, 0)
        object.__setattr__(self, "height", height)

    def start(self) -> float:
        """Return the height of the header and of the beginning of the first band."""
        head = sum(band.height + self.gap for band in self.header)
        if not self.bands:
            return head
        first = head + self.bands[0].start()
        if len(self.bands) == 2 and self.bands[1].height + first - head <= WHOLE:
            return first + self.gap + self.bands[1].height
        return first

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Divide between bands, or inside a band that is too tall to be moved whole."""
        used = sum(band.height + self.gap for band in self.header)
        fits = 0
        while fits < len(self.bands) and used + self.bands[fits].height <= room + 0.01:
            used += self.bands[fits].height + self.gap
            fits += 1
        first, second = list(self.bands[:fits]), list(self.bands[fits:])
        if not second:
            return None
        parts = second[0].split(room - used)
        if parts is not None:
            first.append(parts[0])
            second[0] = parts[1]
        elif len(second) == 1 and len(first) > 2:
            second.insert(0, first.pop())
        if not first:
            return None
        return replace(self, bands=first), replace(self, bands=second, again=True)

    def paint(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the header, silently if it was drawn before, and the bands."""
        for band in self.header:
            if self.again:
                with canvas.silently():
                    band.paint(canvas, x, y)
            else:
                band.paint(canvas, x, y)
            y -= band.height + self.gap
        for band in self.bands:
            band.paint(canvas, x, y)
            y -= band.height + self.gap
