"""How much room words take: what a font must tell, and an estimate for where no font is at hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

ASCENT = 0.8
DESCENT = 0.25
LEADING = 1.3
"""Shares of the text size: above the line the letters stand on, below it, and line to line."""

NARROW = frozenset("iljtfrI.,:;!|'’‘()[]- ")
WIDE = frozenset("mwMWQO@%—…&")


class Metrics(Protocol):
    """A font's answer to how wide a line of words is."""

    def width(self, text: str, size: float, bold: bool) -> float:
        """Return the width of the words in points."""


@dataclass(frozen=True, slots=True)
class PlainMetrics:
    """An estimate of a usual sans serif, a little generous so that real words fit."""

    narrow: float = 0.34
    usual: float = 0.56
    wide: float = 0.92
    bold: float = 1.07

    def width(self, text: str, size: float, bold: bool) -> float:
        """Return about how wide the words are in points."""
        shares = sum(self._share(character) for character in text)
        return shares * size * (self.bold if bold else 1.0)

    def _share(self, character: str) -> float:
        if character in NARROW:
            return self.narrow
        if character in WIDE or character > "\u2e7f":
            return self.wide
        return 0.68 if character.isupper() else self.usual


@dataclass(frozen=True, slots=True)
class Frame:
    """The room a picture has: its width in points, the font, and the size of its words."""

    width: float
    metrics: Metrics = PlainMetrics()
    size: float = 10.0

    @property
    def leading(self) -> float:
        """The distance from one line of words to the next."""
        return self.size * LEADING

    @property
    def room(self) -> float:
        """The width a picture takes: as asked, but never under twenty times the text size."""
        return max(self.width, 20 * self.size)

    def width_of(self, text: str, *, bold: bool = False, size: float | None = None) -> float:
        """Return the width of a line of words."""
        return self.metrics.width(text, self.size if size is None else size, bold)
