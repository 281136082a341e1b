"""How wide the columns of a table are: as asked, or as their content needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from bidkit.export.pdf.setting import Typesetter
from bidkit.export.pdf.style import TextStyle
from bidkit.export.tree import Block, Cell, Column, ItemList, Paragraph, Runs

PADDING = 16.0


class Spotted(Protocol):
    """A cell with its column and how many columns it spans."""

    @property
    def cell(self) -> Cell:
        """The cell."""

    @property
    def column(self) -> int:
        """The first column it stands in."""

    @property
    def columns(self) -> int:
        """How many columns it spans."""


def column_widths(
    setter: Typesetter,
    columns: Sequence[Column],
    spots: Sequence[Spotted],
    width: float,
    styles: tuple[TextStyle, TextStyle],
) -> list[float]:
    """Return widths that add up to a width: shares first, the rest as the content needs.

    A column too narrow for its longest word takes room from those that have some to spare.
    """
    shares = sum(max(column.share, 0.0) for column in columns)
    free = [at for at, column in enumerate(columns) if column.share <= 0]
    scale = 1 / shares if not free else min(1.0, 0.9 / shares) if shares else 0.0
    found = [width * max(column.share, 0.0) * scale for column in columns]
    least, natural = _needs(setter, spots, columns, styles)
    room = width - sum(found)
    for at, each in zip(free, _distribute(free, least, natural, columns, room), strict=True):
        found[at] = each
    return _eased(found, least)


def _eased(widths: list[float], least: list[float]) -> list[float]:
    """Widen columns to their least, from what the others have above theirs."""
    missing = sum(max(low - each, 0.0) for each, low in zip(widths, least, strict=True))
    spare = sum(max(each - low, 0.0) for each, low in zip(widths, least, strict=True))
    if not missing or missing >= spare:
        return widths
    given = missing / spare
    pairs = zip(widths, least, strict=True)
    return [low if each < low else each - (each - low) * given for each, low in pairs]


def _distribute(
    free: list[int],
    least: list[float],
    natural: list[float],
    columns: Sequence[Column],
    room: float,
) -> list[float]:
    if not free:
        return []
    small = [least[at] for at in free]
    wanted = [max(natural[at], least[at]) for at in free]
    if sum(small) >= room:
        return [each * room / max(sum(small), 1.0) for each in small]
    if sum(wanted) <= room:
        growing = [columns[at].align == "left" for at in free]
        if not any(growing):
            growing = [True] * len(free)
        slack = room - sum(wanted)
        base = sum(each for each, grows in zip(wanted, growing, strict=True) if grows)
        pairs = zip(wanted, growing, strict=True)
        return [each + (slack * each / base if grows else 0.0) for each, grows in pairs]
    extra = [max(each - low, 1.0) ** 0.7 for each, low in zip(wanted, small, strict=True)]
    slack = room - sum(small)
    widths = [low + slack * each / sum(extra) for low, each in zip(small, extra, strict=True)]
    return _capped(widths, wanted)


def _capped(widths: list[float], wanted: list[float]) -> list[float]:
    """Give what a column does not need to the columns that are short of room."""
    spare = sum(max(each - want, 0.0) for each, want in zip(widths, wanted, strict=True))
    short = [max(want - each, 0.0) for each, want in zip(widths, wanted, strict=True)]
    total = sum(short)
    if not spare or not total:
        return widths
    triples = zip(widths, wanted, short, strict=True)
    return [min(each, want) + spare * need / total for each, want, need in triples]


def _needs(
    setter: Typesetter,
    spots: Sequence[Spotted],
    columns: Sequence[Column],
    styles: tuple[TextStyle, TextStyle],
) -> tuple[list[float], list[float]]:
    """Return the least and the natural width of every column, from cells that span one."""
    least = [30.0] * len(columns)
    natural = [30.0] * len(columns)
    bold = replace(styles[0], bold=True)
    for spot in spots:
        if spot.columns != 1:
            continue
        for runs in _texts(spot.cell.blocks):
            strong = spot.cell.heading or columns[spot.column].align != "left"
            word, whole = setter.widths(runs, bold if strong else styles[0])
            least[spot.column] = max(least[spot.column], min(word + PADDING, 130.0))
            natural[spot.column] = max(natural[spot.column], whole + PADDING)
    return least, natural


def _texts(blocks: Sequence[Block]) -> list[Runs]:
    found: list[Runs] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block.runs)
        elif isinstance(block, ItemList):
            found.extend(runs for item in block.items for runs in _texts(item.blocks))
    return found
