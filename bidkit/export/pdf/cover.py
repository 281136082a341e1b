"""The title page: logo, a band in the house colour with the title, parties and facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bidkit.export.pdf.boxes import Beside, Frame, PictureBox, RuleBox, Stack, TextBox
from bidkit.export.pdf.canvas import TaggedCanvas
from bidkit.export.pdf.flow import Box, Piece
from bidkit.export.pdf.pictures import embedded, readable_picture
from bidkit.export.pdf.setting import Typesetter
from bidkit.export.pdf.structure import Node
from bidkit.export.pdf.style import TextStyle
from bidkit.export.tree import Cover, Document, Fact, text
from bidkit.words import tr

LOGO_ROOM = (190.0, 76.0)
LOGO_TOP = 60.0
BAND_TOP = 176.0
BAND_LEAST = 268.0
FOOT = 64.0
LONGEST_TITLE = 240
LONGEST_SUBTITLE = 400


@dataclass(frozen=True, slots=True, eq=False)
class CoverBox:
    """Everything on the title page; it takes the whole sheet."""

    setter: Typesetter
    head: Box
    band: Stack
    below: Stack
    foot: Stack
    height: float

    def start(self) -> float:
        """Return the height of a page."""
        return self.height

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return None: the title page stays whole."""

    def paint(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        """Draw the title page from the top of the sheet, whatever its margins."""
        look = self.setter.look
        top = y + look.page.top
        self.head.paint(canvas, x, top - LOGO_TOP)
        bottom = top - BAND_TOP - self.band.height
        colours = look.colours
        canvas.rectangle((0, bottom, look.page.width, self.band.height), colours.band)
        canvas.rectangle((0, bottom - 6, look.page.width, 6), colours.secondary)
        self.band.paint(canvas, x, top - BAND_TOP)
        self.below.paint(canvas, x, bottom - 44)
        self.foot.paint(canvas, x, max(FOOT + self.foot.height, 0.0))


def cover_page(setter: Typesetter, document: Document, cover: Cover, root: Node) -> CoverBox:
    """Return the title page of a document, its elements in reading order."""
    node = root.child("Sect")
    head = _head(setter, document, node)
    band = _band(setter, document, cover, node)
    below = _below(setter, document, cover, node)
    foot = _foot(setter, cover, node)
    return CoverBox(setter, head, band, below, foot, setter.look.page.room)


def _head(setter: Typesetter, document: Document, node: Node) -> Box:
    look = setter.look
    picture = readable_picture(document.style.logo) if document.style.logo else None
    if picture is not None:
        factor = min(LOGO_ROOM[0] / picture.width, LOGO_ROOM[1] / picture.height, 1.0)
        alt = document.style.logo_alt or tr("Logo of {name}", name=document.bidder)
        size = (picture.width * factor, picture.height * factor)
        return PictureBox(embedded(picture), *size, node.child("Figure", alt=alt))
    style = TextStyle(16.0, 20.0, look.colours.primary_text, bold=True)
    return setter.text(document.bidder, style, look.page.measure - 110, node.child("P"))


def _band(setter: Typesetter, document: Document, cover: Cover, node: Node) -> Stack:
    look = setter.look
    width = look.page.measure
    pieces: list[Piece] = []
    if cover.kind:
        pieces.append(Piece(setter.text(cover.kind, look.kind, width, node.child("P")), after=12))
    pieces.append(Piece(_title(setter, document, node), after=14))
    if document.subtitle:
        words = _shortened(document.subtitle, LONGEST_SUBTITLE)
        box = setter.text(words, look.subtitle, width - 40, node.child("P"))
        pieces.append(Piece(box))
    inner = sum(piece.box.height for piece in pieces) + 30
    space = max(BAND_LEAST - inner, 88.0)
    return Stack(pieces, width, Frame(top=space * 0.5, bottom=space * 0.5))


def _title(setter: Typesetter, document: Document, node: Node) -> TextBox:
    """Return the title, set smaller when it is long."""
    look = setter.look
    words = _shortened(document.title, LONGEST_TITLE) or tr("Untitled")
    element = node.child("P")
    for size, leading, most in ((34.0, 40.0, 4), (28.0, 34.0, 5), (22.0, 28.0, 99)):
        style = replace(look.title, size=size, leading=leading)
        box = setter.text(words, style, look.page.measure - 20, element)
        if len(box.lines) <= most:
            break
    return box


def _below(setter: Typesetter, document: Document, cover: Cover, node: Node) -> Stack:
    look = setter.look
    width = look.page.measure
    parties = [(tr("Prepared for"), cover.prepared_for), (tr("Prepared by"), cover.prepared_by)]
    facts = [Fact(label, text(name)) for label, name in parties if name]
    large = replace(look.body, size=13.0, leading=18.0)
    pieces = _fact_rows(setter, facts, node, width, large)
    if document.draft:
        style = replace(look.body, colour=look.colours.alert, bold=True)
        words = tr("DRAFT: some things still have to be put right before this is handed in.")
        pieces.append(Piece(setter.text(words, style, width, node.child("P")), before=24))
    return Stack(pieces, width)


def _foot(setter: Typesetter, cover: Cover, node: Node) -> Stack:
    look = setter.look
    width = look.page.measure
    pieces: list[Piece] = []
    if cover.facts:
        pieces.append(Piece(RuleBox(width, look.colours.line, 0.75), after=14))
        pieces.extend(_fact_rows(setter, cover.facts, node, width, look.body))
    if cover.note:
        box = setter.text(cover.note, look.small, width, node.child("P"))
        pieces.append(Piece(box, before=16))
    return Stack(pieces, width)


def _fact_rows(
    setter: Typesetter, facts: Sequence[Fact], node: Node, width: float, style: TextStyle
) -> list[Piece]:
    """Return facts two in a row, each a small label above its value."""
    if not facts:
        return []
    items = Node("L", node, attributes=(("List", {"ListNumbering": "None"}),))
    gutter = 24.0
    each = (width - gutter) / 2
    pieces = []
    for at in range(0, len(facts), 2):
        cells = tuple(
            (side * (each + gutter), _fact(setter, fact, items, each, style))
            for side, fact in enumerate(facts[at : at + 2])
        )
        pieces.append(Piece(Beside(cells), before=14))
    return pieces


def _fact(setter: Typesetter, fact: Fact, items: Node, width: float, style: TextStyle) -> Stack:
    node = items.child("LI")
    label = setter.text(fact.label + " ", setter.look.label, width, node.child("Lbl"))
    value = setter.text(fact.value or text("–"), style, width, node.child("LBody"))
    return Stack([Piece(label, after=1), Piece(value)], width)


def _shortened(words: str, most: int) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
