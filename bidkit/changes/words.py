"""Merge any number of versions of a text, word by word: what does not touch goes together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bidkit.changes.align import Agreed, Stretch, Token, merge_blank, merge_tokens

REMEMBERED = 512
TOKEN = re.compile(r"(\S+)(\s*)")


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


@lru_cache(maxsize=REMEMBERED)
def merge_words(base: str, sides: tuple[str, ...]) -> tuple[Piece, ...]:
    """Return the pieces of the merged text; no Choice among them means that nothing conflicts.

    White space never conflicts: among different changes of a blank the longest is taken.
    """
    lead = merge_blank(_leading(base), [_leading(side) for side in sides])
    trail = merge_blank(_trailing(base), [_trailing(side) for side in sides])
    stretches = merge_tokens(_tokens(base), [_tokens(side) for side in sides])
    return join_pieces([Same(lead), *_ended([_piece(one) for one in stretches]), Same(trail)])


def conflicts_in(pieces: Sequence[Piece]) -> bool:
    """Tell whether any place is undecided."""
    return any(isinstance(piece, Choice) for piece in pieces)


def text_of(pieces: Sequence[Piece]) -> str:
    """Return the text with the first change standing at each undecided place."""
    return "".join(
        piece.text if isinstance(piece, Same) else (*piece.different, piece.was)[0]
        for piece in pieces
    )


def join_pieces(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Join stretches without a choice between them."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if isinstance(piece, Same) and isinstance(last, Same):
            joined[-1] = Same(last.text + piece.text)
        elif piece != Same(""):
            joined.append(piece)
    return tuple(joined)


def _tokens(text: str) -> list[Token]:
    return [(hit[1], hit[2]) for hit in TOKEN.finditer(text.strip())]


def _piece(stretch: Stretch) -> Piece:
    if isinstance(stretch, Agreed):
        return Same(_text(stretch.tokens))
    return Choice(_text(stretch.was), tuple(_text(tokens) for tokens in stretch.options))


def _text(tokens: Sequence[Token]) -> str:
    """Join tokens; the last one always has a blank, as more text may follow it now."""
    return "".join(f"{word}{blank or ' '}" for word, blank in tokens)


def _leading(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _trailing(text: str) -> str:
    return text[len(text.rstrip()) :] if text.strip() else ""


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
