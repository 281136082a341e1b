"""Charts of the drawing room, painted from its primitives."""

from __future__ import annotations

from bidkit.export.pdf.flow import Piece
from bidkit.export.pdf.pictures import caption
from bidkit.export.pdf.setting import Composer, Place
from bidkit.export.tree import Chart


def chart(composer: Composer, block: Chart, place: Place) -> list[Piece]:
    """Return a chart with its caption."""
    return caption(composer, block.caption, place)
