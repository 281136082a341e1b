"""The page and the type scale: everything stands on a rhythm of eight points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bidkit.export.house_style import HouseStyle, Palette, palette

Alignment = Literal["left", "right", "centre"]


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet (A4) and its margins, in points."""

    width: float = 595.28
    height: float = 841.89
    left: float = 88.0
    right: float = 80.0
    top: float = 88.0
    bottom: float = 80.0

    @property
    def measure(self) -> float:
        """The width of the text."""
        return self.width - self.left - self.right

    @property
    def room(self) -> float:
        """The height of the text."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How one kind of text is set."""

    size: float
    leading: float
    colour: str
    bold: bool = False
    italic: bool = False
    align: Alignment = "left"
    even: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """The whole look of one document: colours, page, and a style for every kind of text."""

    colours: Palette
    page: Page
    body: TextStyle
    lead: TextStyle
    small: TextStyle
    label: TextStyle
    cell: TextStyle
    quote: TextStyle
    note: TextStyle
    title: TextStyle
    subtitle: TextStyle
    kind: TextStyle
    furniture: TextStyle
    headings: tuple[TextStyle, ...]

    def heading(self, level: int) -> TextStyle:
        """Return the style of a heading, from level 1 down."""
        return self.headings[min(level, len(self.headings)) - 1]


def look_of(style: HouseStyle) -> Look:
    """Return the look that a house style asks for; the accessible font is set larger."""
    colours = palette(style)
    ink, quiet = colours.ink, colours.quiet
    large = style.font == "accessible"
    size, leading = (11.5, 18.0) if large else (11.0, 16.0)
    small, small_leading = (10.0, 15.0) if large else (9.25, 13.0)
    cell, cell_leading = (10.25, 15.0) if large else (9.75, 14.0)
    return Look(
        colours=colours,
        page=Page(),
        body=TextStyle(size, leading, ink),
        lead=TextStyle(size + 2.25, leading + 4, quiet),
        small=TextStyle(small, small_leading, quiet),
        label=TextStyle(small, small_leading, colours.primary_text, bold=True),
        cell=TextStyle(cell, cell_leading, ink),
        quote=TextStyle(size + 0.5, leading, ink, italic=True),
        note=TextStyle(cell, cell_leading, ink),
        title=TextStyle(34.0, 40.0, colours.on_band, bold=True, even=True),
        subtitle=TextStyle(15.0, 24.0, colours.on_band, even=True),
        kind=TextStyle(11.0, 16.0, colours.on_band, bold=True),
        furniture=TextStyle(8.5, 12.0, quiet),
        headings=(
            TextStyle(23.0, 28.0, colours.primary_text, bold=True, even=True),
            TextStyle(15.5, 20.0, colours.primary_text, bold=True, even=True),
            TextStyle(12.5, 16.0, ink, bold=True, even=True),
            TextStyle(size, leading, ink, bold=True, even=True),
            TextStyle(size, leading, quiet, bold=True, even=True),
        ),
    )
