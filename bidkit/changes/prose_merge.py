"""Merge versions of a prose text and keep it well formed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bidkit.changes.words import Piece, conflicts_in, merge_words, text_of


@dataclass(frozen=True)
class MergedProse:
    """The merged text, whether places in it are undecided, and its pieces for showing."""

    text: str
    undecided: bool
    pieces: tuple[Piece, ...]


def merge_prose(base: str, sides: Sequence[str]) -> MergedProse:
    """Return the merge of several versions of a prose text that grew from one base."""
    pieces = merge_words(base, sides)
    return MergedProse(text_of(pieces), conflicts_in(pieces), pieces)
