"""Merge any number of versions of a text, word by word: what does not touch goes together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, takewhile
from typing import Any
from zlib import crc32

TOKEN = re.compile(r"(\S+)(\s*)")
MOST_COMPARED = 100_000_000

Token = tuple[str, str]


@dataclass(frozen=True)
class Same:
    """A stretch on which everybody agrees, or that only some changed."""

    text: str


@dataclass(frozen=True)
class Choice:
    """An undecided place: what stood there, and what each version has, in the versions' order."""

    was: str
    options: tuple[str, ...]

    @property
    def different(self) -> tuple[str, ...]:
        """The versions' texts that are not what stood there, each once."""
        return tuple(dict.fromkeys(text for text in self.options if text != self.was))


Piece = Same | Choice


@dataclass(frozen=True)
class _Hunk:
    """Base tokens low to high became the side's tokens start to stop."""

    side: int
    low: int
    high: int
    start: int
    stop: int


def merge_words(base: str, sides: Sequence[str]) -> tuple[Piece, ...]:
    """Return the pieces of the merged text; no Choice among them means that nothing conflicts.

    White space never conflicts: among different changes of a blank the longest is taken.
    """
    lead = _blank(_leading(base), [_leading(side) for side in sides])
    trail = _blank(_trailing(base), [_trailing(side) for side in sides])
    merge = _Merge(_tokens(base), [_tokens(side) for side in sides])
    pieces = merge.pieces()
    return _joined([Same(lead), *_ended(pieces), Same(trail)])


def conflicts_in(pieces: Sequence[Piece]) -> bool:
    """Tell whether any place is undecided."""
    return any(isinstance(piece, Choice) for piece in pieces)


def text_of(pieces: Sequence[Piece]) -> str:
    """Return the text with the first change standing at each undecided place."""
    return "".join(
        piece.text if isinstance(piece, Same) else (*piece.different, piece.was)[0]
        for piece in pieces
    )


class _Merge:
    """One merge under way: the versions as tokens, and where each differs from the base."""

    def __init__(self, base: list[Token], sides: list[list[Token]]) -> None:
        self._base = base
        self._sides = sides
        words = [word for word, _ in base]
        self._hunks = [
            _hunks(number, words, [word for word, _ in side]) for number, side in enumerate(sides)
        ]
        self._matched = [self._match(number) for number in range(len(sides))]

    def pieces(self) -> list[Piece]:
        """Walk the base from start to end, stopping where somebody changed it."""
        made: list[Piece] = []
        at = 0
        for cluster in _clusters([hunk for hunks in self._hunks for hunk in hunks]):
            low = cluster[0].low
            high = max(hunk.high for hunk in cluster)
            made.extend(Same(self._kept(number)) for number in range(at, low))
            made.append(self._settle(cluster, low, high))
            at = high
        made.extend(Same(self._kept(number)) for number in range(at, len(self._base)))
        return made

    def _match(self, side: int) -> list[int]:
        """Return, for every base token, the place of the same token in the side (or -1)."""
        places = [-1] * len(self._base)
        at_base = at_side = 0
        for hunk in self._hunks[side]:
            places[at_base : hunk.low] = range(at_side, at_side + hunk.low - at_base)
            at_base, at_side = hunk.high, hunk.stop
        places[at_base:] = range(at_side, at_side + len(places) - at_base)
        return places

    def _kept(self, number: int) -> str:
        """Return a token that nobody changed, with the blank after it that most changed."""
        word, blank = self._base[number]
        others = [
            self._sides[side][places[number]][1]
            for side, places in enumerate(self._matched)
            if places[number] >= 0
        ]
        return word + (_blank(blank, [other for other in others if other]) or " ")

    def _settle(self, cluster: list[_Hunk], low: int, high: int) -> Piece:
        was = _text(self._base[low:high])
        options = [was] * len(self._sides)
        for side in {hunk.side for hunk in cluster}:
            mine = [hunk for hunk in cluster if hunk.side == side]
            start = mine[0].start - (mine[0].low - low)
            stop = mine[-1].stop + (high - mine[-1].high)
            options[side] = _text(self._sides[side][start:stop])
        changed = {options[hunk.side] for hunk in cluster}
        if len({tuple(text.split()) for text in changed}) == 1:
            return Same(max(changed, key=lambda text: (len(text), text)))
        return Choice(was, tuple(options))


