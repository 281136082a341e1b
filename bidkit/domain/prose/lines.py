"""Prose laid flat: each leaf with the lists and quotes around it, and back again.

Neighbouring containers of the same kind become one when prose is nested again, so a flat
sequence says everything that canonical prose can say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from bidkit.domain.prose.model import (
    MAX_DEPTH,
    Block,
    BulletList,
    Figure,
    Heading,
    Item,
    Leaf,
    NumberedList,
    Paragraph,
    Quote,
    Verbatim,
)

Around: TypeAlias = Literal["bullet", "number", "quote"]

MAX_NUMBER = 999_999_999
"""The largest number CommonMark allows before a list item."""


@dataclass(frozen=True, slots=True)
class Surround:
    """One list or quote around a leaf; `start` counts only where a numbered list begins."""

    kind: Around
    start: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A leaf, what surrounds it, and whether it opens an item of the innermost list.

    A line without a block only opens its item (one that begins with a table or a list).
    """

    around: tuple[Surround, ...]
    opens: bool
    block: Leaf | None

    @property
    def kinds(self) -> tuple[Around, ...]:
        """The kinds of what surrounds this line, outermost first."""
        return tuple(surround.kind for surround in self.around)


def flatten(blocks: Iterable[Block], around: tuple[Surround, ...] = ()) -> Iterator[Line]:
    """Yield the lines of these blocks in reading order."""
    for block in blocks:
        match block:
            case BulletList(items):
                yield from _flatten_items(items, (*around, Surround("bullet")))
            case NumberedList(items, start):
                yield from _flatten_items(items, (*around, Surround("number", start)))
            case Quote(inner):
                yield from flatten(inner, (*around, Surround("quote")))
            case _:
                yield Line(around, opens=False, block=block)


def _flatten_items(items: tuple[Item, ...], around: tuple[Surround, ...]) -> Iterator[Line]:
    for item in items:
        first, rest = item.blocks[:1], item.blocks
        if first and isinstance(first[0], Paragraph | Heading | Figure | Verbatim):
            yield Line(around, opens=True, block=first[0])
            rest = item.blocks[1:]
        else:
            yield Line(around, opens=True, block=None)
        yield from flatten(rest, around)


@dataclass(slots=True)
class _Open:
    """A container being filled; `items` holds one list of blocks for a quote."""

    surround: Surround
    items: list[list[Block]] = field(default_factory=lambda: [[]])

    def close(self) -> Block:
        if self.surround.kind == "quote":
            return Quote(tuple(self.items[0]))
        items = tuple(Item(tuple(blocks)) for blocks in self.items)
        if self.surround.kind == "bullet":
            return BulletList(items)
        return NumberedList(items, self.surround.start)


def nest(lines: Iterable[Line]) -> tuple[Block, ...]:
    """Return the blocks that these lines lay flat; whatever the lines, every leaf is kept."""
    top: list[Block] = []
    stack: list[_Open] = []

    def close_to(depth: int) -> None:
        while len(stack) > depth:
            block = stack.pop().close()
            (stack[-1].items[-1] if stack else top).append(block)

    for line in _without_empty_items(lines):
        shared = 0
        for opened, kind in zip(stack, line.kinds, strict=False):
            if opened.surround.kind != kind:
                break
            shared += 1
        close_to(shared)
        if line.opens and shared == len(line.around) > 0:
            stack[-1].items.append([])
        stack.extend(_Open(surround) for surround in line.around[shared:])
        if line.block is not None:
            (stack[-1].items[-1] if stack else top).append(line.block)
    close_to(0)
    return tuple(top)


def _without_empty_items(lines: Iterable[Line]) -> list[Line]:
    """Keep the lines that hold something, directly or in the lines that follow inside them."""
    kept: list[Line] = []
    for line in reversed([_bounded(line) for line in lines]):
        if line.block is None:
            following = kept[-1] if kept else None
            depth = len(line.around)
            if following is None or following.kinds[:depth] != line.kinds:
                continue
            if following.opens and len(following.around) == depth:
                continue
        kept.append(line)
    kept.reverse()
    return kept


def _bounded(line: Line) -> Line:
    around = line.around[:MAX_DEPTH]
    opens = line.opens and bool(around) and around[-1].kind != "quote"
    return Line(around, opens=opens, block=line.block)
