"""The words that stand in for a picture: what it is, and its figures one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bidkit.drawing.metrics import Frame
from bidkit.drawing.primitives import DataTable, Picture, Role, Text
from bidkit.drawing.sketch import Sketch
from bidkit.words import tr

MOST_TOLD = 15


def told(title: str, kind: str, items: Iterable[str]) -> str:
    """Return "Title. Kind: first; second; third." with the rest counted after fifteen."""
    every = [" ".join(item.split()) for item in items]
    shown = "; ".join(every[:MOST_TOLD])
    if len(every) > MOST_TOLD:
        more = len(every) - MOST_TOLD
        shown = tr("{items}; and {n} more in the table", items=shown, n=more)
    head = " ".join(title.split()).rstrip(".")
    start = f"{head}. {kind}" if head else kind
    return f"{start}: {shown}." if shown else f"{start}."


def valued(label: str, value: str) -> str:
    """Return "label value" as it is read aloud, a value not given as "not known"."""
    return f"{label} {value or not_known()}".strip()


def not_known() -> str:
    """Return the words for a figure nobody has given."""
    return tr("not known")


def row(label: str, values: Sequence[str]) -> tuple[str, ...]:
    """Return one row of a data table, figures not given as "not known"."""
    return (label, *(value or not_known() for value in values))


def nothing(title: str, frame: Frame, header: tuple[str, ...]) -> Picture:
    """Return the picture of no data: its title and a quiet sentence."""
    sketch = Sketch(frame)
    y = sketch.title(title)
    words = tr("There is nothing to show yet.")
    lines = sketch.wrapped(words, frame.room)
    y = sketch.block(lines, Text(0.0, y, "", frame.size, Role.MUTED))
    head = " ".join(title.split()).rstrip(".")
    return sketch.finished(y, f"{head}. {words}" if head else words, DataTable(header))
