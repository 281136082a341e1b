"""The one form of every prose: what is stored, compared, merged and counted.

White space carries only the marks that the words on both its sides carry, neighbours with the
same marks are one run, blocks have no space at their ends, nothing is empty.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from bidkit.domain.prose.characters import (
    clean_characters,
    clean_language,
    clean_line,
    clean_link,
)
from bidkit.domain.prose.lines import MAX_NUMBER, Line, flatten, nest
from bidkit.domain.prose.model import (
    MAX_HEADING,
    Alignment,
    Block,
    Break,
    BulletList,
    Chart,
    Chip,
    Figure,
    Heading,
    Item,
    Leaf,
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
from bidkit.domain.prose.verbatim import clean_verbatim

_SPACES = re.compile(r"(\s+)")


def canonical(prose: Prose) -> Prose:
    """Return the canonical form; doing it twice changes nothing, and no word is lost."""
    return Prose(canonical_blocks(prose.blocks))


def canonical_blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the canonical form of a sequence of blocks."""
    return nest_lines(flatten(blocks))


def nest_lines(lines: Iterable[Line]) -> tuple[Block, ...]:
    """Return the canonical blocks that these flat lines make."""
    return nest_cleaned(clean for line in lines if (clean := cleaned(line)) is not None)


def nest_cleaned(lines: Iterable[Line]) -> tuple[Block, ...]:
    """Return the canonical blocks that these lines make, which `cleaned` has cleaned already."""
    return tuple(_numbered(block) for block in nest(lines))


def cleaned(line: Line) -> Line | None:
    """Return a line with its leaf in canonical form, or None where it says nothing."""
    leaf = None if line.block is None else clean_leaf(line.block)
    if leaf is None and not line.opens:
        return None
    return Line(line.around, opens=line.opens, block=leaf)


def clean_leaf(leaf: Leaf) -> Leaf | None:
    """Return the leaf in canonical form, or None where nothing is left of it."""
    match leaf:
        case Paragraph(runs):
            return Paragraph(clean) if (clean := canonical_runs(runs)) else None
        case Heading(level, runs):
            level = min(max(level, 1), MAX_HEADING)
            return Heading(level, clean) if (clean := canonical_runs(_on_one_line(runs))) else None
        case Table():
            return _clean_table(leaf)
        case Figure(attachment, alt):
            return Figure(name, clean_line(alt)) if (name := clean_line(attachment)) else None
        case Chart(chart):
            return Chart(name) if (name := clean_line(chart)) else None
        case LinkedTable(table):
            return LinkedTable(name) if (name := clean_line(table)) else None
        case Verbatim(source):
            return Verbatim(kept) if (kept := clean_verbatim(source)) else None


def _clean_table(table: Table) -> Table | None:
    width = max(len(row) for row in (table.header, *table.rows))
    if not width:
        return None
    plain: tuple[Alignment, ...] = ("",)
    return Table(
        _clean_row(table.header, width),
        tuple(_clean_row(row, width) for row in table.rows),
        (table.alignments + plain * width)[:width],
    )


def _clean_row(row: Row, width: int) -> Row:
    cells = tuple(canonical_runs(cell) for cell in row)
    return cells + ((),) * (width - len(cells))


def _numbered(block: Block) -> Block:
    """Return the block with every numbered list inside it starting where all its items fit."""
    match block:
        case NumberedList(items, start):
            highest = max(0, MAX_NUMBER - len(items))
            return NumberedList(_numbered_items(items), min(max(start, 0), highest))
        case BulletList(items):
            return BulletList(_numbered_items(items))
        case Quote(blocks):
            return Quote(tuple(_numbered(inner) for inner in blocks))
        case _:
            return block


