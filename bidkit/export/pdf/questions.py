"""Questions in the buyer's words on a tinted ground, sections, and the two by two grid."""

from __future__ import annotations

from dataclasses import replace

from bidkit.export.pdf.boxes import Beside, Frame, RuleBox, Stack
from bidkit.export.pdf.flow import Box, Piece
from bidkit.export.pdf.setting import Composer, Place
from bidkit.export.pdf.structure import Node, heading_tag
from bidkit.export.pdf.style import TextStyle
from bidkit.export.pdf.table_box import Band, BandCell, TableBox
from bidkit.export.tree import Block, Question, Section, StatementGrid
from bidkit.words import tr

GAP = 6.0


def section_heading(composer: Composer, block: Section, place: Place, key: str) -> list[Piece]:
    """Return the heading of a section; one of the first level stands below a short bar."""
    look = composer.setter.look
    style = look.heading(place.level)
    node = place.node.child(heading_tag(place.level))
    box = numbered(composer, block.number, block.title, style, place.width, node)
    before, after = {1: (40.0, 14.0), 2: (28.0, 8.0)}.get(place.level, (20.0, 6.0))
    pieces = []
    if place.level == 1:
        bar = RuleBox(40.0, look.colours.secondary, 3.0)
        pieces.append(Piece(bar, before=before, after=10.0, keep=True, new_page=block.new_page))
        pieces.append(Piece(box, after=after, keep=True, key=key))
    else:
        new = block.new_page
        pieces.append(Piece(box, before=before, after=after, keep=True, new_page=new, key=key))
    return pieces


def numbered(
    composer: Composer, number: str, title: str, style: TextStyle, width: float, node: Node
) -> Box:
    """Return a heading whose number hangs to the left of its lines."""
    setter = composer.setter
    if not number.strip():
        return setter.text(title, style, width, node)
    quiet = replace(style, colour=setter.look.colours.secondary_text, even=False)
    indent = setter.natural(number, quiet) + style.size * 0.62
    if indent > width / 3:
        return setter.text(f"{number} {title}", style, width, node)
    sign = setter.text(number + " ", quiet, indent, node)
    return Beside(((0.0, sign), (indent, setter.text(title, style, width - indent, node))))


def question_head(composer: Composer, block: Question, place: Place, key: str) -> list[Piece]:
    """Return the buyer's number, marks, limit and words on a tinted ground."""
    look = composer.setter.look
    setter = composer.setter
    width = place.width - 34.0
    head = place.node.child(heading_tag(place.level))
    style = replace(look.body, bold=True, colour=look.colours.primary_text)
    name = setter.text(question_name(block), style, width, head)
    note = " · ".join(part for part in (block.marks, block.limit) if part)
    pieces: list[Piece] = []
    if note:
        quiet = replace(look.small, align="right", leading=look.body.leading)
        extent = setter.natural(note, quiet)
        beside = len(name.lines) == 1 and name.lines[0].width + extent + 24 <= width
        if not beside:
            quiet = replace(quiet, align="left")
        side = setter.text(note, quiet, width, place.node.child("P"))
        if beside:
            pieces.append(Piece(Beside(((0.0, name), (0.0, side))), after=4.0, keep=True))
        else:
            pieces.append(Piece(name, after=0.0, keep=True))
            pieces.append(Piece(side, after=4.0, keep=True))
    else:
        pieces.append(Piece(name, after=3.0, keep=bool(block.words)))
    if block.words:
        words = setter.text(block.words, look.body, width, place.node.child("P"))
        pieces.append(Piece(words))
    colours = look.colours
    frame = Frame(18.0, 16.0, 11.0, 13.0, colours.primary_tint, colours.primary, 3.0)
    stack = Stack(pieces, place.width, frame)
    return [Piece(stack, before=28.0, after=14.0, keep=bool(block.blocks), key=key)]


def question_name(block: Question) -> str:
    """Return what a question is called above its words: its number, and its name if any."""
    number = "".join(each for each in block.number if each.isprintable()).strip()
    if number[:1].isdigit():
        number = tr("Question {number}", number=number)
    return " · ".join(part for part in (number or tr("Question"), block.title.strip()) if part)


