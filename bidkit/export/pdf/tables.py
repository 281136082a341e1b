"""Tables are laid out here: a regular grid, column widths, cells, header and row headers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bidkit.export.pdf.boxes import Frame, Stack
from bidkit.export.pdf.columns import column_widths
from bidkit.export.pdf.flow import Piece
from bidkit.export.pdf.setting import Composer, Place
from bidkit.export.pdf.structure import Node
from bidkit.export.pdf.style import TextStyle
from bidkit.export.pdf.table_box import Band, BandCell, TableBox
from bidkit.export.tree import Cell, Column, Row, Table, paragraph

PAD = 7.0
HEADER_SHARE = 0.35


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A cell on its place in the grid."""

    cell: Cell
    row: int
    column: int
    rows: int
    columns: int


def table(composer: Composer, block: Table, place: Place) -> list[Piece]:
    """Return a table with its caption above; an empty one says so in words."""
    look = composer.setter.look
    columns = _columns(block)
    if not columns or not (block.rows or block.header):
        if not block.empty:
            return []
        return composer.pieces((paragraph(block.empty, "small"),), place)
    node = place.node.child("Table")
    pieces: list[Piece] = []
    if block.caption:
        style = replace(look.label, colour=look.colours.ink)
        box = composer.setter.text(block.caption, style, place.width, node.child("Caption"))
        pieces.append(Piece(box, before=14.0, after=2.0, keep=True))
    builder = _TableBuilder(composer, columns, block, place)
    pieces.append(Piece(builder.box(node), before=12.0, after=20.0))
    if block.empty and not block.rows:
        pieces.extend(composer.pieces((paragraph(block.empty, "small"),), place))
    return pieces


def _columns(block: Table) -> tuple[Column, ...]:
    if block.columns:
        return block.columns
    rows = (*block.header, *block.rows)
    count = max((sum(cell.column_span for cell in row.cells) for row in rows), default=0)
    return (Column(),) * count


def regular(rows: Sequence[Row], count: int) -> list[list[Spot]]:
    """Return rows as a grid without holes: spans cut to it, what is missing left empty."""
    taken: dict[int, int] = {}
    grid: list[list[Spot]] = []
    for at, row in enumerate(rows):
        spots: list[Spot] = []
        waiting = list(row.cells)
        column = 0
        while column < count:
            if taken.get(column, 0) > at:
                column += 1
                continue
            free = 1
            while column + free < count and taken.get(column + free, 0) <= at:
                free += 1
            cell = waiting.pop(0) if waiting else Cell(())
            columns = min(max(cell.column_span, 1), free)
            spanned = min(max(cell.row_span, 1), len(rows) - at)
            for each in range(column, column + columns):
                taken[each] = at + spanned
            spots.append(Spot(cell, at, column, spanned, columns))
            column += columns
        grid.append(spots)
    return grid


