"""Prose as plain text, the way a portal's box takes it: what is printed is what is counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from bidkit.domain.prose.canonical import canonical_runs
from bidkit.domain.prose.model import (
    Block,
    Break,
    BulletList,
    Chart,
    Chip,
    Figure,
    Heading,
    Item,
    LinkedTable,
    NumberedList,
    Paragraph,
    Prose,
    Quote,
    Row,
    Run,
    Runs,
    Table,
    Text,
    Verbatim,
)
from bidkit.domain.prose.verbatim import printed_verbatim

Embedded: TypeAlias = Figure | Chart | LinkedTable
ChipPrinter: TypeAlias = Callable[[str], str]
EmbeddedPrinter: TypeAlias = Callable[[Embedded], str]


@dataclass(frozen=True, slots=True)
class PlainStyle:
    """How lists, tables and gaps look where there is no formatting; `number` takes {n}."""

    bullet: str = "• "
    number: str = "{n}. "
    indent: str = "  "
    cell: str = " | "
    gap: str = "\n\n"
    line: str = "\n"


PORTAL = PlainStyle()
"""For a portal's box: an empty line between blocks, signs before list items."""

WORDS_ONLY = PlainStyle(bullet="", number="", indent="", cell="\t", gap="\n")
"""For counting words: the words alone, without the signs that are not typed."""


def print_chips(runs: Runs, chip: ChipPrinter | None = None) -> Runs:
    """Return canonical runs with each chip replaced by what it prints.

    Without a printer a chip prints nothing. Where it prints nothing, the space before it goes as
    well if a space, a stop or the line's end follows, so that no gap shows where it stood.
    """
    printed: list[Run] = []
    for number, run in enumerate(runs):
        if not isinstance(run, Chip):
            printed.append(run)
        elif label := chip(run.evidence) if chip else "":
            printed.append(Text(label))
        elif printed and _closes_up(runs[number + 1 :]):
            last = printed[-1]
            if isinstance(last, Text) and last.text.endswith(" "):
                cut = last.text.removesuffix(" ")
                printed[-1] = Text(cut, last.bold, last.italic, last.link, last.language)
    return canonical_runs(tuple(printed))


def _closes_up(following: Runs) -> bool:
    after = following[0] if following else None
    if isinstance(after, Text):
        return after.text[:1] in " .,;:!?)]’”"
    return not isinstance(after, Chip)


def plain_runs(runs: Runs, chip: ChipPrinter | None = None, line: str = "\n") -> str:
    """Return the words of some runs as one text, line breaks written as given."""
    words: list[str] = []
    for run in print_chips(runs, chip):
        match run:
            case Text(text):
                words.append(text)
            case Break():
                words.append(line)
    return "".join(words)


def plain_text(
    prose: Prose,
    chip: ChipPrinter | None = None,
    embedded: EmbeddedPrinter | None = None,
    style: PlainStyle = PORTAL,
) -> str:
    """Return canonical prose as plain text; counts of words and characters are taken from it."""
    printer = _Printer(chip, embedded, style)
    return style.gap.join(text for block in prose.blocks if (text := printer.block(block)))


@dataclass(frozen=True, slots=True)
class _Printer:
    chip: ChipPrinter | None
    embedded: EmbeddedPrinter | None
    style: PlainStyle

    def block(self, block: Block) -> str:
        match block:
            case Paragraph(runs) | Heading(_, runs):
                return plain_runs(runs, self.chip, self.style.line)
            case BulletList(items):
                return self._list(items, [self.style.bullet] * len(items))
            case NumberedList(items, start):
                numbers = range(start, start + len(items))
                return self._list(items, [self.style.number.format(n=n) for n in numbers])
            case Quote(blocks):
                return self.style.line.join(self._filled(blocks))
            case Table(header, rows):
                return self.style.line.join(
                    text for row in (header, *rows) if (text := self._row(row)).strip()
                )
            case Verbatim(source):
                return printed_verbatim(source)
            case Figure() | Chart() | LinkedTable():
                return self.embedded(block) if self.embedded else ""

    def _row(self, row: Row) -> str:
        cells = [plain_runs(cell, self.chip, " ") for cell in row]
        return self.style.cell.join(cells) if any(cells) else ""

    def _list(self, items: tuple[Item, ...], signs: list[str]) -> str:
        return self.style.line.join(self._items(items, signs))

    def _items(self, items: tuple[Item, ...], signs: list[str]) -> Iterator[str]:
        for item, sign in zip(items, signs, strict=True):
            inner = self.style.line.join(self._filled(item.blocks))
            yield sign + inner.replace("\n", f"\n{self.style.indent}")

    def _filled(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        return (text for block in blocks if (text := self.block(block)))
