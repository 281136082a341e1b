"""Type is set here: runs of the tree become boxes of lines in the document's own look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol
from urllib.parse import quote, urlsplit

from bidkit.export.pdf.boxes import TextBox
from bidkit.export.pdf.flow import Piece
from bidkit.export.pdf.fonts import FontLibrary
from bidkit.export.pdf.structure import Node
from bidkit.export.pdf.style import Look, TextStyle
from bidkit.export.pdf.text import (
    Manner,
    Span,
    break_evenly,
    break_lines,
    natural_width,
    widest_word,
)
from bidkit.export.tree import Block, Run, Runs

LINK_SCHEMES = ("http", "https", "mailto", "tel")


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks are being set: parent element, width, heading level and manner of text."""

    node: Node
    width: float
    level: int
    style: TextStyle
    depth: int = 0
    rooted: bool = False
    direct: bool = False
    gap: float = 8.0

    def inside(self, node: Node, width: float) -> Place:
        """Return the place inside an element that stands here, with a width of its own."""
        return replace(self, node=node, width=width, rooted=False, direct=False)


class Composer(Protocol):
    """Whoever turns blocks into pieces; each kind of block asks it for what stands inside."""

    setter: Typesetter

    def pieces(self, blocks: tuple[Block, ...], place: Place) -> list[Piece]:
        """Return the pieces of blocks, one below the other."""


class Typesetter:
    """Sets runs in a look with a library of fonts; only known keys become links."""

    def __init__(self, look: Look, fonts: FontLibrary, keys: frozenset[str] = frozenset()) -> None:
        self.look = look
        self.fonts = fonts
        self._keys = keys

    def text(self, runs: Runs | str, style: TextStyle, width: float, node: Node | None) -> TextBox:
        """Return runs as a box of lines; bold kinds of text stay whole, as headings do."""
        spans = self.spans(runs, style, node)
        lines = (break_evenly if style.even else break_lines)(spans, width)
        return TextBox(lines, node, style.size, style.leading, width, style.align, whole=style.even)

    def widths(self, runs: Runs, style: TextStyle) -> tuple[float, float]:
        """Return the width of the longest word and of the unbroken text."""
        spans = self.spans(runs, style, None)
        return widest_word(spans), natural_width(spans)

    def natural(self, words: str, style: TextStyle) -> float:
        """Return the width of words on one line."""
        return natural_width(self.spans(words, style, None))

    def manner(self, style: TextStyle) -> Manner:
        """Return the plain manner of a style."""
        face = self.fonts.face(bold=style.bold, italic=style.italic)
        return Manner(face, style.size, style.colour)

    def spans(self, runs: Runs | str, style: TextStyle, node: Node | None) -> list[Span]:
        """Return runs as spans: cleaned, each with a face that has its characters."""
        found: list[Span] = []
        previous: Run | None = None
        inner: Node | None = None
        for run in (Run(runs),) if isinstance(runs, str) else runs:
            run = self._resolved(run)
            words = self.fonts.clean(run.text)
            if not words:
                continue
            if previous is None or _belonging(run) != _belonging(previous):
                inner = self._inline(run, node)
            previous = run
            colour = style.colour
            if run.address or run.target:
                colour = self.look.colours.primary_text
            if run.evidence:
                colours = self.look.colours
                colour = colours.secondary_text if run.target else colours.quiet
            bold, italic = style.bold or run.bold, style.italic != run.italic
            for face, piece in self.fonts.pieces(words, bold=bold, italic=italic):
                manner = Manner(face, style.size, colour, inner, run.address, run.target)
                found.append((piece, manner))
        return found

    def _resolved(self, run: Run) -> Run:
        """Return a run without links that lead nowhere or that should not be followed."""
        address = safe_address(run.address)
        target = run.target if run.target in self._keys and not address else ""
        if address == run.address and target == run.target:
            return run
        return replace(run, address=address, target=target)

    def _inline(self, run: Run, node: Node | None) -> Node | None:
        if node is None:
            return None
        parent = node
        if run.address or run.target:
            return Node("Link", parent, language=run.language, inline=True)
        if run.language:
            return Node("Span", parent, language=run.language, inline=True)
        if run.code:
            return Node("Code", parent, inline=True)
        return None


def safe_address(address: str) -> str:
    """Return a web, mail or telephone address that may be followed, or nothing."""
    stripped = address.strip()
    if not stripped:
        return ""
    try:
        parts = urlsplit(stripped)
    except ValueError:
        return ""
    if parts.scheme.lower() not in LINK_SCHEMES or not (parts.netloc or parts.path):
        return ""
    return quote(stripped, safe="%/:=&?~#+!$,;'@()*[]-._")


def _belonging(run: Run) -> tuple[str, str, str, bool]:
    return run.address, run.target, run.language, run.code
