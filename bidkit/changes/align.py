"""Lay versions of a sequence beside the one they grew from, and merge what does not touch."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, takewhile
from typing import TypeVar
from zlib import crc32

MOST_COMPARED = 9_000_000
PHRASE = 8
MARKS = ".,;:!?"

T = TypeVar("T")
Token = tuple[Hashable, str]
Tokens = tuple[Token, ...]


@dataclass(frozen=True)
class Agreed:
    """A stretch of tokens on which everybody agrees, or that only some changed."""

    tokens: Tokens


@dataclass(frozen=True)
class Disputed:
    """A stretch that versions changed differently: what stood there, and what each has."""

    was: Tokens
    options: tuple[Tokens, ...]


Stretch = Agreed | Disputed


@dataclass(frozen=True)
class Hunk:
    """In one version, the base's tokens low to high became its tokens start to stop."""

    side: int
    low: int
    high: int
    start: int
    stop: int


def merge_tokens(base: Sequence[Token], sides: Sequence[Sequence[Token]]) -> list[Stretch]:
    """Return the merge of versions of a list of (word, blank after it).

    Words are compared; blanks never conflict: among different changes of a blank the longest is
    taken. Changes that touch or overlap and differ are disputed.
    """
    words = [word for word, _ in base]
    found = [
        hunks_of(number, words, [word for word, _ in side]) for number, side in enumerate(sides)
    ]
    merge = _Merge(base, sides, found)
    made: list[Stretch] = []
    at = 0
    for cluster in clusters([hunk for hunks in found for hunk in hunks]):
        low, high = cluster[0].low, max(hunk.high for hunk in cluster)
        made.append(Agreed(tuple(merge.kept(number) for number in range(at, low))))
        made.append(merge.settle(cluster, low, high))
        at = high
    made.append(Agreed(tuple(merge.kept(number) for number in range(at, len(base)))))
    return [one for one in made if one != Agreed(())]


class _Merge:
    """One merge under way: the versions as tokens, and where each differs from the base."""

    def __init__(
        self, base: Sequence[Token], sides: Sequence[Sequence[Token]], hunks: list[list[Hunk]]
    ) -> None:
        self._base = base
        self._sides = sides
        self._matched = [matches(len(base), found) for found in hunks]

    def kept(self, number: int) -> Token:
        """Return a token that nobody changed, with the blank after it as somebody changed it."""
        word, blank = self._base[number]
        others = (
            self._sides[side][places[number]][1]
            for side, places in enumerate(self._matched)
            if places[number] >= 0
        )
        return word, merge_blank(blank, [other for other in others if other]) or " "

    def settle(self, cluster: list[Hunk], low: int, high: int) -> Stretch:
        """Return what the versions make of the base's tokens low to high."""
        was = tuple(self._base[low:high])
        options = [was] * len(self._sides)
        for side in {hunk.side for hunk in cluster}:
            options[side] = tuple(region(self._sides[side], cluster, side, low, high))
        changed = {options[hunk.side] for hunk in cluster}
        if len({tuple(word for word, _ in tokens) for tokens in changed}) == 1:
            return Agreed(max(changed, key=_blanks))
        return Disputed(was, tuple(options))


def region(
    tokens: Sequence[T], cluster: Iterable[Hunk], side: int, low: int, high: int
) -> Sequence[T]:
    """Return what one version has where the base has its tokens low to high."""
    mine = [hunk for hunk in cluster if hunk.side == side]
    start = mine[0].start - (mine[0].low - low)
    return tokens[start : mine[-1].stop + (high - mine[-1].high)]


def matches(length: int, hunks: list[Hunk]) -> list[int]:
    """Return, for each place in the base, the same token's place in a version, or -1."""
    places = [-1] * length
    at_base = at_side = 0
    for hunk in hunks:
        places[at_base : hunk.low] = range(at_side, at_side + hunk.low - at_base)
        at_base, at_side = hunk.high, hunk.stop
    places[at_base:] = range(at_side, at_side + length - at_base)
    return places


def merge_blank(base: str, sides: Iterable[str]) -> str:
    """Merge a blank: what somebody changed it to, the longest among several."""
    changed = {side for side in sides if side != base}
    return max(changed, key=lambda blank: (len(blank), blank), default=base)


def clusters(hunks: list[Hunk]) -> list[list[Hunk]]:
    """Group the changes that overlap or touch, in the base's order."""
    groups: list[list[Hunk]] = []
    reach = -1
    for hunk in sorted(hunks, key=lambda one: (one.low, one.high, one.side)):
        if groups and hunk.low <= reach:
            groups[-1].append(hunk)
        else:
            groups.append([hunk])
        reach = max(reach, hunk.high)
    return groups


def hunks_of(side: int, base: Sequence[Hashable], other: Sequence[Hashable]) -> list[Hunk]:
    """Compare two lists of words, their shared start and end left out for speed."""
    shared = _shared(base, other)
    tail_base, tail_other = base[shared:], other[shared:]
    ending = _shared(tail_base[::-1], tail_other[::-1])
    middle = tail_base[: len(tail_base) - ending]
    changed = tail_other[: len(tail_other) - ending]
    if not middle and not changed:
        return []
    return [
        Hunk(side, shared + low, shared + high, shared + start, shared + stop)
        for low, high, start, stop in _differences(middle, changed)
    ]


def _shared(base: Sequence[Hashable], other: Sequence[Hashable]) -> int:
    """Count the words two lists have in common at their start."""
    pairs = zip(base, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _differences(
    base: Sequence[Hashable], other: Sequence[Hashable]
) -> list[tuple[int, int, int, int]]:
    """Return where two lists of words differ: phrases are compared first, then their words."""
    found: list[tuple[int, int, int, int]] = []
    ours, theirs = _phrases(base), _phrases(other)
    at_base, at_other = _starts(ours), _starts(theirs)
    for low, high, start, stop in _compared(ours, theirs):
        from_base, from_other = at_base[low], at_other[start]
        words, changed = base[from_base : at_base[high]], other[from_other : at_other[stop]]
        found.extend(
            (from_base + a, from_base + b, from_other + c, from_other + d)
            for a, b, c, d in _compared(words, changed)
        )
    return found


def _compared(
    ours: Sequence[Hashable], theirs: Sequence[Hashable]
) -> list[tuple[int, int, int, int]]:
    if not ours or not theirs or len(ours) * len(theirs) > MOST_COMPARED:
        return [(0, len(ours), 0, len(theirs))] if ours or theirs else []
    found = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return [(low, high, start, stop) for tag, low, high, start, stop in found if tag != "equal"]


def _phrases(words: Sequence[Hashable]) -> list[tuple[Hashable, ...]]:
    """Cut words into phrases at marks and at one word in eight, chosen by the word itself."""
    phrases: list[tuple[Hashable, ...]] = []
    start = 0
    for number, word in enumerate(words, start=1):
        spelt = str(word)
        if spelt[-1:] in MARKS or crc32(spelt.encode("utf-8", "replace")) % PHRASE == 0:
            phrases.append(tuple(words[start:number]))
            start = number
    if start < len(words):
        phrases.append(tuple(words[start:]))
    return phrases


def _starts(phrases: list[tuple[Hashable, ...]]) -> list[int]:
    return [0, *accumulate(len(phrase) for phrase in phrases)]


def _blanks(tokens: Tokens) -> tuple[int, list[str]]:
    blanks = [blank for _, blank in tokens]
    return sum(len(blank) for blank in blanks), blanks
