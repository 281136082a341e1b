"""Paragraphs, headings, lists, quotes, boxed notes and key facts as pieces of a page."""

from __future__ import annotations

from dataclasses import replace

from bidkit.export.pdf.boxes import Beside, Frame, RuleBox, Stack
from bidkit.export.pdf.flow import Box, Piece
from bidkit.export.pdf.setting import Composer, Place
from bidkit.export.pdf.structure import Node, heading_tag
from bidkit.export.pdf.style import Look, TextStyle
from bidkit.export.tree import (
    Callout,
    CalloutKind,
    Fact,
    Heading,
    Item,
    ItemList,
    KeyFacts,
    Paragraph,
    Quote,
    text,
)
from bidkit.words import tr

BULLETS = ("•", "–", "▪")
LEAST_WIDTH = 140.0


def paragraph(composer: Composer, block: Paragraph, place: Place) -> list[Piece]:
    """Return a paragraph; alone in a cell or list item it is the element itself.

    A label, and a sentence that ends in a colon, stay with what follows.
    """
    setter, look = composer.setter, composer.setter.look
    styles = {"lead": look.lead, "small": look.small, "label": look.label}
    style = styles.get(block.style, place.style)
    if style is not place.style and place.style.align != "left":
        style = replace(style, align=place.style.align)
    node = place.node if place.direct else place.node.child("P", language=block.language)
    if place.direct and block.language:
        node.language = block.language
    box = setter.text(block.runs, style, place.width, node)
    leads = bool(block.runs) and block.runs[-1].text.rstrip().endswith(":")
    return [Piece(box, after=place.gap, keep=block.style == "label" or leads)]


def heading(composer: Composer, block: Heading, place: Place, level: int) -> list[Piece]:
    """Return a small heading inside an answer."""
    style = composer.setter.look.heading(max(level, 3))
    node = place.node.child(heading_tag(level))
    box = composer.setter.text(block.runs, style, place.width, node)
    return [Piece(box, before=16.0, after=4.0, keep=True, key=block.key)]


def item_list(composer: Composer, block: ItemList, place: Place) -> list[Piece]:
    """Return a list, one piece for each item."""
    numbering = "Decimal" if block.ordered else "Disc"
    node = Node("L", place.node, attributes=(("List", {"ListNumbering": numbering}),))
    labels = _labels(block, place.depth)
    style = replace(place.style, colour=composer.setter.look.colours.secondary_text)
    if block.ordered:
        style = replace(style, bold=True)
    widest = max((composer.setter.natural(label, style) for label in labels), default=0.0)
    indent = max(widest + 7.0, 16.0) if place.width > LEAST_WIDTH else min(widest + 3.0, 16.0)
    loose = any(len(item.blocks) > 1 for item in block.items)
    gap = place.gap if loose else place.gap / 2
    pieces = []
    for item, label in zip(block.items, labels, strict=True):
        box = _item(composer, item, label, (node, indent, style), place)
        pieces.append(Piece(box, after=gap))
    if pieces:
        pieces[-1] = replace(pieces[-1], after=place.gap)
    return pieces


def _labels(block: ItemList, depth: int) -> list[str]:
    if not block.ordered:
        return [BULLETS[depth % len(BULLETS)]] * len(block.items)
    return [f"{number}." for number in range(block.start, block.start + len(block.items))]


def _item(
    composer: Composer,
    item: Item,
    label: str,
    list_look: tuple[Node, float, TextStyle],
    place: Place,
) -> Box:
    parent, indent, style = list_look
    node = parent.child("LI")
    sign = composer.setter.text(label + " ", style, indent, node.child("Lbl"))
    width = place.width - indent
    inside = replace(
        place.inside(node.child("LBody"), width),
        depth=place.depth + 1,
        direct=len(item.blocks) == 1,
        gap=min(place.gap, 6.0),
    )
    body = Stack(composer.pieces(item.blocks, inside), width)
    return Beside(((0.0, sign), (indent, body)))


