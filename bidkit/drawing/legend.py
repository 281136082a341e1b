"""What each colour and pattern means, in rows of swatches with names."""

from __future__ import annotations

from collections.abc import Sequence

from bidkit.drawing.metrics import ASCENT
from bidkit.drawing.patterns import Pattern, filled, series_pattern, series_role
from bidkit.drawing.primitives import Rect, Role, Text
from bidkit.drawing.sketch import Sketch


def swatch(sketch: Sketch, place: int, x: float, y: float, *, plain: bool = False) -> float:
    """Draw the colour and pattern of a series beside a line of words; return the room it takes.

    Plain: the colour alone, where numbers tell the parts apart.
    """
    side = sketch.frame.size
    area = Rect(x, y + 0.1 * side, 1.6 * side, side, fill=series_role(place), stroke=Role.OUTLINE)
    sketch.add(*filled(area, Pattern.PLAIN if plain else series_pattern(place)))
    return 2.2 * side


def flowing_legend(sketch: Sketch, names: Sequence[str], y: float) -> float:
    """Draw swatches with names in as many rows as needed; return where they end."""
    frame = sketch.frame
    x = 0.5
    for place, name in enumerate(names):
        words = sketch.fitted(name, frame.room - 2.2 * frame.size - 1)
        needed = 2.2 * frame.size + frame.width_of(words)
        if x > 1 and x + needed > frame.room:
            x, y = 0.5, y + frame.leading
        taken = swatch(sketch, place, x, y)
        letters = y + (ASCENT + 0.1) * frame.size
        sketch.words(Text(x + taken, letters, words, frame.size))
        x += needed + 1.5 * frame.size
    return y + frame.leading + frame.size / 2 if names else y
