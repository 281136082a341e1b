"""The page surface: whatever is drawn belongs to a structure element or is an artifact."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from bidkit.export.house_style import channels
from bidkit.export.pdf.structure import LinkArea, Mark, Node
from bidkit.export.pdf.text import Line, Manner

rl_config.useA85 = 0  # pictures go in as they are, not as text a quarter larger

Point = tuple[float, float]
Rectangle = tuple[float, float, float, float]


@dataclass(slots=True)
class PageRecord:
    """What the structure must know of one page: the owner of each mark, and its links."""

    marks: list[Node] = field(default_factory=list)
    links: list[LinkArea] = field(default_factory=list)


class TaggedCanvas(Canvas):
    """Draws on pages and keeps account, for the structure tree, of what everything is.

    The origin is the lower left corner; a colour is a text "#rrggbb".
    """

    _doc: Any
    _code: list[str]

    def __init__(self, size: Point) -> None:
        self.buffer = BytesIO()
        self._preamble = ""
        super().__init__(self.buffer, pagesize=size, pageCompression=0, invariant=1)
        self.records = [PageRecord()]
        self.places: dict[str, tuple[int, float, float]] = {}
        self.numbers: dict[str, int] = {}
        self._owner: Node | None = None
        self._open = False
        self._in_text = False
        self._silent = 0
        self._state: dict[str, str] = {}
        self._underlines: list[tuple[float, float, float, str]] = []

    def _make_preamble(self) -> None:
        """Begin pages empty: the usual preamble would name a font that is not embedded."""
        self._preamble = ""

    @property
    def page(self) -> int:
        """The number of the page being drawn, from 0."""
        return len(self.records) - 1

    def next_page(self) -> None:
        """Finish the page and begin the next one."""
        self._close()
        self._code.append(" ")
        self.showPage()
        self.records.append(PageRecord())
        self._state = {}

    def finish(self) -> bytes:
        """Return the file as drawn, without structure, after the last page was finished."""
        self.records.pop()
        self._code.clear()
        self.save()
        return self.buffer.getvalue()

    @contextmanager
    def silently(self) -> Iterator[None]:
        """Draw what follows as artifacts, such as a table header said before."""
        self._silent += 1
        try:
            yield
        finally:
            self._silent -= 1

    def place(self, key: str, x: float, y: float) -> None:
        """Remember where a key stands, the first time it is drawn."""
        if key and not self._silent:
            self.places.setdefault(key, (self.page, x, y))

    def write(self, x: float, y: float, line: Line, node: Node | None) -> None:
        """Draw a line of text with its baseline at y; links become areas and are underlined."""
        moved = False
        for text, manner in line.spans:
            self._belong(manner.node or node)
            if not self._in_text:
                self._code.append("BT")
                self._in_text = True
                moved = False
            if not moved:
                self._code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
                moved = True
            self._show(text, manner)
            if len(line.spans) > 1 or manner.node is not None:
                width = manner.width(text)
                if manner.address or manner.target:
                    self._link(x, y, manner, text)
                x += width

    def settle(self) -> None:
        """Draw the underlines that were waiting for their paragraph to end."""
        waiting, self._underlines = self._underlines, []
        for x, y, width, colour in waiting:
            self.rule(x, y, x + width, colour, 0.6)

    def rule(self, x: float, y: float, to_x: float, colour: str, width: float = 0.5) -> None:
        """Draw a horizontal rule whose middle stands at y."""
        self.rectangle((x, y - width / 2, to_x - x, width), colour)

    def rectangle(self, box: Rectangle, colour: str, node: Node | None = None) -> None:
        """Fill a rectangle (left, bottom, width, height)."""
        self._begin_shape(node)
        self._fill(colour)
        self._code.append(f"{box[0]:.2f} {box[1]:.2f} {box[2]:.2f} {box[3]:.2f} re f")

    def outline(self, start: Point, end: Point, colour: str, width: float) -> None:
        """Draw a straight line, as an artifact."""
        line = f"{start[0]:.2f} {start[1]:.2f} m {end[0]:.2f} {end[1]:.2f} l"
        self.path(line, "", colour, width, None)

    def path(self, path: str, fill: str, stroke: str, width: float, node: Node | None) -> None:
        """Draw a path in the operators of PDF, filled and stroked where there is a colour."""
        operator = {(True, True): "B", (True, False): "f", (False, True): "S"}.get(
            (bool(fill), bool(stroke))
        )
        if operator is None:
            return
        self._begin_shape(node)
        if fill:
            self._fill(fill)
        if stroke:
            self._stroke(stroke, width)
        self._code.append(f"{path} {operator}")

    def dashes(self, pattern: tuple[float, ...]) -> None:
        """Draw lines with dashes and gaps from now on; nothing for whole lines."""
        wanted = "[" + " ".join(f"{each:g}" for each in pattern) + "] 0 d"
        self._set("dash", wanted, "[] 0 d")

    def picture(self, reader: ImageReader, box: Rectangle, node: Node | None) -> None:
        """Draw a picture into a box (left, bottom, width, height)."""
        self._begin_shape(node)
        self.drawImage(reader, box[0], box[1], box[2], box[3], mask="auto")

    def words(self, x: float, y: float, text: str, manner: Manner, node: Node | None) -> None:
        """Draw one short text with its baseline at y."""
        self.write(x, y, Line([(text, manner)], 0.0), node)

    def turned(self, x: float, y: float, degrees: float) -> None:
        """Begin drawing around a point with everything turned; straight() ends it."""
        self._close()
        self.saveState()
        self.translate(x, y)
        self.rotate(degrees)

    def straight(self) -> None:
        """End drawing turned."""
        self._close()
        self.restoreState()
        self._state = {}

    def _link(self, x: float, y: float, manner: Manner, text: str) -> None:
        shown = text.rstrip(" ")
        width = manner.width(shown)
        node = manner.node
        if self._silent or node is None or not shown:
            return
        box = (x, y - manner.size * 0.28, x + width, y + manner.size * 0.84)
        area = LinkArea(self.page, box, node, manner.address, manner.target, shown)
        self.records[-1].links.append(area)
        node.kids.append(area)
        if manner.address:
            self._underlines.append((x, y - manner.size * 0.14, width, manner.colour))

    def link(self, box: Rectangle, node: Node, target: str, words: str) -> None:
        """Make a rectangle (left, bottom, right, top) lead to a key."""
        area = LinkArea(self.page, box, node, target=target, words=words)
        self.records[-1].links.append(area)
        node.kids.append(area)

    def _show(self, text: str, manner: Manner) -> None:
        self._fill(manner.colour)
        font = manner.face.font
        for subset, codes in font.splitString(text, self._doc):
            name = font.getSubsetInternalName(subset, self._doc)
            self._set("font", f"{name} {manner.size:g} Tf", "")
            self._code.append(f"<{codes.hex()}> Tj")

    def _belong(self, node: Node | None) -> None:
        """Let what follows belong to a node, or to none: then it is an artifact."""
        owner = None if self._silent else node
        if self._open and owner is self._owner:
            return
        self._close()
        if owner is None:
            self._code.append("/Artifact BMC")
        else:
            marks = self.records[-1].marks
            self._code.append(f"/{owner.tag} <</MCID {len(marks)}>> BDC")
            owner.join()
            owner.kids.append(Mark(self.page, len(marks)))
            marks.append(owner)
        self._owner, self._open = owner, True

    def _begin_shape(self, node: Node | None) -> None:
        self._belong(node)
        self._end_text()

    def _end_text(self) -> None:
        if self._in_text:
            self._code.append("ET")
            self._in_text = False

    def _close(self) -> None:
        self._end_text()
        if self._open:
            self._code.append("EMC")
            self._open = False

    def _fill(self, colour: str) -> None:
        self._set("fill", _colour(colour, "rg"), "")

    def _stroke(self, colour: str, width: float) -> None:
        self._set("stroke", _colour(colour, "RG"), "")
        self._set("width", f"{width:g} w", "1 w")

    def _set(self, what: str, operator: str, default: str) -> None:
        if self._state.get(what, default) != operator:
            self._state[what] = operator
            self._code.append(operator)


def _colour(colour: str, operator: str) -> str:
    red, green, blue = channels(colour)
    return f"{red:.3f} {green:.3f} {blue:.3f} {operator}"