def _tokens(text: str) -> list[Token]:
    return [(hit[1], hit[2]) for hit in TOKEN.finditer(text.strip())]


def _text(tokens: Sequence[Token]) -> str:
    """Join tokens; the last one always has a blank, as more text may follow it now."""
    return "".join(word + (blank or " ") for word, blank in tokens)


def _leading(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _trailing(text: str) -> str:
    return text[len(text.rstrip()) :] if text.strip() else ""


def _blank(base: str, sides: Sequence[str]) -> str:
    """Merge a blank: what somebody changed it to, the longest among several."""
    changed = {side for side in sides if side != base}
    return max(changed, key=lambda blank: (len(blank), blank), default=base)


def _hunks(side: int, base: list[str], other: list[str]) -> list[_Hunk]:
    """Compare two lists of words, their common start and end left out for speed."""
    shared = _shared(base, other)
    tail_base, tail_other = base[shared:], other[shared:]
    ending = _shared(tail_base[::-1], tail_other[::-1])
    middle = tail_base[: len(tail_base) - ending]
    changed = tail_other[: len(tail_other) - ending]
    if not middle and not changed:
        return []
    return [
        _Hunk(side, shared + low, shared + high, shared + start, shared + stop)
        for low, high, start, stop in _stretches(middle, changed)
    ]


def _shared(base: list[str], other: list[str]) -> int:
    """Count the words two lists have in common at their start."""
    return sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(base, other, strict=False))
    )


def _stretches(base: list[str], other: list[str]) -> list[tuple[int, int, int, int]]:
    """Return where two lists of words differ: phrases are compared first, then their words."""
    found: list[tuple[int, int, int, int]] = []
    ours, theirs = _phrases(base), _phrases(other)
    at_base, at_other = _starts(ours), _starts(theirs)
    for tag, low, high, start, stop in _compared(ours, theirs):
        if tag == "equal":
            continue
        from_base, from_other = at_base[low], at_other[start]
        words = base[from_base : at_base[high]]
        changed = other[from_other : at_other[stop]]
        found.extend(
            (from_base + a, from_base + b, from_other + c, from_other + d)
            for tag, a, b, c, d in _compared(words, changed)
            if tag != "equal"
        )
    return found


def _compared(
    ours: Sequence[Any], theirs: Sequence[Any]
) -> Sequence[tuple[str, int, int, int, int]]:
    if not ours or not theirs or len(ours) * len(theirs) > MOST_COMPARED:
        return [("replace", 0, len(ours), 0, len(theirs))] if ours or theirs else []
    return SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()


def _phrases(words: list[str]) -> list[tuple[str, ...]]:
    """Cut words into phrases at marks and at one word in eight, chosen by the word itself."""
    phrases: list[tuple[str, ...]] = []
    start = 0
    for number, word in enumerate(words, start=1):
        if word[-1] in ".,;:!?" or crc32(word.encode("utf-8", "replace")) % 8 == 0:
            phrases.append(tuple(words[start:number]))
            start = number
    if start < len(words):
        phrases.append(tuple(words[start:]))
    return phrases


def _starts(phrases: list[tuple[str, ...]]) -> list[int]:
    return [0, *accumulate(len(phrase) for phrase in phrases)]


def _clusters(hunks: list[_Hunk]) -> list[list[_Hunk]]:
    """Group the hunks that overlap or touch."""
    groups: list[list[_Hunk]] = []
    reach = -1
    for hunk in sorted(hunks, key=lambda one: (one.low, one.high, one.side)):
        if groups and hunk.low <= reach:
            groups[-1].append(hunk)
        else:
            groups.append([hunk])
        reach = max(reach, hunk.high)
    return groups


def _ended(pieces: list[Piece]) -> list[Piece]:
    """Take the blank off the end of the text, in every version of it."""
    for number in range(len(pieces) - 1, -1, -1):
        piece = pieces[number]
        if isinstance(piece, Same):
            pieces[number] = Same(piece.text.rstrip())
            if piece.text.strip():
                break
        else:
            stripped = tuple(option.rstrip() for option in piece.options)
            pieces[number] = Choice(piece.was.rstrip(), stripped)
            break
    return pieces


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Join stretches without a choice between them."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if isinstance(piece, Same) and isinstance(last, Same):
            joined[-1] = Same(last.text + piece.text)
        elif piece != Same(""):
            joined.append(piece)
    return tuple(joined)
