"""The whole document tree becomes one flow of pieces with a structure tree beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bidkit.errors import InputError
from bidkit.export.pdf import blocks as plain
from bidkit.export.pdf.charts import chart
from bidkit.export.pdf.contents import Entry, appendix_list, contents
from bidkit.export.pdf.cover import cover_page
from bidkit.export.pdf.flow import Piece
from bidkit.export.pdf.pictures import figure
from bidkit.export.pdf.questions import (
    question_head,
    question_name,
    question_tail,
    section_heading,
    statement_grid,
)
from bidkit.export.pdf.setting import Place, Typesetter
from bidkit.export.pdf.structure import Node
from bidkit.export.pdf.tables import table
from bidkit.export.tree import (
    AppendixList,
    Block,
    Blocks,
    Callout,
    Chart,
    Contents,
    Document,
    Figure,
    Heading,
    ItemList,
    KeyFacts,
    PageBreak,
    Paragraph,
    Question,
    Quote,
    Row,
    Section,
    StatementGrid,
    Table,
)
from bidkit.words import tr

DEEPEST = 60


@dataclass(frozen=True, slots=True, eq=False)
class _Gap:
    """A table of contents to be set once all entries are known, and where it goes."""

    at: int
    block: Contents
    place: Place
    node: Node


class Builder:
    """Turns blocks into pieces; gathers on its way what the contents and bookmarks name."""

    def __init__(
        self, setter: Typesetter, language: str, report: Callable[[float], None] | None = None
    ) -> None:
        self.setter = setter
        self._report = report
        self.root = Node("Document", language=language)
        self.entries: list[Entry] = []
        self._gaps: list[_Gap] = []
        self._output: list[Piece] = []
        self._deep = 0
        self._kinds: dict[type, Callable[..., list[Piece]]] = {
            Paragraph: plain.paragraph,
            ItemList: plain.item_list,
            Quote: plain.quotation,
            Callout: plain.callout,
            KeyFacts: plain.key_facts,
            Table: table,
            Figure: figure,
            Chart: chart,
            StatementGrid: statement_grid,
            AppendixList: appendix_list,
        }

    def document(self, document: Document) -> list[Piece]:
        """Return every piece of a document in order, the title page first."""
        look = self.setter.look
        place = Place(self.root, look.page.measure, 1, look.body, rooted=True)
        if document.cover is not None:
            box = cover_page(self.setter, document, document.cover, self.root)
            self._output.append(Piece(box))
        else:
            self._output.extend(self._title(document, place))
        before = len(self._output)
        self._flow(document.blocks, place)
        if document.cover is not None and len(self._output) > before:
            self._output[before] = replace(self._output[before], new_page=True)
        for gap in reversed(self._gaps):
            lines = contents(self, gap.block, gap.place, self.entries, gap.node)
            self._output[gap.at : gap.at] = lines
        return self._output

    def pieces(self, blocks: Blocks, place: Place) -> list[Piece]:
        """Return the pieces of blocks inside something else, such as a cell or a list item."""
        outside, self._output = self._output, []
        self._deep += 1
        if self._deep > DEEPEST:
            raise InputError(
                tr("The document cannot be drawn."),
                tr("Lists, tables or quotations stand inside each other more than 60 deep."),
                tr("Take some of them out of the others, then export again."),
            )
        try:
            self._flow(blocks, replace(place, rooted=False))
            return self._output
        finally:
            self._deep -= 1
            self._output = outside

    def _flow(self, blocks: Blocks, place: Place) -> None:
        """Add the pieces of blocks; headings never skip a level, a break marks what follows."""
        reached = place.level - 1
        broken = False
        for at, block in enumerate(blocks):
            if self._report is not None and place.node is self.root:
                self._report(at / len(blocks))
            start = len(self._output)
            if isinstance(block, PageBreak):
                broken = place.rooted
                continue
            if isinstance(block, Heading):
                if not self._shows("".join(run.text for run in block.runs)):
                    continue
                level = min(place.level - 1 + max(block.level, 1), reached + 1)
                reached = level
                self._output.extend(plain.heading(self, block, place, level))
            else:
                self._add(block, place)
            if broken and len(self._output) > start:
                self._output[start] = replace(self._output[start], new_page=True)
                broken = False

    def _add(self, block: Block, place: Place) -> None:
        if isinstance(block, Section):
            self._section(block, place)
        elif isinstance(block, Question):
            self._question(block, place)
        elif isinstance(block, Contents):
            self._contents(block, place)
        else:
            self._output.extend(self._kinds[type(block)](self, block, place))

    def _section(self, block: Section, place: Place) -> None:
        """Add a section; one without a name is no level of its own."""
        node = place.node.child("Sect", language=block.language)
        if not self._shows(block.number + block.title):
            self._flow(block.blocks, replace(place, node=node, direct=False))
            return
        key = block.key or f"#{len(self.entries)}"
        inside = replace(place, node=node, direct=False)
        if place.rooted:
            listed = block.in_contents
            self.entries.append(Entry(place.level, block.number, block.title, key, listed))
        self._output.extend(section_heading(self, block, inside, key))
        self._flow(block.blocks, replace(inside, level=place.level + 1))

    def _question(self, block: Question, place: Place) -> None:
        node = place.node.child("Sect")
        key = block.key or f"#{len(self.entries)}"
        inside = replace(place, node=node, direct=False)
        if place.rooted:
            words = block.title or shortened("".join(run.text for run in block.words))
            number = block.number or ("" if words else question_name(block))
            self.entries.append(Entry(place.level, number, words, key))
        self._output.extend(question_head(self, block, inside, key))
        self._flow(block.blocks, replace(inside, level=place.level + 1))
        self._output.extend(question_tail(self, block, inside))

    def _contents(self, block: Contents, place: Place) -> None:
        if not place.rooted:
            return
        title = Section(block.title, in_contents=False)
        if self._shows(block.title):
            node = place.node.child("Sect")
            inside = replace(place, node=node)
            key = f"#contents-{len(self._gaps)}"
            self.entries.append(Entry(place.level, "", block.title, key, listed=False))
            self._output.extend(section_heading(self, title, inside, key))
            place = inside
        self._gaps.append(_Gap(len(self._output), block, place, place.node.child("TOC")))

    def _shows(self, words: str) -> bool:
        """Tell whether anything of a heading's words would be seen."""
        return bool(self.setter.fonts.clean(words).strip())

    def _title(self, document: Document, place: Place) -> list[Piece]:
        """Return title and subtitle for a document without a title page."""
        look = self.setter.look
        found: list[Piece] = []
        if document.title:
            style = replace(look.title, size=26.0, leading=32.0, colour=look.colours.primary_text)
            node = place.node.child("P")
            box = self.setter.text(document.title, style, place.width, node)
            found.append(Piece(box, after=6.0, keep=bool(document.subtitle)))
        if document.subtitle:
            node = place.node.child("P")
            box = self.setter.text(document.subtitle, look.lead, place.width, node)
            found.append(Piece(box, after=16.0))
        return found


def shortened(words: str, most: int = 72) -> str:
    """Return words on one line, cut between words where they are too long for a list."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    return line[:most].rpartition(" ")[0].rstrip(" ,;:.") + "…"


def known_keys(blocks: Blocks) -> Iterator[str]:
    """Yield every key that stands somewhere in blocks."""
    waiting: list[object] = list(blocks)
    while waiting:
        block = waiting.pop()
        if isinstance(block, (Section, Question, Heading, Row)) and block.key:
            yield block.key
        if isinstance(block, (Section, Question, Quote, Callout)):
            waiting.extend(block.blocks)
        elif isinstance(block, ItemList):
            waiting.extend(each for item in block.items for each in item.blocks)
        elif isinstance(block, Table):
            waiting.extend((*block.header, *block.rows))
        elif isinstance(block, Row):
            waiting.extend(each for cell in block.cells for each in cell.blocks)
        elif isinstance(block, StatementGrid):
            waiting.extend(each for row in block.cells for cell in row for each in cell)
