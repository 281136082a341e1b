"""Blocks -> canonical CommonMark, the form in which prose is stored."""

from __future__ import annotations

from collections.abc import Iterator

from bidkit.domain.prose.canonical import canonical
from bidkit.domain.prose.escaping import write_name, write_picture
from bidkit.domain.prose.inline_writing import write_cell, write_runs
from bidkit.domain.prose.model import (
    Alignment,
    Block,
    BulletList,
    Chart,
    Figure,
    Heading,
    Item,
    LinkedTable,
    NumberedList,
    Paragraph,
    Prose,
    Quote,
    Row,
    Table,
    Verbatim,
)

_RULES: dict[Alignment, str] = {"": "---", "left": ":---", "center": ":---:", "right": "---:"}


def write_prose(prose: Prose) -> str:
    """Return prose as canonical CommonMark; reading it gives its canonical form back exactly."""
    return write_canonical(canonical(prose))


def write_canonical(prose: Prose) -> str:
    """Return prose that is known to be canonical as CommonMark."""
    return "\n".join(_write_blocks(prose.blocks))


def _write_blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for number, block in enumerate(blocks):
        if number:
            yield ""
        yield from _write_block(block)


def _write_block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(runs):
            yield from write_runs(runs)
        case Heading(level, runs):
            yield f"{'#' * level} {write_runs(runs, in_heading=True)[0]}"
        case BulletList(items):
            yield from _write_items(items, ["-"] * len(items))
        case NumberedList(items, start):
            yield from _write_items(items, [f"{start + number}." for number in range(len(items))])
        case Quote(blocks):
            for line in _write_blocks(blocks):
                yield f"> {line}" if line else ">"
        case Table(header, rows, alignments):
            yield _write_row(header)
            yield "| " + " | ".join(_RULES[alignment] for alignment in alignments) + " |"
            yield from (_write_row(row) for row in rows)
        case Figure(attachment, alt):
            yield write_picture(alt, "attachment", write_name(attachment))
        case Chart(chart):
            yield write_picture("chart", "chart", write_name(chart))
        case LinkedTable(table):
            yield write_picture("table", "table", write_name(table))
        case Verbatim(source):
            yield from source.split("\n")


def _write_row(row: Row) -> str:
    return "| " + " | ".join(write_cell(cell) for cell in row) + " |"


def _write_items(items: tuple[Item, ...], markers: list[str]) -> Iterator[str]:
    tight = _is_tight(items)
    for number, (item, marker) in enumerate(zip(items, markers, strict=True)):
        if number and not tight:
            yield ""
        indent = " " * (len(marker) + 1)
        lines = _write_tight(item) if tight else _write_blocks(item.blocks)
        for position, line in enumerate(lines):
            if position:
                yield f"{indent}{line}" if line else ""
            else:
                yield f"{marker} {line}"


def _write_tight(item: Item) -> Iterator[str]:
    for block in item.blocks:
        yield from _write_block(block)


def _is_tight(items: tuple[Item, ...]) -> bool:
    """Tell whether every item is one paragraph, perhaps with one tight list under it.

    A numbered list can follow a paragraph without an empty line only if it starts with 1.
    """
    for item in items:
        match item.blocks:
            case (Paragraph(),):
                continue
            case (Paragraph(), BulletList(inner)) | (Paragraph(), NumberedList(inner, 1)):
                if not _is_tight(inner):
                    return False
            case _:
                return False
    return True