class _TableBuilder:
    """Builds one table: elements for its cells in reading order, then bands of them."""

    def __init__(
        self, composer: Composer, columns: tuple[Column, ...], block: Table, place: Place
    ) -> None:
        self._composer = composer
        self._columns = columns
        self._block = block
        self._place = place
        look = composer.setter.look
        self._cell_style = look.cell
        self._head_style = look.label
        self._header = regular(block.header, len(columns))
        self._body = regular(block.rows, len(columns))
        spots = [spot for row in (*self._header, *self._body[:200]) for spot in row]
        self._widths = column_widths(
            composer.setter, columns, spots, place.width, (self._cell_style, self._head_style)
        )
        self._lefts = [sum(self._widths[:at]) for at in range(len(columns) + 1)]

    def box(self, node: Node) -> TableBox:
        """Return the table as a box, its elements under a node."""
        header: list[Band] = []
        if self._header:
            group = node.child("THead") if self._body else node
            header = self._bands(group, self._header, self._block.header, head=True)
        bands: list[Band] = []
        if self._body:
            bands = self._bands(node.child("TBody"), self._body, self._block.rows, head=False)
        room = self._composer.setter.look.page.room
        if sum(band.height for band in header) > room * HEADER_SHARE:
            return TableBox((), [*header, *bands])
        return TableBox(tuple(header), bands)

    def _bands(
        self, node: Node, grid: list[list[Spot]], rows: Sequence[Row], *, head: bool
    ) -> list[Band]:
        bands: list[Band] = []
        group: list[list[Spot]] = []
        keys: list[str] = []
        end = 0
        for at, spots in enumerate(grid):
            group.append(spots)
            keys.append(rows[at].key)
            end = max(end, *(at + spot.rows for spot in spots)) if spots else end
            if end <= at + 1:
                bands.append(self._band(node, group, rows, keys, head=head))
                group, keys = [], []
        return bands

    def _band(
        self,
        node: Node,
        group: list[list[Spot]],
        rows: Sequence[Row],
        keys: list[str],
        *,
        head: bool,
    ) -> Band:
        stacks: list[tuple[Spot, Stack]] = []
        heights = [0.0] * len(group)
        for spots in group:
            line = node.child("TR")
            for spot in spots:
                strong = rows[spot.row].total and not head
                stack = self._stack(line, spot, head=head, strong=strong)
                stacks.append((spot, stack))
        first = group[0][0].row if group[0] else 0
        for spot, stack in sorted(stacks, key=lambda pair: pair[0].rows):
            at = spot.row - first
            missing = stack.height - sum(heights[at : at + spot.rows])
            if missing > 0:
                heights[at + spot.rows - 1] += missing
        tops = [sum(heights[:at]) for at in range(len(heights) + 1)]
        cells = tuple(self._cell(spot, stack, tops, first, rows, head) for spot, stack in stacks)
        marked = tuple((key, tops[at]) for at, key in enumerate(keys) if key)
        return Band(tops[-1], cells, tuple(tops[:-1]), marked)

    def _cell(
        self,
        spot: Spot,
        stack: Stack,
        tops: list[float],
        first: int,
        rows: Sequence[Row],
        head: bool,
    ) -> BandCell:
        colours = self._composer.setter.look.colours
        top = tops[spot.row - first]
        height = tops[spot.row - first + spot.rows] - top
        after = spot.row + spot.rows
        before_total = not head and after < len(rows) and rows[after].total
        rule = colours.primary if head else colours.ink if before_total else colours.line
        width = 1.0 if head else 0.8 if before_total else 0.5
        return BandCell(self._lefts[spot.column], top, height, stack, rule, width, low=head)

    def _stack(self, line: Node, spot: Spot, *, head: bool, strong: bool) -> Stack:
        cell = spot.cell
        heading = head or cell.heading
        attributes: dict[str, object] = {}
        if spot.columns > 1:
            attributes["ColSpan"] = spot.columns
        if spot.rows > 1:
            attributes["RowSpan"] = spot.rows
        if heading:
            attributes["Scope"] = "Column" if head else "Row"
        owner = (("Table", attributes),) if attributes else ()
        node = Node("TH" if heading else "TD", line, attributes=owner)
        width = sum(self._widths[spot.column : spot.column + spot.columns])
        last = spot.column + spot.columns == len(self._columns)
        frame = Frame(
            left=PAD if spot.column else 0.0, right=0.0 if last else PAD, top=5.0, bottom=6.0
        )
        inner = max(width - frame.left - frame.right, 12.0)
        place = replace(
            self._place.inside(node, inner),
            style=self._style(spot, head=head, strong=strong or (heading and not self._header)),
            direct=len(cell.blocks) == 1,
            gap=5.0,
        )
        return Stack(self._composer.pieces(cell.blocks, place), width, frame)

    def _style(self, spot: Spot, *, head: bool, strong: bool) -> TextStyle:
        style = self._head_style if head else self._cell_style
        align = self._columns[spot.column].align
        if head and spot.columns > 1:
            align = "left"
        return replace(style, align=align, bold=style.bold or strong)
