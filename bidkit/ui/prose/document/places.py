"""Places in prose on screen: from a span to where it stands in the document, and back."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor, QTextDocument

from bidkit.domain.prose import (
    Heading,
    Paragraph,
    Passage,
    Path,
    Prose,
    Span,
    Table,
    Verbatim,
    passages,
)
from bidkit.ui.prose.document.collecting import Placed

_LOOKAHEAD = 64
_ALIKE = {0x2028: 0x0A, 0x2029: 0x0A, 0x09: 0x20}


@dataclass(frozen=True, slots=True)
class Placement:
    """Which passage begins where in the document, and the document's characters."""

    passages: tuple[Passage, ...]
    starts: tuple[int, ...]
    characters: array[int]

    def positions(self, number: int) -> list[int]:
        """Return where each character of a passage stands, and where the passage ends."""
        found: list[int] = []
        at = self.starts[number]
        for letter in self.passages[number].text:
            units = array("H", letter.encode("utf-16-le", "surrogatepass"))
            at = self._next(at, units[0])
            found.append(at)
            at += len(units)
        found.append(at)
        return found

    def _next(self, at: int, unit: int) -> int:
        """Return the next place of a unit; composed letters may not be found and stay near."""
        for place in range(at, min(at + _LOOKAHEAD, len(self.characters))):
            here = self.characters[place]
            if _ALIKE.get(here, here) == unit:
                return place
        return at


def placement_of(prose: Prose, document: QTextDocument, placed: Iterable[Placed]) -> Placement:
    """Return where the passages of prose stand in the document that these lines were read from."""
    raw = document.toRawText().encode("utf-16-le", "surrogatepass")
    starts = tuple(_starts(placed))
    every = passages(prose)
    return Placement(every[: len(starts)], starts[: len(every)], array("H", raw))


def _starts(placed: Iterable[Placed]) -> Iterator[int]:
    for part in placed:
        for line, position in zip(part.lines, part.positions, strict=False):
            match line.block:
                case Table():
                    yield from part.positions
                case Paragraph() | Heading() | Verbatim():
                    yield position


def cursors_at(
    document: QTextDocument, placement: Placement, spans: Iterable[Span]
) -> list[QTextCursor | None]:
    """Return a cursor that selects each span, or None for one that is nowhere now."""
    numbers = {passage.path: number for number, passage in enumerate(placement.passages)}
    known: dict[Path, list[int]] = {}
    found: list[QTextCursor | None] = []
    for span in spans:
        number = numbers.get(span.path)
        if number is None:
            found.append(None)
            continue
        if span.path not in known:
            known[span.path] = placement.positions(number)
        found.append(_selecting(document, known[span.path], span))
    return found


def _selecting(document: QTextDocument, positions: Sequence[int], span: Span) -> QTextCursor | None:
    last = len(positions) - 1
    start, end = min(max(span.start, 0), last), min(span.end, last)
    if start >= end:
        return None
    cursor = QTextCursor(document)
    cursor.setPosition(positions[start])
    cursor.setPosition(min(positions[end - 1] + 1, positions[end]), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def spans_between(placement: Placement, start: int, end: int) -> tuple[Span, ...]:
    """Return the spans of the passages that lie between two positions of the document."""
    spans: list[Span] = []
    for number, passage in enumerate(placement.passages):
        begins = placement.starts[number]
        following = placement.starts[number + 1] if number + 1 < len(placement.starts) else None
        if begins >= end or (following is not None and following <= start):
            continue
        positions = placement.positions(number)[:-1]
        inside = [offset for offset, place in enumerate(positions) if start <= place < end]
        if inside:
            spans.append(Span(passage.path, inside[0], inside[-1] + 1))
    return tuple(spans)
