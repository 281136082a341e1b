"""The table of contents and the list of appendices: names, dots, page numbers, links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bidkit.export.pdf.boxes import TextBox
from bidkit.export.pdf.canvas import TaggedCanvas
from bidkit.export.pdf.flow import Box, Piece
from bidkit.export.pdf.setting import Composer, Place
from bidkit.export.pdf.structure import Node
from bidkit.export.pdf.text import Manner
from bidkit.export.tree import (
    AppendixList,
    Cell,
    Column,
    Contents,
    Paragraph,
    Row,
    Run,
    Table,
    cell,
    paragraph,
)

NUMBER_WIDTH = 34.0
DOTS_END = 22.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One place that the contents and the bookmarks name."""

    level: int
    number: str
    title: str
    key: str
    listed: bool = True

    @property
    def words(self) -> str:
        """Number and title in one line."""
        return " ".join(part for part in (self.number, self.title) if part)


@dataclass(frozen=True, slots=True, eq=False)
class ContentsLine:
    """One entry: its name, dots, and the number of the page it stands on."""

    name: TextBox
    number: TextBox | None
    key: str
    node: Node
    manner: Manner
    dots: str
    width: float

    @property
    def height(self) -> float:
        """The height of the name's lines."""
        return self.name.height

    def start(self) -> float:
        """Return the height of the entry, which stays whole."""
        return self.height

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return None: an entry stays whole."""

    def paint(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw number and name, the page number, and make all of it a link."""
        if self.number is not None:
            self.number.paint(canvas, x, y)
        shift = self.width - NUMBER_WIDTH - self.name.width
        self.name.paint(canvas, x + shift, y)
        page = str(canvas.numbers.get(self.key, 0))
        base = y - self.height + self.name.leading / 2 - self.name.size * 0.33
        right = x + self.width
        start = right - self.manner.width(page)
        canvas.words(start, base, page, self.manner, self.node)
        self._dots(canvas, x + shift + self.name.lines[-1].width + 5, right - DOTS_END, base)
        words = " ".join(line.text.strip() for line in self.name.lines)
        canvas.link((x, y - self.height, right, y), self.node, self.key, words)

    def _dots(self, canvas: TaggedCanvas, start: float, end: float, y: float) -> None:
        """Draw dots that stand below each other on all lines."""
        step = 4.5
        first = end - int((end - start) / step) * step
        if end - first < 2 * step:
            return
        canvas.dashes((0.9, step - 0.9))
        canvas.outline((end, y + 0.5), (first, y + 0.5), self.dots, 0.9)
        canvas.dashes(())


def contents(
    composer: Composer, block: Contents, place: Place, entries: Sequence[Entry], node: Node
) -> list[Piece]:
    """Return the lines of a table of contents for entries; its node was made in its place."""
    setter, look = composer.setter, composer.setter.look
    shown = [entry for entry in entries if entry.listed and entry.level <= block.depth]
    indents = _indents(composer, shown)
    pieces: list[Piece] = []
    for entry in shown:
        top = entry.level == 1
        style = replace(look.body, bold=top, colour=look.colours.ink)
        link = node.child("TOCI").child("Reference").child("Link")
        left, hang = indents[entry.level]
        number = None
        if entry.number:
            quiet = replace(style, colour=look.colours.secondary_text)
            number = setter.text(entry.number + " ", quiet, hang, link)
        title = entry.title if len(entry.title) < 150 else entry.title[:148].rstrip() + "…"
        inner = place.width - left - hang - NUMBER_WIDTH
        name = setter.text(title + " ", style, inner, link)
        line = ContentsLine(
            name,
            number,
            entry.key,
            link,
            setter.manner(style),
            look.colours.quiet,
            place.width - left,
        )
        before = 10.0 if top else 2.0
        pieces.append(Piece(line, before=before, after=2.0, indent=left, keep=top))
    if pieces:
        pieces[-1] = replace(pieces[-1], keep=False, after=24.0)
    return pieces


def _indents(composer: Composer, entries: Sequence[Entry]) -> dict[int, tuple[float, float]]:
    """Return for each level where its numbers and its names begin."""
    style = replace(composer.setter.look.body, bold=True)
    found: dict[int, tuple[float, float]] = {}
    left = 0.0
    for level in sorted({entry.level for entry in entries}):
        numbers = [entry.number for entry in entries if entry.level == level and entry.number]
        widest = max((composer.setter.natural(each, style) for each in numbers), default=0.0)
        hang = min(widest + 10.0, 90.0) if numbers else 0.0
        found[level] = (left, hang)
        left = min(left + (hang or 14.0), 120.0)
    return found


def appendix_list(composer: Composer, block: AppendixList, place: Place) -> list[Piece]:
    """Return the documents that go with the bid: number, name, and what each shows."""
    rows = []
    for item in block.items:
        name = [Paragraph((Run(item.title, bold=True, target=item.target),))]
        if item.note:
            name.append(paragraph(item.note, "small"))
        rows.append(Row((cell(item.number, heading=True), Cell(tuple(name)))))
    if not rows:
        return []
    return composer.pieces((Table((Column(0.16), Column(0.84)), tuple(rows)),), place)
