"""Merge versions of the words of one block, with their marks, links and evidence chips."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from bidkit.changes.align import Agreed, Token, Tokens, merge_tokens
from bidkit.changes.words import Choice, Piece, Same, join_pieces
from bidkit.domain.prose import Break, Chip, Run, Runs, Text

PARTS = re.compile(r"\s+|\S+")
Fragment = tuple[Any, ...]


def merge_runs(base: Runs, sides: Sequence[Runs]) -> tuple[Runs, tuple[Piece, ...]]:
    """Return the merged words of a block, and the same as pieces for showing.

    Where versions only mark the same words differently, the one with most marks is taken.
    """
    stretches = merge_tokens(tokens_of(base), [tokens_of(side) for side in sides])
    taken: list[Token] = []
    pieces: list[Piece] = []
    for stretch in stretches:
        if isinstance(stretch, Agreed):
            taken.extend(stretch.tokens)
            pieces.append(Same(plain(stretch.tokens)))
            continue
        options = [plain(tokens) for tokens in stretch.options]
        was = plain(stretch.was)
        changed = [one for one in stretch.options if one != stretch.was]
        if len({plain(one) for one in changed}) == 1:
            chosen = max(changed, key=_marked)
            pieces.append(Same(plain(chosen)))
        else:
            chosen = changed[0]
            pieces.append(Choice(was, tuple(options)))
        taken.extend(chosen)
    return runs_of(taken), join_pieces(pieces)


def tokens_of(runs: Runs) -> list[Token]:
    """Return the words of a block, each with its marks and the blank after it."""
    tokens: list[Token] = []
    word: list[Fragment] = []

    def close(blank: str) -> None:
        if word:
            tokens.append((tuple(word), blank))
            word.clear()
        elif tokens:
            tokens[-1] = (tokens[-1][0], tokens[-1][1] + blank)

    for run in runs:
        match run:
            case Text(text, bold, italic, link, language):
                for part in PARTS.findall(text):
                    if part.isspace():
                        close(part)
                    else:
                        word.append((part, bold, italic, link, language))
            case Chip(evidence):
                word.append((evidence,))
            case Break():
                close("\n")
    close("")
    return tokens


def runs_of(tokens: Sequence[Token]) -> Runs:
    """Return the block's runs again; a blank carries the marks its neighbours share."""
    runs: list[Run] = []
    for number, (word, blank) in enumerate(tokens):
        fragments: tuple[Fragment, ...] = word if isinstance(word, tuple) else ()
        runs.extend(_run(fragment) for fragment in fragments)
        following = tokens[number + 1][0] if number + 1 < len(tokens) else ()
        if not following:
            break
        if "\n" in blank:
            runs.append(Break())
        else:
            left, right = fragments[-1], following[0] if isinstance(following, tuple) else ()
            marks = left[1:] if len(left) > 1 and left[1:] == right[1:] else ()
            runs.append(Text(blank or " ", *marks))
    return tuple(runs)


def plain(tokens: Iterable[Token]) -> str:
    """Return tokens as words without their marks; a chip as its evidence's name in brackets."""
    return "".join(f"{_spelt(word)}{blank or ' '}" for word, blank in tokens)


def _spelt(word: object) -> str:
    fragments: tuple[Fragment, ...] = word if isinstance(word, tuple) else ()
    return "".join(one[0] if len(one) > 1 else f"[{one[0]}]" for one in fragments)


def _run(fragment: Fragment) -> Run:
    return Text(*fragment) if len(fragment) > 1 else Chip(fragment[0])


def _marked(tokens: Tokens) -> tuple[int, str]:
    marks = sum(
        sum(1 for mark in fragment[1:] if mark)
        for word, _ in tokens
        for fragment in (word if isinstance(word, tuple) else ())
    )
    return marks, repr(tokens)