def quotation(composer: Composer, block: Quote, place: Place) -> list[Piece]:
    """Return somebody's words with a bar at the side and who said them below."""
    look = composer.setter.look
    node = place.node.child("BlockQuote")
    width = place.width - 20.0
    inside = replace(place.inside(node, width), style=look.quote, gap=8.0)
    pieces = composer.pieces(block.blocks, inside)
    if block.attribution:
        if pieces:
            pieces[-1] = replace(pieces[-1], keep=True, after=4.0)
        box = composer.setter.text(block.attribution, look.small, width, node.child("P"))
        pieces.append(Piece(box))
    frame = Frame(left=20.0, top=2.0, bottom=4.0, edge=look.colours.secondary, edge_width=2.5)
    return [Piece(Stack(pieces, place.width, frame), before=14.0, after=16.0)]


def callout(composer: Composer, block: Callout, place: Place) -> list[Piece]:
    """Return a boxed note in the colours of its kind, which its title says in words too."""
    look = composer.setter.look
    fill, colour = _callout_colours(look, block.kind)
    node = place.node.child("Div")
    width = place.width - 32.0
    pieces: list[Piece] = []
    title = block.title or _callout_title(block.kind)
    if title:
        style = replace(look.note, colour=colour, bold=True)
        box = composer.setter.text(title, style, width, node.child("P"))
        pieces.append(Piece(box, after=2.0, keep=bool(block.blocks)))
    inside = replace(place.inside(node, width), style=look.note, gap=6.0)
    pieces.extend(composer.pieces(block.blocks, inside))
    frame = Frame(16.0, 16.0, 11.0, 12.0, fill=fill, edge=colour, edge_width=3.0)
    return [Piece(Stack(pieces, place.width, frame), before=14.0, after=16.0)]


def _callout_colours(look: Look, kind: CalloutKind) -> tuple[str, str]:
    colours = look.colours
    return {
        "note": (colours.primary_tint, colours.primary_text),
        "undecided": (colours.alert_tint, colours.alert),
        "warning": (colours.caution_tint, colours.caution),
        "good": (colours.good_tint, colours.good),
    }[kind]


def _callout_title(kind: CalloutKind) -> str:
    return tr("Not decided yet") if kind == "undecided" else ""


def key_facts(composer: Composer, block: KeyFacts, place: Place) -> list[Piece]:
    """Return facts in two columns (three where they are many and short) between fine rules."""
    look = composer.setter.look
    count = _fact_columns(composer, block, place)
    gutter = 24.0
    width = (place.width - gutter * (count - 1)) / count
    node = Node("L", place.node, attributes=(("List", {"ListNumbering": "None"}),))
    pieces = [Piece(RuleBox(place.width, look.colours.primary, 1.0), before=14.0, keep=True)]
    for at in range(0, len(block.facts), count):
        row = block.facts[at : at + count]
        cells = tuple(
            (index * (width + gutter), _fact(composer, fact, node, width))
            for index, fact in enumerate(row)
        )
        pieces.append(Piece(Beside(cells), before=8.0, after=8.0, keep=True))
        pieces.append(Piece(RuleBox(place.width, look.colours.line), keep=at + count < 8))
    pieces[-1] = replace(pieces[-1], after=16.0, keep=False)
    return pieces if block.facts else []


def _fact_columns(composer: Composer, block: KeyFacts, place: Place) -> int:
    if place.width < 300:
        return 1
    style = composer.setter.look.body
    third = (place.width - 48.0) / 3
    widest = max((composer.setter.widths(f.value, style)[1] for f in block.facts), default=0.0)
    return 3 if len(block.facts) > 4 and widest <= third else 2


def _fact(composer: Composer, fact: Fact, parent: Node, width: float) -> Stack:
    look = composer.setter.look
    node = parent.child("LI")
    label = composer.setter.text(fact.label + " ", look.label, width, node.child("Lbl"))
    value = fact.value or text("–")
    body = composer.setter.text(value, look.body, width, node.child("LBody"))
    return Stack([Piece(label, keep=True, after=1.0), Piece(body)], width)
