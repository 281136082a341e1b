"""Merge versions of a prose text by its blocks, items, rows and cells, and keep it well formed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from bidkit.changes.inline_merge import merge_runs, plain_runs
from bidkit.changes.sequences import Kind, Outcome, alike_words, merge_sequence
from bidkit.changes.words import Choice, Piece, Same, join_pieces
from bidkit.domain.prose import (
    Heading,
    Line,
    Paragraph,
    Prose,
    Row,
    Runs,
    Table,
    canonical,
    flatten,
    nest,
    read_prose,
    write_prose,
)

REMEMBERED = 512
END = "\n\n"
CELL = " | "
UNLIKE = -1.0


@dataclass(frozen=True)
class MergedProse:
    """The merged text, whether places in it are undecided, and its words for showing."""

    text: str
    undecided: bool
    pieces: tuple[Piece, ...]


@lru_cache(maxsize=REMEMBERED)
def merge_prose(base: str, sides: tuple[str, ...]) -> MergedProse:
    """Return the merge of several versions of a prose text that grew from one base.

    Should a word that somebody wrote be lost on the way, the whole text is undecided.
    """
    before, *versions = [list(flatten(read_prose(text).blocks)) for text in (base, *sides)]
    outcomes = merge_sequence(before, versions, LINES)
    lines = [outcome.value for outcome in outcomes]
    pieces = join_pieces([piece for outcome in outcomes for piece in outcome.pieces])
    merged = canonical(Prose(nest(lines)))
    text = write_prose(merged)
    if _lost(before, versions, list(flatten(merged.blocks)), pieces):
        whole = Choice(base, sides)
        return MergedProse((*whole.different, base)[0], undecided=True, pieces=(whole,))
    return MergedProse(text, any(outcome.undecided for outcome in outcomes), pieces)


def _lost(
    before: list[Line], versions: list[list[Line]], merged: list[Line], pieces: Iterable[Piece]
) -> bool:
    """Tell whether a word that somebody added is neither in the text nor among the choices."""
    written = {word for version in versions for word in _words(version)} - _words(before)
    kept = _words(merged)
    for piece in pieces:
        if isinstance(piece, Choice):
            kept.update(word for option in piece.options for word in option.split())
    return bool(written - kept)


def _words(lines: Iterable[Line]) -> set[str]:
    return {word for line in lines for word in show_line(line).split()}


def show_line(line: Line) -> str:
    """Return a block as words without marks."""
    match line.block:
        case Paragraph(runs) | Heading(_, runs):
            return plain_runs(runs).rstrip() + END
        case Table(header, rows):
            return "\n".join(show_row(row) for row in (header, *rows)) + END
        case None:
            return ""
        case other:
            return f"{other!r}{END}"


def show_row(row: Row) -> str:
    """Return a row of a table as words without marks."""
    return CELL.join(plain_runs(runs).rstrip() for runs in row)


def _alike_lines(one: Line, two: Line) -> float:
    if isinstance(one.block, Paragraph | Heading) and isinstance(two.block, Paragraph | Heading):
        return alike_words(show_line(one), show_line(two))
    if isinstance(one.block, Table) and isinstance(two.block, Table):
        return max(0.5, alike_words(show_line(one), show_line(two)))
    return 1.0 if one.block == two.block else UNLIKE


def _merge_line(was: Line, versions: Sequence[Line]) -> Outcome[Line]:
    around = _chosen(was.around, [one.around for one in versions])
    opens = _chosen(was.opens, [one.opens for one in versions])
    blocks = [one.block for one in versions]
    if isinstance(was.block, Paragraph | Heading):
        texts = [block for block in blocks if isinstance(block, Paragraph | Heading)]
        level = _chosen(_level(was.block), [_level(block) for block in texts])
        runs, pieces = merge_runs(was.block.runs, [block.runs for block in texts])
        block = Heading(level, runs) if level else Paragraph(runs)
        return Outcome(Line(around, opens=opens, block=block), (*pieces, Same(END)))
    tables = [block for block in blocks if isinstance(block, Table)]
    if isinstance(was.block, Table) and _same_width([was.block, *tables]):
        table, pieces = _merge_tables(was.block, tables)
        return Outcome(Line(around, opens=opens, block=table), pieces)
    changed = {block: None for block in blocks if block != was.block}
    value = Line(around, opens=opens, block=next(iter(changed), was.block))
    if len(changed) <= 1:
        return Outcome(value, (Same(show_line(value)),))
    options = tuple(show_line(one) for one in versions)
    return Outcome(value, (Choice(show_line(was), options),))


def _merge_tables(was: Table, versions: Sequence[Table]) -> tuple[Table, tuple[Piece, ...]]:
    header = _merge_row(was.header, [one.header for one in versions])
    rows = merge_sequence(was.rows, [one.rows for one in versions], ROWS)
    alignments = _chosen(was.alignments, [one.alignments for one in versions])
    pieces: list[Piece] = []
    for outcome in (header, *rows):
        pieces.extend((*outcome.pieces, Same("\n")))
    merged = replace(
        was,
        header=header.value,
        rows=tuple(outcome.value for outcome in rows),
        alignments=alignments,
    )
    return merged, join_pieces([*pieces, Same("\n")])


def _merge_row(was: Row, versions: Sequence[Row]) -> Outcome[Row]:
    cells: list[Runs] = []
    pieces: list[Piece] = []
    for column, cell in enumerate(was):
        runs, shown = merge_runs(cell, [row[column] for row in versions])
        cells.append(runs)
        pieces.extend((Same(CELL) if column else Same(""), *shown))
    return Outcome(tuple(cells), join_pieces(pieces))


def _same_width(tables: Sequence[Table]) -> bool:
    return len({len(row) for table in tables for row in (table.header, *table.rows)}) == 1


def _alike_rows(one: Row, two: Row) -> float:
    return alike_words(show_row(one), show_row(two))


def _level(block: Paragraph | Heading) -> int:
    return block.level if isinstance(block, Heading) else 0


def _chosen(was: Any, versions: Sequence[Any]) -> Any:
    """Merge how a block stands: as somebody changed it, by a fixed rule among several."""
    changed = {version for version in versions if version != was}
    return max(changed, key=repr, default=was)


LINES: Kind[Line] = Kind(_alike_lines, _merge_line, show_line)
ROWS: Kind[Row] = Kind(_alike_rows, _merge_row, show_row)