def question_tail(composer: Composer, block: Question, place: Place) -> list[Piece]:
    """Return the count below an answer, if the document tells it."""
    if not block.count:
        return []
    style = replace(composer.setter.look.small, align="right")
    box = composer.setter.text(block.count, style, place.width, place.node.child("P"))
    return [Piece(box, before=0.0, after=8.0)]


def statement_grid(composer: Composer, block: StatementGrid, place: Place) -> list[Piece]:
    """Return two by two statements as tinted cards between the names of rows and columns."""
    side = min(92.0, place.width * 0.22)
    width = (place.width - side - 2 * GAP) / 2
    lefts = (side + GAP, side + 2 * GAP + width)
    node = place.node.child("Table")
    grid = _Grid(composer, place, side, width, lefts)
    head = grid.header(node.child("THead"), block)
    body = node.child("TBody")
    bands = [
        grid.row(body.child("TR"), title, cells)
        for title, cells in zip(block.rows, block.cells, strict=True)
    ]
    return [Piece(TableBox(head, bands, gap=GAP), before=14.0, after=20.0)]


class _Grid:
    """The measures of one two by two grid, and how its cells are made."""

    def __init__(
        self, composer: Composer, place: Place, side: float, width: float, lefts: tuple[float, ...]
    ) -> None:
        self._composer = composer
        self._place = place
        self._side = side
        self._width = width
        self._lefts = lefts

    def header(self, node: Node, block: StatementGrid) -> tuple[Band, ...]:
        """Return the name of the columns and the two columns' own names."""
        look = self._composer.setter.look
        quiet = replace(look.small, align="centre")
        strong = replace(look.label, align="centre", colour=look.colours.on_band)
        top = node.child("TR")
        corner = Node("TD", top, attributes=(("Table", {"RowSpan": 2}),))
        bottom = node.child("TR")
        span: dict[str, object] = {"ColSpan": 2, "Scope": "Column"}
        wide = Node("TH", top, attributes=(("Table", span),))
        both = self._stack(block.column_title, quiet, 2 * self._width + GAP, wide, "")
        row_title = self._stack(block.row_title, look.small, self._side, corner, "")
        stacks = [both, row_title]
        for name in block.columns:
            column = Node("TH", bottom, attributes=(("Table", {"Scope": "Column"}),))
            fill = look.colours.band
            stacks.append(self._stack(name, strong, self._width, column, fill))
        first = max(both.height, 0.0)
        second = max(each.height for each in stacks[2:])
        total = first + second + GAP / 2
        cells = [BandCell(0.0, 0.0, max(total, row_title.height), row_title, low=True)]
        cells.append(BandCell(self._lefts[0], 0.0, first, both))
        for left, stack in zip(self._lefts, stacks[2:], strict=True):
            cells.append(BandCell(left, first + GAP / 2, second, stack))
        return (Band(max(total, row_title.height), tuple(cells)),)

    def row(self, node: Node, title: str, cells: tuple[tuple[Block, ...], ...]) -> Band:
        """Return one effect: its name, and the statements of the two columns."""
        look = self._composer.setter.look
        strong = look.label
        name = Node("TH", node, attributes=(("Table", {"Scope": "Row"}),))
        stacks = [self._stack(title, strong, self._side, name, look.colours.primary_tint)]
        frame = Frame(12.0, 12.0, 10.0, 12.0, fill=look.colours.primary_tint)
        for blocks in cells:
            inside = replace(
                self._place.inside(node.child("TD"), self._width - 24.0),
                style=look.cell,
                direct=len(blocks) == 1,
                gap=5.0,
            )
            stacks.append(Stack(self._composer.pieces(blocks, inside), self._width, frame))
        height = max(max(stack.height for stack in stacks), 72.0)
        lefts = (0.0, *self._lefts)
        pairs = zip(lefts, stacks, strict=True)
        return Band(height, tuple(BandCell(left, 0.0, height, stack) for left, stack in pairs))

    def _stack(self, words: str, style: TextStyle, width: float, node: Node, fill: str) -> Stack:
        frame = Frame(10.0, 8.0, 6.0, 7.0, fill=fill) if fill else Frame(bottom=4.0)
        inner = width - frame.left - frame.right
        box = self._composer.setter.text(words, style, inner, node)
        return Stack([Piece(box)] if words else [], width, frame)
