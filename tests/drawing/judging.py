"""What every picture must keep to: inside its bounds, words apart, figures told."""

from __future__ import annotations

from bidkit.drawing.extents import bounds
from bidkit.drawing.metrics import PlainMetrics
from bidkit.drawing.primitives import Picture, Text

METRICS = PlainMetrics()


def texts(picture: Picture) -> list[Text]:
    """Return the lines of words of a picture."""
    return [shape for shape in picture.shapes if isinstance(shape, Text)]


def words(picture: Picture) -> str:
    """Return everything written in a picture."""
    return " ".join(text.words for text in texts(picture))


def outside(picture: Picture, slack: float = 0.75) -> list[str]:
    """Return the shapes that leave the picture."""
    found = []
    for shape in picture.shapes:
        lies = bounds(shape, METRICS)
        across = -slack <= lies.left and lies.right <= picture.width + slack
        down = -slack <= lies.top and lies.bottom <= picture.height + slack
        if not across or not down:
            found.append(f"{shape} lies at {lies} of {picture.width} × {picture.height}")
    return found


def overlapping(picture: Picture) -> list[str]:
    """Return the pairs of words that lie over each other."""
    placed = [(text.words, bounds(text, METRICS)) for text in texts(picture)]
    placed.sort(key=lambda one: one[1].top)
    found = []
    for place, (one, lies) in enumerate(placed):
        for other, beside in placed[place + 1 :]:
            if beside.top >= lies.bottom:
                break
            if lies.overlaps(beside):
                found.append(f"{one!r} over {other!r}")
    return found


def judge(picture: Picture) -> None:
    """Hold a picture to the laws of every picture."""
    assert picture.width > 0
    assert picture.height > 0
    assert outside(picture) == []
    assert overlapping(picture) == []
    assert picture.alt.strip()
    width = len(picture.table.header)
    assert all(len(row) == width for row in picture.table.rows)
