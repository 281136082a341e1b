"""A Word document as lines and tables, in the order in which people read them.

Content controls, text boxes, tables inside tables and suggested insertions are read; deleted
words are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bidkit.importers.questionnaire.blocks import Block, Grid, Line
from bidkit.importers.word_numbers import VAL, W, WordNumbers

MOST_ROWS = 2_000
MOST_COLUMNS = 60
DEEPEST = 8
P, TABLE, CONTROL = f"{W}p", f"{W}tbl", f"{W}sdt"
PASSED_BY = frozenset(
    {f"{W}del", f"{W}moveFrom", f"{W}txbxContent", f"{W}instrText"}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
)
BOX = f"{W}txbxContent"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SPACES = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


class WordReader:
    """Reads the body of one document; headings: the level of each style that is one."""

    def __init__(self, numbers: WordNumbers, headings: dict[str, int]) -> None:
        self._numbers = numbers
        self._headings = headings

    def blocks(self, parent: Any, depth: int = 0) -> Iterator[Block]:
        """Yield what stands in a body, a cell, a control or a text box."""
        if depth > DEEPEST:
            return
        for child in parent:
            if child.tag == P:
                yield from self._paragraph(child, depth)
            elif child.tag == TABLE:
                yield from self._table(child, depth)
            elif child.tag == CONTROL:
                inside = child.find(f"{W}sdtContent")
                if inside is not None:
                    yield from self.blocks(inside, depth + 1)

    def _paragraph(self, paragraph: Any, depth: int) -> Iterator[Block]:
        number = self._numbers.next_for(paragraph)
        words = " ".join(text_of(paragraph).split())
        if words:
            text = f"{number} {words}" if number else words
            yield Line(text, self._heading(paragraph))
        for box in _boxes(paragraph):
            yield from self.blocks(box, depth + 1)

    def _heading(self, paragraph: Any) -> int:
        properties = paragraph.find(f"{W}pPr")
        style = None if properties is None else properties.find(f"{W}pStyle")
        return 0 if style is None else self._headings.get(str(style.get(VAL, "")), 0)

    def _table(self, table: Any, depth: int) -> Iterator[Block]:
        """Yield a table; one of a single column, or a lone cell, is only a frame around lines."""
        rows = [list(_cells(row)) for row in _rows(table)]
        width = max((sum(span for _cell, span in row) for row in rows), default=0)
        if width <= 1:
            for row in rows:
                for cell, _span in row:
                    yield from self.blocks(cell, depth + 1)
            return
        kept: list[tuple[str, ...]] = []
        for row in rows:
            inside = [one for cell, _span in row for one in cell.iter(TABLE)]
            if len(row) == 1 and width > 1:
                yield from _grid(kept)
                kept = []
                yield from self._across(row[0][0], depth)
                continue
            kept.append(tuple(self._words_of(row)))
            if inside:
                yield from _grid(kept)
                kept = []
                for one in inside:
                    yield from self._table(one, depth + 1)
        yield from _grid(kept)

    def _across(self, cell: Any, depth: int) -> Iterator[Block]:
        """Yield a row that is one cell: words above or between questions, as a rule a heading."""
        lines = list(self.blocks(cell, depth + 1))
        for line in lines:
            lone = len(lines) == 1 and isinstance(line, Line) and not line.heading
            yield Line(line.text, 3) if lone and isinstance(line, Line) else line

    def _words_of(self, row: list[tuple[Any, int]]) -> Iterator[str]:
        for cell, span in row:
            yield "" if _goes_on(cell) else self._cell(cell)
            yield from [""] * (span - 1)

    def _cell(self, cell: Any) -> str:
        lines = []
        for paragraph in _paragraphs(cell):
            number = self._numbers.next_for(paragraph)
            words = " ".join(text_of(paragraph).split())
            if number and not words:
                words, number = number.rstrip("."), ""
            if words:
                lines.append(f"{number} {words}" if number else words)
        return "\n".join(lines)


def text_of(element: Any) -> str:
    """Return the words of a paragraph as they print, with its boxes to tick."""
    pieces: list[str] = []
    for child in element:
        if child.tag in PASSED_BY:
            continue
        if child.tag == f"{W}t":
            pieces.append(child.text or "")
        elif child.tag in SPACES:
            pieces.append(SPACES[child.tag])
        elif child.tag == f"{W}checkBox":
            pieces.append("\u2610")
        else:
            pieces.append(text_of(child))
    return "".join(pieces)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Yield the text boxes of a paragraph, each once."""
    for box in paragraph.iter(BOX):
        above = [one.tag for one in box.iterancestors()]
        if FALLBACK not in above and BOX not in above:
            yield box


def _rows(table: Any) -> Iterator[Any]:
    found = (one for child in table for one in _or_inside(child, f"{W}tr"))
    for at, row in enumerate(found):
        if at >= MOST_ROWS:
            return
        yield row


def _cells(row: Any) -> Iterator[tuple[Any, int]]:
    """Yield the cells of a row with how many columns each spans."""
    room = MOST_COLUMNS
    for child in row:
        for cell in _or_inside(child, f"{W}tc"):
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            given = "1" if span is None else str(span.get(VAL, "1"))
            wide = min(int(given) if given.isdecimal() else 1, room)
            if wide > 0:
                room -= wide
                yield cell, wide


def _or_inside(element: Any, tag: str) -> Iterator[Any]:
    """Yield an element of this kind, or those a content control holds."""
    if element.tag == tag:
        yield element
    elif element.tag == CONTROL:
        yield from element.findall(f"{W}sdtContent/{tag}")


def _paragraphs(cell: Any) -> Iterator[Any]:
    for child in cell:
        yield from _or_inside(child, P)


def _goes_on(cell: Any) -> bool:
    """Tell whether a cell only goes on from the one above."""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(VAL, "continue") != "restart"


def _grid(rows: list[tuple[str, ...]]) -> Iterator[Block]:
    if any(any(row) for row in rows):
        yield Grid(tuple(rows))
