"""A whole document for a named reader, by meaning and not by look; every writer draws this tree.

Nesting gives the levels: a section or question inside another stands one level below it.
A key names a place inside the document; a run or an appendix points there with its target.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from bidkit.drawing.primitives import Picture
from bidkit.export.house_style import HouseStyle

Reader = Literal["buyer", "us", "partners"]
Align = Literal["left", "right", "centre"]
ParagraphStyle = Literal["body", "lead", "small", "label"]
CalloutKind = Literal["note", "undecided", "warning", "good"]


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one manner; a line feed in it is a line break inside the paragraph."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    language: str = ""
    address: str = ""
    target: str = ""
    evidence: bool = False


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    runs: Runs
    style: ParagraphStyle = "body"
    language: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A small heading inside an answer; level 1 stands right below what surrounds it."""

    runs: Runs
    level: int = 1
    key: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; its blocks may hold further lists."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list with bullets, or with numbers counted from start."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its share of the width (0: as its content needs) and its alignment."""

    share: float = 0.0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; heading marks a row header, spans count columns and rows."""

    blocks: tuple[Block, ...]
    column_span: int = 1
    row_span: int = 1
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of cells from the left; a place covered by a span above or beside has no cell."""

    cells: tuple[Cell, ...]
    total: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its header rows are repeated on every page it reaches."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    header: tuple[Row, ...] = ()
    caption: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, with who said them."""

    blocks: tuple[Block, ...]
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture from a file (PNG, JPEG) with the text that stands in for it."""

    picture: bytes
    alt: str
    caption: str = ""
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart laid out by the drawing room; its picture brings its alt text and its figures."""

    picture: Picture
    caption: str = ""
    data_table: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One label with its value."""

    label: str
    value: Runs


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """A few facts at a glance, such as buyer, reference, lot and deadline."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A boxed note set apart from the text; an undecided place prints as one."""

    blocks: tuple[Block, ...]
    title: str = ""
    kind: CalloutKind = "note"


@dataclass(frozen=True, slots=True)
class StatementGrid:
    """Two by two statements (full value): rows of effects, columns of stakeholders."""

    column_title: str
    columns: tuple[str, str]
    row_title: str
    rows: tuple[str, str]
    cells: tuple[
        tuple[tuple[Block, ...], tuple[Block, ...]], tuple[tuple[Block, ...], tuple[Block, ...]]
    ]


@dataclass(frozen=True, slots=True)
class Question:
    """A question in the buyer's number and words, with the answer as its blocks."""

    words: Runs
    blocks: tuple[Block, ...] = ()
    number: str = ""
    limit: str = ""
    marks: str = ""
    count: str = ""
    key: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part of the document with everything that stands in it."""

    title: str
    blocks: tuple[Block, ...] = ()
    number: str = ""
    key: str = ""
    language: str = ""
    in_contents: bool = True
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, down to a depth of sections and questions."""

    title: str
    depth: int = 2


@dataclass(frozen=True, slots=True)
class Appendix:
    """One document that goes with the bid: its number, name and what it shows."""

    number: str
    title: str
    note: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class AppendixList:
    """The list of documents that go with the bid."""

    items: tuple[Appendix, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block: TypeAlias = (
    Paragraph
    | Heading
    | ItemList
    | Table
    | Quote
    | Figure
    | Chart
    | KeyFacts
    | Callout
    | StatementGrid
    | Question
    | Section
    | Contents
    | AppendixList
    | PageBreak
)
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """The title page: what kind of document, for whom, from whom, and the facts below."""

    kind: str = ""
    prepared_for: str = ""
    prepared_by: str = ""
    facts: tuple[Fact, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What the file says about itself; written into its properties and nowhere printed."""

    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    created: datetime | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Everything one reader gets, in reading order."""

    title: str
    blocks: Blocks = ()
    subtitle: str = ""
    language: str = "en-GB"
    reader: Reader = "buyer"
    bidder: str = ""
    draft: bool = False
    cover: Cover | None = None
    about: About = field(default_factory=About)
    style: HouseStyle = field(default_factory=HouseStyle)


def text(words: str, *, bold: bool = False, italic: bool = False) -> Runs:
    """Return plain words as runs; nothing for an empty text."""
    return (Run(words, bold=bold, italic=italic),) if words else ()


def paragraph(words: str, style: ParagraphStyle = "body") -> Paragraph:
    """Return plain words as one paragraph."""
    return Paragraph(text(words), style)


def cell(words: str, *, heading: bool = False, bold: bool = False, column_span: int = 1) -> Cell:
    """Return plain words as one table cell."""
    blocks = (Paragraph(text(words, bold=bold)),)
    return Cell(blocks, heading=heading, column_span=column_span)


def row(*words: str, heading: bool = False, total: bool = False) -> Row:
    """Return plain words as one row; heading makes its first cell the header of the row."""
    cells = tuple(cell(each, heading=heading and at == 0) for at, each in enumerate(words))
    return Row(cells, total)