def _numbered_items(items: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(Item(tuple(_numbered(block) for block in item.blocks)) for item in items)


@lru_cache(maxsize=4096)
def canonical_runs(runs: Runs) -> Runs:
    """Return runs in canonical form: merged, composed, without space at the ends of a line."""
    merged = _merge(_clean_runs(runs))
    composed = tuple(
        _with_text(run, unicodedata.normalize("NFC", run.text)) if isinstance(run, Text) else run
        for run in merged
    )
    lines: list[Runs] = [()]
    for is_break, group in groupby(composed, key=lambda run: isinstance(run, Break)):
        if is_break:
            lines.extend(() for _ in group)
        else:
            lines[-1] = _stripped(_merge(_spaces_settled(tuple(group))))
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    joined: list[Run] = []
    for number, line in enumerate(lines):
        joined.extend((Break(), *line) if number else line)
    return tuple(joined)


def _clean_runs(runs: Runs) -> Iterator[Run]:
    for run in runs:
        match run:
            case Text(text, bold, italic, link, language):
                link, language = clean_link(link), clean_language(language)
                for number, part in enumerate(clean_characters(text).split("\n")):
                    if number:
                        yield Break()
                    if part:
                        yield Text(part, bool(bold), bool(italic), link, language)
            case Chip(evidence):
                if name := clean_line(evidence):
                    yield Chip(name)
            case Break():
                yield run


def _merge(runs: Iterable[Run]) -> Runs:
    merged: list[Run] = []
    for marks, group in groupby(runs, key=_marks):
        if marks is None:
            merged.extend(group)
        else:
            same = [run for run in group if isinstance(run, Text)]
            text = "".join(run.text for run in same)
            merged.append(same[0] if len(same) == 1 else _with_text(same[0], text))
    return tuple(merged)


def _marks(run: Run) -> tuple[bool, bool, str, str] | None:
    """Return what must be alike for two runs to be one; chips and breaks are never one."""
    if not isinstance(run, Text):
        return None
    return (run.bold, run.italic, run.link, run.language)


def _with_text(run: Text, text: str) -> Text:
    return Text(text, run.bold, run.italic, run.link, run.language)


def _spaces_settled(line: Runs) -> Runs:
    """Give each stretch of space the marks that the words on both its sides share."""
    parts: list[Run] = []
    for run in line:
        if isinstance(run, Text):
            parts.extend(_with_text(run, part) for part in _SPACES.split(run.text) if part)
        else:
            parts.append(run)
    before: list[Run | None] = []
    last: Run | None = None
    for part in parts:
        before.append(last)
        last = last if _is_space(part) else part
    settled: list[Run] = []
    last = None
    for part, left in zip(reversed(parts), reversed(before), strict=True):
        if isinstance(part, Text) and _is_space(part):
            settled.append(_shared(part.text, left, last))
        else:
            settled.append(part)
            last = part
    settled.reverse()
    return tuple(settled)


def _is_space(run: Run) -> bool:
    return isinstance(run, Text) and run.text.isspace()


def _shared(text: str, left: Run | None, right: Run | None) -> Text:
    """Return space with the shared marks, as written: from the outermost inwards."""
    if not isinstance(left, Text) or not isinstance(right, Text):
        return Text(text)
    if left.language != right.language:
        return Text(text)
    if left.link != right.link:
        return Text(text, language=left.language)
    if left.bold != right.bold:
        return Text(text, link=left.link, language=left.language)
    italic = left.italic and right.italic
    return Text(text, left.bold, italic, left.link, left.language)


def _stripped(line: Runs) -> Runs:
    """Remove the space at both ends of a line (after merging it is one run at most)."""
    if line and isinstance(first := line[0], Text):
        text = first.text.lstrip()
        line = (_with_text(first, text), *line[1:]) if text else line[1:]
    if line and isinstance(last := line[-1], Text):
        text = last.text.rstrip()
        line = (*line[:-1], _with_text(last, text)) if text else line[:-1]
    return line


def _on_one_line(runs: Runs) -> Runs:
    spaced = (Text(" ") if isinstance(run, Break) else run for run in runs)
    return tuple(
        _with_text(run, clean_characters(run.text).replace("\n", " "))
        if isinstance(run, Text)
        else run
        for run in spaced
    )
