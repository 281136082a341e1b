"""Words into lines: every paragraph of the document is broken and measured here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bidkit.export.pdf.fonts import Face
from bidkit.export.pdf.structure import Node


@dataclass(frozen=True, slots=True, eq=False)
class Manner:
    """How a stretch of text looks, and the link or language it belongs to."""

    face: Face
    size: float
    colour: str
    node: Node | None = None
    address: str = ""
    target: str = ""

    def width(self, text: str) -> float:
        """Return the width of a text in points."""
        return self.face.measure(text) * self.size / 1000


Span = tuple[str, Manner]
_Word = tuple[list[Span], float, Manner | None]

_CHUNK = re.compile(r"[^-–—/\u200b]*(?:[-–—/\u200b]+|$)")
RUNT = 0.09
_URL_STOP = "/._-?&=#%:,;@"


@dataclass(slots=True, eq=False)
class Line:
    """One line: its stretches in reading order and its width in points."""

    spans: list[Span]
    width: float

    @property
    def text(self) -> str:
        """The words of the line as they are drawn."""
        return "".join(text for text, _ in self.spans)


def break_lines(spans: Sequence[Span], width: float) -> list[Line]:
    """Break spans into lines no wider than a width; line feeds always break.

    A space at the very end stays, so that what follows elsewhere is read as another word.
    """
    lines: list[Line] = []
    for stretch in _hard_lines(spans):
        found = list(_fill(_words(stretch), width))
        if len(found) > 1 and found[-1].width < width * RUNT:
            found = _without_runt(stretch, width, found)
        lines.extend(found)
    if spans and spans[-1][0].endswith(" ") and lines[-1].spans:
        text, manner = lines[-1].spans[-1]
        lines[-1].spans[-1] = (text + " ", manner)
    return lines


def _without_runt(spans: Sequence[Span], width: float, lines: list[Line]) -> list[Line]:
    """Return the lines a little narrower if that gives a lone last word company."""
    for share in (0.97, 0.94, 0.91):
        narrower = list(_fill(_words(spans), width * share))
        if len(narrower) > len(lines):
            break
        if narrower[-1].width >= width * RUNT:
            return narrower
    return lines


def break_evenly(spans: Sequence[Span], width: float) -> list[Line]:
    """Break like break_lines, then draw the lines in so that they are about equally long."""
    lines = break_lines(spans, width)
    if not 1 < len(lines) <= 4:
        return lines
    low, high = width / len(lines), width
    while high - low > 2:
        middle = (low + high) / 2
        if len(break_lines(spans, middle)) > len(lines):
            low = middle
        else:
            high = middle
    return break_lines(spans, high)


def widest_word(spans: Sequence[Span]) -> float:
    """Return the width of the longest piece that is not broken."""
    stretches = _hard_lines(spans)
    return max((word[1] for each in stretches for word in _words(each)), default=0.0)


def natural_width(spans: Sequence[Span]) -> float:
    """Return the width of the text when nothing is broken but its own line feeds."""
    return max((line.width for line in break_lines(spans, 1e9)), default=0.0)


def _hard_lines(spans: Sequence[Span]) -> Iterator[list[Span]]:
    current: list[Span] = []
    for text, manner in spans:
        first, *others = text.split("\n")
        current.append((first, manner))
        for other in others:
            yield current
            current = [(other, manner)]
    yield current


def _words(spans: Iterable[Span]) -> Iterator[_Word]:
    """Cut spans into words that stay whole, each with the manner of the space before it."""
    parts: list[Span] = []
    width = 0.0
    space: Manner | None = None
    for text, manner in spans:
        scale = manner.size / 1000
        measure = manner.face.width
        for at, piece in enumerate(text.split(" ")):
            if at:
                if parts:
                    yield parts, width, space
                    parts, width = [], 0.0
                space = manner
            for chunk in _chunks(piece):
                if chunk == _STOP:
                    yield parts, width, space
                    parts, width, space = [], 0.0, None
                elif chunk:
                    parts.append((chunk, manner))
                    width += measure(chunk) * scale
    if parts:
        yield parts, width, space


_STOP = "\0"


def _chunks(piece: str) -> Iterable[str]:
    """Cut a word after hyphens, dashes, slashes and invisible spaces inside it."""
    if piece.isalpha() or not re.search(r"[\w)\]][-–—/\u200b]+\w\w", piece):
        return (piece.replace("\u200b", ""),)
    if re.fullmatch(r"[\d.,:/–-]+", piece):
        return (piece,)
    found = [chunk.replace("\u200b", "") for chunk in _CHUNK.findall(piece) if chunk]
    cut: list[str] = []
    for at, chunk in enumerate(found):
        cut.append(chunk)
        if at < len(found) - 1 and any(each.isalnum() for each in chunk):
            cut.append(_STOP)
    return cut


def _fill(words: Iterable[_Word], width: float) -> Iterator[Line]:
    line: list[tuple[list[Span], Manner | None]] = []
    used = 0.0
    for parts, size, space in words:
        gap = space.size * space.face.space / 1000 if space is not None and line else 0.0
        if line and used + gap + size > width + 0.01:
            yield _line(line, used, open_end=space is not None)
            line, used, gap = [], 0.0, 0.0
        if size > width + 0.01:
            *whole, (parts, size) = _chop(parts, width)
            for piece, extent in whole:
                yield _line([(piece, None)], extent, open_end=False)
        line.append((parts, space if line else None))
        used += gap + size
    yield _line(line, used, open_end=False)


def _line(words: list[tuple[list[Span], Manner | None]], width: float, *, open_end: bool) -> Line:
    """Join words into as few stretches as possible; an open end keeps its space for reading."""
    spans: list[Span] = []
    current: Manner | None = None
    texts: list[str] = []
    for parts, space in words:
        if space is not None:
            if space is not current and current is not None:
                spans.append(("".join(texts), current))
                texts = []
            current = space
            texts.append(" ")
        for text, manner in parts:
            if manner is not current:
                if current is not None and texts:
                    spans.append(("".join(texts), current))
                    texts = []
                current = manner
            texts.append(text)
    if current is not None:
        spans.append(("".join(texts) + (" " if open_end else ""), current))
    return Line(spans, width)


def _chop(parts: list[Span], width: float) -> list[tuple[list[Span], float]]:
    """Cut a word that is wider than a line, after punctuation where that is near the end."""
    done: list[tuple[list[Span], float]] = []
    current: list[Span] = []
    used = 0.0
    for text, manner in parts:
        at = 0
        while at < len(text):
            stop = _fitting(text, at, manner, width - used)
            if stop == at and current:
                done.append((current, used))
                current, used = [], 0.0
                continue
            stop = max(stop, at + 1)
            current.append((text[at:stop], manner))
            used += manner.width(text[at:stop])
            at = stop
            if at < len(text):
                done.append((current, used))
                current, used = [], 0.0
    done.append((current, used))
    return done


def _fitting(text: str, start: int, manner: Manner, room: float) -> int:
    """Return where the part of a text that fits into a room ends, at a good stop if near."""
    used = 0.0
    for at in range(start, len(text)):
        used += manner.face.width(text[at]) * manner.size / 1000
        if used > room:
            for back in range(at, max(at - 12, (start + at) // 2), -1):
                if text[back - 1] in _URL_STOP:
                    return back
            return at
    return len(text)
