"""How much may be said where a document must stand on one page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Room:
    """How much may be said: words of each passage, lines of each list, and whether of all."""

    words: int
    lines: int
    everything: bool = False

    def cut(self, text: str) -> str:
        """Return a passage as far as there is room, with a sign where something is left out."""
        words = text.split()
        return text if len(words) <= self.words else " ".join(words[: self.words]) + " …"


ROOMS = (
    Room(120, 6, everything=True),
    Room(80, 5, everything=True),
    Room(60, 4),
    Room(40, 3),
    Room(25, 2),
    Room(12, 1),
    Room(5, 0),
)
"""From the most to the least; even endless texts fit into the last."""
