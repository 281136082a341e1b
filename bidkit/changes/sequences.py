"""Merge versions of a list of things that are alike but not equal: paragraphs, rows, cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bidkit.changes.align import hunks_of
from bidkit.changes.words import Choice, Piece, Same, conflicts_in

ALIKE = 0.3
MOST_PAIRED = 40_000

T = TypeVar("T", bound=Hashable)


@dataclass(frozen=True)
class Outcome(Generic[T]):
    """One merged thing, and its words for showing, with the undecided places among them."""

    value: T
    pieces: tuple[Piece, ...]

    @property
    def undecided(self) -> bool:
        """Tell whether versions of it disagree."""
        return conflicts_in(self.pieces)


@dataclass(frozen=True)
class Kind(Generic[T]):
    """How things of one kind are compared, merged and shown."""

    alike: Callable[[T, T], float]
    merge: Callable[[T, Sequence[T]], Outcome[T]]
    show: Callable[[T], str]


class _Version(Generic[T]):
    """One version laid beside the base: what became of each thing, and what came in between."""

    def __init__(self, base: Sequence[T], other: Sequence[T], kind: Kind[T]) -> None:
        self.became: list[T | None] = list(base)
        self.added: list[list[T]] = [[] for _ in range(len(base) + 1)]
        for hunk in hunks_of(0, base, other):
            gone, come = base[hunk.low : hunk.high], other[hunk.start : hunk.stop]
            at, taken = hunk.low, 0
            for place, number in _pairs(gone, come, kind.alike):
                for between in range(at, hunk.low + place):
                    self.became[between] = None
                self.added[hunk.low + place].extend(come[taken:number])
                self.became[hunk.low + place] = come[number]
                at, taken = hunk.low + place + 1, number + 1
            for between in range(at, hunk.high):
                self.became[between] = None
            self.added[at].extend(come[taken:])


def merge_sequence(
    base: Sequence[T], sides: Sequence[Sequence[T]], kind: Kind[T]
) -> list[Outcome[T]]:
    """Return the merge of versions of a list; what several added at one spot is all kept."""
    versions = [_Version(base, side, kind) for side in sides]
    merged: list[Outcome[T]] = []
    for place in range(len(base) + 1):
        added = _united([version.added[place] for version in versions])
        merged.extend(Outcome(one, (Same(kind.show(one)),)) for one in added)
        if place < len(base):
            outcome = _become(base[place], [version.became[place] for version in versions], kind)
            if outcome is not None:
                merged.append(outcome)
    return merged


def _become(was: T, versions: Sequence[T | None], kind: Kind[T]) -> Outcome[T] | None:
    """Return what became of one thing: None when it was taken out and nobody changed it."""
    kept = [version for version in versions if version is not None]
    changed = {version for version in kept if version != was}
    if not changed:
        return Outcome(was, (Same(kind.show(was)),)) if len(kept) == len(versions) else None
    if len(kept) == len(versions):
        if len(changed) == 1:
            only = next(iter(changed))
            return Outcome(only, (Same(kind.show(only)),))
        return kind.merge(was, kept)
    value = next(iter(changed)) if len(changed) == 1 else kind.merge(was, kept).value
    options = tuple("" if version is None else kind.show(version) for version in versions)
    return Outcome(value, (Choice(kind.show(was), options),))


def _united(lists: Sequence[Sequence[T]]) -> list[T]:
    """Join what several added at one spot: the same thing once, in an order all copies share."""
    united: list[T] = []
    for one in sorted({tuple(added) for added in lists if added}, key=repr):
        have = Counter(united)
        for entry in one:
            if have[entry]:
                have[entry] -= 1
            else:
                united.append(entry)
    return united


def _pairs(
    gone: Sequence[T], come: Sequence[T], alike: Callable[[T, T], float]
) -> list[tuple[int, int]]:
    """Pair what went with what came where they are alike, in order, as well as can be."""
    if not gone or not come or len(gone) * len(come) > MOST_PAIRED:
        return []
    if len(gone) == len(come) == 1:
        return [(0, 0)] if alike(gone[0], come[0]) >= 0 else []
    best = [[0.0] * (len(come) + 1) for _ in range(len(gone) + 1)]
    score = [[alike(one, two) for two in come] for one in gone]
    for i in range(len(gone) - 1, -1, -1):
        for j in range(len(come) - 1, -1, -1):
            here = score[i][j] + best[i + 1][j + 1] if score[i][j] >= ALIKE else 0.0
            best[i][j] = max(here, best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(gone) and j < len(come):
        if score[i][j] >= ALIKE and best[i][j] == score[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def alike_words(one: str, two: str) -> float:
    """Return which share of the words of two texts they have in common, 0 to 1."""
    ours, theirs = Counter(one.split()), Counter(two.split())
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 1.0
